import { mkdirSync, writeFileSync } from 'node:fs';
import { composeLetter } from '../lib/letter/compose/compose';
import { type LetterTemplate, type Voice, voices } from '../lib/letter/model';
import { inlineText, renderText } from '../lib/letter/render/text';
import { dependsOnVoice, voiceLabels } from '../lib/writing/letters';
import {
  readLetters,
  sampleContext,
  sampleEmployers,
  sampleSigners,
  type SampleChoices,
  type SampleEmployer,
  type SampleSigner,
} from '../tests/support/sampleLetters';

/**
 * npm run letters:print: writes every letter as text, for every kind of employer, signed by one person and by two, and in
 * every voice that changes it, to be read aloud.
 */

export const PRINTED_LETTERS = 'docs/letters';

const RULE = '='.repeat(78);

export function printLetter(letter: LetterTemplate): string {
  const employers = Object.keys(sampleEmployers) as SampleEmployer[];
  const signers = Object.keys(sampleSigners) as SampleSigner[];
  const print = (choice: SampleChoices, voice: Voice, some: SampleEmployer[] = ['council']) =>
    some.flatMap((employer) =>
      signers.map((signer) => printVariant(letter, signer, employer, choice, voice)),
    );
  const otherVoices = dependsOnVoice(letter) ? voices.filter((voice) => voice !== 'full') : [];
  return [
    ...print('plain', 'full', employers),
    ...otherVoices.flatMap((voice) => print('plain', voice, employers)),
    ...print('full', 'full'),
  ].join('\n');
}

function printVariant(
  letter: LetterTemplate,
  signer: SampleSigner,
  employer: SampleEmployer,
  choice: SampleChoices,
  voice: Voice,
): string {
  const { choices, ...context } = sampleContext(letter, signer, employer, choice);
  const doc = composeLetter(letter, { ...context, choices: { ...choices, voice } });
  const everything = choice === 'full' ? ', everything ticked and chosen' : '';
  const heading = `${letter.title} · ${employer} · ${signer} · ${voiceLabels[voice]}${everything}`;
  const to = doc.recipient.map(inlineText).join(', ');
  const head = [RULE, heading, `To: ${to}`, `Subject: ${inlineText(doc.subject)}`, RULE];
  return [...head, '', renderText(doc, { width: 78 }), ''].join('\n');
}

export function main(): void {
  mkdirSync(PRINTED_LETTERS, { recursive: true });
  const letters = readLetters();
  for (const letter of letters) writeFileSync(`${PRINTED_LETTERS}/${letter.id}.txt`, printLetter(letter));
  console.log(`${letters.length} letters written to ${PRINTED_LETTERS}`);
}
