import { AlignmentType, type ILevelsOptions, type INumberingOptions, LevelFormat, TextRun } from 'docx';
import type { Block, Inline } from '../letter/model';
import type { CharacterStyleId } from './styles';

/** One run per inline; a line break typed into a detail stays a line break. */
export function renderRuns(inlines: Inline[]): TextRun[] {
  return inlines.flatMap((inline) =>
    splitLines(inline.text).flatMap((line, index) =>
      cutAfterBraces(line).map((words, part) => renderRun(inline, words, index > 0 && part === 0)),
    ),
  );
}

/** docx puts `{name}` for a list’s number until all is written, and would take the same words in a letter for it. */
export const cutAfterBraces = (text: string): string[] => text.split(/(?<=\{)/);

/** The lines of a text, without the two characters that no XML may hold and that docx would write. */
export function splitLines(text: string): string[] {
  return text.replaceAll(/[\uFFFE\uFFFF]/g, '').split(/\r\n|[\n\r\u2028\u2029]/);
}

function renderRun({ type }: Inline, words: string, onNewLine: boolean): TextRun {
  const text = onNewLine ? { text: words, break: 1 } : { text: words };
  switch (type) {
    case 'text':
      return new TextRun(text);
    case 'strong':
      return new TextRun({ ...text, style: 'StrongText' satisfies CharacterStyleId });
    case 'missing':
      // Word's own "find highlighted text" finds a highlight, not a style's shading.
      return new TextRun({ ...text, style: 'MissingDetail' satisfies CharacterStyleId, highlight: 'yellow' });
  }
}

export type ListBlock = Extract<Block, { type: 'list' }>;

/** Hands out Word's numbering to the lists of one document, in the order in which they stand. */
export interface Numbering {
  /** The reference that the paragraphs of this list carry. */
  place: (list: ListBlock) => string;
  config: INumberingOptions['config'][number][];
}

const INDENT = { left: 567, hanging: 397 };

export function createNumbering(): Numbering {
  const config: Numbering['config'] = [];
  const define = (reference: string, format: Pick<ILevelsOptions, 'format' | 'text' | 'start'>) => {
    const style = { paragraph: { indent: INDENT } };
    config.push({ reference, levels: [{ level: 0, alignment: AlignmentType.LEFT, style, ...format }] });
    return reference;
  };
  let bullets = '';
  let numbers = '';
  let next = Number.NaN;

  const place = (list: ListBlock) => {
    if (!list.ordered) {
      bullets ||= define('bullets', { format: LevelFormat.BULLET, text: '•' });
      return bullets;
    }
    // A list that goes on counting where the last one ended is the same list to Word, so that the numbers stay right
    // when somebody adds or deletes a request.
    if (list.start !== next) {
      const format = { format: LevelFormat.DECIMAL, text: '%1.', start: list.start };
      numbers = define(`numbers-${config.length}`, format);
    }
    next = list.start + list.items.length;
    return numbers;
  };
  return { place, config };
}
