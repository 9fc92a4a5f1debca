import { openPopupOn, setUpTab } from './openedPopup';
import { beforeEach, expect, test, vi } from 'vitest';
import type { JobMessage } from '../../../lib/writing/outcome';

const sendJob = vi.fn(async (_job: JobMessage) => {});

beforeEach(() => {
  sendJob.mockClear();
  const draft = { id: '1', kind: 'new message', subject: 'empty', subjectText: '', holds: [] } as const;
  const seen = { ...draft, holds: [], focused: true, minimised: false, plainText: false };
  setUpTab(() => ({ site: 'gmail', drafts: [seen], blockedFrame: false }), { sendJob });
});

/** The four first details are saved; both addresses, and the job title if it is empty, are missing. */
async function openAfterFourQuestions(jobTitle: string) {
  const { repository } = await openPopupOn('2026-11-23');
  const role = 'Director of Children’s Services';
  await repository.addEmployer({ kind: 'council', organisation: 'Northmere Council', role });
  await repository.addSigner({ fullName: 'Sam Carter', school: 'Oakfield School', jobTitle });
  return openPopupOn('2026-11-23');
}

test.each([
  ['', 1, 3],
  ['Headteacher', 0, 2],
])('the Word letter counts what is missing on paper (job title “%s”)', async (jobTitle, email, paper) => {
  const popup = await openAfterFourQuestions(jobTitle);
  expect(popup.document().missing).toHaveLength(email);
  await popup.downloadWordLetter();
  expect(popup.state().outcome).toMatchObject({ kind: 'saved as Word', missingCount: paper });
});

test('the missing details of an attached Word copy are counted separately', async () => {
  const popup = await openAfterFourQuestions('');
  await popup.insertLetter();
  await popup.choose({ attachWord: true });
  popup.setState({ outcome: null });
  await popup.insertLetter();
  const [without, withCopy] = sendJob.mock.calls.map(([job]) => job.type === 'insert' && job.facts);
  expect(without).toMatchObject({ missingCount: 1 });
  expect(without).not.toHaveProperty('missingOnPaper');
  expect(withCopy).toMatchObject({ missingCount: 1, missingOnPaper: 3 });
});
