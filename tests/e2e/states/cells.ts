import { gmailRows } from './gmailRows';
import { outlookRows } from './outlookRows';
import { BROWSERS, type BrowserName, isTurnOf } from '../../support/takeTurns';
import { PARTS, type Language, type Row, type Part } from './row';

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
 * The cells of one row. In `npm test` the whole letter is tried in one browser and one of the two menu items in the other, by
 * turns. The languages alternate too.
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
    const isTurn = isTurnOf(browser, index);
    const isIncluded =
      IS_FULL || (part === 'whole letter' ? isTurn : !isTurn && (part === 'request') === isOther);
    return isIncluded ? languages.map((one): Cell => ({ row, part, browser, language: one })) : [];
  });
}
