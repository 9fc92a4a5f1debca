import type { Choices } from '../storage/schema';
import type { LetterDocument } from '../letter/model';
import { blockTexts } from '../letter/render/text';

export function countWords(document: LetterDocument): number {
  return blockTexts(document).join(' ').split(/\s+/).filter(Boolean).length;
}

/** The folded row’s present value: "subject, address, 1 copy". Whom it goes to is never hidden in a fold. */
export function describeTicks(choices: Choices, copies: number): string {
  const ticked = [
    choices.fillSubject && 'subject',
    choices.address && 'address',
    copies > 0 && (copies === 1 ? '1 copy' : `${copies} copies`),
    choices.attachWord && 'Word copy',
  ].filter(Boolean);
  return ticked.join(', ') || 'nothing';
}

export function describeRequests(ticked: number, all: number): string {
  if (ticked === 0) return 'no requests';
  const noun = ticked === 1 ? 'request' : 'requests';
  return ticked < all ? `${ticked} ${noun}` : `all ${all} ${noun}`;
}
