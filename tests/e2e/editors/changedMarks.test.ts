import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { shareBrowser } from '../../support/shareBrowser';
import { CHANGES, type Mark, MARKS, tryChangedMarks } from './changedMarks';
import { BROWSERS } from '../../support/takeTurns';
import { openMailBrowser, type MailBrowser } from './mailBrowser';

/** The soak run changes the marks in pairs, too, and in both browsers. */
const IS_SOAK = process.env['MARKS'] === 'pairs';
const NAMES = IS_SOAK ? BROWSERS : (['chromium'] as const);

const TABLES = [...new Set(MARKS.map(({ site, table }) => `${site}, ${table}`))];

const rows: string[] = [];
afterAll(() => {
  mkdirSync('.cache', { recursive: true });
  writeFileSync('.cache/marks.txt', `${rows.join('\n')}\n`);
  if (IS_SOAK) console.log(rows.join('\n'));
});

describe.each(NAMES)('A mail page with changed marks, in %s', (browserName) => {
  let browser: MailBrowser;
  shareBrowser(async () => {
    browser = await openMailBrowser(browserName);
    return browser;
  });

  async function tryMarks(marks: readonly Mark[]): Promise<string[]> {
    const wrong: string[] = [];
    const cells: string[] = [];
    // A renamed mark is lost like a removed one; outside the soak run only whole tables are renamed, to save time.
    const changes = CHANGES.filter((change) => IS_SOAK || marks.length > 1 || change !== 'renamed');
    for (const change of changes) {
      const found = await tryChangedMarks(browser, marks, change);
      cells.push(`${change}: ${found || 'ok'}`);
      if (found) wrong.push(`${marks.map(({ name }) => name).join(' and ')} ${change}: ${found}`);
    }
    const title = marks.map(({ site, table, name }) => `${site} ${table}.${name}`).join(' + ');
    rows.push(`${browserName}  ${title.padEnd(34)} ${cells.join(' · ')}`);
    return wrong;
  }

  test.each(TABLES)(
    'the letter goes into the email, and out by one undo, after a change of a mark: %s',
    async (name) => {
      const wrong: string[] = [];
      const marks = MARKS.filter(({ site, table }) => `${site}, ${table}` === name);
      for (const mark of marks) wrong.push(...(await tryMarks([mark])));
      if (marks.length > 1) wrong.push(...(await tryMarks(marks)));
      expect(wrong).toEqual([]);
    },
  );

  test.each(IS_SOAK ? TABLES : [])(
    'the same after the change of two marks: %s',
    async (name) => {
      const wrong: string[] = [];
      for (const [index, mark] of MARKS.entries()) {
        if (`${mark.site}, ${mark.table}` !== name) continue;
        for (const other of MARKS.slice(index + 1))
          if (other.site === mark.site) wrong.push(...(await tryMarks([mark, other])));
      }
      expect(wrong).toEqual([]);
    },
    1_800_000,
  );
});
