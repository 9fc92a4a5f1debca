import { browser } from 'wxt/browser';
import type { Insertion, SectionText } from '../mail/protocol';
import type { LetterFacts } from './outcome';

/** The whole protocol between popup and background: two jobs, answered through the tab’s outcome, and a call to start. */
export type JobMessage =
  | {
      type: 'insert';
      tabId: number;
      /** Null: the popup had not yet found out which; the background looks by itself. */
      draft: { frameId: number; id: string } | null;
      content: Insertion;
      sections: SectionText[];
      allowSecondCopy: boolean;
      facts: LetterFacts;
    }
  | { type: 'wake' }
  | { type: 'takeOut'; tabId: number; frameId: number; facts: LetterFacts | null };

/**
 * Hands a job to the background, which finishes it even if the popup closes at once. Rejects when the background is stopped
 * before the job has ended, and when the job fails.
 */
export async function sendJob(message: JobMessage): Promise<void> {
  const hasEnded: unknown = await browser.runtime.sendMessage(message);
  if (hasEnded !== true) throw new Error('The job was not finished');
}

/** Starts the background if it is not running, and resolves when no job is under way there. */
export function wakeBackground(): Promise<void> {
  return sendJob({ type: 'wake' });
}

/** Messages come only from our own pages; a mail page has no way to send one. */
export function onJob(handle: (message: JobMessage) => Promise<void>): void {
  browser.runtime.onMessage.addListener((message: JobMessage, _sender, respond) => {
    void handle(message).then(
      () => respond(true),
      (error: unknown) => {
        console.error(error);
        respond(false);
      },
    );
    return true;
  });
}
