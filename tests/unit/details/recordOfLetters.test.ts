import { expect, test } from 'vitest';
import { emptyFields, type SentLetter } from '../../../lib/storage/schema';
import { buildLetterLog } from '../../../lib/correspondence/letterLog';

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

test('letters of each person to each employer stand together, in the order they were sent', () => {
  const record = buildLetterLog(
    [
      sent('a', { title: 'Reminder', sentOn: '2026-11-20' }),
      sent('b', { title: 'Other', signerId: 's2', signerName: 'Tom Adeyemi', sentOn: '2026-11-10' }),
      sent('c', { title: 'First', sentOn: '2026-11-02' }),
    ],
    '2026-11-23',
    titleOf,
  );
  expect(record.madeOn).toBe('2026-11-23');
  expect(record.threads.map(({ signer, letters }) => [signer, letters.map(({ title }) => title)])).toEqual([
    ['Priya Nair', ['First', 'Reminder']],
    ['Tom Adeyemi', ['Other']],
  ]);
});

test('people of whom nothing but the name was kept are not mixed up', () => {
  const nobody = { signerId: '', employerId: '' };
  const record = buildLetterLog(
    [sent('a', { ...nobody, signerName: 'Amina' }), sent('b', { ...nobody, signerName: 'Ben' })],
    '2026-11-23',
    titleOf,
  );
  expect(record.threads.map(({ signer }) => signer)).toEqual(['Amina', 'Ben']);
});

test('a name spelt anew stays with its letters, which keep the name of their day', () => {
  const record = buildLetterLog(
    [
      sent('a', { sentOn: '2026-11-02', signerName: 'Priya Nair' }),
      sent('b', { sentOn: '2026-11-20', signerName: 'Dr Priya Nair' }),
    ],
    '2026-11-23',
    titleOf,
  );
  expect(record.threads.map(({ signer }) => signer)).toEqual(['Dr Priya Nair']);
  expect(record.threads[0]?.letters.map(({ signer }) => signer)).toEqual(['Priya Nair', 'Dr Priya Nair']);
});

test('nothing that was noted is left out', () => {
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
    meetings: [{ id: '3', date: '2026-11-19', note: 'A plan by spring.' }],
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
      meetings: [{ date: '2026-11-19', note: 'A plan by spring.' }],
    },
  ]);
});
