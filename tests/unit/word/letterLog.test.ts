// @vitest-environment jsdom
import fc from 'fast-check';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { type LetterLog, type LoggedLetter, renderLetterLog } from '../../../lib/word/letterLog';
import {
  findStructureProblems,
  mainPart,
  openPackage,
  paragraphText,
  styleOf,
  wordElements,
  type WordPackage,
} from './structure';

// Makes many documents, which is slow on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const letter = (changes: Partial<LoggedLetter> = {}): LoggedLetter => ({
  title: 'Ask for a risk assessment',
  signer: 'Priya Nair',
  employer: 'Northmere County Council',
  sentOn: '2026-11-02',
  replyBy: '2026-11-16',
  wordingVersion: '',
  requests: ['Assess the risk', 'Name an officer'],
  text: 'Dear Director of Children’s Services\n\nI write as headteacher.\n\n1. Please assess the risk.\n\nPriya Nair\nHeadteacher',
  replies: [
    {
      date: '2026-11-10',
      kind: 'They said that they were taking advice.',
      promisedDate: '2026-11-30',
      note: 'By email.\nTwo lines.',
    },
  ],
  meetings: [
    { date: '2026-12-01', time: '16:00', place: 'County Hall', note: 'An assessment by the spring.' },
  ],
  ...changes,
});

const record = (...letters: LoggedLetter[]): LetterLog => ({
  madeOn: '2026-12-02',
  threads: [{ signer: 'Priya Nair', employer: 'Northmere County Council', letters }],
});

let bytes: Uint8Array;
let word: WordPackage;

beforeAll(async () => {
  bytes = await renderLetterLog(
    record(letter(), letter({ title: 'Remind them', replies: [], meetings: [] })),
  );
  word = openPackage(bytes);
});

const paragraphs = (...styles: string[]) =>
  wordElements(mainPart(word), 'p')
    .filter((paragraph) => styles.length === 0 || styles.includes(styleOf(paragraph)))
    .map(paragraphText);

describe('the letter log', () => {
  test('is a valid Word file with the same bytes each time', async () => {
    expect(findStructureProblems(bytes)).toEqual([]);
    expect(
      await renderLetterLog(record(letter(), letter({ title: 'Remind them', replies: [], meetings: [] }))),
    ).toEqual(bytes);
  });

  test('says what it is and what it does not prove', () => {
    const [title, ...introduction] = paragraphs('Title', 'RecordText');
    expect(title).toBe('Record of letters and replies');
    expect(introduction.join(' ')).toMatch(/as recorded by the sender/);
    expect(introduction.join(' ')).toMatch(/nothing here proves that an email was sent, delivered or read/);
  });

  test('has a heading for each signer with their employer, and for each letter', () => {
    expect(paragraphs('Heading1')).toEqual([
      'Priya Nair to Northmere County Council',
      'Appendix: the exact text of each letter',
    ]);
    expect(paragraphs('Heading2')).toEqual([
      'Dates in order',
      'Letter 1: Ask for a risk assessment',
      'Letter 2: Remind them',
      'Letter 1: Ask for a risk assessment',
      'Letter 2: Remind them',
    ]);
  });

  test('labels every date as recorded by the sender', () => {
    const column = wordElements(mainPart(word), 'tr').map((row) => paragraphText(wordElements(row, 'p')[0]!));
    expect(column[0]).toBe('Date (as recorded by the sender)');
    expect(column.slice(1)).toContain('10 November 2026');
    const outside = paragraphs('RecordFact').filter((words) => /\d{4}/.test(words));
    expect(outside).toContain('Sent on (as recorded by the sender): 2 November 2026');
    expect(outside).toContain('Reply-by date in the letter (as recorded by the sender): 16 November 2026');
    expect(outside).toContain('Reply received on (as recorded by the sender): 10 November 2026');
    expect(outside).toContain('Day they promised (as recorded by the sender): 30 November 2026');
    expect(outside).toContain('Meeting on (as recorded by the sender): 1 December 2026');
    expect(paragraphs('RecordFact')).toContain(
      'Time and place (as recorded by the sender): 16:00, County Hall',
    );
    expect(outside.filter((words) => !words.includes('(as recorded by the sender): '))).toEqual([]);
  });

  test('lists events by date', () => {
    const rows = wordElements(mainPart(word), 'tr').map((row) => wordElements(row, 'p').map(paragraphText));
    expect(rows.slice(1).map(([, what]) => what)).toEqual([
      'Letter sent: Ask for a risk assessment',
      'Letter sent: Remind them',
      'Reply: They said that they were taking advice.',
      'Reply-by date in the letter',
      'Reply-by date in the letter',
      'Day promised in a reply',
      'Meeting',
    ]);
  });

  test('contains requests, notes and the exact text of the letter', () => {
    expect(paragraphs('RecordRequest').slice(0, 2)).toEqual(['Assess the risk', 'Name an officer']);
    expect(paragraphs('RecordFact')).toContain('Note (as recorded by the sender): By email.Two lines.');
    expect(paragraphs('RecordFact')).toContain(
      'What was agreed (as recorded by the sender): An assessment by the spring.',
    );
    expect(paragraphs('RecordFact')).toContain('No reply is recorded.');
    expect(paragraphs('RecordLetter').slice(0, 4)).toEqual([
      'Dear Director of Children’s Services',
      'I write as headteacher.',
      '1. Please assess the risk.',
      'Priya NairHeadteacher',
    ]);
  });

  test('says “not recorded” for a date or a name that is empty', async () => {
    word = openPackage(
      await renderLetterLog(record(letter({ sentOn: '', signer: ' ', replies: [], meetings: [] }))),
    );
    expect(paragraphs()).toContain('Sent on (as recorded by the sender): not recorded');
    expect(paragraphs()).toContain('From: name not recorded');
  });

  test('is a valid Word file for any typed text, without markup from it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), fc.string(), async (typed, note) => {
        const odd = letter({
          title: typed,
          text: `Words.\n\n<script>${typed}</script>`,
          sentOn: typed,
          requests: [`1 ${typed}`],
          meetings: [{ date: note, time: typed, place: typed, note: typed }],
        });
        expect(findStructureProblems(await renderLetterLog(record(odd)))).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});
