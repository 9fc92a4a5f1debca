import { gmailRows } from './gmailRows';
import { outlookRows } from './outlookRows';
import { BROWSERS, PARTS, type BrowserName, type Language, type Row, type Part } from './row';

export interface Cell {
  row: Row;
  part: Part;
  browser: BrowserName;
  language: Language;
}

export const rows: Row[] = [...Object.values(gmailRows).flat(), ...Object.values(outlookRows).flat()];

/** `npm run test:soak` runs every cell in both languages. */
const IS_FULL = process.env['STATES'] === 'all';

/**
 * The cells of one row. In `npm test`, each state is tested with the whole letter in both browsers, and with each of
 * the two menu items in one browser. The languages alternate, so that each state is tested in both languages in each
 * browser.
 */
export function listCells(browser: BrowserName, index: number): Cell[] {
  const found = rows[index];
  if (!found) return [];
  const row = browser === 'firefox' ? { ...found, ...found.firefox } : found;
  const isOther = (index + BROWSERS.indexOf(browser)) % 2 === 0;
  return PARTS.flatMap((part, at) => {
    const language = at > 0 === isOther ? 'English' : 'another';
    const other = language === 'English' ? 'another' : 'English';
    const languages: Language[] = IS_FULL ? [language, other] : [language];
    const isIncluded = IS_FULL || part === 'whole letter' || (part === 'request') === isOther;
    return isIncluded ? languages.map((one): Cell => ({ row, part, browser, language: one })) : [];
  });
}
