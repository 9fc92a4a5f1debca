import { TextRun } from 'docx';
import type { Inline } from '../model';
import type { CharacterStyleId } from './styles';

/** One run per inline; a line break typed into a detail stays a line break. */
export function renderRuns(inlines: Inline[]): TextRun[] {
  return inlines.flatMap((inline) =>
    splitLines(inline.text).flatMap((line, index) =>
      cutAfterBraces(line).map((words, part) => renderRun(inline, words, index > 0 && part === 0)),
    ),
  );
}

/** docx puts `{name}` for a list’s number until all is written, and would take the same words in a letter for it. */
export const cutAfterBraces = (text: string): string[] => text.split(/(?<=\{)/);

/** The lines of a text, without the two characters that no XML may hold and that docx would write. */
export function splitLines(text: string): string[] {
  return text.replaceAll(/[\uFFFE\uFFFF]/g, '').split(/\r\n|[\n\r\u2028\u2029]/);
}

function renderRun({ type }: Inline, words: string, onNewLine: boolean): TextRun {
  const text = onNewLine ? { text: words, break: 1 } : { text: words };
  switch (type) {
    case 'text':
      return new TextRun(text);
    case 'strong':
      return new TextRun({ ...text, style: 'StrongText' satisfies CharacterStyleId });
    case 'missing':
      // Word's own "find highlighted text" finds a highlight, not a style's shading.
      return new TextRun({ ...text, style: 'MissingDetail' satisfies CharacterStyleId, highlight: 'yellow' });
  }
}
