import { useEffect, useState } from 'react';
import type { ParsedLetter } from '../../../lib/letter/parse/parse';
import type { ParseProblem } from '../../../lib/letter/model';
import { MAX_LETTER_LENGTH } from '../../../lib/letter/text';
import { detach, type Result } from '../../../lib/failure/failure';
import { useDetails } from '../../../lib/options/store';
import { builtInLetters } from '../../../lib/letter/builtIn';
import { repository } from '../../../lib/storage/repository';
import { findLetter, type FoundLetter, lettersOnDemand } from '../../../lib/writing/letters';
import ui from '../../ui/controls.module.css';

/** `markdown` is the file's text to the byte, as far as it is text: a letter that is saved again is the same file. */
type ReadLetter = Result<
  { title: string; markdown: string },
  { problems: ParseProblem[]; markdown: string | null }
>;

/** Reads a letter file. If it is not a letter, the problem says what was expected. */
export async function readLetterFile(file: File): Promise<ReadLetter> {
  // A character takes up to four bytes. The parser counts them exactly.
  if (file.size > 4 * MAX_LETTER_LENGTH)
    return refuse('This is far too large for a letter. A letter file is plain text of a few pages.');
  const bytes = await file.arrayBuffer().catch(() => null);
  if (bytes === null)
    return refuse('The file could not be read. It may have been moved or be open elsewhere.');
  const markdown = decode(bytes);
  if (markdown === null || markdown.includes('\0') || markdown.startsWith('PK')) {
    return refuse(
      'This is not plain text. A Word file is opened under “Open a Word file”; a letter file ends in .md.',
    );
  }
  const parsed = await parseLetterFile(markdown, file.name);
  return parsed.ok ? { ok: true, title: parsed.letter.title, markdown } : { ...parsed, markdown };
}

/** `null` if it is not UTF-8. A byte order mark stays. */
function decode(bytes: ArrayBuffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function refuse(sentence: string): ReadLetter {
  return { ok: false, problems: [{ line: 1, sentence }], markdown: null };
}

/** The letter parsed from a Markdown text, or its problems; `null` until the parser is loaded. */
export function useParsedLetter(markdown: string, title: string): ParsedLetter | null {
  const [parsed, setParsed] = useState<ParsedLetter | null>(null);
  useEffect(() => {
    let isStale = false;
    detach(parseLetterFile(markdown, title).then((result) => !isStale && setParsed(result)));
    return () => {
      isStale = true;
    };
  }, [markdown, title]);
  return parsed;
}

/** Loads the parser on demand, because only own letters need it. */
async function parseLetterFile(markdown: string, name: string): Promise<ParsedLetter> {
  const { parseLetter } = await import('../../../lib/letter/parse/parse');
  return parseLetter(markdown, name);
}

interface LetterProblemsProps {
  name: string;
  problems: readonly ParseProblem[];
  /** Leads to a line of the text, where the text is on the same screen. */
  onShow?: (line: number) => void;
}

/** Lists the problems that prevent a text from being used as a letter, with their line numbers. */
export function LetterProblems({ name, problems, onShow }: LetterProblemsProps) {
  return (
    <div className={ui.noticeWarn} role="status">
      <p>
        <strong>{name} has a mistake and cannot be used yet.</strong>
      </p>
      <ul>
        {problems.slice(0, 20).map(({ line, sentence }) => (
          <li key={`${line} ${sentence}`}>
            Line {line}: {sentence}{' '}
            {onShow && (
              <button type="button" className={ui.link} onClick={() => onShow(line)}>
                Go to line {line}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Selects the line and scrolls it into the field's view. */
export function selectLine(field: HTMLElement | null, line: number): void {
  if (!(field instanceof HTMLTextAreaElement)) return;
  const lines = field.value.split('\n');
  const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
  field.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
  field.scrollTop = ((line - 3) / lines.length) * field.scrollHeight;
}

/** The letter to use for an id, found by the same rule as in the popup; `null` while it is being loaded. */
export function useFoundLetter(id: string): FoundLetter | null {
  const letters = useDetails(({ records }) => records.letter);
  const quarantined = useDetails((state) => state.quarantined);
  const [found, setFound] = useState<{ id: string; letter: FoundLetter } | null>(null);
  useEffect(() => {
    if (id === '') return undefined;
    let isStale = false;
    detach(
      findLetter(id, { letters }, lettersOnDemand, repository).then(
        (letter) => !isStale && setFound({ id, letter }),
      ),
    );
    return () => {
      isStale = true;
    };
  }, [id, letters]);
  if (found?.id === id) return found.letter;
  // Without own letters nothing can replace the built-in letter, so it is available at once.
  const builtIn =
    letters.length + quarantined.length === 0 && builtInLetters.find((letter) => letter.id === id);
  return builtIn ? { letter: builtIn, letterProblem: null } : null;
}
