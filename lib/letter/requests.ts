import type { LetterTemplate, RequestTemplate, TemplateBlock } from './model';

/** Every request of a letter, under whatever condition: for the popup's ticks and the right-click menu. */
export function listRequests(template: LetterTemplate): RequestTemplate[] {
  const requests = template.sections.flatMap((section) => section.blocks.flatMap(requestsOf));
  return [...requests.filter(({ optional }) => !optional), ...requests.filter(({ optional }) => optional)];
}

function requestsOf(block: TemplateBlock): RequestTemplate[] {
  if (block.type === 'when') return block.blocks.flatMap(requestsOf);
  return block.type === 'requests' ? block.requests : [];
}
