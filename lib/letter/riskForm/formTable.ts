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
import { renderRuns } from '../word/runs';
import { EXAMPLES_LIST } from './formStyles';
import type { FormCell, FormPart, FormText } from './layOutForm';

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

type FormTable = Extract<FormPart, { type: 'table' }>;

/** A table to fill in by hand or on screen: its header row comes back on every page, and no row is torn in two. */
export function renderFormTable({ columns, rows, rowHeight }: FormTable): Table {
  const widths = columns.map(({ width }) => width);
  const header = columns.map(({ heading }) => [{ style: 'FormColumn', text: heading }] satisfies FormCell);
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

/** Each cell says its width itself: otherwise docx works it out twice for each. */
function renderCells(cells: FormCell[], widths: number[], fill?: string): TableCell[] {
  const shading = fill === undefined ? {} : { shading: { type: ShadingType.CLEAR, color: 'auto', fill } };
  return widths.map((size, index) => {
    const width = { size, type: WidthType.DXA };
    return new TableCell({ width, ...shading, children: renderCell(cells[index] ?? []) });
  });
}

/** An empty cell is room to write. */
function renderCell(texts: FormCell): Paragraph[] {
  return texts.length === 0 ? [new Paragraph(ROOM)] : texts.map(renderText);
}

const ROOM = { style: 'FormEntry' } satisfies Pick<FormText, 'style'>;

function renderText({ style, text }: FormText): Paragraph {
  const isExample = style === 'FormExample' || style === 'FormLastExample';
  const list = isExample ? { numbering: { reference: EXAMPLES_LIST, level: 0 } } : {};
  return new Paragraph({ style, children: renderRuns([{ type: 'text', text }]), ...list });
}
