import { openPopupOn, setUpTab } from './openedPopup';
import { beforeEach, describe, expect, test } from 'vitest';
import { noteReply } from '../../../lib/popup/theirReply';

beforeEach(() => setUpTab());

const SAID = { kind: 'holding', date: '2026-11-16', promisedDate: '2027-01-15', note: '' } as const;

/** A head with an employer, a letter sent to them, and the popup’s code for their reply. */
async function openAfterLetter() {
  const { repository } = await openPopupOn('2026-11-23');
  const employer = await repository.addEmployer({ organisation: 'Northshire Council' });
  if (!employer.ok) throw new Error(employer.why);
  const signer = await repository.addSigner({ fullName: 'Sam Reed', employerId: employer.value.id });
  if (!signer.ok) throw new Error(signer.why);
  const sent = await repository.addRecord('sent', {
    signerId: signer.value.id,
    employerId: employer.value.id,
    letterId: 'request',
    sentOn: '2026-11-02',
  });
  if (!sent.ok) throw new Error(sent.why);
  const popup = await openPopupOn('2026-11-27');
  const readReplies = async () => {
    const all = await popup.repository.readAll('sent');
    return all.ok ? all.value.flatMap(({ replies }) => replies) : [];
  };
  return {
    popup,
    letterId: sent.value.id,
    readReplies,
    takeLetter: popup.takeLetter,
    readSentThread: popup.readSentThread,
  };
}

describe('a reply that the user has looked at', () => {
  test('is noted with the letter it answers, and “Undo” takes exactly that note away', async () => {
    const { letterId, readReplies } = await openAfterLetter();
    await noteReply(letterId, { ...SAID, kind: 'acknowledgement', promisedDate: '' });
    const undo = await noteReply(letterId, SAID);
    expect(await readReplies()).toMatchObject([{ kind: 'acknowledgement' }, SAID]);
    expect(await undo?.()).toBe(true);
    expect(await readReplies()).toMatchObject([{ kind: 'acknowledgement' }]);
  });

  test('is not said to be noted when its letter is gone', async () => {
    const { popup, letterId } = await openAfterLetter();
    await popup.repository.deleteRecord('sent', letterId);
    expect(await noteReply(letterId, SAID)).toBeNull();
  });

  test('gets the chosen letter with its date filled in and its points ticked, and nothing is noted by that', async () => {
    const { popup, takeLetter, readReplies } = await openAfterLetter();
    await takeLetter({
      letterId: 'reply-inadequate',
      answers: { 'their reply date': '2026-11-16' },
      requests: ['owners', 'share'],
    });
    expect(popup.state().letter.id).toBe('reply-inadequate');
    expect(popup.state().words.answers['their reply date']).toBe('2026-11-16');
    expect(popup.state().choices.requests['reply-inadequate']).toEqual(['owners', 'share']);
    expect(await readReplies()).toEqual([]);
  });

  test('is weighed against the letters from this head to this employer only', async () => {
    const { popup, readSentThread } = await openAfterLetter();
    expect(await readSentThread()).toMatchObject([{ letterId: 'request' }]);
    const other = await popup.repository.addEmployer({ organisation: 'Another Trust' });
    if (!other.ok) throw new Error(other.why);
    await popup.chooseEmployer(other.value.id);
    expect(await readSentThread()).toEqual([]);
  });
});
