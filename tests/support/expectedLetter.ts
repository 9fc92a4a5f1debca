import { builtInLetters } from '../../lib/letter/builtIn';
import { composeLetter } from '../../lib/letter/compose/compose';
import type { LetterChoices, LetterDocument, LetterTemplate } from '../../lib/letter/model';
import { inlineText } from '../../lib/letter/render/text';
import { addWorkingDays, DEFAULT_WORKING_DAYS } from '../../lib/letter/dates';
import { emptyFields } from '../../lib/storage/schema';
import { exampleEmployer, exampleSigner, type SeededDetails } from './seedDetails';

export function builtInLetter(id: string): LetterTemplate {
  const letter = builtInLetters.find((candidate) => candidate.id === id);
  if (!letter) throw new Error(`No letter "${id}"`);
  return letter;
}

/** The letter expected from the seeded details, with a new user's choices except those given. */
export function expectedLetter(
  id: string,
  { signer, employer }: SeededDetails = {},
  now = new Date(),
  choices: Partial<LetterChoices> = {},
): LetterDocument {
  const two = (part: number) => String(part).padStart(2, '0');
  const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return composeLetter(builtInLetter(id), {
    signer: { ...emptyFields.signer, ...exampleSigner, ...signer },
    employer: { ...emptyFields.employer, ...exampleEmployer, ...employer },
    today,
    choices: {
      requests: null,
      ownParagraph: '',
      replyBy: addWorkingDays(today, DEFAULT_WORKING_DAYS).date,
      mentionUnion: false,
      voice: 'full',
      copies: [],
      enclosures: [],
      answers: {},
      ...choices,
    },
  });
}

export function expectedSubject(letter: LetterDocument): string {
  return inlineText(letter.subject);
}

/** The first of these texts that does not follow the text before it. Null when all are there in order. */
export function firstMissing(texts: string[], within: string): string | null {
  const flat = flatten(within);
  let from = 0;
  for (const text of texts) {
    const at = flat.indexOf(flatten(text), from);
    if (at < 0) return text;
    from = at + flatten(text).length;
  }
  return null;
}

/** Editors change spaces into no-break spaces and lines into blocks, so only the words are compared. */
function flatten(text: string): string {
  return text.replace(/[\s\u00a0]+/g, ' ').trim();
}
