import { useRef, useState } from 'react';
import type { LetterForOne } from '../../../lib/word/manyLetters';
import type { SaveFile } from '../browserSide';

export type Writing =
  { step: 'none' } | { step: 'writing'; done: number; total: number } | { step: 'said'; sentence: string };

/** Writes the letters, with progress and a way to stop; only a finished zip is saved. */
export function useManyLetters(saveFile: SaveFile) {
  const [writing, setWriting] = useState<Writing>({ step: 'none' });
  const controller = useRef<AbortController | null>(null);
  const write = async (letters: readonly LetterForOne[]) => {
    const { signal } = (controller.current = new AbortController());
    setWriting({ step: 'writing', done: 0, total: letters.length });
    // With the docx library: only for those who ask for Word.
    const { writeManyLetters, zipFileName } = await import('../../../lib/word/manyLetters');
    const written = await writeManyLetters(letters, {
      signal,
      onProgress: ({ done, total }) => setWriting({ step: 'writing', done, total }),
    });
    if (!written.ok) return setWriting({ step: 'said', sentence: 'Stopped. Nothing was saved.' });
    saveFile(zipFileName(letters), new Uint8Array(written.zip), 'application/zip');
    setWriting({
      step: 'said',
      sentence: `${sayCount(letters.length)} in one zip file, among your downloads.`,
    });
  };
  return { writing, write, cancel: () => controller.current?.abort() };
}

function sayCount(count: number): string {
  return count === 1 ? 'One letter' : `${count} letters`;
}
