import { browser } from 'wxt/browser';
import type { Insertion, SectionText } from '../mail/protocol';
import type { LetterFacts } from './outcome';

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
      /** Takes the letter that is in the draft out first: to whom that one was addressed. */
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
