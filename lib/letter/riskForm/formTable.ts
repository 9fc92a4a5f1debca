import {
  BorderStyle,
  HeightRule,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import type { FormStyleId } from './formStyles';

/** One paragraph of a cell; `list` is the reference of a numbering definition. */
export interface CellText {
  style: FormStyleId;
  text: string;
  list?: string;
}

export interface FormColumn {
  heading: string;
  /** Twentieths of a point. */
  width: number;
}

const HEADING_SHADE = 'E7EDF3';
const LINE = { style: BorderStyle.SINGLE, size: 4, color: '8C8C8C' };
const BORDERS = {
  top: LINE,
  bottom: LINE,
  left: LINE,
  right: LINE,
  insideHorizontal: LINE,
  insideVertical: LINE,
};
const PADDING = { top: 60, bottom: 60, left: 90, right: 90 };
/** Two lines by hand. */
const ROOM_BELOW_EXAMPLES = 420;

/** A table to fill in by hand or on screen: its header row comes back on every page, and no row is torn in two. */
export function renderFormTable(columns: FormColumn[], rows: CellText[][][], rowHeight: number): Table {
  const widths = columns.map(({ width }) => width);
  const header = columns.map(({ heading }) => [{ style: 'FormColumn', text: heading }] satisfies CellText[]);
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    borders: BORDERS,
    margins: PADDING,
    tableLook: { firstRow: true, noHBand: true, noVBand: true },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: renderCells(header, widths, HEADING_SHADE),
      }),
      ...rows.map(
        (cells) =>
          new TableRow({
            cantSplit: true,
            height: { value: rowHeight, rule: HeightRule.ATLEAST },
            children: renderCells(cells, widths),
          }),
      ),
    ],
  });
}

function renderCells(cells: CellText[][], widths: number[], fill?: string): TableCell[] {
  return widths.map(
    (size, index) =>
      new TableCell({
        width: { size, type: WidthType.DXA },
        ...(fill === undefined ? {} : { shading: { type: ShadingType.CLEAR, color: 'auto', fill } }),
        ...(hasExamples(cells[index]) ? { margins: { ...PADDING, bottom: ROOM_BELOW_EXAMPLES } } : {}),
        children: renderCell(cells[index] ?? []),
      }),
  );
}

const hasExamples = (texts: CellText[] = []) => texts.some(({ style }) => style === 'FormExample');

/** An empty cell is room to write. */
function renderCell(texts: CellText[]): Paragraph[] {
  const room: CellText = { style: 'FormEntry', text: '' };
  return (texts.length === 0 ? [room] : texts).map(
    ({ style, text, list }) =>
      new Paragraph({
        style,
        text,
        ...(list === undefined ? {} : { numbering: { reference: list, level: 0 } }),
      }),
  );
}
