import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { scanCsv } from '../../../lib/register/csvStream';

async function scan(text: string, pieceBytes: number) {
  const rows: string[][] = [];
  const read = await scanCsv(
    new Blob([text]),
    {
      header: (columns) => {
        rows.push(columns);
        return null;
      },
      row: (cells) => void rows.push(cells),
      progress: () => {},
    },
    pieceBytes,
  );
  return { read, rows };
}

const cell = fc
  .array(fc.constantFrom('a', 'é', '’', '"', ',', ';', '\n', '\r\n', ' ', '👩', 'b c'))
  .map((parts) => parts.join(''));
const someRows = fc.integer({ min: 2, max: 5 }).chain((width) => {
  const row = fc.array(cell, { minLength: width, maxLength: width });
  return fc.array(row, { minLength: 1, maxLength: 6 });
});

test('the rows are the same wherever the file is split into pieces', async () => {
  await fc.assert(
    fc.asyncProperty(
      someRows,
      fc.integer({ min: 1, max: 40 }),
      fc.constantFrom('\r\n', '\n'),
      fc.boolean(),
      fc.constantFrom(',', ';'),
      async (rows, pieceBytes, newline, quotes, delimiter) => {
        const header = rows[0]!.map((_, at) => `column ${at} é`);
        const text = Papa.unparse([header, ...rows], { newline, quotes, delimiter });
        const { read, rows: found } = await scan(text, pieceBytes);
        expect(read).toEqual({ ok: true, value: null });
        expect(found).toEqual([header, ...rows.filter((row) => row.length > 1)]);
      },
    ),
    { numRuns: 300 },
  );
});

test('blank lines are ignored', async () => {
  const { rows } = await scan('a,b\r\n\r\n1,2\r\n\r\n', 1);
  expect(rows).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ]);
});
