import { describe, expect, test } from 'vitest';
import { firstSettings } from '../../../lib/storage/choices';
import { listExchanges } from '../../../lib/correspondence/exchanges';
import { keepingPeriods, listExpired, readThread } from '../../../lib/correspondence/sentLetters';
import { readSettings } from '../../../lib/storage/repair';
import type { SentEntry } from '../../../lib/storage/lists';
import { createFixture, unwrap } from '../storage/fakes';

/** Each of another signer, to nobody who is saved. */
const entry = (id: string, lastOn: string, waitingFor = '') =>
  ({ id, signerId: id, lastOn, waitingFor }) as SentEntry;

describe('expired letters', () => {
  test('a letter expires twelve months and a day after the last date in its record', () => {
    const list = [
      entry('older', '2025-11-22'),
      entry('to the day', '2025-11-23'),
      entry('newer', '2026-11-01'),
    ];
    expect(listExpired(list, 12, '2026-11-23')).toEqual(['older']);
  });

  test('a keeping time that ends in a shorter month counts to its last day', () => {
    expect(listExpired([entry('a', '2026-02-27'), entry('b', '2026-02-28')], 1, '2026-03-31')).toEqual(['a']);
    expect(listExpired([entry('a', '2024-02-28'), entry('b', '2024-02-29')], 12, '2025-02-28')).toEqual([]);
  });

  test('a letter without a date, or with no keeping time set, never expires', () => {
    expect(listExpired([entry('a', '2001-01-01')], null, '2026-11-23')).toEqual([]);
    expect(listExpired([entry('a', '')], 12, '2026-11-23')).toEqual([]);
  });

  test('a keeping time from or to 29 February is right in other years', () => {
    const around = [entry('27', '2027-02-27'), entry('28', '2027-02-28'), entry('1', '2027-03-01')];
    expect(listExpired(around, 12, '2028-02-29')).toEqual(['27']);
    expect(listExpired(around, 12, '2028-03-01')).toEqual(['27', '28']);
    const leap = [entry('28', '2028-02-28'), entry('29', '2028-02-29')];
    expect(listExpired(leap, 12, '2029-02-28')).toEqual([]);
    expect(listExpired(leap, 12, '2029-03-01')).toEqual(['28', '29']);
  });

  test('nothing expires when the clock is set back', () => {
    expect(listExpired([entry('a', '2026-11-01')], 1, '1999-12-31')).toEqual([]);
  });

  test('a letter with an open reply date does not expire', () => {
    const list = [entry('waits', '2025-10-01', '2026-12-01'), entry('waited', '2025-10-01', '2025-10-15')];
    expect(listExpired(list, 12, '2026-11-23')).toEqual(['waited']);
  });

  test('the first letter of an exchange does not expire while something newer is noted in it', () => {
    const of = (id: string, employerId: string, lastOn: string, waitingFor = '') => ({
      ...entry(id, lastOn, waitingFor),
      employerId,
    });
    const list = [
      of('first', 'council', '2024-01-10'),
      of('last', 'council', '2026-10-01'),
      of('other employer', 'trust', '2024-01-10'),
      of('awaited', 'board', '2024-01-10'),
      of('awaiting', 'board', '2024-01-20', '2026-12-01'),
    ];
    expect(listExpired(list, 12, '2026-11-23')).toEqual(['other employer']);
  });

  test('the letters of a signer without a saved employer are kept as one exchange', () => {
    const list = [entry('first', '2024-01-10'), entry('last', '2026-10-01'), entry('other', '2024-01-10')];
    const ofOne = list.map((one) => (one.id === 'other' ? one : { ...one, signerId: 'head' }));
    expect(listExpired(ofOne, 12, '2026-11-23')).toEqual(['other']);
  });

  test.each([
    ['nothing was set', {}, { texts: 12, dates: 36, isChosen: false }],
    ['release 0.1.0 saved its first period', { keepMonths: 12 }, { texts: 12, dates: 36, isChosen: false }],
    ['release 0.1.0 saved 24 months', { keepMonths: 24 }, { texts: 24, dates: 24, isChosen: true }],
    [
      'release 0.1.0 saved “until I delete them”',
      { keepMonths: null },
      { texts: null, dates: null, isChosen: true },
    ],
    ['both are set', { keepMonths: 12, keepDatesMonths: 36 }, { texts: 12, dates: 36, isChosen: true }],
  ])('if %s, the periods are right', (_what, saved, periods) => {
    const read = readSettings({ ...firstSettings, keepDatesMonths: undefined, ...saved });
    expect(keepingPeriods(read.settings)).toEqual(periods);
  });

  test('an old letter with a recent reply does not expire', async () => {
    const { repository } = createFixture();
    const old = { sentOn: '2025-01-10', replyBy: '2025-01-24' };
    await repository.addRecord('sent', { ...old, signerId: 'a', title: 'forgotten' });
    const reply = { id: 'r', date: '2026-10-01', kind: 'holding', note: '', promisedDate: '' } as const;
    await repository.addRecord('sent', { ...old, signerId: 'b', title: 'alive', replies: [reply] });
    const list = unwrap(await repository.readSentList());
    const expired = listExpired(list, 12, '2026-11-23');
    expect(list.filter(({ id }) => expired.includes(id)).map(({ title }) => title)).toEqual(['forgotten']);
  });
});

test('a thread contains the letters of one signer to one employer, oldest first', async () => {
  const { repository } = createFixture();
  const pair = { signerId: 's', employerId: 'e' };
  await repository.addRecord('sent', { ...pair, sentOn: '2026-11-20', title: 'second' });
  await repository.addRecord('sent', { ...pair, sentOn: '2026-11-02', title: 'first' });
  await repository.addRecord('sent', { signerId: 'other', employerId: 'e', sentOn: '2026-11-03' });
  expect(unwrap(await readThread(repository, pair)).map(({ title }) => title)).toEqual(['first', 'second']);
});

test('undoing the deletion of all letters restores their order', async () => {
  const { area, repository } = createFixture();
  for (const title of ['one', 'two', 'three'])
    await repository.addRecord('sent', { title, sentOn: '2026-11-02' });
  const before = unwrap(await repository.readSentList());
  const deleted = await repository.deleteRecords(
    'sent',
    before.map(({ id }) => id),
  );
  expect(Object.keys(area.stored).filter((key) => key.startsWith('sent:'))).toEqual([]);
  expect(unwrap(await repository.readIndex()).sentCount).toBe(0);
  if (deleted.ok) await deleted.restore();
  expect(unwrap(await repository.readSentList())).toEqual(before);
});

describe('an exchange', () => {
  const letter = (letterId: string, sentOn: string, lastOn: string, waitingFor: string) => ({
    ...entry(letterId, lastOn, waitingFor),
    letterId,
    sentOn,
    signerId: 'head',
    employerId: 'council',
  });

  test('was last added to on the latest day noted with any of its letters', () => {
    const list = [
      letter('request', '2026-10-01', '2026-11-20', '2026-10-15'),
      letter('reminder', '2026-10-20', '2026-10-20', '2026-11-03'),
    ];
    expect(listExchanges(list)).toMatchObject([{ lastOn: '2026-11-20' }]);
  });

  test('still waits for the reply to the earlier letter after the one about Ofsted’s call, which asks for none', () => {
    const list = [
      letter('request', '2026-11-01', '2026-11-01', '2026-11-15'),
      letter('inspection-notified', '2026-11-10', '2026-11-10', ''),
    ];
    expect(listExchanges(list)).toMatchObject([{ waitingFor: '2026-11-15' }]);
  });
});
