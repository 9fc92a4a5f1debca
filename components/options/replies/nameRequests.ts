import type { SentLetter } from '../../../lib/storage/schema';
import { useDetails } from '../../../lib/details/store';
import { builtInLetters } from '../../../lib/letter/builtIn';
import type { LetterTemplate } from '../../../lib/letter/model';
import { listRequests } from '../../../lib/letter/compose/requests';

/** What the requests of these letters are called; one whose letter is gone keeps its id. */
export async function nameRequests(
  letters: readonly SentLetter[],
): Promise<(letterId: string, requestId: string) => string> {
  const templates = new Map<string, LetterTemplate>(builtInLetters.map((letter) => [letter.id, letter]));
  const own = useDetails.getState().records.letter;
  for (const { id, markdown, title } of own.filter((one) =>
    letters.some(({ letterId }) => letterId === one.id),
  )) {
    // Only those who have written from a letter of their own need the parser.
    const { parseLetter } = await import('../../../lib/letter/parse/parse');
    const parsed = parseLetter(markdown, title);
    if (parsed.ok) templates.set(id, parsed.letter);
  }
  return (letterId, requestId) => {
    const template = templates.get(letterId);
    const request = template && listRequests(template).find(({ id }) => id === requestId);
    return request?.title ?? requestId;
  };
}
