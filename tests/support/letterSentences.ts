/** One sentence of a letter's file, as typed, with the place where it stands. */
export interface Sentence {
  /** Section, request and conditions, e.g. `requests/assess` or `duties, if council`. */
  place: string;
  text: string;
}

/** Places of words that only the user reads: the letter's title, and the titles of its parts in the popup and the menu. */
export const LABELS: ReadonlySet<string> = new Set(['heading', 'titles']);

const HEADING = /^(##+) (.*?)\s*\{#([\w-]+)[^}]*\}\s*$/;

/**
 * Every sentence of a letter, read from its Markdown without the parser: a line that is neither a heading nor a condition counts as
 * text, so that no syntax of the letter format can keep a sentence from being read.
 */
export function listSentences(markdown: string): Sentence[] {
  const [, front = '', body = ''] = /^---\n([^]*?)\n---\n([^]*)$/.exec(markdown) ?? [];
  return [...readFront(front), ...readBody(body)];
}

function readFront(front: string): Sentence[] {
  return Array.from(front.matchAll(/^(title|when|subject): *(.*)$/gm)).flatMap(([, key, value = '']) =>
    splitSentences(value.replace(/^(['"])(.*)\1$/, '$2').replaceAll("''", "'")).map((text) => ({
      place: key === 'subject' ? 'subject' : 'heading',
      text,
    })),
  );
}

function readBody(body: string): Sentence[] {
  const sentences: Sentence[] = [];
  const conditions: string[] = [];
  let section = '';
  let request = '';
  let paragraph: string[] = [];
  const endParagraph = () => {
    const place = [request ? `${section}/${request}` : section, ...conditions].join(', ');
    sentences.push(...splitSentences(paragraph.join(' ')).map((text) => ({ place, text })));
    paragraph = [];
  };
  for (const line of body.split('\n').map((one) => one.trim())) {
    const [, level, title = '', id = ''] = HEADING.exec(line) ?? [];
    const condition = /^:::\s*(.*)$/.exec(line)?.[1];
    if (level || condition !== undefined || line === '' || line.startsWith('- ')) endParagraph();
    if (level) {
      if (level === '##') section = id;
      request = level === '##' ? '' : id;
      sentences.push({ place: 'titles', text: title });
    } else if (condition) conditions.push(condition);
    else if (condition === '') conditions.pop();
    else if (line !== '') paragraph.push(line.replace(/^- /, '').replace(/\\$/, ''));
    if (line.endsWith('\\')) endParagraph();
  }
  endParagraph();
  return sentences;
}

/** A full stop ends a sentence if a space and a capital, a bracket or a quotation follow; “etc. Act” is one word group. */
export function splitSentences(paragraph: string): string[] {
  return paragraph
    .split(/(?<=(?<!\betc)[.?!][”’)]?) +(?=[A-Z“‘[{(])/)
    .map((text) => text.trim())
    .filter((text) => text !== '');
}
