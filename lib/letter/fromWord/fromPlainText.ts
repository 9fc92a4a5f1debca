import type { WordingParagraph } from './wording';

/** Pasted text: one paragraph a line, as Word gives it out. Numbers and bullets come as characters. */
export function fromPlainText(text: string): WordingParagraph[] {
  const lines = text.split(/\r\n?|[\n\v\f\u0085\u2028\u2029]/);
  return lines.map((line) => ({ style: '', spans: [{ text: line, bold: false }], list: null }));
}
