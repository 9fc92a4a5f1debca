import { fieldLines, fieldValues, type ComposingFacts, missing, isConditionMet } from './fieldValues';
import { fields, isFieldName } from './fields';
import {
  adjustAfter,
  adjustBefore,
  agreeInNumber,
  isSentenceStart,
  joinWithAnd,
  needsThe,
  lowerJobTitle,
} from './grammar';
import { capitalise } from '../text';
import {
  type Inline,
  type TemplateInline,
  type Block,
  type ListItem,
  type RequestTemplate,
  type TemplateBlock,
  optionalLast,
} from '../model';
import { inlineText } from '../render/text';

/** Only words in a sentence need grammar; a line of its own, as in an address, does not. */
type Setting = 'sentence' | 'line';
type ReadField = (name: string) => Inline[] | null;

/** Fills in a sentence; `null` if an optional field in it has no value, so the sentence must be left out. */
export function composeInlines(content: readonly TemplateInline[], facts: ComposingFacts): Inline[] | null {
  return joinParts(content, facts, 'sentence', (name) => readInSentence(name, facts));
}

/** One result for each line of the first field that can have several lines; the words around the field are repeated. */
function composeEachLine(content: readonly TemplateInline[], facts: ComposingFacts): Inline[][] {
  const several = content.find((part) => part.type === 'field' && hasSeveralLines(part.name));
  const name = several?.type === 'field' ? several.name : '';
  const lines = isFieldName(name) ? fieldLines(name, facts) : [[]];
  return lines.flatMap((line) => {
    const read: ReadField = (other) => (other === name ? line : readInSentence(other, facts));
    const composed = joinParts(content, facts, 'line', read);
    return composed && inlineText(composed) !== '' ? [composed] : [];
  });
}

function hasSeveralLines(name: string): boolean {
  return isFieldName(name) && fields[name].input === 'lines';
}

function joinParts(
  content: readonly TemplateInline[],
  facts: ComposingFacts,
  setting: Setting,
  read: ReadField,
): Inline[] | null {
  const out: Inline[] = [];
  for (const [index, part] of content.entries()) {
    if (part.type === 'field') {
      const value = read(part.name);
      if (!value) return null;
      appendField(out, part.name, value, setting);
    } else {
      appendWords(out, part, content[index - 1], facts);
    }
  }
  return trimEnds(out);
}

function readInSentence(name: string, facts: ComposingFacts): Inline[] | null {
  if (!isFieldName(name)) return null;
  const lines = fieldLines(name, facts);
  const only = lines[0];
  if (lines.length < 2) return only ?? null;
  const texts = lines.map(inlineText);
  return [{ type: 'text', text: fields[name].joined === 'and' ? joinWithAnd(texts) : texts.join(', ') }];
}

function appendField(out: Inline[], name: string, value: readonly Inline[], setting: Setting): void {
  const first = value[0];
  if (setting === 'sentence' && first?.type === 'text') {
    replaceEnd(out, (before) => adjustBefore(before, first.text));
    append(out, { type: 'text', text: inSentence(name, first.text, endOf(out)) });
    value = value.slice(1);
  }
  for (const inline of value) append(out, inline);
}

/** Adds "the" or a capital where the letter generates the words. Of what the user typed, only a job title changes. */
function inSentence(name: string, text: string, before: string): string {
  const fit = isSentenceStart(before) ? capitalise : (words: string) => words;
  if (name === 'employer') {
    const withoutThe = text.replace(/^the /i, '');
    // "The" before such a name is grammar, not part of the name: "I ask the Trustees of …".
    if (needsThe(withoutThe)) return /\bthe $/i.test(before) ? withoutThe : `${fit('the')} ${withoutThe}`;
    return text.startsWith('the ') ? fit(text) : text;
  }
  // “I am the headteacher of …”, but “Priya Nair, Headteacher”.
  if (name === 'job title') return /\b(an?|the|as) $/i.test(before) ? lowerJobTitle(text) : text;
  return generatedFields.has(name) ? fit(text) : text;
}

const generatedFields: ReadonlySet<string> = new Set([
  'the school',
  'request count',
  'all requests',
  'the requests',
]);

function appendWords(
  out: Inline[],
  part: Exclude<TemplateInline, { type: 'field' }>,
  previous: TemplateInline | undefined,
  facts: ComposingFacts,
): void {
  if (part.type === 'strong') return append(out, part);
  const words = part.type === 'text' ? part.text : facts.signers.length > 1 ? part.joint : part.single;
  if (previous?.type === 'field') {
    const agreed =
      previous.name === 'employer' ? agreeInNumber(words, fieldValues('employer', facts).join('')) : words;
    return append(out, { type: 'text', text: adjustAfter(endOf(out), agreed) });
  }
  const spaced = previous?.type === 'number' && endOf(out).endsWith(' ');
  append(out, { type: 'text', text: spaced ? words.trimStart() : words });
}

/** Joins neighbouring texts into one, so that no output shows where a field was. */
function append(out: Inline[], inline: Inline): void {
  const last = out.at(-1);
  if (inline.text === '') return;
  if (last?.type === 'text' && inline.type === 'text') {
    out[out.length - 1] = { type: 'text', text: last.text + inline.text };
  } else {
    out.push(inline);
  }
}

function endOf(out: readonly Inline[]): string {
  return out.at(-1)?.text ?? '';
}

function replaceEnd(out: Inline[], change: (text: string) => string): void {
  const last = out.at(-1);
  if (last?.type === 'text') out[out.length - 1] = { type: 'text', text: change(last.text) };
}

function trimEnds(inlines: readonly Inline[]): Inline[] {
  const last = inlines.length - 1;
  return inlines
    .map((inline, index) => {
      if (inline.type !== 'text') return inline;
      const started = index === 0 ? inline.text.trimStart() : inline.text;
      return { ...inline, text: index === last ? started.trimEnd() : started };
    })
    .filter(({ text }) => text !== '');
}

export type PlainTemplateBlock = Exclude<TemplateBlock, { type: 'when' }>;

/** The blocks whose conditions hold, in order, without the conditions. */
export function resolveConditions(
  blocks: readonly TemplateBlock[],
  facts: ComposingFacts,
): PlainTemplateBlock[] {
  return blocks.flatMap((block) => {
    if (block.type !== 'when') return [block];
    const met = block.anyOf.some((condition) => isConditionMet(condition, facts));
    return met === block.negated ? [] : resolveConditions(block.blocks, facts);
  });
}

/** The ticked requests, optional ones after the others. */
export function tickedRequests(
  requests: readonly RequestTemplate[],
  facts: ComposingFacts,
): RequestTemplate[] {
  return optionalLast(requests.filter(({ id }) => facts.ticked.has(id)));
}

/** `firstNumber` is the number that the first request of this block gets. No block: nothing of it is in this letter. */
export function composeBlock(block: PlainTemplateBlock, facts: ComposingFacts, firstNumber: number): Block[] {
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

function composeParagraph(content: readonly TemplateInline[], facts: ComposingFacts): Block[] {
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
function composeItem(item: readonly TemplateInline[], facts: ComposingFacts): Inline[][] {
  const only = item.length === 1 && item[0]?.type === 'field' ? item[0].name : '';
  if (isFieldName(only) && hasSeveralLines(only)) return fieldLines(only, facts);
  const inlines = composeInlines(item, facts);
  return inlines && inlines.length > 0 ? [inlines] : [];
}

function composeRequest({ id, content }: RequestTemplate, facts: ComposingFacts): ListItem[] {
  const inlines = composeInlines(content, facts);
  return inlines && inlines.length > 0 ? [{ requestId: id, content: inlines }] : [];
}

function composeSignatures(facts: ComposingFacts): Block[] {
  return facts.signers.map(({ fullName, jobTitle, school }, index) => {
    const name = fullName === '' ? [missing(index === 0 ? 'full name' : 'co-signers')] : textOnly(fullName);
    // A co-signer may leave out their job title; only the writer's is reported as missing.
    const title = jobTitle === '' ? (index === 0 ? [[missing('job title')]] : []) : [textOnly(jobTitle)];
    return {
      type: 'lines',
      lines: [name, ...title, school === '' ? [missing('school')] : textOnly(school)],
      signature: true,
    };
  });
}

function textOnly(words: string): Inline[] {
  return [{ type: 'text', text: words }];
}

function linesBlock(lines: Inline[][]): Block[] {
  return lines.length === 0 ? [] : [{ type: 'lines', lines }];
}

function listBlock(items: ListItem[], start: number | null): Block[] {
  return items.length === 0 ? [] : [{ type: 'list', ordered: start !== null, start: start ?? 1, items }];
}
