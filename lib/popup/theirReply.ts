/** “Help me answer this”: finds the employer’s reply in the tab and notes what the user ticks. It loads when it is pressed. */

import type { ReplyDecision } from '../answers/answer';
import { type FoundReply, isFrom, pickReply, type TabMail } from '../answers/mails';
import { findMailsInAllFrames, readMailInFrame } from '../browser/besidesJobs';
import { readThread } from '../correspondence/sentLetters';
import { repository } from '../storage/repository';
import type { Employer, SentLetter } from '../storage/schema';
import { choose, chooseLetter, writeWords } from './choices';
import { type PopupStore } from './store';

export type ReplyLook =
  | Exclude<FoundReply, { is: 'found' }>
  | { is: 'forbidden' }
  | {
      is: 'found';
      mail: TabMail;
      afterOwn: boolean;
      /** Whom the sender is saved for; null for nobody, 'another' for an employer that is not the chosen one. */
      savedFor: 'chosen' | 'another' | null;
      /** Name of that other employer. */
      otherName: string;
    };

/** Finds the reply in the tab, by its place, sender and date. No text is read yet. */
export async function findTheirReply(popup: PopupStore): Promise<ReplyLook> {
  const { tab, today, employer } = popup.getState();
  const frames = tab ? await findMailsInAllFrames(tab.id) : null;
  if (!frames?.ok) return { is: 'forbidden' };
  const found = pickReply(frames.report, await readSignerAddresses(popup), today);
  if (found.is !== 'found') return found;
  if (employer && isFrom(employer, found.mail.sender)) return { ...found, savedFor: 'chosen', otherName: '' };
  const other = await findOtherEmployer(popup, found.mail.sender);
  return { ...found, savedFor: other ? 'another' : null, otherName: other?.organisation ?? '' };
}

async function readSignerAddresses(popup: PopupStore): Promise<string[]> {
  const { index } = popup.getState();
  const signers = await Promise.all(index.signers.map(({ id }) => repository.readSigner(id)));
  return signers.flatMap((read) => (read.ok ? read.value.email : []));
}

async function findOtherEmployer(
  popup: PopupStore,
  sender: TabMail['sender'],
): Promise<Employer | undefined> {
  const { index } = popup.getState();
  const employers = await Promise.all(index.employers.map(({ id }) => repository.readEmployer(id)));
  return employers
    .flatMap((read) => (read.ok ? read.value : []))
    .find((employer) => isFrom(employer, sender));
}

/** The text of the mail found; null if it is no longer in the page. */
export function readTheirReply(popup: PopupStore, { frameId, at }: TabMail): Promise<string | null> {
  const { tab } = popup.getState();
  return tab ? readMailInFrame(tab.id, frameId, at) : Promise.resolve(null);
}

/** The letters noted as sent from this signer to this employer, oldest first. */
export async function readSentThread(popup: PopupStore): Promise<SentLetter[]> {
  const { signer, employer, index } = popup.getState();
  if (!signer || !employer || index.sentCount === 0) return [];
  const thread = await readThread(repository, { signerId: signer.id, employerId: employer.id });
  return thread.ok ? thread.value : [];
}

/** A reply noted with a sent letter, and how to undo that; null if it could not be saved. */
export async function noteReply(
  letterId: string,
  note: NonNullable<ReplyDecision['note']>,
): Promise<(() => Promise<boolean>) | null> {
  const reply = { ...note, id: crypto.randomUUID() };
  const noted = await repository.changeRecord('sent', letterId, (sent) => ({
    ...sent,
    replies: [...sent.replies, reply],
  }));
  if (!noted.ok) return null;
  return async () => {
    const undone = await repository.changeRecord('sent', letterId, (sent) => ({
      ...sent,
      replies: sent.replies.filter(({ id }) => id !== reply.id),
    }));
    return undone.ok;
  };
}

/** Chooses the letter for this tab, with its dates filled in and its points ticked. */
export async function takeLetter(
  popup: PopupStore,
  { letterId, answers, requests }: NonNullable<ReplyDecision['letter']>,
): Promise<void> {
  await chooseLetter(popup, letterId);
  // An own letter that replaces ours has an id of its own.
  const { letter } = popup.getState();
  if (requests) await choose(popup, { requests: { [letter.id]: [...requests] } });
  if (Object.keys(answers).length > 0) await writeWords(popup, { answers });
}
