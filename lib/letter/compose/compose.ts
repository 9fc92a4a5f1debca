import { composeRecipient, composeSender, gatherFacts, type ComposingFacts } from './fieldValues';
import {
  composeInlines,
  composeBlock,
  resolveConditions,
  tickedRequests,
  type PlainTemplateBlock,
} from './inlines';
import {
  type Block,
  type LetterContext,
  type LetterDocument,
  type LetterSection,
  type LetterTemplate,
  type RequestTemplate,
  type Inline,
  type MissingDetail,
  defaultRequests,
} from '../model';
import { fields, isFieldName } from './fields';
import { inlineText } from '../render/text';

/**
 * Fills in a template for one signer, one employer and one set of choices. The result contains no fields and no
 * conditions; `missing` lists the details that the email shows in brackets.
 */
export function composeLetter(template: LetterTemplate, context: LetterContext): LetterDocument {
  const ticked = new Set(context.choices.requests ?? defaultRequests(template));
  const beforeCounting = gatherFacts(template, context, ticked);
  const facts = { ...beforeCounting, requestCount: countRequests(template, beforeCounting) };
  const subject = composeInlines(template.subject, facts) ?? [];
  const sections = composeSections(template, facts);
  return {
    letterId: template.id,
    title: template.title,
    date: context.today,
    subject,
    sender: composeSender(facts),
    recipient: composeRecipient(facts),
    sections,
    missing: listMissing({ subject, sections }),
  };
}

function countRequests(template: LetterTemplate, facts: ComposingFacts): number {
  return template.sections.flatMap(({ blocks }) => requestsIn(resolveConditions(blocks, facts), facts))
    .length;
}

function requestsIn(blocks: readonly PlainTemplateBlock[], facts: ComposingFacts): RequestTemplate[] {
  return blocks.flatMap((block) => (block.type === 'requests' ? tickedRequests(block.requests, facts) : []));
}

/** Requests are numbered through the whole letter. An empty section is left out. */
function composeSections(template: LetterTemplate, facts: ComposingFacts): LetterSection[] {
  let nextNumber = 1;
  return template.sections.flatMap(({ id, title, blocks: templateBlocks }) => {
    const resolved = resolveConditions(templateBlocks, facts);
    if (hasNoTickedRequest(resolved, facts)) return [];
    const blocks: Block[] = [];
    for (const block of resolved) {
      const composed = composeBlock(block, facts, nextNumber);
      nextNumber += composed.reduce((count, part) => count + requestCount(part), 0);
      for (const part of composed) appendBlock(blocks, part);
    }
    return blocks.length === 0 ? [] : [{ id, title, blocks }];
  });
}

/** True for a section with requests, none of them ticked. The section is left out whole, with its lead-in sentence. */
function hasNoTickedRequest(blocks: readonly PlainTemplateBlock[], facts: ComposingFacts): boolean {
  return blocks.some(({ type }) => type === 'requests') && requestsIn(blocks, facts).length === 0;
}

function requestCount(block: Block): number {
  return block.type === 'list' && block.ordered ? block.items.length : 0;
}

/** Joins neighbouring lists of requests: they may come from different conditions, but are one numbered list. */
function appendBlock(blocks: Block[], block: Block): void {
  const last = blocks.at(-1);
  if (last?.type === 'list' && block.type === 'list' && last.ordered && block.ordered)
    last.items.push(...block.items);
  else blocks.push(block);
}

type Parts = Pick<LetterDocument, 'subject' | 'sender' | 'recipient' | 'sections'>;

/** Details missing from the email (subject and body), each once, in the order of the letter. */
export function listMissing({ subject, sections }: Pick<Parts, 'subject' | 'sections'>): MissingDetail[] {
  return collect([subject, ...sections.flatMap((section) => section.blocks.flatMap(inlinesOf))]);
}

/** Details missing from the Word letter, which also prints the address blocks. */
export function listMissingOnPaper({ subject, sender, recipient, sections }: Parts): MissingDetail[] {
  const body = sections.flatMap((section) => section.blocks.flatMap(inlinesOf));
  return collect([...sender, ...recipient, subject, ...body]);
}

function inlinesOf(block: Block): Inline[][] {
  switch (block.type) {
    case 'paragraph':
      return [block.content];
    case 'lines':
      return block.lines;
    case 'list':
      return block.items.map((item) => item.content);
  }
}

function collect(runs: readonly Inline[][]): MissingDetail[] {
  const names = runs.flat().flatMap((inline) => (inline.type === 'missing' ? [inline.field] : []));
  return [...new Set(names)].map((field) => ({
    field,
    label: isFieldName(field) ? fields[field].label : field,
  }));
}

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
