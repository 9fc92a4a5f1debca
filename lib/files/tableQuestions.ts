/** What a table leaves open: which of our columns a heading means, or what becomes of all cells with one trouble. */
export interface TableQuestion {
  id: string;
  about: 'columns' | 'cells';
  /** The heading, or a sentence that says what was found and in which rows. */
  label: string;
  /** For a column, what its first cells hold. */
  hint?: string;
  /** Empty if nothing can be chosen: then `label` says what was done. */
  options: readonly TableOption[];
  /** The answer that is used: the user's, or else the one that we propose. */
  answer: string;
}

export interface TableOption {
  value: string;
  label: string;
}

/** The user's answers by the id of the question. They belong to one file and are stored nowhere. */
export type TableAnswers = Readonly<Record<string, string>>;

/** One kind of trouble, asked about once for all rows that have it. */
interface Trouble {
  id: string;
  options?: readonly TableOption[];
  proposed?: string;
  /** `rows` is "row 4" or "rows 4, 7 and 9"; `examples` are some of the cells, in quotation marks. */
  say: (rows: string, examples: string) => string;
}

interface Found {
  trouble: Trouble;
  rows: Set<number>;
  /** In quotation marks, by the cell in lower case. */
  examples: Map<string, string>;
}

const and = new Intl.ListFormat('en-GB');

/** Collects the questions of one table, and knows the answers that were given so far. */
export class TableQuestions {
  readonly #answers: TableAnswers;
  readonly #columns: TableQuestion[] = [];
  readonly #found = new Map<string, Found>();

  constructor(answers: TableAnswers) {
    this.#answers = answers;
  }

  askColumn(question: Omit<TableQuestion, 'about' | 'answer'>, proposed: string): string {
    const answer = this.#answerTo(question.id, question.options, proposed);
    this.#columns.push({ ...question, about: 'columns', answer });
    return answer;
  }

  /** Notes that this row has the trouble. Returns what to do about it; empty if nothing can be chosen. */
  ask(trouble: Trouble, row: number, example = ''): string {
    const found = this.#found.get(trouble.id) ?? { trouble, rows: new Set(), examples: new Map() };
    this.#found.set(trouble.id, found);
    found.rows.add(row);
    const key = example.toLowerCase();
    if (example !== '' && !found.examples.has(key) && found.examples.size < MOST_EXAMPLES)
      found.examples.set(key, `“${shorten(example)}”`);
    return this.#answerTo(trouble.id, trouble.options ?? [], trouble.proposed ?? '');
  }

  list(): TableQuestion[] {
    const cells = [...this.#found.values()].map(
      ({ trouble: { id, options = [], proposed = '', say }, rows, examples }): TableQuestion => ({
        id,
        about: 'cells',
        label: say(nameRows([...rows]), and.format(examples.values())),
        options,
        answer: this.#answerTo(id, options, proposed),
      }),
    );
    const more = cells.length - MOST_QUESTIONS;
    const label = `${more} more things like these are not listed.`;
    const rest: TableQuestion = { id: 'more', about: 'cells', label, options: [], answer: '' };
    return [...this.#columns, ...cells.slice(0, MOST_QUESTIONS), ...(more > 0 ? [rest] : [])];
  }

  #answerTo(id: string, options: readonly TableOption[], proposed: string): string {
    const given = Object.hasOwn(this.#answers, id) ? this.#answers[id] : undefined;
    return options.find(({ value }) => value === given)?.value ?? proposed;
  }
}

/** More would make the page slow, and nobody settles them one by one. */
const MOST_QUESTIONS = 30;
const MOST_EXAMPLES = 3;
const MOST_ROWS = 8;

/** "row 4", "rows 4, 7 and 9". */
function nameRows(rows: readonly number[]): string {
  if (rows.length === 1) return `row ${rows[0]}`;
  const named = rows.slice(0, MOST_ROWS).map(String);
  const more = rows.length - named.length;
  return `rows ${and.format(more === 0 ? named : [...named, `${more} more`])}`;
}

/** A cell as a sentence can quote it: one line, not too long. */
export function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
