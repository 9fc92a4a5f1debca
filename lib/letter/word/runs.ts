import { TextRun } from 'docx';
import type { Inline } from '../model';
import type { CharacterStyleId } from './styles';

/** One run per inline; a line break typed into a detail stays a line break. */
export function renderRuns(inlines: Inline[]): TextRun[] {
  return inlines.flatMap((inline) =>
    inline.text.split(/\r\n|[\n\r\u2028\u2029]/).map((line, index) => renderRun(inline, line, index)),
  );
}

function renderRun({ type }: Inline, line: string, index: number): TextRun {
  const text = index > 0 ? { text: line, break: 1 } : { text: line };
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
