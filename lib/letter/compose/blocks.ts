import { composeEachLine, composeInlines, hasSeveralLines } from './inlines';
import { isConditionMet } from './conditions';
import { fieldLines, type LetterFacts, missing } from './fieldValues';
import { isFieldName } from './fields';
import type { Block, Inline, ListItem, RequestTemplate, TemplateBlock, TemplateInline } from '../model';
import { optionalLast } from './requests';

export type PlainTemplateBlock = Exclude<TemplateBlock, { type: 'when' }>;

/** The blocks whose conditions hold, in order, without the conditions. */
export function resolveConditions(
  blocks: readonly TemplateBlock[],
  facts: LetterFacts,
): PlainTemplateBlock[] {
  return blocks.flatMap((block) => {
    if (block.type !== 'when') return [block];
    const met = block.anyOf.some((condition) => isConditionMet(condition, facts));
    return met === block.negated ? [] : resolveConditions(block.blocks, facts);
  });
}

/** The ticked requests, optional ones after the others. */
export function tickedRequests(requests: readonly RequestTemplate[], facts: LetterFacts): RequestTemplate[] {
  return optionalLast(requests.filter(({ id }) => facts.ticked.has(id)));
}

/** `firstNumber` is the number that the first request of this block gets. No block: nothing of it is in this letter. */
export function composeBlock(block: PlainTemplateBlock, facts: LetterFacts, firstNumber: number): Block[] {
  switch (block.type) {
    case 'paragraph':
      return composeParagraph(block.content, facts);
    case 'lines':
      return linesBlock(block.lines.flatMap((line) => composeEachLine(line, facts)));
    case 'list':
      return listBlock(
        block.items.flatMap((item) => composeItem(item, facts)).map((content) => ({ content })),
        null,
      );
    case 'requests':
      return listBlock(
        tickedRequests(block.requests, facts).flatMap((request) => composeRequest(request, facts)),
        firstNumber,
      );
  }
}

function composeParagraph(content: readonly TemplateInline[], facts: LetterFacts): Block[] {
  const only = content.length === 1 && content[0]?.type === 'field' ? content[0].name : '';
  if (only === 'signatures') return composeSignatures(facts);
  if (only === 'own paragraph') {
    return fieldLines(only, facts).map((line) => ({ type: 'paragraph', content: line }));
  }
  if (hasSeveralLines(only) || isCopyLine(content)) return linesBlock(composeEachLine(content, facts));
  const inlines = composeInlines(content, facts);
  return inlines && inlines.length > 0 ? [{ type: 'paragraph', content: inlines }] : [];
}

/** "cc {{copies}}" becomes one line for each person, not a sentence. */
function isCopyLine([first, second, ...rest]: readonly TemplateInline[]): boolean {
  return (
    first?.type === 'text' &&
    /^cc:? $/i.test(first.text) &&
    second?.type === 'field' &&
    second.name === 'copies' &&
    rest.length === 0
  );
}

/** A bullet that contains only a field of several lines becomes one bullet for each line. */
function composeItem(item: readonly TemplateInline[], facts: LetterFacts): Inline[][] {
  const only = item.length === 1 && item[0]?.type === 'field' ? item[0].name : '';
  if (isFieldName(only) && hasSeveralLines(only)) return fieldLines(only, facts);
  const inlines = composeInlines(item, facts);
  return inlines && inlines.length > 0 ? [inlines] : [];
}

function composeRequest({ id, content }: RequestTemplate, facts: LetterFacts): ListItem[] {
  const inlines = composeInlines(content, facts);
  return inlines && inlines.length > 0 ? [{ requestId: id, content: inlines }] : [];
}

function composeSignatures(facts: LetterFacts): Block[] {
  return facts.signers.map(({ fullName, jobTitle, school }, index) => {
    const name = fullName === '' ? [missing(index === 0 ? 'full name' : 'co-signers')] : text(fullName);
    // A co-signer may leave out their job title; only the writer's is reported as missing.
    const title = jobTitle === '' ? (index === 0 ? [[missing('job title')]] : []) : [text(jobTitle)];
    return {
      type: 'lines',
      lines: [name, ...title, school === '' ? [missing('school')] : text(school)],
      signature: true,
    };
  });
}

function text(words: string): Inline[] {
  return [{ type: 'text', text: words }];
}

function linesBlock(lines: Inline[][]): Block[] {
  return lines.length === 0 ? [] : [{ type: 'lines', lines }];
}

function listBlock(items: ListItem[], start: number | null): Block[] {
  return items.length === 0 ? [] : [{ type: 'list', ordered: start !== null, start: start ?? 1, items }];
}
