import { composeLetter } from '../../../lib/letter/compose/compose';
import type { LetterDocument, LetterTemplate } from '../../../lib/letter/model';
import {
  readLetters,
  sampleContext,
  sampleEmployers,
  sampleSigners,
  type SampleChoices,
  type SampleEmployer,
  type SampleSigner,
} from '../../support/sampleLetters';
import type { Fault } from '../../support/letterRules';

export const letters: readonly LetterTemplate[] = readLetters();

export interface Variant {
  name: string;
  letterId: string;
  signer: SampleSigner;
  employer: SampleEmployer;
  choice: SampleChoices;
  doc: LetterDocument;
}

/** Every letter × employer × signature, with default choices and with everything ticked and chosen. */
export const variants: readonly Variant[] = letters.flatMap((letter) =>
  keys(sampleEmployers).flatMap((employer) =>
    keys(sampleSigners).flatMap((signer) =>
      (['plain', 'full'] as const).map((choice) => ({
        name: `${letter.id} · ${employer} · ${signer} · ${choice}`,
        letterId: letter.id,
        signer,
        employer,
        choice,
        doc: composeLetter(letter, sampleContext(letter, signer, employer, choice)),
      })),
    ),
  ),
);

export function letterById(id: string): LetterTemplate {
  const letter = letters.find((candidate) => candidate.id === id);
  if (!letter) throw new Error(`There is no letter “${id}”`);
  return letter;
}

export function composeSample(
  id: string,
  signer: SampleSigner = 'single',
  employer: SampleEmployer = 'council',
  choice: SampleChoices = 'plain',
): LetterDocument {
  const letter = letterById(id);
  return composeLetter(letter, sampleContext(letter, signer, employer, choice));
}

function keys<K extends string>(record: Record<K, unknown>): K[] {
  return Object.keys(record) as K[];
}

/** One list of faults over all variants, each with the variant's name, so that a failure reads as a to-do list. */
export function faults(of: readonly Variant[], check: (variant: Variant) => Fault[]): string[] {
  return of.flatMap((variant) => check(variant).map((fault) => `${variant.name}: ${fault}`));
}
