import { useEffect, useState } from 'react';
import type { ParsedLetter } from '../../../lib/letter/parse/parse';
import type { ParseProblem } from '../../../lib/letter/parse/problems';
import { MAX_LETTER_LENGTH } from '../../../lib/letter/text';
import { detach } from '../../../lib/failure/failure';

export type ReadLetter =
  { ok: true; title: string; markdown: string } | { ok: false; problems: ParseProblem[] };

/** Reads a letter file. If it is not a letter, the problem says what was expected. */
export async function readLetterFile(file: File): Promise<ReadLetter> {
  // A character takes up to four bytes. The parser counts them exactly.
  if (file.size > 4 * MAX_LETTER_LENGTH)
    return refuse('This is far too large for a letter. A letter file is plain text of a few pages.');
  const text = await file.text().catch(() => null);
  if (text === null)
    return refuse('The file could not be read. It may have been moved or be open elsewhere.');
  const markdown = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  if (markdown.includes('\0') || markdown.startsWith('PK')) {
    return refuse(
      'This is not plain text. A Word file is opened under “Open a Word file”; a letter file ends in .md.',
    );
  }
  const parsed = await parseLetterFile(markdown, file.name);
  return parsed.ok ? { ok: true, title: parsed.letter.title, markdown } : parsed;
}

function refuse(sentence: string): ReadLetter {
  return { ok: false, problems: [{ line: 1, sentence }] };
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
