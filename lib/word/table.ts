import {
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
