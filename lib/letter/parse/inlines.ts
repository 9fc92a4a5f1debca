import { fields, isFieldName } from '../compose/fields';
import type { Report, TemplateInline } from '../model';

/** A backslash makes the character after it literal, as in Markdown. */
const TOKEN = /\\[\\*{}#:-]|\*\*(?=\S)((?:[^*\\]|\\.|\*(?!\*))+)\*\*|\{\{([^{}]*)\}\}/gs;

/**
 * Reads words, **bold**, `{{fields}}` and `{{I/we}}`. Other Markdown and HTML is plain text. `line` is the line number
 * of the beginning of `text`; line breaks in `text` become spaces.
 */
export function parseInlines(text: string, line: number, report: Report): TemplateInline[] {
  const parts: TemplateInline[] = [];
  let end = 0;
  let at = line;
  const addWords = (words: string) => {
    if (words.includes('{{')) report(at, 'A field that begins with {{ is not closed by }}.');
    pushText(parts, words);
    at += countBreaks(words);
  };
  for (const { 0: token, 1: bold, 2: braces, index } of text.matchAll(TOKEN)) {
    addWords(text.slice(end, index));
    end = index + token.length;
    if (bold !== undefined) parts.push(readBold(bold, at, report));
    else if (braces !== undefined) parts.push(...readBraces(braces, at, report));
    else pushText(parts, token.slice(1));
    at += countBreaks(token);
  }
  addWords(text.slice(end));
  return parts;
}

function countBreaks(text: string): number {
  return text.split('\n').length - 1;
}

/** Line breaks inside a paragraph come from wrapping the file, not from the wording. */
function unfold(text: string): string {
  return text.replaceAll('\n', ' ');
}

function pushText(parts: TemplateInline[], words: string): void {
  const text = unfold(words);
  const last = parts.at(-1);
  if (text === '') return;
  if (last?.type === 'text') last.text += text;
  else parts.push({ type: 'text', text });
}

function readBold(bold: string, line: number, report: Report): TemplateInline {
  if (bold.includes('{{')) report(line, 'Bold text cannot hold a field. End the bold text before {{.');
  return { type: 'strong', text: unfold(bold).replace(/\\([\\*{}#:-])/g, '$1') };
}

function readBraces(inside: string, line: number, report: Report): TemplateInline[] {
  if (inside.includes('/')) return readAlternation(inside, line, report);
  const name = unfold(inside).trim();
  if (isFieldName(name)) return [{ type: 'field', name }];
  report(line, unknownFieldProblem(name));
  return [];
}

/** `{{I/we}}`, `{{ I / we }}` or `{{/s}}`: the first wording if one person signs, the second if several do. */
function readAlternation(typed: string, line: number, report: Report): TemplateInline[] {
  // If the file was wrapped at the slash, the line break is not a space of the wording.
  const inside = unfold(typed.replace(/(\S)\n?\/\n?(?=\S)/g, '$1/'));
  const spaced = inside.includes(' / ');
  const wordings = spaced ? inside.split(' / ').map((wording) => wording.trim()) : inside.split('/');
  const [single = '', joint = ''] = wordings;
  if (wordings.length === 2 && single + joint !== '') return [{ type: 'number', single, joint }];
  report(line, `“{{${inside}}}” needs two wordings with one slash between them, as in {{I/we}}.`);
  return [];
}

export function unknownFieldProblem(name: string): string {
  const near = name.toLowerCase().replace(/[\s_-]+/g, ' ');
  const meant = Object.keys(fields).find((known) => known.replace('-', ' ') === near);
  return meant
    ? `There is no field “${name}”. Did you mean “${meant}”?`
    : `There is no field “${name}”. The fields are listed in lib/letter/compose/fields.ts.`;
}
