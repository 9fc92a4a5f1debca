import { gmailRows } from './gmailRows';
import { outlookRows } from './outlookRows';
import { BROWSERS, THINGS, type BrowserName, type Language, type Row, type Thing } from './row';

export interface Cell {
  row: Row;
  thing: Thing;
  browser: BrowserName;
  language: Language;
}

export const rows: Row[] = [...Object.values(gmailRows).flat(), ...Object.values(outlookRows).flat()];

/** `npm run test:soak` tries every cell in both languages. */
const IS_FULL = process.env['STATES'] === 'all';

/**
 * In `npm test` every state takes the whole letter in both browsers, and each of the two menu items in one of them;
 * the languages change between them, so that each state meets both in each browser.
 */
export function listCells(browser: BrowserName, index: number): Cell[] {
  const found = rows[index];
  if (!found) return [];
  const row = browser === 'firefox' ? { ...found, ...found.firefox } : found;
  const isOther = (index + BROWSERS.indexOf(browser)) % 2 === 0;
  return THINGS.flatMap((thing, at) => {
    const language = at > 0 === isOther ? 'English' : 'another';
    const other = language === 'English' ? 'another' : 'English';
    const languages: Language[] = IS_FULL ? [language, other] : [language];
    const isIn = IS_FULL || thing === 'whole letter' || (thing === 'request') === isOther;
    return isIn ? languages.map((one): Cell => ({ row, thing, browser, language: one })) : [];
  });
}
