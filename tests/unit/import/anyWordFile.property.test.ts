import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readPastedWording, readWordWording, type ReadWording } from '../../../lib/import/readWording';
import { toMarkdown } from '../../../lib/import/toMarkdown';
import { parseLetter } from '../../../lib/letter/parse/parse';
import { cut, RUNS, RUNS_TIMEOUT, someCuts } from '../storage/damage';
import {
  bold,
  bullet,
  heading,
  makeWordFile,
  numbered,
  runs,
  table,
  withComment,
  withFootnote,
} from './wordFiles';

const whole = unzipSync(
  await makeWordFile([
    heading('Why now'),
    runs('It is ', { bold: 'urgent' }, ' now.', { br: 'Really.' }, { struck: 'No.' }),
    numbered('Assess'),
    numbered('Part', 1),
    bullet('Share'),
    bold('What I ask'),
    table(['A', 'B'], ['C', 'D']),
    withFootnote('As published'),
    withComment('Dear Director'),
  ]),
);
const parts = Object.keys(whole).filter((name) => /\.(xml|rels)$/.test(name));

/** Pieces of Word’s markup, and signs that break it. */
const PIECES = [
  '<w:p>',
  '</w:p>',
  '<w:r><w:t>',
  '</w:t></w:r>',
  '<w:tbl><w:tr><w:tc>',
  '<w:del>',
  '<w:ins w:author="A">',
  '<w:instrText> MERGEFIELD Name </w:instrText>',
  '<w:fldSimple w:instr="DATE">',
  '<w:numPr><w:ilvl w:val="9"/><w:numId w:val="-1"/></w:numPr>',
  '<w:pStyle w:val="__proto__"/>',
  '<mc:AlternateContent><mc:Choice>',
  '<w:sdt><w:sdtContent>',
  '<w:br w:type="page"/>',
  '<!--',
  ']]>',
  '&amp;',
  '&#0;',
  '&x;',
  '<',
  '\u0000',
  '\ud800',
];

/** Either a letter that the page can use, or at least one sentence. */
function expectLetterOrSentence(read: ReadWording): void {
  if (!read.ok) {
    expect(read.problems).not.toEqual([]);
    for (const { sentence } of read.problems) expect(sentence).toMatch(/^[^\n]{10,}\.$/s);
    return;
  }
  const { letter } = read.value;
  const markdown = toMarkdown(letter, { title: 'A letter', when: 'Now', checkedOn: '2026-11-23', fills: {} });
  const parsed = parseLetter(markdown, 'A letter');
  expect(parsed.ok || parsed.problems.length > 0).toBe(true);
}

test(
  'a Word file damaged in any places gives a letter or a sentence',
  async () => {
    const damage = fc.array(fc.record({ part: fc.constantFrom(...parts), cuts: someCuts(PIECES) }), {
      minLength: 1,
      maxLength: 2,
    });
    await fc.assert(
      fc.asyncProperty(damage, async (changes) => {
        const files = { ...whole };
        for (const { part, cuts } of changes) files[part] = strToU8(cut(strFromU8(files[part]!), cuts));
        const bytes = new Uint8Array(zipSync(files, { level: 0 }));
        expectLetterOrSentence(await readWordWording(new File([bytes], 'wording.docx')));
      }),
      { numRuns: RUNS / 2 },
    );
  },
  RUNS_TIMEOUT,
);

test(
  'a Word file with any bytes changed gives a letter or a sentence',
  async () => {
    const bytes = zipSync(whole);
    const change = fc.record({ at: fc.nat({ max: bytes.length - 1 }), byte: fc.nat({ max: 255 }) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { maxLength: 6 }),
        fc.nat({ max: bytes.length }),
        async (changes, end) => {
          const broken = bytes.slice(0, end % 3 === 0 ? end : bytes.length);
          for (const { at, byte } of changes) broken[at] = byte;
          expectLetterOrSentence(await readWordWording(new File([new Uint8Array(broken)], 'wording.docx')));
        },
      ),
      { numRuns: RUNS / 2 },
    );
  },
  RUNS_TIMEOUT,
);

test(
  'any pasted text gives a letter or a sentence',
  async () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 20, unit: 'grapheme' }),
      fc.constantFrom(
        '\n',
        '\n\n',
        '1. ',
        '• ',
        '\t',
        'Dear Director',
        'Yours faithfully',
        '**',
        '{{',
        '## ',
        '\u0000',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) =>
        expectLetterOrSentence(await readPastedWording(pieces.join(''))),
      ),
      { numRuns: RUNS },
    );
  },
  RUNS_TIMEOUT,
);
