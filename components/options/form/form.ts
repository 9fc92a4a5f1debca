/** A record being edited: its values as they stand on screen, and what went wrong with keeping one. */
export interface Form<Fields> {
  recordId: string;
  value: Fields;
  change: <Name extends keyof Fields>(field: Name, value: Fields[Name]) => void;
  /** Changes a list from what it is by then, for an undo that may come late. */
  update: <Name extends keyof Fields>(field: Name, next: (now: Fields[Name]) => Fields[Name]) => void;
  /** The sentence to show beside the field while its last value could not be kept. */
  trouble: (field: keyof Fields) => string | undefined;
}

/** Says what was deleted and offers to bring it back. */
export type OfferUndo = (sentence: string, restore: () => void) => void;

export type TextFieldsOf<Fields> = {
  [Name in keyof Fields]: string extends Fields[Name] ? Name : never;
}[keyof Fields];
