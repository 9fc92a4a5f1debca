import type { Spot } from './row';
import { squeeze } from './seen';

/** The inserted text, without spaces. Blocks go on lines of their own, a detail goes within the line. */
export interface Inserted {
  text: string;
  isBlock: boolean;
}

/** The draft's expected lines: the user's lines unchanged, and the inserted text once, at its place. */
export function expectedLines(
  before: string[],
  { text, isBlock }: Inserted,
  spot: Spot,
  caretWords: string,
): string[] {
  if (spot === 'top') return [text, ...before];
  const words = squeeze(spot === 'caret' ? caretWords : spot.below);
  const at = before.findIndex((line) => line.includes(words));
  const line = before[at];
  if (line === undefined) throw new Error(`No line of the draft holds "${words}": ${before.join(' | ')}`);
  const end = spot === 'caret' ? line.indexOf(words) + words.length : line.length;
  const [head, tail] = [line.slice(0, end), line.slice(end)];
  const isWithin = spot === 'caret' && !isBlock;
  const middle = isWithin ? [head + text + tail] : [head, text, tail];
  return [...before.slice(0, at), ...middle.filter(Boolean), ...before.slice(at + 1)];
}

/** Joins the lines of the inserted text into one, to compare them with the expected lines. */
export function joinInserted(lines: string[], text: string): string[] {
  for (const from of lines.keys()) {
    let joined = '';
    for (let to = from; to < lines.length && text.startsWith(joined + lines[to]); to += 1) {
      joined += lines[to];
      if (joined === text) return [...lines.slice(0, from), text, ...lines.slice(to + 1)];
    }
  }
  return lines;
}
