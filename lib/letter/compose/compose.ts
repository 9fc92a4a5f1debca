import { composeRecipient, composeSender, gatherFacts, type LetterFacts } from './fieldValues';
import { composeBlock, resolveConditions, tickedRequests, type PlainTemplateBlock } from './blocks';
import { composeInlines } from './inlines';
import { listMissing } from './missing';
import type {
  Block,
  LetterContext,
  LetterDocument,
  LetterSection,
  LetterTemplate,
  RequestTemplate,
} from '../model';
import { defaultRequests } from './requests';

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

function countRequests(template: LetterTemplate, facts: LetterFacts): number {
  return template.sections.flatMap(({ blocks }) => requestsIn(resolveConditions(blocks, facts), facts))
    .length;
}

function requestsIn(blocks: readonly PlainTemplateBlock[], facts: LetterFacts): RequestTemplate[] {
  return blocks.flatMap((block) => (block.type === 'requests' ? tickedRequests(block.requests, facts) : []));
}

/** Requests are numbered through the whole letter. An empty section is left out. */
function composeSections(template: LetterTemplate, facts: LetterFacts): LetterSection[] {
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
function hasNoTickedRequest(blocks: readonly PlainTemplateBlock[], facts: LetterFacts): boolean {
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
