// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { builtInLetters } from '../../../lib/letter/builtIn';
import { composeLetter } from '../../../lib/letter/compose';
import type { LetterContext } from '../../../lib/letter/model';
import { renderDocx } from '../../../lib/letter/renderDocx';
import { renderRiskForm } from '../../../lib/letter/riskForm/renderRiskForm';
import { sampleContext } from '../../../scripts/letterSamples';
import { paperTexts, readWord } from './readWord';
import { findStructureProblems, mainPart, openPackage, paragraphText, wordElements } from './structure';

// Many documents each; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

const request = builtInLetters.find(({ id }) => id === 'request')!;

const nasty = [
  '<b>Bold</b> & "quotes" \'single\' ]]> <!-- -->',
  '{{school}} {{{}}} **not bold** [brackets] \\',
  'مدرسة \u202Eright to left\u202C עברית',
  '👩‍🏫🏴󠁧󠁢󠁥󠁮󠁧󠁿 école naïve Ḽơᶉëɱ',
  'a\tb  c\u00A0d',
  'x'.repeat(10_000),
  'Enc. cc Dear Yours sincerely',
];

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

describe('whatever is typed in a detail', () => {
  test('stands in the Word letter as it was typed, and never as markup', async () => {
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

  test.each(nasty.map((text) => [text.slice(0, 40), text]))('stands in the form: %s', async (_, text) => {
    const bytes = await renderRiskForm({ employer: text, school: text, date: '2026-11-23' });
    const written = wordElements(mainPart(openPackage(bytes)), 'p').map(paragraphText);
    expect(written.filter((paragraph) => paragraph === text)).toHaveLength(2);
    expect(findStructureProblems(bytes)).toEqual([]);
  });
});
