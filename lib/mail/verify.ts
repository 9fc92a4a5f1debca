import { isPlainField } from './fields';

/** How a draft reads before and after: its text, and what is not text. */
export interface Reading {
  text: string;
  /** Pictures, tables, rules and the like. */
  things: number;
}

/** White space, and the joiners and fillers editors add and drop as they like. */
const FILLERS = /[\s\u200b-\u200d\u2060\ufeff]+/g;

export function readDraft(body: HTMLElement): Reading {
  if (isPlainField(body)) return { text: body.value, things: 0 };
  const things = body.querySelectorAll('img[src],table,hr,video,audio,object,embed').length;
  return { text: body.textContent, things };
}

export function squeeze(text: string): string {
  return text.replace(FILLERS, '');
}

export function isSame(one: Reading, other: Reading): boolean {
  const areWords = one.text === other.text || squeeze(one.text) === squeeze(other.text);
  return areWords && one.things === other.things;
}

export type Arrival = 'whole' | 'nothing' | 'changed';

/** Whether exactly one of these texts came in, in one piece, and everything that was there is there, in order. */
export function compareReadings(before: Reading, after: Reading, expected: readonly string[]): Arrival {
  if (isSame(after, before)) return 'nothing';
  const [former = '', latter = ''] = cutToChange(
    before.text,
    after.text,
    MARGIN * (expected[0]?.length ?? 0),
  );
  const isWhole =
    after.things >= before.things && expected.some((text) => isInsertedOnce(former, latter, text));
  return isWhole ? 'whole' : 'changed';
}

/** Enough of the surroundings, with their white space, to find what was inserted even where it repeats them. */
const MARGIN = 2;

/** Both texts about the place where they differ, without white space. A draft may be a megabyte long, its change is not. */
function cutToChange(before: string, after: string, margin: number): string[] {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const cut = (text: string): string =>
    squeeze(text.slice(Math.max(0, head - margin), text.length - Math.max(0, tail - margin)));
  return [cut(before), cut(after)];
}

function isInsertedOnce(before: string, after: string, text: string): boolean {
  if (!text || after.length !== before.length + text.length) return false;
  let head = 0;
  while (head < before.length && before[head] === after[head]) head += 1;
  // Where ours begins as theirs goes on, the common beginning runs into ours: step back.
  for (let at = head; at >= 0 && after.startsWith(before.slice(at), at + text.length); at -= 1) {
    if (after.startsWith(text, at)) return true;
  }
  return false;
}
