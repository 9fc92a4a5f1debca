import type { RequestTemplate, TemplateBlock } from '../model';

interface Sections {
  sections: readonly { blocks: readonly TemplateBlock[] }[];
}

/** Every request of a letter, under whatever condition; the optional ones after the others. */
export function listRequests({ sections }: Sections): RequestTemplate[] {
  return optionalLast(sections.flatMap(({ blocks }) => blocks.flatMap(requestsIn)));
}

/** The requests a letter ticks by itself. */
export function defaultRequests(letter: Sections): string[] {
  return listRequests(letter).flatMap(({ id, optional }) => (optional ? [] : [id]));
}

export function optionalLast(requests: readonly RequestTemplate[]): RequestTemplate[] {
  return [...requests.filter(({ optional }) => !optional), ...requests.filter(({ optional }) => optional)];
}

function requestsIn(block: TemplateBlock): RequestTemplate[] {
  if (block.type === 'when') return block.blocks.flatMap(requestsIn);
  return block.type === 'requests' ? block.requests : [];
}
