import { describe, expect, it } from 'vitest';
import { composeLetter } from '../../../lib/letter/compose/compose';
import { type LetterDocument, type LetterTemplate, type Voice, voices } from '../../../lib/letter/model';
import { checkForbidden } from '../../support/forbiddenPhrases';
import {
  checkNumber,
  checkQuotations,
  checkSalutation,
  checkUnmentioned,
  letterText,
  type Fault,
} from '../../support/letterRules';
import { checkDated, checkEmployer, checkMarks } from '../../support/letterShape';
import {
  type SampleChoices,
  sampleContext,
  type SampleEmployer,
  sampleEmployers,
  sampleSigners,
  type SampleSigner,
} from '../../support/sampleLetters';
import { blockTexts } from '../../../lib/letter/render/text';
import { letters } from './everyLetter';

/** Every letter × kind of employer × signature × voice, with the default ticks and with everything ticked and answered. */

const employers = Object.keys(sampleEmployers) as SampleEmployer[];
const signers = Object.keys(sampleSigners) as SampleSigner[];

function compose(
  letter: LetterTemplate,
  employer: SampleEmployer,
  signer: SampleSigner,
  voice: Voice,
  choice: SampleChoices,
): LetterDocument {
  const { choices, ...context } = sampleContext(letter, signer, employer, choice);
  const copies = choice === 'full' ? ['Branch secretary'] : [];
  return composeLetter(letter, { ...context, choices: { ...choices, voice, copies } });
}

/** Faults of a composed letter: a field not filled in, an empty pair of brackets, two spaces, a word twice, two full stops. */
function checkLeftovers(text: string): Fault[] {
  const left =
    /\{\{|\}\}|\[(?!the report\])|\]\(|\(\)|undefined|null| {2}|\b(\p{L}+) \1\b|[.,;:]{2}| [.,;:?]|“”|\s$/iu.exec(
      text,
    );
  return left ? [`“${left[0]}” is left in “${text}”`] : [];
}

const TODAY = new Date('2026-11-23');

/** Any day that the letter asks for something “by” or “on” has to come after the letter’s own date. */
function checkDaysToCome(text: string): Fault[] {
  const days = Array.from(
    text.matchAll(/\b(?:reply|will be finished|suggest \p{L}+ or \p{L}+ times) by (\d{1,2} \p{L}+ \d{4})/gu),
  );
  return days
    .filter(([, day = '']) => new Date(`${day} UTC`) <= TODAY)
    .map(([found]) => `“${found}” has passed`);
}

function faultsOf(
  doc: LetterDocument,
  employer: SampleEmployer,
  signer: SampleSigner,
  voice: Voice,
): Fault[] {
  return [
    ...blockTexts(doc).flatMap((text) => [
      ...checkLeftovers(text),
      ...checkDaysToCome(text),
      ...checkDated(text),
    ]),
    ...checkForbidden(letterText(doc)),
    ...checkEmployer(doc, sampleEmployers[employer].kind),
    ...checkNumber(doc, signer),
    ...checkQuotations(doc),
    ...checkSalutation(doc),
    ...checkMarks(doc),
    ...(voice === 'without NAHT' ? checkUnmentioned(doc) : []),
  ];
}

const please = (doc: LetterDocument) => letterText(doc).match(/\bplease\b/gi)?.length ?? 0;

describe('for every employer, signature and voice', () => {
  it.each(letters.map((letter) => [letter.id, letter] as const))('%s reads right', (_id, letter) => {
    const read = employers.flatMap((employer) =>
      signers.flatMap((signer) =>
        voices.flatMap((voice) =>
          (['plain', 'full'] as const).flatMap((choice) => {
            const doc = compose(letter, employer, signer, voice, choice);
            const faults = [
              ...faultsOf(doc, employer, signer, voice),
              ...(please(doc) > 4 ? [`says please ${please(doc)} times`] : []),
            ];
            return faults.map((fault) => `${employer}, ${signer}, ${voice}, ${choice}: ${fault}`);
          }),
        ),
      ),
    );
    expect(read).toEqual([]);
  });

  it.each([
    ['a word twice', 'Please tell the the council.'],
    ['an unresolved field', 'Dear {{addressee}}'],
    ['a bracket', 'Thank you for your reply of [date of their reply].'],
    ['two spaces', 'Thank you  for this.'],
    ['a space before a stop', 'Thank you for this .'],
    ['two stops', 'Thank you for this..'],
  ])('%s is found', (_kind, text) => {
    expect(checkLeftovers(text)).toHaveLength(1);
  });

  it('a reply date that has passed is found', () => {
    expect(checkDaysToCome('Please reply by 20 November 2026.')).toHaveLength(1);
    expect(checkDaysToCome('Please reply by 7 December 2026.')).toEqual([]);
  });
});
