import { useEffect, useState } from 'react';
import type { ParsedLetter } from '../../../lib/letter/parse/parse';

/** The letter that a Markdown text makes, or its problems; `null` until the parser is loaded. */
export function useParsedLetter(markdown: string, title: string): ParsedLetter | null {
  const [parsed, setParsed] = useState<ParsedLetter | null>(null);
  useEffect(() => {
    let isStale = false;
    void parseLetterFile(markdown, title).then((result) => !isStale && setParsed(result));
    return () => {
      isStale = true;
    };
  }, [markdown, title]);
  return parsed;
}

/** Loads the parser only for those who have a letter of their own. */
export async function parseLetterFile(markdown: string, name: string): Promise<ParsedLetter> {
  const { parseLetter } = await import('../../../lib/letter/parse/parse');
  return parseLetter(markdown, name);
}
