import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rows, type Cell } from './cells';
import { BROWSERS, type BrowserName } from '../../support/takeTurns';
import { PARTS, type Row, type Part } from './row';

const FILE = join(dirname(fileURLToPath(import.meta.url)), '../../../.cache/states.txt');

const NAMES = { gmail: 'Gmail', outlook: 'Outlook' } satisfies Record<Row['site'], string>;

/** Each cell's result: "ok", "no menu" or the sentence that the user got; FAILED until the cell has passed. */
export class StatesTable {
  private readonly results = new Map<string, Map<Cell['language'], string>>();

  set({ row, part, browser, language }: Cell, result: string): void {
    const key = keyOf(row, part, browser);
    const cell = this.results.get(key) ?? new Map<Cell['language'], string>();
    cell.set(language, result);
    this.results.set(key, cell);
  }

  /** `npm test` prints this file at its end. */
  write(): void {
    mkdirSync(dirname(FILE), { recursive: true });
    writeFileSync(FILE, this.toText());
  }

  private toText(): string {
    const sentences: string[] = [];
    const lines = rows.map((row) => {
      const cells = BROWSERS.flatMap((browser) =>
        PARTS.map((part) => shorten(this.results.get(keyOf(row, part, browser)), sentences).padEnd(9)),
      );
      return `${`${NAMES[row.site]}: ${row.title}`.padEnd(62)}${cells.join('')}`.trimEnd();
    });
    return [
      'Every state of the mail sites, by the real icon and the real menu',
      `${''.padEnd(62)}${BROWSERS.map((name) => name.padEnd(27)).join('')}`.trimEnd(),
      `${''.padEnd(62)}${BROWSERS.map(() => 'letter   request  detail   ').join('')}`.trimEnd(),
      ...lines,
      'ok: the text is there once, in its place, and everything else is unchanged. ·: in npm run test:soak.',
      ...sentences.map((sentence, index) => `(${index + 1}) “${sentence}”`),
      '',
    ].join('\n');
  }
}

function keyOf({ site, title }: Row, part: Part, browser: BrowserName): string {
  return [site, title, part, browser].join('|');
}

function shorten(results: Map<string, string> | undefined, sentences: string[]): string {
  if (!results) return '·';
  const all = [...new Set(results.values())];
  return all
    .map((result) => {
      if (!/[.]$/.test(result)) return result;
      if (!sentences.includes(result)) sentences.push(result);
      return `(${sentences.indexOf(result) + 1})`;
    })
    .join(' ');
}
