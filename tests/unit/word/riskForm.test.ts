// @vitest-environment jsdom
import { beforeAll, describe, expect, test } from 'vitest';
import { renderRiskForm } from '../../../lib/word/riskForm';
import { formTexts, type PhaseId } from '../../../lib/word/riskForm.wording';
import { hazards } from '../../../lib/word/riskFormParts';
import {
  findStructureProblems,
  mainPart,
  openPackage,
  paragraphText,
  styleOf,
  wordElements,
  wordValue,
  type WordPackage,
} from './structure';

const blank = { employer: '', school: '', date: '2026-11-23' };

const HSE_COLUMNS = [
  'What are the hazards?',
  'Who might be harmed and how?',
  'What are you already doing to control the risks?',
  'What further action do you need to take?',
  'Who needs to carry out the action?',
  'When is the action needed by?',
  'Done',
];

const range = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

let bytes: Uint8Array;
let word: WordPackage;

beforeAll(async () => {
  bytes = await renderRiskForm(blank);
  word = openPackage(bytes);
});

const readTables = () =>
  wordElements(mainPart(word), 'tbl').map((table) =>
    wordElements(table, 'tr').map((row) =>
      wordElements(row, 'tc').map((cell) => wordElements(cell, 'p').map(paragraphText).join('\n')),
    ),
  );

const readStyles = (...styles: string[]) =>
  wordElements(mainPart(word), 'p')
    .filter((paragraph) => styles.includes(styleOf(paragraph)))
    .map(paragraphText);

describe('the hazards', () => {
  test('are twenty-six, numbered 1 to 26', () => {
    expect(hazards.map(({ number }) => number)).toEqual(range(1, 26));
  });

  test.each<[PhaseId, number[]]>([
    ['A', range(1, 8)],
    ['B', range(9, 11)],
    ['C', range(12, 16)],
    ['D', range(17, 19)],
    ['E', range(20, 24)],
    ['all', range(25, 26)],
  ])('of phase %s are in order', (phase, numbers) => {
    expect(hazards.filter((hazard) => hazard.phase === phase).map(({ number }) => number)).toEqual(numbers);
  });

  test('each have their area of HSE’s Management Standards', () => {
    const inArea = (area: string) =>
      hazards.filter((hazard) => hazard.area === area).map(({ number }) => number);
    expect(inArea('Demands')).toEqual([1, 2, 7, 8, 10, 14, 22]);
    expect(inArea('Control')).toEqual([9, 15, 19, 26]);
    expect(inArea('Support')).toEqual([4, 11, 13, 17, 18, 23, 25]);
    expect(inArea('Relationships')).toEqual([12, 16, 20]);
    expect(inArea('Role')).toEqual([5, 6, 21]);
    expect(inArea('Change')).toEqual([3, 24]);
  });

  test('each say who might be harmed and suggest at least one measure', () => {
    for (const { harmed, examples } of hazards) {
      expect(harmed).not.toBe('');
      expect(examples.length).toBeGreaterThan(0);
    }
  });
});

describe('the words of the risk assessment form', () => {
  const words = [
    ...hazards.flatMap(({ hazard, harmed, examples }) => [hazard, harmed, ...examples]),
    ...formTexts.introduction,
    ...formTexts.guidance,
  ];

  test('mention no governing body, because a pupil referral unit has none and a federation shares one', () => {
    expect(
      words.filter((text) => /\bgovernors?\b|\bgoverning (body|board)\b|\btrustees\b/i.test(text)),
    ).toEqual([]);
  });

  test('ask the employer to tell leaders that they may talk in confidence, not to give permission', () => {
    expect(hazards.find(({ number }) => number === 18)?.examples).toEqual([
      'tell leaders, before any inspection, that Ofsted lets them share it in confidence with colleagues, family, doctor or union',
      'name one person at the employer whom they can ring',
      'put dates to check-ins until publication',
    ]);
    expect(words.filter((text) => /\b(whom|who) .*\bmay talk\b/.test(text))).toEqual([]);
  });
});

describe('the risk assessment form', () => {
  test('is a valid Word file', () => {
    expect(findStructureProblems(bytes)).toEqual([]);
  });

  test('is a landscape page', () => {
    const size = wordElements(mainPart(word), 'pgSz')[0];
    expect([wordValue(size, 'w'), wordValue(size, 'h'), wordValue(size, 'orient')]).toEqual([
      '16838',
      '11906',
      'landscape',
    ]);
  });

  test('asks first for employer, school, assessor, who was consulted, date and review date', () => {
    expect(readTables()[0]).toEqual([
      [
        'Employer',
        'School',
        'Assessor (appointed by the employer)',
        'Consulted (leaders, safety representatives)',
        'Date',
        'Review date',
      ],
      ['', '', '', '', '', ''],
    ]);
  });

  test('has HSE’s columns on every table of hazards', () => {
    const headers = readTables()
      .slice(1)
      .map(([header]) => header);
    expect(headers).toEqual(Array.from({ length: 7 }, () => HSE_COLUMNS));
  });

  test('fits its tables between the margins', () => {
    const [size, margins] = ['pgSz', 'pgMar'].map((name) => wordElements(mainPart(word), name)[0]);
    const room = ['left', 'right'].reduce(
      (width, side) => width - Number(wordValue(margins, side)),
      Number(wordValue(size, 'w')),
    );
    for (const table of wordElements(mainPart(word), 'tblGrid')) {
      const width = wordElements(table, 'gridCol').reduce(
        (sum, column) => sum + Number(wordValue(column, 'w')),
        0,
      );
      expect(width).toBeLessThanOrEqual(room);
    }
  });

  test('puts every hazard under its phase, with blank cells to write in', () => {
    const titles = readStyles('Heading1');
    const rows = readTables()
      .slice(1)
      .map((table) => table.slice(1));
    expect(titles).toHaveLength(rows.length);
    const numbers = rows.map((table) => table.map(([hazard]) => Number.parseInt(hazard!)));
    expect(numbers.slice(0, -1)).toEqual([
      range(1, 8),
      range(9, 11),
      range(12, 16),
      range(17, 19),
      range(20, 24),
      [25, 26],
    ]);
    for (const row of rows.flat()) expect([row[2], row[4], row[5], row[6]]).toEqual(['', '', '', '']);
    expect(rows.at(-1)).toEqual(Array.from({ length: 3 }, () => HSE_COLUMNS.map(() => '')));
  });

  test('marks every example as one for the employer to consider', () => {
    const actions = readTables()
      .slice(1, -1)
      .flatMap((table) => table.slice(1).map((row) => row[3]!));
    for (const action of actions) expect(action).toMatch(/^Examples for the employer to consider:\n./);
    expect(readStyles('FormExample', 'FormLastExample')).toEqual(hazards.flatMap(({ examples }) => examples));
  });

  test('says that no person may be identifiable', () => {
    const text = readStyles('FormText').join(' ');
    expect(text).toContain('Nobody should be identifiable from this form.');
    expect(text).toContain('no health details');
  });

  test('fills in employer and school if they are known', async () => {
    word = openPackage(
      await renderRiskForm({ ...blank, employer: 'A & B <Trust>', school: 'Oakfield Primary' }),
    );
    expect(readTables()[0]![1]!.slice(0, 3)).toEqual(['A & B <Trust>', 'Oakfield Primary', '']);
  });

  test('gives the same bytes each time', async () => {
    expect(await renderRiskForm(blank)).toEqual(bytes);
  });
});
