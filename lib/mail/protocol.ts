/**
 * What crosses into a mail page and what comes back. Plain data: executeScript copies it by structured clone.
 * The page side never sees a profile and never reads storage.
 */

export type PageJob =
  | { do: 'look'; sections: SectionText[] }
  | {
      do: 'insert';
      target: DraftTarget;
      content: Insertion;
      allowSecondCopy: boolean;
      sections: SectionText[];
    }
  | { do: 'takeOut' };

/** The words of one section, to recognise it in a draft that already holds it. */
export interface SectionText {
  id: string;
  text: string;
}

export type DraftTarget =
  /** `id` as `look` returned it; it stays valid until the page reloads. */
  | { by: 'id'; id: string }
  /** The field that was right-clicked: the focused one in this frame. */
  | { by: 'clicked' };

export interface Insertion {
  html: string;
  text: string;
  /** Empty string: leave the subject alone. */
  subject: string;
  to: string[];
  cc: string[];
  file: { name: string; type: string; base64: string } | null;
}

export type Site = 'gmail' | 'outlook' | 'other';

export interface PageLook {
  site: Site;
  drafts: DraftLook[];
  /** Something that looks like a frame we may not enter has the focus. */
  blockedFrame: boolean;
}

export interface DraftLook {
  id: string;
  kind: 'new message' | 'reply' | 'forward' | 'email' | 'text field';
  subject: 'empty' | 'filled' | 'hidden' | 'none';
  /** The draft's own subject, to tell drafts apart in "Which email?"; shown, never kept. */
  subjectText: string;
  focused: boolean;
  minimised: boolean;
  plainText: boolean;
  /** Ids of the sections this draft already holds. */
  holds: string[];
}

export type StepReport =
  | { outcome: 'not asked' }
  | { outcome: 'done' }
  | { outcome: 'left alone'; why: 'already filled' | 'hidden' | 'none here' }
  | { outcome: 'failed'; why: 'did not stay' | 'not offered' };

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
  /** Nothing of ours is in the draft: it reads as it did before. */
  | 'did not arrive'
  /** Something of ours is in the draft, but not as it should be. */
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

export type TakeOutReport =
  | { outcome: 'taken out'; stays: ('subject' | 'recipients' | 'attachment')[] }
  | { outcome: 'refused'; why: 'typed since' | 'nothing to take out' | 'draft gone' | 'did not work' };

/** One line per thing this page offers; holds no word of the mail, no name and no address. */
export interface Diagnosis {
  lines: { what: string; found: string }[];
}

export interface PageReports {
  look: PageLook;
  insert: InsertionReport;
  takeOut: TakeOutReport;
}

export const NOT_ASKED: StepReport = { outcome: 'not asked' };

export function leaveAlone(why: Extract<StepReport, { outcome: 'left alone' }>['why']): StepReport {
  return { outcome: 'left alone', why };
}

export const NOT_OFFERED: StepReport = { outcome: 'failed', why: 'not offered' };

/** What was tried counts as done only if it can be read back. */
export function tell(isThere: boolean): StepReport {
  return isThere ? { outcome: 'done' } : { outcome: 'failed', why: 'did not stay' };
}
