import type { IsoDate } from '../letter/model';
import type { InsertionReport, TakeOutReport } from '../mail/protocol';
import type { Way } from './questions';

export type RecipientField = 'To' | 'Cc';

/** Who was asked for and cannot be filled in, for want of an email address. */
export interface Unreachable {
  /** Why there is no address for To; null where there is one, or none was asked for. */
  to: 'no email saved' | 'next person up' | null;
  /** Names or roles of the ticked copies of which no email is saved. */
  copies: string[];
  /** What is saved for somebody and is not one email address. */
  notAddresses: { typed: string; field: RecipientField }[];
}

/** What “I have sent it” keeps, and what the sentence counts. */
export interface LetterFacts {
  letterId: string;
  /** As in SentLetter. */
  standsFor?: string;
  title: string;
  text: string;
  wordingVersion: string;
  signerId: string;
  signerName: string;
  employerId: string;
  employerName: string;
  requests: string[];
  replyBy: IsoDate;
  missingCount: number;
  /** To and copies as they were asked for, to copy by hand where the page took none. */
  addresses: string[];
  /** Absent where a right-click put it in: that fills in nobody. */
  unreachable?: Unreachable;
  /** Absent where no Word copy goes with it. */
  missingOnPaper?: number;
  /** Why a right-click left the employer's details in brackets; absent where it did not. */
  employerLeftOut?: string;
  /** Title of what a right-click inserted, e.g. "Evidence"; null for the whole letter. */
  part: string | null;
}

export type Outcome =
  | { kind: 'running'; takingOut?: true }
  | {
      kind: 'reported';
      frameId: number;
      report: InsertionReport;
      facts: LetterFacts;
      /** As in FoundDraft; absent where a right-click chose the field. */
      draftKey?: string;
    }
  /** The email it went into is sent, closed, or folded away out of reach. */
  | { kind: 'letter elsewhere'; frameId: number; facts: LetterFacts }
  | { kind: 'page failed'; why: 'forbidden' | 'gone' | 'lost contact'; byMenu?: true; takingOut?: true }
  | { kind: 'taken out'; frameId: number; report: TakeOutReport; facts: LetterFacts | null }
  /** A part of the letter that holds nothing now, such as a paragraph nobody has written. */
  | { kind: 'nothing in that part' }
  /** The menu was older than the letter. */
  | { kind: 'no such part' }
  /** The popup closed before the letter could be handed over. */
  | { kind: 'not started' }
  | { kind: 'no draft' }
  /** The chosen letter cannot be used, and no other is taken in its place. */
  | { kind: 'letter blocked'; sentence: string }
  /** Signer and employer seem not to belong together: the user is asked first. */
  | { kind: 'does not fit'; way: Way; sentence: string }
  /** In a tab of its own, where the browser lets us in only after a click on the icon. */
  | { kind: 'new email opened' }
  | { kind: 'choose a draft' }
  /** The caret is in a frame of another origin, which the click does not open to us. */
  | { kind: 'frame out of reach' }
  | { kind: 'copied'; missingCount: number }
  | { kind: 'copy refused' }
  | { kind: 'saved as Word'; fileName: string; missingCount: number }
  | { kind: 'no Word letter'; attaching?: true }
  | { kind: 'addresses copied' }
  | { kind: 'sent noted'; on: IsoDate }
  | { kind: 'not saved'; why: 'full' | 'refused' | 'gone' }
  /** An action failed in a way that nothing else has a sentence for. */
  | { kind: 'did not work' };

/** The whole letter that went in last, for as long as something can still be done about it. */
export interface LetterIn {
  frameId: number;
  /** As in FoundDraft; null where nobody can say later whether it is still open. */
  draftKey: string | null;
  facts: LetterFacts;
  mayTakeOut: boolean;
  /** A part went in after it: the page takes back only what went in last, and must not be asked. */
  hasLaterPartialInsert: boolean;
  /** The page took no people: they are left to copy. */
  addressesLeft: boolean;
}

/** Whether the popup shows the outcome as a warning. */
export function isTrouble(outcome: Outcome): boolean {
  switch (outcome.kind) {
    case 'reported':
      return outcome.report.body.outcome === 'refused';
    case 'taken out':
      return outcome.report.outcome === 'refused';
    case 'page failed':
    case 'nothing in that part':
    case 'no such part':
    case 'not started':
    case 'letter blocked':
    case 'does not fit':
    case 'no draft':
    case 'choose a draft':
    case 'frame out of reach':
    case 'copy refused':
    case 'not saved':
    case 'no Word letter':
    case 'did not work':
      return true;
    case 'running':
    case 'new email opened':
    case 'letter elsewhere':
    case 'copied':
    case 'saved as Word':
    case 'addresses copied':
    case 'sent noted':
      return false;
  }
}
