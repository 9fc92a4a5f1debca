import { listMissing } from './missing';
import type { Block, LetterDocument, LetterSection, ListItem } from '../model';

/** Parts of a letter for the right-click menu. Each function returns `null` if the composed letter has no such part. */

export function pickSection(doc: LetterDocument, sectionId: string): LetterDocument | null {
  const section = doc.sections.find(({ id }) => id === sectionId);
  return section ? partOf(doc, section) : null;
}

/** One request as a paragraph without its number, which would refer to requests that are not inserted. */
export function pickRequest(doc: LetterDocument, requestId: string): LetterDocument | null {
  const request = requestsOf(doc).find((item) => item.requestId === requestId);
  return request
    ? partOf(doc, { id: requestId, title: '', blocks: [{ type: 'paragraph', content: request.content }] })
    : null;
}

/** All ticked requests of the letter as one numbered list. */
export function pickRequests(doc: LetterDocument): LetterDocument | null {
  const items = requestsOf(doc);
  if (items.length === 0) return null;
  return partOf(doc, {
    id: 'requests',
    title: '',
    blocks: [{ type: 'list', ordered: true, start: 1, items }],
  });
}

export function pickSignature(doc: LetterDocument): LetterDocument | null {
  const blocks = blocksOf(doc).filter((block) => block.type === 'lines' && block.signature === true);
  return blocks.length === 0 ? null : partOf(doc, { id: 'signature', title: '', blocks });
}

function blocksOf(doc: LetterDocument): Block[] {
  return doc.sections.flatMap((section) => section.blocks);
}

function requestsOf(doc: LetterDocument): ListItem[] {
  return blocksOf(doc)
    .flatMap((block) => (block.type === 'list' ? block.items : []))
    .filter((item) => item.requestId !== undefined);
}

/** A part has neither subject nor addresses: they belong to the whole letter. */
function partOf(doc: LetterDocument, section: LetterSection): LetterDocument {
  const part = { ...doc, subject: [], sender: [], recipient: [], sections: [section] };
  return { ...part, missing: listMissing(part) };
}
