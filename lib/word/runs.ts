import { AlignmentType, type ILevelsOptions, type INumberingOptions, LevelFormat, TextRun } from 'docx';
import type { Inline, ListBlock } from '../letter/model';
import type { CharacterStyleId } from './styles';

/** The runs of one paragraph. A line break typed into a detail stays a line break. */
export function renderRuns(inlines: Inline[]): TextRun[] {
  return inlines.flatMap((inline) =>
    splitLines(inline.text).flatMap((line, index) =>
      cutAfterBraces(line).map((words, part) => renderRun(inline, words, index > 0 && part === 0)),
    ),
  );
}

/** Splits after each "{". docx uses `{name}` as a placeholder for list numbers, and would replace it in the text as well. */
const cutAfterBraces = (text: string): string[] => text.split(/(?<=\{)/);

/** The lines of a text, without the two characters that XML forbids and docx does not remove. */
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
      // Word's search for highlighted text finds only a highlight, not the shading of a style.
      return new TextRun({ ...text, style: 'MissingDetail' satisfies CharacterStyleId, highlight: 'yellow' });
  }
}

/** Assigns Word's numbering definitions to the lists of one document, called in document order. */
export interface Numbering {
  /** The reference to set on the paragraphs of this list. */
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
    // A list that continues the numbers of the previous one shares its definition, so that Word renumbers both when
    // the user adds or deletes a request.
    if (list.start !== next) {
      const format = { format: LevelFormat.DECIMAL, text: '%1.', start: list.start };
      numbers = define(`numbers-${config.length}`, format);
    }
    next = list.start + list.items.length;
    return numbers;
  };
  return { place, config };
}
