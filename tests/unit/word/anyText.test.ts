// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { builtInLetters } from '../../../lib/letter/builtIn';
import { composeLetter } from '../../../lib/letter/compose/compose';
import { isBlank, printable } from '../../../lib/letter/text';
import type { Block, LetterContext } from '../../../lib/letter/model';
import { inlineText } from '../../../lib/letter/render/text';
import { renderDocx } from '../../../lib/word/letter';
import { renderRiskForm } from '../../../lib/word/riskForm';
import { sampleContext } from '../../support/sampleLetters';
import { makeLetter, paragraph, text } from './exampleLetter';
import { paperTexts, readWord } from './readWord';
import { findStructureProblems, mainPart, openPackage, paragraphText, wordElements } from './structure';

// Each test makes many documents, which is slow on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const request = builtInLetters.find(({ id }) => id === 'request')!;

const nasty = [
  '<b>Bold</b> & "quotes" \'single\' ]]> <!-- -->',
  '{{school}} {{{}}} **not bold** [brackets] \\',
  'مدرسة \u202Eright to left\u202C עברית',
  '👩‍🏫🏴󠁧󠁢󠁥󠁮󠁧󠁿 école naïve Ḽơᶉëɱ',
  'a\tb  c\u00A0d',
  'x'.repeat(10_000),
  'م'.repeat(5000),
  // docx uses this form as a placeholder for list numbers.
  '{bullets-0} {numbers-0-0} {numbers-1-0} {examples-0} {requests-0} {default-bullet-numbering-0}',
  '%1. $& $1 ${school}',
  'Enc. cc Dear Yours sincerely',
];

/** Text that cannot be typed, but can come from a file or the clipboard. */
const odd = [
  Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).join('a'),
  'a\u007f\u0080\u0085\u009fb',
  'a\ud800b\udc00c \udc00\ud800',
  'a\ufffe\uffffb\ufdd0',
  ' \n \n\t\n',
  '\u2000\u2001\u3000\u1680\u200b\ufeff',
  'a\r\n\r\nb\u2028c\u2029d',
  ']]> <![CDATA[ x ]]> &amp; &#0; &#xFFFF; </w:t>',
];

/** Without white space and without the characters that no Word file can contain. */
const plain = (words: string) => printable(words).replaceAll(/\s/g, '');

const anyText = fc.oneof(
  fc.constantFrom(...nasty),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

const anyContext = fc
  .record({
    name: anyText,
    school: anyText,
    address: anyText,
    organisation: anyText,
    lastName: anyText,
    own: anyText,
  })
  .map(({ name, school, address, organisation, lastName, own }): LetterContext => {
    const sample = sampleContext(request, 'joint', 'council', 'full');
    return {
      ...sample,
      signer: { ...sample.signer, fullName: name, school, address },
      employer: { ...sample.employer, organisation, lastName },
      choices: { ...sample.choices, ownParagraph: own },
    };
  });

describe('any text typed in a detail', () => {
  test('appears in the Word letter as typed, and never as markup', async () => {
    await fc.assert(
      fc.asyncProperty(anyContext, async (context) => {
        const doc = composeLetter(request, context);
        const bytes = await renderDocx(doc);
        expect(await readWord(bytes)).toEqual(paperTexts(doc));
        expect(findStructureProblems(bytes)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test.each(odd)(
    'gives a valid letter and form with the same text, even if the text was not cleaned before: %j',
    async (typed) => {
      const item = { content: text(typed) };
      const blocks: Block[] = [
        paragraph(typed),
        { type: 'list', ordered: true, start: 1, items: [item] },
        { type: 'list', ordered: false, start: 1, items: [item] },
        { type: 'lines', lines: [text(typed), text('Last line')] },
      ];
      const sections = [{ id: 'only', title: typed, blocks }];
      const letter = makeLetter({ subject: text(typed), sender: [text(typed)], sections });
      const bytes = await renderDocx(letter);
      expect(findStructureProblems(bytes)).toEqual([]);
      const spoken = isBlank(typed) ? [] : Array.from({ length: 6 }, () => plain(typed));
      const address = ['23 November 2026', ...letter.recipient.map(inlineText), 'Last line'].map(plain);
      const read = (await readWord(bytes)).map(plain);
      expect(read.filter((words) => !address.includes(words))).toEqual(spoken);
      const form = await renderRiskForm({ employer: typed, school: typed, date: '2026-11-23' });
      expect(findStructureProblems(form)).toEqual([]);
    },
  );

  test.each(nasty.map((typed) => [typed.slice(0, 40), typed]))(
    'appears as typed in the risk assessment form: %s',
    async (_, typed) => {
      const bytes = await renderRiskForm({ employer: typed, school: typed, date: '2026-11-23' });
      const written = wordElements(mainPart(openPackage(bytes)), 'p').map(paragraphText);
      expect(written.filter((words) => words === typed)).toHaveLength(2);
      expect(findStructureProblems(bytes)).toEqual([]);
    },
  );
});
