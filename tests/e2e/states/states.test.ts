/** Every state of both mail sites × what is inserted × browser, by the real toolbar icon and the real menu. */
import { afterAll, describe, expect, test } from 'vitest';
import { Browsers } from './browsers';
import { listCells, rows, type Cell } from './cells';
import { BROWSERS } from './row';
import { StatesTable } from './table';
import { checkCell } from './checkCell';

const table = new StatesTable();
const browsers = new Browsers();
/** Some cells only, by a pattern of their names: STATES_ONLY="firefox, gmail, (reply|forward)". */
const ONLY = new RegExp(process.env['STATES_ONLY'] ?? '');

afterAll(async () => {
  table.write();
  await browsers.close();
});

// A browser mostly waits: the two take their cells side by side.
const cells = rows.flatMap((_, index) => BROWSERS.flatMap((browser) => listCells(browser, index)));

describe('Every state of the mail sites', () => {
  test.concurrent.each(
    cells.map((cell) => [nameOf(cell), cell] as const).filter(([name]) => ONLY.test(name)),
  )('%s', async (_name, cell) => {
    table.note(cell, 'FAILED');
    table.note(cell, await browsers.inTurn(cell, (session) => checkCell(session, cell)));
  });

  test('no two rows have one name', () => {
    const names = rows.map(({ site, says }) => `${site}, ${says}`);
    expect(names).toHaveLength(new Set(names).size);
  });
});

function nameOf({ row, thing, browser, language }: Cell): string {
  const spoken = language === 'English' ? 'in English' : 'in another language';
  return `${browser}, ${row.site}, ${row.says}: ${thing}, ${spoken}`;
}
