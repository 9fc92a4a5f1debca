import { BorderStyle, Table, TableCell, TableLayoutType, TableRow, WidthType, type Paragraph } from 'docx';
import type { StyledParagraph } from './layOut';

/** Two have room enough one below the other; more of them would fill a sheet that says nothing else. */
const FEWEST_SIDE_BY_SIDE = 3;

/** Twentieths of a point: half of the 16 cm between the margins of the page. */
const COLUMN = 4536;
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const NO_BORDERS = {
  top: NONE,
  bottom: NONE,
  left: NONE,
  right: NONE,
  insideHorizontal: NONE,
  insideVertical: NONE,
};

/** A letter cut at its signatures. */
export interface SplitLetter {
  above: StyledParagraph[];
  /** One entry a signer, where three or more stand together; otherwise all stand above. */
  signers: StyledParagraph[][];
  below: StyledParagraph[];
}

export function splitAtSignatures(paragraphs: StyledParagraph[]): SplitLetter {
  const start = paragraphs.findIndex(({ style }) => style === 'SignatureName');
  const length = paragraphs.slice(start).findIndex(({ style }) => !style.startsWith('Signature'));
  const end = length === -1 ? paragraphs.length : start + length;
  const signers: StyledParagraph[][] = [];
  for (const paragraph of start === -1 ? [] : paragraphs.slice(start, end)) {
    if (paragraph.style === 'SignatureName') signers.push([]);
    signers.at(-1)?.push(paragraph);
  }
  if (signers.length < FEWEST_SIDE_BY_SIDE) return { above: paragraphs, signers: [], below: [] };
  return { above: paragraphs.slice(0, start), signers, below: paragraphs.slice(end) };
}

/** Two signers a row, as they would be typed with a tab between them. No page break tears one in two. */
export function renderSignatures(signers: Paragraph[][]): Table {
  const pairs = signers.flatMap((signer, index) =>
    index % 2 === 0 ? [[signer, signers[index + 1]].filter((one) => one !== undefined)] : [],
  );
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: 2 * COLUMN, type: WidthType.DXA },
    columnWidths: [COLUMN, COLUMN],
    borders: NO_BORDERS,
    margins: { left: 0, right: 200 },
    rows: pairs.map((pair) => new TableRow({ cantSplit: true, children: pair.map(renderSignerCell) })),
  });
}

/** The last of an odd number has the row to themselves. */
function renderSignerCell(children: Paragraph[], _: number, pair: Paragraph[][]): TableCell {
  const columnSpan = 3 - pair.length;
  return new TableCell({
    columnSpan,
    width: { size: columnSpan * COLUMN, type: WidthType.DXA },
    children,
  });
}
