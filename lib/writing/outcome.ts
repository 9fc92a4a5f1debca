import type { Enclosure, IsoDate } from '../letter/model';
import type {
  InsertionReport,
  TakeOutRefusal,
  TakeOutReport,
  Insertion,
  SectionText,
} from '../mail/protocol';
import type { Way } from './questions';
import { browser } from 'wxt/browser';

/** The protocol between popup and background: three jobs, whose result is the tab’s outcome, and a call to start. */
export type JobMessage =
  | {
      type: 'insert';
      tabId: number;
      /** Null if the popup has not found the draft yet: the background then looks for it. */
      draft: { frameId: number; id: string } | null;
      content: Insertion;
      sections: SectionText[];
      allowSecondCopy: boolean;
      /** Present if the letter that is in the draft is to be taken out first; `to` has the addresses which that letter filled in. */
      instead?: { to: string[] };
      facts: LetterFacts;
    }
  | { type: 'wake' }
  | { type: 'takeOut'; tabId: number; frameId: number; facts: LetterFacts | null }
  /** Attaches the Word copy in another way, where it was not seen to arrive. */
  | { type: 'attachNext'; tabId: number };

export type PageJobMessage = Extract<JobMessage, { type: 'insert' | 'takeOut' }>;

/**
 * Sends a job to the background, which finishes it even if the popup closes at once. Rejects if the job fails or the
 * background stops before the end of the job.
 */
export async function sendJob(message: JobMessage): Promise<void> {
  const hasEnded: unknown = await browser.runtime.sendMessage(message);
  if (hasEnded !== true) throw new Error('The job was not finished');
}

/** Starts the background if it is not running, and resolves when no job is running there. */
export function wakeBackground(): Promise<void> {
  return sendJob({ type: 'wake' });
}

export type RecipientField = 'To' | 'Cc';

/** The requested recipients that cannot be filled in because no valid email address is saved. */
export interface Unreachable {
  /** Why there is no address for To; null if there is one, or the user did not ask to fill in To. */
  to: 'no email saved' | 'next person up' | null;
  /** Names or roles of the ticked copies without a saved email address. */
  copies: string[];
  /** Saved text that is not one email address. */
  notAddresses: { typed: string; field: RecipientField }[];
}

/** The facts that “I have sent it” saves and that the outcome’s sentence needs. */
export interface LetterFacts {
  letterId: string;
  /** Id of the built-in letter that the user’s own letter replaced; absent for a built-in letter. */
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
  /** Addresses for To and Cc, named in the outcome; the user can copy them if the page does not accept them. */
  to: string[];
  cc: string[];
  /** The supplier of an own letter’s wording, or empty if nobody is named; absent for our letters. */
  supplier?: string;
  /** Absent after a right-click, which fills in no recipients. */
  unreachable?: Unreachable;
  /** What was to be attached; absent if nothing was. */
  attached?: Enclosure[];
  /** Number of details missing in the Word copy; absent without a Word copy. */
  missingOnPaper?: number;
  /** Why a right-click left the employer's details in brackets; absent if they were filled in. */
  employerLeftOut?: string;
  /** Title of what a right-click inserted, e.g. "Evidence"; null for the whole letter. */
  part: string | null;
}

/** It is stored, so that an interrupted job leaves an outcome. */
interface Job {
  takingOut?: true;
  byMenu?: true;
  /** What may have gone in if the job is interrupted; absent before the page is asked to insert. */
  letter?: { frameId: number; facts: LetterFacts };
}

/** A job that has not ended. */
export interface RunningOutcome extends Job {
  kind: 'running';
}

/** What the page reported after an insertion. */
export interface ReportedOutcome {
  kind: 'reported';
  frameId: number;
  report: InsertionReport;
  facts: LetterFacts;
  /** The email begins with a greeting of the user’s own, above the letter. */
  isGreeted?: true;
  /** Present if the letter replaced an earlier version of it; `to` has the addresses which that version filled in. */
  instead?: { to: string[] };
  /** Identifies the email in its page, see `draftKey`; absent if a right-click chose the field. */
  draftKey?: string;
  /** Identifies this load of the page: after a reload, the outcome is not shown for the new page. */
  page?: string;
}

/** What the page reported after the letter was to be taken out. */
export interface TakenOutOutcome {
  kind: 'taken out';
  frameId: number;
  report: TakeOutReport;
  facts: LetterFacts | null;
  page?: string;
}

export type Outcome =
  | RunningOutcome
  | ReportedOutcome
  | TakenOutOutcome
  /** An open email contains the letter, but it is not known how it came there, for example after a restart. */
  | { kind: 'letter here'; frameId: number; draftKey: string; facts: LetterFacts; lost?: true }
  /** The email with the letter was sent or closed, or is minimised so that the page does not show it. */
  | { kind: 'letter elsewhere'; frameId: number; facts: LetterFacts }
  | ({ kind: 'page failed'; why: 'forbidden' | 'gone' | 'lost contact' } & Job)
  /** The new version was not put in, because the letter in the email could not be taken out. */
  | { kind: 'not replaced'; why: TakeOutRefusal }
  /** The chosen part of the letter is empty, for example a paragraph that is not written yet. */
  | { kind: 'nothing in that part' }
  /** The menu listed a part that the letter no longer has. */
  | { kind: 'no such part' }
  /** The popup closed before it sent the letter to the background. */
  | { kind: 'not started' }
  | { kind: 'no draft' }
  /** A mail site shows an email without the marks that we know. */
  | { kind: 'unknown email'; hasCaret: boolean }
  /** The chosen letter cannot be used; no other letter is inserted instead. */
  | { kind: 'letter blocked'; sentence: string }
  /** The signer’s answer to “Who employs you?” contradicts the kind of employer, so the user is asked first. */
  | { kind: 'does not fit'; way: Way; sentence: string }
  /** In a new tab, which the extension can access only after a click on the icon there. */
  | { kind: 'new email opened' }
  | { kind: 'choose a draft' }
  /** The caret is in a frame of another origin, to which a click on the icon grants no access. */
  | { kind: 'frame out of reach' }
  | { kind: 'copied'; missingCount: number; facts?: LetterFacts }
  | { kind: 'copy refused' }
  | { kind: 'saved as Word'; fileName: string; missingCount: number; facts?: LetterFacts }
  | { kind: 'no Word letter'; attaching?: true }
  | { kind: 'addresses copied' }
  /** Asked once, before the first letter is saved as sent. */
  | { kind: 'keep the text?'; facts: LetterFacts; other?: true }
  | {
      kind: 'sent noted';
      on: IsoDate;
      /** For the calendar file. Absent if the letter names no reply date. */
      reply?: { id: string; replyBy: IsoDate };
      /** The user wants the text kept, and it is not known. */
      withoutText?: true;
      /** The letter noted was copied or saved as Word, and is not the inserted one. */
      other?: true;
    }
  | { kind: 'not saved'; why: 'full' | 'refused' | 'gone' }
  /** An action failed for a reason that no other outcome describes. */
  | { kind: 'did not work' };

/** The outcome of a job that the browser interrupted: it is unknown whether the text went in. */
export function lostContact({ kind: _kind, ...job }: RunningOutcome): Outcome {
  return { kind: 'page failed', why: 'lost contact', ...job };
}

/** The whole letter inserted last, until it is taken out or saved as sent, or the page fails. */
export interface LetterIn {
  frameId: number;
  /** Identifies the email in its page, see `draftKey`; null if nobody can check later whether it is still open. */
  draftKey: string | null;
  /** Identifies the load of the page that shows the email; absent for an email that is not open here. */
  page?: string;
  facts: LetterFacts;
  mayTakeOut: boolean;
  /** A part was inserted after the letter, so the page’s undo would remove that part, not the letter. */
  hasLaterPartialInsert: boolean;
  /** The page did not accept the addresses, so the popup offers to copy them. */
  addressesLeft: boolean;
}

/** Whether it is unknown if the letter went in, because the background stopped. */
export function isLost(outcome: Outcome | null): boolean {
  return outcome?.kind === 'page failed' && outcome.why === 'lost contact' && !outcome.takingOut;
}

/** Whether the popup shows the outcome as a warning. */
export function isTrouble(outcome: Outcome): boolean {
  switch (outcome.kind) {
    case 'reported':
      return outcome.report.body.outcome === 'refused';
    case 'taken out':
      return outcome.report.outcome === 'refused';
    case 'letter here':
      return outcome.lost === true;
    case 'page failed':
    case 'not replaced':
    case 'nothing in that part':
    case 'no such part':
    case 'not started':
    case 'letter blocked':
    case 'does not fit':
    case 'no draft':
    case 'unknown email':
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
    case 'keep the text?':
    case 'sent noted':
      return false;
  }
}
