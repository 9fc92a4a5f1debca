import { type DetailOwner, type DetailValues, listDetails } from '../letter/details';
import { isEmailAddress } from '../letter/emailAddress';
import { adviseOnAddress } from '../letter/emailAdvice';
import { readMisread } from './readText';
import { shorten, type TableOption, type TableQuestions } from './tableQuestions';

/** Cells of a table: what spreadsheet programs do to them, and how to prevent, notice and mend that. */

export interface TableRow {
  /** As a spreadsheet numbers its rows. */
  number: number;
  /** Its cells, to be compared with those of another row. */
  text: string;
  /** The number of cells that hold something. */
  filled: number;
  /** The trimmed text of a cell; `undefined` when the table does not have that column. */
  cell(name: string): string | undefined;
  /** The heading that the table has for one of our columns. */
  headingOf(name: string): string;
}

/**
 * A spreadsheet program runs a text that begins like a formula, at the beginning of a cell, or after a line break or a
 * separator if the program splits the cell there. An apostrophe before it makes it text. It is removed when the table is
 * read again, so that "+44 118…" is unchanged.
 */
const FORMULA =
  /(^)('*)(?=[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20])|([;|\t\r\n][ "]*)('*)(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g;
/**
 * Text that a spreadsheet program takes for a number, date or truth value and saves otherwise: "0118…" without its 0,
 * twelve digits as "4.4E+11", "3/4" as a date. Up to eleven digits without a leading 0 are saved as they are.
 */
const TAKEN_FOR_A_VALUE =
  /^'*(?:(?!\d{1,11}$)[£$€]?[\d.,:/%-]*\d[\d.,:/%-]*|0[\d.,:/%-]+|\d[\d.,]*e[+-]?\d+|\d[\d.:]* ?[ap]\.?m?\.?|\d+ \d+\/\d+|\(\d[\d.,]*\)|\d[\d.,]* ?[£$€]|true|false|(?:\d{1,2}[ -])?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ -]\d{1,4}|\d{1,2}[ -](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)$/i;

/** Longer text is no number or date, and would take long to search. */
function isTakenForAValue(text: string): boolean {
  return text.length <= 300 && (TAKEN_FOR_A_VALUE.test(text) || saysNothing(text.replace(/^'+/, '')));
}

/** What people type where they have nothing to type. */
const SAYS_NOTHING = /^(?:n\/a|n\.a\.|not applicable|none|nil|null|tb[acd]|unknown|not known|[-–—?.]+)$/i;

export function saysNothing(text: string): boolean {
  return text.length <= 20 && SAYS_NOTHING.test(text);
}

export function neutraliseCell(text: string): string {
  if (isTakenForAValue(text)) return `'${text}`;
  return text.replace(FORMULA, "$1$3'$2$4");
}

export function restoreCell(cell: string): string {
  if (cell.startsWith("'") && isTakenForAValue(cell)) return cell.slice(1);
  return cell.replace(FORMULA, (before) => before.replace("'", ''));
}

/** The meaning of a word in a cell. A word that can mean several things is asked about, with this meaning proposed. */
export interface WordMeaning<T> {
  meaning: T;
  /** Why this meaning is proposed, in a sentence for the user; empty if the word has no other. */
  guessedBecause: string;
}

const EMPTY = { value: '', label: 'Leave it empty' };
const KEEP = { value: 'keep', label: 'Keep it as it is' };
const MEND = 'mend';

/** Reads the cells of rows. What is wrong with them is asked about, once for each kind of trouble and column. */
export class CellReader {
  constructor(private readonly questions: TableQuestions) {}

  /**
   * The meaning of a cell that must be one of several words; `before` when it is empty or absent. `options` are those
   * that the user can choose for a word that is not known for certain.
   */
  choose<T extends string>(
    row: TableRow,
    column: string,
    before: T,
    options: readonly TableOption[],
    understand: (word: string) => WordMeaning<T> | null,
  ): T {
    const cell = row.cell(column) ?? '';
    if (cell === '') return before;
    const understood = understand(cell);
    if (understood?.guessedBecause === '') return understood.meaning;
    const heading = row.headingOf(column);
    const answer = this.questions.ask(
      {
        id: `word ${column} ${cell.toLowerCase()}`,
        options: [EMPTY, ...options],
        proposed: understood?.meaning ?? '',
        say: (rows, examples) =>
          understood
            ? `${examples} in the column “${heading}” (${rows}) can mean more than one thing. ${understood.guessedBecause}`
            : `We do not know what ${examples} means in the column “${heading}” (${rows}).`,
      },
      row.number,
      cell,
    );
    return answer as T;
  }

  /** The row's details, each read as what it is; `before` are the saved ones. */
  details<Owner extends DetailOwner>(
    row: TableRow,
    owner: Owner,
    before: DetailValues<Owner>,
  ): DetailValues<Owner> {
    const read = listDetails(owner).map(({ field, label, is }) => {
      const saved = before[field];
      if (is === 'email' || is === 'recipient') return [field, this.email(row, label, saved)];
      if (is === 'phone') return [field, this.phone(row, label, saved)];
      return [field, is === 'postcode' ? this.postcode(row, label, saved) : this.text(row, label, saved)];
    });
    return Object.fromEntries(read) as DetailValues<Owner>;
  }

  /** The text of a cell, or `before`, the saved text, if the table lacks the column. Damage by a spreadsheet is mended. */
  text(row: TableRow, column: string, before: string): string {
    const cell = row.cell(column);
    if (cell === undefined || cell === before) return before;
    const damage = findDamage(cell);
    if (!damage) return cell;
    const { mended } = damage;
    const options = mended === undefined ? [EMPTY, KEEP] : [{ value: MEND, label: 'Put it right' }, KEEP];
    const proposed = mended === undefined ? damage.proposed : MEND;
    const place = `“${row.headingOf(column)}”`;
    const say = (rows: string, examples: string) => `${place}, ${rows}: ${damage.say(examples)}`;
    const answer = this.questions.ask(
      { id: `${damage.kind} ${column}`, options, proposed, say },
      row.number,
      cell,
    );
    if (answer === MEND) return mended ?? cell;
    return answer === KEEP.value ? cell : '';
  }

  /** A phone number that a spreadsheet took for a number has lost its first 0 or +, and may have got commas. */
  phone(row: TableRow, column: string, before: string): string {
    const cell = this.text(row, column, before);
    const digits = cell.replace(/\.0$|,/g, '');
    const lost = /^44\d{9,10}$/.test(digits) ? '+' : /^[1-9]\d{8,9}$/.test(digits) ? '0' : '';
    if (cell === before || lost === '') return cell;
    const answer = this.questions.ask(
      {
        id: `lost ${lost} ${column}`,
        options: [{ value: MEND, label: `Put the ${lost} back` }, KEEP],
        proposed: MEND,
        say: (rows, examples) =>
          `“${row.headingOf(column)}”, ${rows}: the first ${lost} is missing (${examples}). Spreadsheets leave it out.`,
      },
      row.number,
      cell,
    );
    return answer === MEND ? lost + digits : cell;
  }

  /** Two blanks between the halves of a postcode become one. */
  postcode(row: TableRow, column: string, before: string): string {
    const cell = this.text(row, column, before);
    return cell === before ? cell : cell.replace(/\s+/g, ' ');
  }

  /** Requires an email address or `before`, the saved text: the forms accept any text, so exports may have others. */
  email(row: TableRow, column: string, before: string): string {
    return this.address(row, column, row.cell(column) ?? before, before);
  }

  address(row: TableRow, column: string, typed: string, before: string): string {
    if (typed === '' || typed === before || isEmailAddress(typed)) return typed;
    const advice = adviseOnAddress(typed);
    const answer = this.questions.ask(
      {
        id: `email ${column} ${advice ?? ''}`,
        options: [EMPTY, { value: KEEP.value, label: 'Keep it, to correct it later' }],
        proposed: EMPTY.value,
        say: (rows, examples) =>
          `“${row.headingOf(column)}”, ${rows}: ${examples} cannot be used as an email address.${advice ? ` ${advice}.` : ''}`,
      },
      row.number,
      typed,
    );
    return answer === KEEP.value ? typed : '';
  }
}

interface Damage {
  kind: string;
  /** What was there, if that is known. */
  mended?: string;
  /** The answer that is proposed where it is not known. */
  proposed: string;
  say: (examples: string) => string;
}

/** What spreadsheet programs show where a formula failed or a column is too narrow. */
const NO_VALUE = /^#(?:REF!|N\/A|NAME\?|VALUE!|DIV\/0!|NULL!|NUM!|#+)$/;

/** Accented letters of the Mac's and of the oldest Windows encoding, read as Windows-1252: é as Ž or ‚, ë as ‰. */
const OTHER_ENCODING = /[a-z][‚ƒ„†‡ˆ‰Š‹ŒŽÕ]/;

/** A program writes "?" for a letter that the encoding of its file lacks: "?ukasz". */
function isLetterLost(cell: string): boolean {
  return cell.includes('�') || (cell.includes('?') && /\p{L}/u.test(cell));
}

function findDamage(cell: string): Damage | null {
  if (NO_VALUE.test(cell))
    return {
      kind: 'no value',
      proposed: EMPTY.value,
      say: (examples) => `${examples} is what a spreadsheet shows in place of a value.`,
    };
  if (OTHER_ENCODING.test(cell) || /&(?:[a-z]{2,8}|#\d{1,5});/i.test(cell) || isLetterLost(cell))
    return {
      kind: 'letter',
      proposed: KEEP.value,
      say: (examples) => `a letter was changed or lost in ${examples}. Correct it after adding the table.`,
    };
  if (/^\d(?:[.,]\d+)?E\+\d+$/.test(cell))
    return {
      kind: 'number',
      proposed: EMPTY.value,
      say: (examples) => `${examples} is a number that a spreadsheet has cut short.`,
    };
  const mended = readMisread(cell);
  if (mended === null) return null;
  const say = (examples: string) =>
    `letters were changed in ${examples}: for example, it was “${shorten(mended)}”.`;
  return { kind: 'misread', mended, proposed: MEND, say };
}
