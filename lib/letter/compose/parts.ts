import { listMissing } from './missing';
import type { Block, Inline, LetterDocument, LetterSection } from '../model';
import { inlineText } from '../render/text';

/** Parts of a letter for the right-click menu. Each function returns `null` if the composed letter has no such part. */

export function pickSection(doc: LetterDocument, sectionId: string): LetterDocument | null {
  const section = doc.sections.find(({ id }) => id === sectionId);
  return section ? partOf(doc, section) : null;
}

/**
 * One request as a sentence without its number, which would refer to requests that are not inserted. After “I am asking
 * you to:” the request is written “undertake …”; alone it is “Please undertake ….”
 */
export function pickRequest(doc: LetterDocument, requestId: string): LetterDocument | null {
  const blocks = blocksOf(doc);
  const [found] = blocks.flatMap((block, at) => {
    const item = block.type === 'list' && block.items.find((one) => one.requestId === requestId);
    return item ? [{ content: item.content, before: blocks[at - 1] }] : [];
  });
  if (!found) return null;
  const content = asksYouTo(found.before) ? asSentence(found.content) : found.content;
  return partOf(doc, { id: requestId, title: '', blocks: [{ type: 'paragraph', content }] });
}

function asksYouTo(block: Block | undefined): boolean {
  return block?.type === 'paragraph' && /\b(to|would|please):$/.test(inlineText(block.content));
}

function asSentence(content: Inline[]): Inline[] {
  const end: Inline[] = inlineText(content).endsWith('.') ? [] : [{ type: 'text', text: '.' }];
  return [{ type: 'text', text: 'Please ' }, ...content, ...end];
}

/** All ticked requests of the letter as its numbered lists, each with the words that it goes on from. */
export function pickRequests(doc: LetterDocument): LetterDocument | null {
  const blocks = blocksOf(doc).filter(
    (block, at, all) => isRequestList(block) || (isLeadIn(block) && isRequestList(all[at + 1])),
  );
  return blocks.length === 0 ? null : partOf(doc, { id: 'requests', title: '', blocks });
}

function isRequestList(block: Block | undefined): boolean {
  return block?.type === 'list' && block.items.some((item) => item.requestId !== undefined);
}

function isLeadIn(block: Block): boolean {
  return block.type === 'paragraph' && inlineText(block.content).endsWith(':');
}

export function pickSignature(doc: LetterDocument): LetterDocument | null {
  const blocks = blocksOf(doc).filter((block) => block.type === 'lines' && block.signature === true);
  return blocks.length === 0 ? null : partOf(doc, { id: 'signature', title: '', blocks });
}

function blocksOf(doc: LetterDocument): Block[] {
  return doc.sections.flatMap((section) => section.blocks);
}

/** A part has neither subject nor addresses: they belong to the whole letter. */
function partOf(doc: LetterDocument, section: LetterSection): LetterDocument {
  const part = { ...doc, subject: [], sender: [], recipient: [], sections: [section] };
  return { ...part, missing: listMissing(part) };
}
