/** Files that are far too large or made to be slow: each ends in a result or a sentence, after work that grows with its size. */
import { describe, expect, test } from 'vitest';
import { findParts } from '../../../lib/import/findParts';
import { toMarkdown } from '../../../lib/import/toMarkdown';
import { fromPlainText, type WordingParagraph } from '../../../lib/import/paragraphs';
import { parseLetter } from '../../../lib/letter/parse/parse';
import { partTitle } from '../../../lib/letter/parse/sections';
import { newRecord, type Employer, type Signer } from '../../../lib/storage/schema';
import { findJsonOffsets } from '../../../lib/files/json';
import { answer, type WorkerMessage, type Given, type Kind } from '../../../lib/reading/readers';
import { toAny } from '../../../lib/storage/lists';
import { countSteps } from '../../support/countSteps';

async function readKind<K extends Kind>(kind: K, given: Given<K>) {
  const answers: WorkerMessage[] = [];
  await answer({ kind, given }, (one) => answers.push(one));
  const last = answers.at(-1);
  if (last?.is !== 'result') throw new Error('There is no result');
  return last.result;
}

const fileOf = (content: string, name = 'file.json') => new File([content], name);

async function refusal<K extends Kind>(kind: K, given: Given<K>): Promise<string> {
  const result = await readKind(kind, given);
  return 'problems' in result ? result.problems.map(({ sentence }) => sentence).join('\n') : 'not refused';
}

const boldLine = (text: string): WordingParagraph => ({
  style: '',
  spans: [{ text, bold: true }],
  list: null,
});
const markdownOf = (paragraphs: readonly WordingParagraph[]) =>
  toMarkdown(findParts(paragraphs, 'A letter'), {
    title: 'A letter',
    when: 'Now',
    checkedOn: '2026-11-23',
    fills: {},
  });
const lines = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at));
const signer = (at: number): Signer => ({
  ...newRecord('signer', `s${at}`),
  fullName: `Head ${at}`,
  school: 'Brook',
});
const employer = (at: number): Employer => ({
  ...newRecord('employer', `e${at}`),
  organisation: `Trust ${at}`,
});

describe('twice as much in a file is at most a little more than twice the work', () => {
  test.each<[string, (count: number) => unknown]>([
    ['bold lines', (count) => markdownOf(lines(count, (at) => `Heading ${at}`).map(boldLine))],
    ['bold lines that are all the same', (count) => markdownOf(lines(count, () => 'The same').map(boldLine))],
    [
      'numbered lines',
      (count) => markdownOf(fromPlainText(lines(count, (at) => `${(at % 99) + 1}. Please`).join('\n'))),
    ],
    ['spaces', (count) => markdownOf(fromPlainText(`A${' '.repeat(count * 10)}b`))],
    [
      'signers in a table and as many saved',
      (count) =>
        readKind('signers', {
          file: fileOf(
            ['Full name,School,Employer', ...lines(count, (at) => `Head ${at},Brook,Trust ${at}`)].join('\n'),
            'a.csv',
          ),
          saved: [
            ...toAny(
              'signer',
              lines(count, () => '').map((_, at) => signer(at)),
            ),
            ...toAny(
              'employer',
              lines(count, () => '').map((_, at) => employer(at)),
            ),
          ],
        }),
    ],
    [
      'employers in a table and as many saved',
      (count) =>
        readKind('employers', {
          file: fileOf(['Organisation', ...lines(count, (at) => `Trust ${at}`)].join('\n'), 'a.csv'),
          saved: toAny(
            'employer',
            lines(count, () => '').map((_, at) => employer(at)),
          ),
        }),
    ],
    [
      'columns of which one appears many times',
      (count) =>
        readKind('employers', {
          file: fileOf(
            [...lines(count, (at) => `c${at}`), ...lines(count, () => 'Role'), 'Organisation'].join(','),
            'a.csv',
          ),
          saved: [],
        }),
    ],
    [
      'entries of a backup that a later version saved',
      (count) =>
        readKind('backup', {
          file: fileOf(
            JSON.stringify({
              format: 'Dear Employer backup',
              version: 1,
              savedOn: '2026-11-23',
              signers: lines(count, (at) => ({ v: 99, id: `s${at}` }) as never),
              employers: [],
              ownLetters: [],
              sentLetters: [],
              settings: {},
              choices: {},
            }),
          ),
          saved: [],
        }),
    ],
  ])('%s', async (_what, work) => {
    await countSteps(() => work(10));
    const once = await countSteps(() => work(400));
    const twice = await countSteps(() => work(800));
    expect(twice).toBeGreaterThan(once);
    expect(twice / once).toBeLessThan(2.3);
  });
});

describe('what used to end without a word ends in a sentence', () => {
  test('a table of 150,000 rows', async () => {
    const rows = lines(150_000, (at) => `Head ${at},Brook`);
    const file = fileOf(['Full name,School', ...rows].join('\n'), 'a.csv');
    expect(await refusal('signers', { file, saved: [] })).toBe(
      'This table has 150,000 rows; at most 5,000 can be added at once.',
    );
  });

  test('a backup of 1.4 million empty people', async () => {
    const signers = `[{}${',{}'.repeat(1_399_999)}]`;
    const text = `{"format": "Dear Employer backup", "version": 1, "signers": ${signers}}`;
    expect(await refusal('backup', { file: fileOf(text), saved: [] })).toMatch(
      /^This file has 1,400,0\d\d entries; a backup made by Dear Employer has at most 100,000\.$/,
    );
  });

  test('a backup with an object as its date', async () => {
    const backup = { format: 'Dear Employer backup', version: 1, savedOn: { toString: 1 } };
    expect(await refusal('backup', { file: fileOf(JSON.stringify(backup)), saved: [] })).toContain(
      '“savedOn” is not a date',
    );
  });

  test('JSON with five million escapes', () => {
    const name = '\\n'.repeat(5_000_000);
    expect(findJsonOffsets(`{"a": "${name}"}`, [['a']])).toEqual({ ok: true, offsets: [6] });
    expect(findJsonOffsets(`{"a": "${name}`)).toMatchObject({
      ok: false,
      sentence: expect.stringContaining('cut off'),
    });
  });
});

test('of many kinds of trouble in a table only the first are posted to the page, with the number of the others', async () => {
  const rows = lines(1_000, (at) => `Head ${at},Brook,word ${at}`);
  const file = fileOf(['Full name,School,Who employs you?', ...rows].join('\n'), 'a.csv');
  const result = await readKind('signers', { file, saved: [] });
  expect(result).toMatchObject({ ok: true });
  const { questions = [] } = result as Extract<typeof result, { ok: false }>;
  expect(questions).toHaveLength(31);
  expect(questions.at(-1)?.label).toBe('971 more things like these are not listed.');
});

describe('a letter has the same size limit at every door', () => {
  const long = 'A paragraph of some length. '.repeat(10_000);

  test('pasted words', async () => {
    expect(await refusal('pasted', { text: long })).toMatch(
      /^This has 280,000 characters; a letter is at most 200,000\.$/,
    );
  });

  test('pasted lines', async () => {
    expect(await refusal('pasted', { text: 'A line\n'.repeat(5_000) })).toMatch(
      /^This has 5,000 paragraphs; a letter is at most 2,000\.$/,
    );
  });

  test('a letter in a starter file, and a letter file', async () => {
    const letters = [{ title: 'Ours', markdown: long }];
    const starter = { format: 'Dear Employer starter file', version: 1, letters };
    expect(await refusal('details', { file: fileOf(JSON.stringify(starter)), saved: [] })).toContain(
      'a letter is at most 200,000',
    );
    const parsed = parseLetter(long, 'Ours');
    expect(parsed).toMatchObject({
      ok: false,
      problems: [{ sentence: 'This has 280,000 characters; a letter is at most 200,000.' }],
    });
  });
});

test('the title of a part with a hundred thousand spaces is found', () => {
  expect(partTitle(`## A${' '.repeat(100_000)}b {#id}`)).toMatch(/^A +b$/);
});
