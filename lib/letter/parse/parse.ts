import type { Result } from '../../failure/failure';
import { checkLetter } from './check';
import { describeExcess, printable } from '../text';
import type { LetterTemplate, ParseProblem } from '../model';
import { parseBody } from './blocks';
import { parseFrontMatter } from './frontMatter';
import { parseInlines } from './inlines';

export type ParsedLetter = Result<
  /** Letters are listed by ascending `order`. */
  { letter: LetterTemplate; order: number },
  { problems: ParseProblem[] }
>;

export interface ParseOptions {
  /** The keys of templates/sources.yaml. Left out for the user's own letters, which may name any source. */
  knownSources?: ReadonlySet<string>;
  /** The id that the letter must have: built-in letters are loaded by file name. */
  id?: string;
}

/** Reads a letter from its Markdown: front matter between two `---`, then sections. Problems name `file`. */
export function parseLetter(markdown: string, file: string, options: ParseOptions = {}): ParsedLetter {
  const problems: ParseProblem[] = [];
  const report = (line: number, sentence: string) => problems.push({ line: Math.max(1, line), sentence });
  const excess = describeExcess(markdown.length);
  if (excess !== null) return { ok: false, problems: [{ line: 1, sentence: excess }] };
  const letter = readLetter(splitLines(markdown), file, options, report);
  problems.sort((a, b) => a.line - b.line);
  return letter && problems.length === 0 ? { ok: true, ...letter } : { ok: false, problems };
}

function readLetter(
  lines: readonly string[],
  file: string,
  options: ParseOptions,
  report: (line: number, sentence: string) => void,
): { letter: LetterTemplate; order: number } | null {
  const end = lines.indexOf('---', 1);
  if (lines[0] !== '---' || end === -1) {
    report(1, `${file} does not begin as a letter does: “---”, then id, title and the rest, then “---”.`);
    return null;
  }
  const front = parseFrontMatter(lines.slice(1, end), report);
  if (!front) return null;
  const subject = parseInlines(front.subject, front.lineOf('subject'), report);
  const sections = parseBody(lines.slice(end + 1), end + 2, report);
  checkLetter({ front, subject, sections, lines }, options.knownSources ?? null, report);
  if (options.id !== undefined && front.id !== options.id) {
    report(
      front.lineOf('id'),
      `The id of ${file} is “${options.id}”, as the file is named, not “${front.id}”.`,
    );
  }
  const { id, title, stage, when, checkedOn, to, asks, order } = front;
  return {
    order,
    letter: {
      id,
      title,
      stage,
      when,
      subject,
      checkedOn,
      to,
      asks,
      sections: sections.map((section) => ({
        id: section.id,
        title: section.title,
        sources: front.sources[section.id] ?? [],
        blocks: section.blocks,
      })),
    },
  };
}

function splitLines(markdown: string): string[] {
  return markdown
    .replace(/^\uFEFF/, '')
    .split(/\r\n?|\n/)
    .map((line) => printable(line).trimEnd());
}
