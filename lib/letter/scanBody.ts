import { readCondition } from './conditions';
import type { Report } from './problems';

/** One piece of a letter's body, with the number of the line on which it begins. */
export type BodyToken = { line: number } & (
  | { is: 'section'; title: string; id: string }
  | { is: 'request'; title: string; id: string; optional: boolean }
  | { is: 'open'; negated: boolean; conditions: string[] }
  | { is: 'close' }
  | { is: 'bullet'; text: string }
  /** `text` keeps its line breaks. */
  | { is: 'paragraph'; text: string }
);

const HEADING = /^(###?) (.*)$/;
const ID_AT_END = /\{#([a-z0-9]+(?:-[a-z0-9]+)*)( optional)?\}$/;
const BULLET = /^ {0,3}- +(?=\S)/;

/**
 * Cuts the body into tokens. The letters' format is six signs at the beginning of a line; a Markdown parser would
 * have to be talked out of all its others (links, HTML, quotes, code), and would lose the line numbers.
 */
export function scanBody(lines: readonly string[], firstLine: number, report: Report): BodyToken[] {
  const tokens: BodyToken[] = [];
  let open: Extract<BodyToken, { text: string }> | null = null;
  for (const [index, typed] of lines.entries()) {
    const line = firstLine + index;
    const text = typed.trimEnd();
    const sign = readSign(text, line, report);
    if (sign === 'words' && open) open.text += `\n${text.trimStart()}`;
    else {
      const token: BodyToken | null =
        sign === 'words' ? { is: 'paragraph', line, text: text.trimStart() } : sign;
      open = token?.is === 'bullet' || token?.is === 'paragraph' ? token : null;
      if (token) tokens.push(token);
    }
  }
  return tokens;
}

/** `null`: nothing on this line (or nothing that could be read); `words`: it goes on or begins a paragraph. */
function readSign(text: string, line: number, report: Report): BodyToken | 'words' | null {
  if (text === '') return null;
  if (text.startsWith(':::')) return readDirective(text, line, report);
  const heading = HEADING.exec(text);
  if (heading) return readHeading(heading[1] === '##', heading[2] ?? '', line, report);
  const bullet = BULLET.exec(text);
  return bullet ? { is: 'bullet', line, text: text.slice(bullet[0].length) } : 'words';
}

function readHeading(isSection: boolean, heading: string, line: number, report: Report): BodyToken | null {
  const name = isSection ? 'section' : 'request';
  const found = ID_AT_END.exec(heading);
  const [whole = '', id = '', optional] = found ?? [];
  const title = heading.slice(0, heading.length - whole.length).trim();
  if (!found || (isSection && optional)) {
    const example = isSection ? '## Opening {#opening}' : '### Assess the risk {#assess}';
    report(line, `The heading of a ${name} ends with its id in small letters, as in “${example}”.`);
    return null;
  }
  if (title === '') report(line, `This ${name} has no title before its id.`);
  return isSection
    ? { is: 'section', line, title, id }
    : { is: 'request', line, title, id, optional: Boolean(optional) };
}

function readDirective(text: string, line: number, report: Report): BodyToken | null {
  const rest = text.slice(3).trim();
  if (rest === '') return { is: 'close', line };
  const [word = '', ...names] = rest.split(/\s+/);
  const conditions = names
    .join(' ')
    .split(',')
    .map((name) => name.trim());
  if ((word !== 'if' && word !== 'unless') || names.length === 0) {
    report(line, '“:::” is followed by “if” or “unless” and a condition, or stands alone to close one.');
  }
  for (const name of conditions) {
    if (readCondition(name) === null && names.length > 0) report(line, `There is no condition “${name}”.`);
  }
  return { is: 'open', line, negated: word === 'unless', conditions };
}
