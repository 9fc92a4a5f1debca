import { openPopupOn, setUpTab } from './openedPopup';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { emptyFields, type SentLetter } from '../../../lib/storage/schema';
import type { JobMessage } from '../../../lib/writing/outcome';
import { readWord } from '../word/readWord';

/** A reminder brings along the first letter, as it was sent, or says that it can be sent. */

const sendJob = vi.fn(async (_job: JobMessage) => {});
const copied: string[] = [];

beforeEach(() => {
  sendJob.mockClear();
  copied.length = 0;
  const draft = { id: '1', kind: 'new message', subject: 'empty', subjectText: '', holds: [] } as const;
  const seen = { ...draft, holds: [], focused: true, minimised: false, plainText: false };
  setUpTab(() => ({ site: 'gmail', drafts: [seen], blockedFrame: false }), {
    sendJob,
    copyLetter: async (_html, text) => copied.push(text) > 0,
  });
});

const SENT_TEXT = 'Dear Ms Okafor\n\nPlease:\n\n1. assess the risks\n\nYours sincerely\n\nSam Carter';

async function openReminder(sent: Partial<SentLetter> = {}) {
  const { repository } = await openPopupOn('2026-11-23');
  const employer = await repository.addEmployer({ kind: 'council', organisation: 'Northmere Council' });
  if (!employer.ok) throw new Error('not saved');
  const signer = await repository.addSigner({
    fullName: 'Sam Carter',
    school: 'Oakfield School',
    jobTitle: 'Headteacher',
    employerId: employer.value.id,
  });
  if (!signer.ok) throw new Error('not saved');
  const first = {
    ...emptyFields.sent,
    signerId: signer.value.id,
    employerId: employer.value.id,
    letterId: 'request',
    sentOn: '2026-11-02',
    replyBy: '2026-11-16',
    text: SENT_TEXT,
    ...sent,
  };
  await repository.addRecord('sent', first);
  const popup = await openPopupOn('2026-11-23');
  await popup.chooseLetter('reminder');
  return popup;
}

async function inserted(popup: Awaited<ReturnType<typeof openReminder>>) {
  await popup.insertLetter();
  const job = sendJob.mock.calls.at(-1)?.[0];
  if (job?.type !== 'insert') throw new Error('nothing was inserted');
  return job;
}

describe('a reminder', () => {
  test('brings the first letter along as a Word file, and says so', async () => {
    const { content, facts } = await inserted(await openReminder());
    expect(content.files?.map(({ name }) => name)).toEqual([
      '2026-11-02 Risk assessment request – Oakfield School.docx',
    ]);
    expect(content.text).toContain('A copy of my first letter is attached.');
    expect(content.text).toContain('Enc. my letter of 2 November 2026');
    expect(facts.attached).toEqual(['first letter']);
    const bytes = Uint8Array.from(atob(content.files?.[0]?.base64 ?? ''), (one) => one.charCodeAt(0));
    const words = JSON.stringify(await readWord(bytes));
    for (const text of ['Copy of a letter', '2 November 2026', 'assess the risks', 'Sam Carter'])
      expect(words).toContain(text);
  });

  test('with a Word copy attached too names both', async () => {
    const popup = await openReminder();
    await popup.choose({ attachWord: true });
    const { content } = await inserted(popup);
    expect(content.files).toHaveLength(2);
    expect(content.text).toContain('Enc. my letter of 2 November 2026 and this letter as a Word document');
  });

  test.each<[string, Partial<SentLetter>, (popup: Awaited<ReturnType<typeof openReminder>>) => unknown]>([
    ['if its text was not kept', { text: '' }, () => {}],
    ['if the user unticks it', {}, (popup) => popup.choose({ attachFirstLetter: false })],
    [
      'if the user gives the date of another letter',
      {},
      (popup) => popup.writeWords({ answers: { 'first letter date': '2026-10-30' } }),
    ],
  ])('says that the first letter can be sent, %s', async (_when, sent, change) => {
    const popup = await openReminder(sent);
    await change(popup);
    const { content, facts } = await inserted(popup);
    expect(content.files).toBeNull();
    expect(facts).not.toHaveProperty('attached');
    expect(content.text).toContain('I can send the first letter again if that would help.');
    expect(content.text).not.toMatch(/attached|Enc\./);
  });

  test('copied says that the first letter can be sent, because a copy brings no file', async () => {
    await (await openReminder()).copyWholeLetter();
    expect(copied[0]).toContain('I can send the first letter again');
    expect(copied[0]).not.toMatch(/attached|Enc\./);
  });
});

test('a letter that does not go on from the first one does not bring it along', async () => {
  const popup = await openReminder();
  await popup.chooseLetter('acknowledge');
  expect((await inserted(popup)).content.files).toBeNull();
});
