import type { RequestTemplate, TemplateBlock } from '../model';

interface Sections {
  sections: readonly { blocks: readonly TemplateBlock[] }[];
}

/** Every request of a letter, whatever its condition; optional ones last. */
export function listRequests({ sections }: Sections): RequestTemplate[] {
  return optionalLast(sections.flatMap(({ blocks }) => blocks.flatMap(requestsIn)));
}

/** Ids of the requests that are ticked unless the user changes them. */
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
