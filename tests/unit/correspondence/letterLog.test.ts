import { expect, test } from 'vitest';
import { emptyFields, type SentLetter } from '../../../lib/storage/schema';
import { buildLetterLog } from '../../../lib/correspondence/exchanges';

const sent = (id: string, changes: Partial<SentLetter>): SentLetter => ({
  ...emptyFields.sent,
  v: 1,
  id,
  signerId: 's',
  signerName: 'Priya Nair',
  employerId: 'e',
  employerName: 'Northmere County Council',
  ...changes,
});
const titleOf = (letterId: string, requestId: string) => `${letterId}/${requestId}`;

test('letters are grouped by signer and employer, in the order they were sent', () => {
  const log = buildLetterLog(
    [
      sent('a', { title: 'Reminder', sentOn: '2026-11-20' }),
      sent('b', { title: 'Other', signerId: 's2', signerName: 'Tom Adeyemi', sentOn: '2026-11-10' }),
      sent('c', { title: 'First', sentOn: '2026-11-02' }),
    ],
    '2026-11-23',
    titleOf,
  );
  expect(log.madeOn).toBe('2026-11-23');
  expect(log.threads.map(({ signer, letters }) => [signer, letters.map(({ title }) => title)])).toEqual([
    ['Priya Nair', ['First', 'Reminder']],
    ['Tom Adeyemi', ['Other']],
  ]);
});

test('letters without ids are grouped by the signer’s name', () => {
  const noIds = { signerId: '', employerId: '' };
  const log = buildLetterLog(
    [sent('a', { ...noIds, signerName: 'Amina' }), sent('b', { ...noIds, signerName: 'Ben' })],
    '2026-11-23',
    titleOf,
  );
  expect(log.threads.map(({ signer }) => signer)).toEqual(['Amina', 'Ben']);
});

test('a signer whose name changed stays one group, and each letter shows the name it was sent with', () => {
  const log = buildLetterLog(
    [
      sent('a', { sentOn: '2026-11-02', signerName: 'Priya Nair' }),
      sent('b', { sentOn: '2026-11-20', signerName: 'Dr Priya Nair' }),
    ],
    '2026-11-23',
    titleOf,
  );
  expect(log.threads.map(({ signer }) => signer)).toEqual(['Dr Priya Nair']);
  expect(log.threads[0]?.letters.map(({ signer }) => signer)).toEqual(['Priya Nair', 'Dr Priya Nair']);
});

test('the letter log contains everything in a sent letter’s record', () => {
  const letter = sent('a', {
    letterId: 'request',
    title: 'Ask for a risk assessment',
    text: 'Dear Director\n\nWords.',
    wordingVersion: '2026-11-23',
    requests: ['assess', 'plan'],
    sentOn: '2026-11-02',
    replyBy: '2026-11-16',
    replies: [
      { id: '2', date: '2026-11-12', kind: 'refusal', note: 'By post.', promisedDate: '' },
      { id: '1', date: '2026-11-05', kind: 'holding', note: '', promisedDate: '2026-11-12' },
    ],
    meetings: [{ id: '3', date: '2026-11-19', time: '', place: '', note: 'A plan by spring.' }],
  });
  expect(buildLetterLog([letter], '2026-11-23', titleOf).threads[0]?.letters).toEqual([
    {
      title: 'Ask for a risk assessment',
      signer: 'Priya Nair',
      employer: 'Northmere County Council',
      text: 'Dear Director\n\nWords.',
      wordingVersion: '2026-11-23',
      requests: ['request/assess', 'request/plan'],
      sentOn: '2026-11-02',
      replyBy: '2026-11-16',
      replies: [
        {
          date: '2026-11-05',
          kind: 'They said that they were taking advice.',
          note: '',
          promisedDate: '2026-11-12',
        },
        {
          date: '2026-11-12',
          kind: 'They declined, or said that it is for Ofsted.',
          note: 'By post.',
          promisedDate: '',
        },
      ],
      meetings: [{ date: '2026-11-19', time: '', place: '', note: 'A plan by spring.' }],
    },
  ]);
});
