import {
  AlignmentType,
  type ILevelsOptions,
  type INumberingOptions,
  LevelFormat,
  TextRun,
  BorderStyle,
  HeightRule,
  type Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
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

/** The paragraphs of one cell. Word refuses a file in which a cell has none. */
export type CellContent = Paragraph[];

interface RuledTable {
  /** Twentieths of a point, as of every length here. */
  columnWidths: readonly number[];
  heading: readonly CellContent[];
  /** The rows below the heading, each with a cell for every column. */
  rows: readonly (readonly CellContent[])[];
  /** Left out, each row is as high as its text. */
  minRowHeight?: number;
  verticalPadding: number;
}

const HEADING_SHADE = { type: ShadingType.CLEAR, color: 'auto', fill: 'E7EDF3' };
const LINE = { style: BorderStyle.SINGLE, size: 4, color: '8C8C8C' };
const BORDERS = {
  top: LINE,
  bottom: LINE,
  left: LINE,
  right: LINE,
  insideHorizontal: LINE,
  insideVertical: LINE,
};
const SIDE_PADDING = 90;

/** A table with lines around every cell. The heading row is repeated on every page, and no row is split across pages. */
export function renderRuledTable({
  columnWidths,
  heading,
  rows,
  minRowHeight,
  verticalPadding,
}: RuledTable): Table {
  const renderCells = (cells: readonly CellContent[], shading = {}) =>
    cells.map((children, column) => {
      const width = { size: columnWidths[column] ?? 0, type: WidthType.DXA };
      return new TableCell({ width, ...shading, children });
    });
  const height =
    minRowHeight === undefined ? {} : { height: { value: minRowHeight, rule: HeightRule.ATLEAST } };
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: columnWidths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: [...columnWidths],
    borders: BORDERS,
    margins: { top: verticalPadding, bottom: verticalPadding, left: SIDE_PADDING, right: SIDE_PADDING },
    tableLook: { firstRow: true, noHBand: true, noVBand: true },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: renderCells(heading, { shading: HEADING_SHADE }),
      }),
      ...rows.map((cells) => new TableRow({ cantSplit: true, ...height, children: renderCells(cells) })),
    ],
  });
}
