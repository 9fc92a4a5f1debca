/**
 * The jobs sent into a mail page and the reports that come back. All of it is plain data, because executeScript copies
 * it by structured clone. The page side never receives a saved record and never reads storage.
 */

export interface InsertJob {
  do: 'insert';
  target: DraftTarget;
  content: Insertion;
  allowSecondCopy: boolean;
  sections: SectionText[];
}

export type PageJob =
  | { do: 'look'; sections: SectionText[] }
  | InsertJob
  | { do: 'takeOut' }
  /** Reads again what the last insertion was not seen to do, and changes nothing. */
  | { do: 'lookAgain' }
  /** Attaches the last insertion's file in the next way. Only `rareCases.js` has this job. */
  | { do: 'attachNext' };

/**
 * Whether a job needs `rareCases.js` besides `insert.js`. `isCovered`: the tables of a mail site find the page's emails, and
 * all of them are in rich text.
 */
export function needsRareCases(job: PageJob, isCovered: boolean): boolean {
  const isUsual = job.do !== 'insert' || (job.target.by === 'id' && !job.content.files);
  return !isCovered || job.do === 'takeOut' || job.do === 'attachNext' || !isUsual;
}

/** The text of one section, used to recognise the section in a draft that already contains it. */
export interface SectionText {
  id: string;
  text: string;
  /** For a sentence of an earlier release: which one. */
  release?: string;
}

/** Whether a draft has most of the letter, as it is today or as one earlier release had it. */
export function holdsMost(held: readonly string[], sections: readonly SectionText[]): boolean {
  const balances = new Map<string | undefined, number>();
  for (const { id, text, release } of sections) {
    const change = held.includes(id) ? text.length : -text.length;
    balances.set(release, (balances.get(release) ?? 0) + change);
  }
  return held.length > 0 && [...balances.values()].some((balance) => balance >= 0);
}

export type DraftTarget =
  /** `id` as `look` returned it; it stays valid until the page reloads. */
  | { by: 'id'; id: string }
  /** The field that was right-clicked: the browser gives it the focus. */
  | { by: 'clicked' };

/** What goes into the body: the same words for a field in rich text and for one in plain text. */
export interface BodyContent {
  html: string;
  text: string;
}

export interface Insertion extends BodyContent {
  /** Empty string: leave the subject alone. */
  subject: string;
  to: string[];
  cc: string[];
  /** Null if nothing is to be attached. */
  files: { name: string; type: string; base64: string }[] | null;
}

export type Site = 'gmail' | 'outlook' | 'other';

export interface PageLook {
  site: Site;
  drafts: DraftLook[];
  /** The focus is in a frame of another origin, which cannot be read. */
  blockedFrame: boolean;
  /** No email is found by its marks, but two fields are arranged like an email's subject and text. */
  looksLikeEmail?: boolean;
}

export interface DraftLook {
  id: string;
  kind: 'new message' | 'reply' | 'forward' | 'email' | 'text field';
  subject: 'empty' | 'filled' | 'hidden' | 'none';
  /** The draft's own subject, shown in "Which email?" to tell drafts apart and never saved. */
  subjectText: string;
  focused: boolean;
  minimised: boolean;
  plainText: boolean;
  /** Ids of the sections that this draft already contains. */
  holds: string[];
}

export type LeftAloneReason = 'already filled' | 'hidden' | 'none here' | 'not one address';

export type StepReport =
  | { outcome: 'not asked' }
  | { outcome: 'done' }
  | { outcome: 'left alone'; why: LeftAloneReason }
  | { outcome: 'failed'; why: 'did not stay' | 'not offered' }
  /** The page took it and has not shown it yet; it may still come. */
  | { outcome: 'not seen' };

export type Place =
  | 'at the caret'
  | 'after the selection'
  | 'above the signature'
  | 'above the quoted mail'
  | 'below the list, table or quote'
  | 'at the end';

export type BodyReport = { outcome: 'inserted'; place: Place } | { outcome: 'refused'; why: RefusalReason };

export type RefusalReason =
  | 'no draft'
  | 'draft gone'
  | 'already there'
  | 'read only'
  | 'minimised'
  | 'not a text field'
  | 'too long for this field'
  /** The text did not go in: the draft is as it was before. */
  | 'did not arrive'
  /** The page accepted the text and has not shown it yet; it may still come. */
  | 'not seen'
  /** The draft changed, but the text is incomplete, duplicated or altered. */
  | 'arrived changed'
  | 'frame out of reach';

export interface InsertionReport {
  site: Site;
  kind: DraftLook['kind'];
  body: BodyReport;
  subject: StepReport;
  to: StepReport;
  cc: StepReport;
  attachment: StepReport;
}

export type TakeOutRefusal = 'typed since' | 'nothing to take out' | 'draft gone' | 'did not work';

export type TakeOutReport =
  | { outcome: 'taken out'; stays: ('subject' | 'recipients' | 'attachment')[] }
  | { outcome: 'refused'; why: TakeOutRefusal };

/** What the selectors find in this page. The lines hold no text of the mail, no person's name and no address. */
export interface Diagnosis {
  lines: { what: string; found: string }[];
}

export interface PageReports {
  look: PageLook;
  insert: InsertionReport;
  takeOut: TakeOutReport;
  /** Null if nothing is left to look for. */
  lookAgain: InsertionReport | null;
  /** Null if there is no such insertion in this page any more. */
  attachNext: InsertionReport | null;
}

export const NOT_ASKED: StepReport = { outcome: 'not asked' };

export function leaveAlone(why: LeftAloneReason): StepReport {
  return { outcome: 'left alone', why };
}

export const NOT_OFFERED: StepReport = { outcome: 'failed', why: 'not offered' };

export const DONE: StepReport = { outcome: 'done' };
export const FAILED: StepReport = { outcome: 'failed', why: 'did not stay' };
export const NOT_SEEN: StepReport = { outcome: 'not seen' };

/** A step, and how to see later that its result has arrived after all. */
export interface Step {
  report: StepReport;
  isThere?: () => boolean;
}

/** A step is done only if its result can be read back from the page. */
export function tell(isThere: () => boolean, otherwise: StepReport): Step {
  return isThere() ? { report: DONE } : { report: otherwise, isThere };
}

/** Whether a later look at the draft may find what was not seen to arrive. */
export function isOpen({ body, subject, to, cc, attachment }: InsertionReport): boolean {
  return (
    (body.outcome === 'refused' && body.why === 'not seen') ||
    [subject, to, cc, attachment].some(
      (step) => step.outcome === 'not seen' || (step.outcome === 'failed' && step.why === 'did not stay'),
    )
  );
}
