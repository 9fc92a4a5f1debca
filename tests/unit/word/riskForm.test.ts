// @vitest-environment jsdom
import { beforeAll, describe, expect, test } from 'vitest';
import { renderRiskForm, hazards } from '../../../lib/word/riskForm';
import { formTexts, type PhaseId } from '../../../lib/word/riskForm.wording';
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
  'What further action do you need to take to control the risks?',
  'Who needs to carry out the action?',
  'When is the action needed by?',
  'Done',
];

const range = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

let bytes: Uint8Array;
let word: WordPackage;

beforeAll(async () => {
  bytes = await renderRiskForm(blank, 'annex');
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
  test('are thirty-three, each with a number of its own that never changes', () => {
    expect(hazards.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual(range(1, 33));
  });

  test.each<[PhaseId, number[]]>([
    ['A', [...range(1, 8), 27, 28, 29]],
    ['B', [...range(9, 11), 30]],
    ['C', range(12, 16)],
    ['D', [...range(17, 19), 31]],
    ['E', range(20, 24)],
    ['all', [25, 26, 32, 33]],
  ])('of phase %s are in order', (phase, numbers) => {
    expect(hazards.filter((hazard) => hazard.phase === phase).map(({ number }) => number)).toEqual(numbers);
  });

  test('each have their area of HSE’s Management Standards', () => {
    const inArea = (area: string) =>
      hazards.filter((hazard) => hazard.area === area).map(({ number }) => number);
    expect(inArea('Demands')).toEqual([1, 2, 8, 27, 10, 30, 14, 22, 24, 33]);
    expect(inArea('Control')).toEqual([15, 19]);
    expect(inArea('Support')).toEqual([4, 7, 28, 29, 9, 11, 13, 17, 18, 23, 25]);
    expect(inArea('Relationships')).toEqual([12, 16, 20]);
    expect(inArea('Role')).toEqual([5, 6, 31, 21, 26, 32]);
    expect(inArea('Change')).toEqual([3]);
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
      'tell leaders, before any inspection, with whom Ofsted lets them share it in confidence (in January 2024: colleagues, family, medical advisers and their wider support group)',
      'name one person at the employer whom they can ring',
      'put dates to check-ins until publication',
    ]);
    expect(words.filter((text) => /\b(whom|who) .*\bmay talk\b/.test(text))).toEqual([]);
  });
});

describe('the annex of the risk assessment form', () => {
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
        'Assessor (a competent person, appointed by the employer)',
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
      [...range(1, 8), 27, 28, 29],
      [...range(9, 11), 30],
      range(12, 16),
      [...range(17, 19), 31],
      range(20, 24),
      [25, 26, 32, 33],
    ]);
    for (const row of rows.flat()) expect([row[4], row[5], row[6]]).toEqual(['', '', '']);
    expect(rows.at(-1)).toEqual(Array.from({ length: 3 }, () => HSE_COLUMNS.map(() => '')));
  });

  test('marks every example as one for the employer to consider', () => {
    const actions = readTables()
      .slice(1, -1)
      .flatMap((table) => table.slice(1).map((row) => row[3]!));
    for (const action of actions) expect(action).toMatch(/^Examples for the employer to consider:\n./);
    expect(readStyles('FormExample', 'FormLastExample')).toEqual(hazards.flatMap(({ examples }) => examples));
  });

  test('says what Ofsted itself does, and of the employer never that a measure is in place', () => {
    const already = readTables()
      .slice(1, -1)
      .flatMap((table) => table.slice(1).map((row) => row[2]!))
      .filter((cell) => cell !== '');
    expect(already.length).toBeGreaterThanOrEqual(6);
    for (const cell of already) expect(cell).toMatch(/^Ofsted’s own arrangements:\n./);
  });

  test('asks for a competent assessor, and for roles that identify no one in a small school', () => {
    const text = readStyles('FormText').join(' ');
    expect(text).toContain('A competent person helps with the work');
    expect(text).toContain('Write roles, not names');
    expect(text).toContain('in a small school a role may still identify someone');
  });

  test('says that no person may be identifiable', () => {
    const text = readStyles('FormText').join(' ');
    expect(text).toContain('Nobody should be identifiable from this form.');
    expect(text).toContain('no health details');
  });

  test('fills in employer and school if they are known', async () => {
    word = openPackage(
      await renderRiskForm({ ...blank, employer: 'A & B <Trust>', school: 'Oakfield Primary' }, 'annex'),
    );
    expect(readTables()[0]![1]!.slice(0, 3)).toEqual(['A & B <Trust>', 'Oakfield Primary', '']);
  });

  test('gives the same bytes each time', async () => {
    expect(await renderRiskForm(blank, 'annex')).toEqual(bytes);
  });
});

describe('the one-page form', () => {
  beforeAll(async () => {
    bytes = await renderRiskForm({ ...blank, employer: 'Northmere County Council' });
    word = openPackage(bytes);
  });

  test('is a valid Word file, and what is made unless the annex is asked for', async () => {
    expect(findStructureProblems(bytes)).toEqual([]);
    expect(bytes).not.toEqual(await renderRiskForm(blank, 'annex'));
  });

  test('has the ten hazards that matter most, under HSE’s columns, with the numbers of the annex', () => {
    const [head, table] = readTables();
    expect(head?.[1]?.[0]).toBe('Northmere County Council');
    const [columns, ...rows] = table ?? [];
    expect(columns).toEqual(HSE_COLUMNS);
    expect(rows.map(([hazard]) => Number.parseInt(hazard!))).toEqual([2, 4, 5, 6, 9, 13, 17, 18, 20, 23]);
    for (const row of rows) {
      const inAnnex = hazards.find(({ number }) => number === Number.parseInt(row[0]!));
      expect(row[0]).toBe(`${inAnnex?.number}. ${inAnnex?.hazard}`);
      expect([row[1], row[3]]).not.toContain('');
      expect([row[4], row[5], row[6]]).toEqual(['', '', '']);
    }
  });

  test('says that no person may be identifiable, and that the annex has every hazard', () => {
    const introduction = readStyles('FormSmallText').join(' ');
    expect(introduction).toContain('Write roles, not names, and no health details');
    expect(introduction).toContain('in a small school a role may still identify someone');
    expect(introduction).toContain('the annex, which has every hazard');
  });

  test('prints no text smaller than 9 points', () => {
    const styles = wordElements(word.parts.get('word/styles.xml'), 'style');
    const halfPoints = (id: string): number => {
      const style = styles.find((one) => wordValue(one, 'styleId') === id);
      const size = wordValue(wordElements(style, 'sz')[0]);
      return size ? Number(size) : halfPoints(wordValue(wordElements(style, 'basedOn')[0]));
    };
    const printed = wordElements(mainPart(word), 'p').filter((paragraph) => paragraphText(paragraph) !== '');
    expect(printed.filter((paragraph) => halfPoints(styleOf(paragraph)) < 18).map(paragraphText)).toEqual([]);
  });
});
