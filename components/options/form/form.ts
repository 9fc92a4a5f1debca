/** A record being edited: its values as they stand on screen, and what went wrong with keeping one. */
export interface Form<Fields> {
  value: Fields;
  change: <Name extends keyof Fields & string>(field: Name, value: Fields[Name]) => void;
  /** The sentence to show beside the field while its last value could not be kept. */
  trouble: (field: keyof Fields & string) => string | undefined;
}

export type TextFieldsOf<Fields> = {
  [Name in keyof Fields]: string extends Fields[Name] ? Name : never;
}[keyof Fields];

/** A list inside a record: people signing with you, copies. */
export interface ItemList<Item extends { id: string }> {
  items: readonly Item[];
  add: () => void;
  edit: (id: string, patch: Partial<Omit<Item, 'id'>>) => void;
  remove: (id: string) => void;
}
