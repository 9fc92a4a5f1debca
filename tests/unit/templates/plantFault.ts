import { readFileSync } from 'node:fs';
import { composeLetter } from '../../../lib/letter/compose/compose';
import type { LetterDocument, LetterTemplate } from '../../../lib/letter/model';
import { parseLetter } from '../../../lib/letter/parse/parse';
import { sampleContext, type SampleEmployer, type SampleSigner } from '../../support/sampleLetters';

/** Plants one fault in the file of a letter. The rule under test must find the fault. */
export function plantTemplate(
  id: string,
  from: string,
  to: string,
  ...more: [string, string] | []
): LetterTemplate {
  const file = readFileSync(`templates/${id}.md`, 'utf8');
  const markdown = more.length === 2 ? file.replace(more[0], () => more[1]) : file;
  if (!markdown.includes(from)) throw new Error(`templates/${id}.md does not contain “${from}”`);
  const parsed = parseLetter(
    markdown.replace(from, () => to),
    `${id}.md`,
  );
  if (!parsed.ok) throw new Error(parsed.problems.map(({ sentence }) => sentence).join('\n'));
  return parsed.letter;
}

/** The letter composed from the file with the fault. */
export function plant(
  id: string,
  from: string,
  to: string,
  signer: SampleSigner = 'single',
  employer: SampleEmployer = 'council',
): LetterDocument {
  const letter = plantTemplate(id, from, to);
  return composeLetter(letter, sampleContext(letter, signer, employer));
}
