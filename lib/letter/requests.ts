import type { LetterTemplate, RequestTemplate, TemplateBlock } from './model';

/** Every request of a letter in its order, those that are always asked first. */
export function listRequests(letter: LetterTemplate): RequestTemplate[] {
  return letter.sections.flatMap((section) => section.blocks.flatMap(requestsIn));
}

/** The requests a letter ticks by itself. */
export function defaultRequests(letter: LetterTemplate): string[] {
  return listRequests(letter)
    .filter((request) => !request.optional)
    .map((request) => request.id);
}

function requestsIn(block: TemplateBlock): RequestTemplate[] {
  if (block.type === 'requests') return block.requests;
  return block.type === 'when' ? block.blocks.flatMap(requestsIn) : [];
}
