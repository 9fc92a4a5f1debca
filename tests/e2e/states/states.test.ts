/** Tests every state of both mail sites × inserted part × browser, by the real toolbar icon and the real menu. */
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { Browsers } from './browsers';
import { listCells, rows, type Cell } from './cells';
import { BROWSERS } from '../../support/takeTurns';
import { StatesTable } from './table';
import { checkCell } from './checkCell';

const table = new StatesTable();
/** Runs only cells whose names match this pattern: STATES_ONLY="firefox, gmail, (reply|forward)". */
const ONLY = new RegExp(process.env['STATES_ONLY'] ?? '');

afterAll(() => table.write());

// A browser mostly waits, so the two run in parallel, each one cell after the other.
describe.concurrent.each(BROWSERS)('Every state of the mail sites, in %s', (browser) => {
  const browsers = new Browsers();
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await browsers.close();
  });
  afterAll(() => browsers.close());

  const cells = rows.flatMap((_, index) => listCells(browser, index));
  test.sequential.each(
    cells.map((cell) => [nameOf(cell), cell] as const).filter(([name]) => ONLY.test(name)),
  )('%s', async (_name, cell) => {
    table.set(cell, 'FAILED');
    table.set(cell, await checkCell(await browsers.open(cell), cell));
  });
});

test('each row has a name of its own', () => {
  const names = rows.map(({ site, title }) => `${site}, ${title}`);
  expect(names).toHaveLength(new Set(names).size);
});

function nameOf({ row, part, browser, language }: Cell): string {
  const spoken = language === 'English' ? 'in English' : 'in another language';
  return `${browser}, ${row.site}, ${row.title}: ${part}, ${spoken}`;
}
