import { fieldLines, fieldValues, type LetterFacts } from './fieldValues';
import { fields, isFieldName } from './fields';
import {
  adjustAfter,
  adjustBefore,
  agreeInNumber,
  capitalise,
  isSentenceStart,
  joinWithAnd,
  needsThe,
} from './grammar';
import type { Inline, TemplateInline } from '../model';
import { inlineText } from '../render/text';
import { lowerJobTitle } from './signers';

/** Only words in a sentence need grammar; a line of its own, as in an address, does not. */
type Setting = 'sentence' | 'line';
type ReadField = (name: string) => Inline[] | null;

/** Fills in a sentence; `null` if an optional field in it has no value, so the sentence must be left out. */
export function composeInlines(content: readonly TemplateInline[], facts: LetterFacts): Inline[] | null {
  return joinParts(content, facts, 'sentence', (name) => readInSentence(name, facts));
}

/** One result for each line of the first field that can have several lines; the words around the field are repeated. */
export function composeEachLine(content: readonly TemplateInline[], facts: LetterFacts): Inline[][] {
  const several = content.find((part) => part.type === 'field' && hasSeveralLines(part.name));
  const name = several?.type === 'field' ? several.name : '';
  const lines = isFieldName(name) ? fieldLines(name, facts) : [[]];
  return lines.flatMap((line) => {
    const read: ReadField = (other) => (other === name ? line : readInSentence(other, facts));
    const composed = joinParts(content, facts, 'line', read);
    return composed && inlineText(composed) !== '' ? [composed] : [];
  });
}

export function hasSeveralLines(name: string): boolean {
  return isFieldName(name) && fields[name].input === 'lines';
}

function joinParts(
  content: readonly TemplateInline[],
  facts: LetterFacts,
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

function readInSentence(name: string, facts: LetterFacts): Inline[] | null {
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
  facts: LetterFacts,
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
