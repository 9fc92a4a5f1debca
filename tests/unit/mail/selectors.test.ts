// @vitest-environment jsdom
import { readFile } from 'node:fs/promises';
import { describe, expect, it, test } from 'vitest';
import { CHECKED_ON } from '../../../lib/mail/diagnose';
import { gmailSelectors } from '../../../lib/mail/sites/gmail';
import { outlookSelectors } from '../../../lib/mail/sites/outlook';

const tables = { gmail: gmailSelectors, outlook: outlookSelectors };

describe.each(Object.entries(tables))('the selectors of %s', (site, table) => {
  it('are valid CSS', () => {
    for (const selectors of Object.values(table)) {
      for (const selector of Object.values(selectors)) {
        expect(() => document.querySelector(String(selector)), String(selector)).not.toThrow();
      }
    }
  });

  it('each have a comment with the month in which they were last seen', async () => {
    const source = await readFile(`lib/mail/sites/${site}.ts`, 'utf8');
    const count = Object.values(table).flatMap((selectors) => Object.values(selectors)).length;
    expect(
      source.match(/^ {4}.*\/\/ 20\d\d-(0[1-9]|1[0-2])$|^ {6}.*\/\/ 20\d\d-(0[1-9]|1[0-2])$/gm),
    ).toHaveLength(count);
  });

  it('are checked on the newest month of the table, as “Something not working?” says', async () => {
    const months = (await readFile(`lib/mail/sites/${site}.ts`, 'utf8')).match(/20\d\d-\d\d(?=$)/gm);
    expect(months?.toSorted().at(-1)).toBe(CHECKED_ON[site as keyof typeof CHECKED_ON]);
  });

  it('depend on no words that a site may translate', () => {
    for (const selectors of Object.values(table)) {
      for (const selector of Object.values(selectors)) {
        expect(selector).not.toMatch(/aria-label|title=|placeholder|data-tooltip/);
      }
    }
  });
});

test('each known site has selectors for the body', () => {
  expect(Object.keys(gmailSelectors.body).length).toBeGreaterThan(0);
  expect(Object.keys(outlookSelectors.body).length).toBeGreaterThan(0);
});
