import type { PlainField } from '../editable';
import type { PlainSpot } from '../place';
import type { Insertion, RefusalReason } from '../protocol';
import { readDraft } from '../verify';
import { pause } from '../wait';
import { typeText, undoNatively } from './native';
import { HAS_BLOCKS, type Written } from './richText';

/** Types into a text area or input: the only way that its own undo knows of. */
export async function writePlainField(
  field: PlainField,
  { at, place }: PlainSpot,
  content: Pick<Insertion, 'html' | 'text'>,
): Promise<Written> {
  const before = readDraft(field);
  const own = before.text;
  const wanted = fit(field, own, content, at);
  const tell = (why: RefusalReason | null): Written => ({
    place,
    method: 'typed',
    why,
    before,
    after: readDraft(field),
  });
  if (field.maxLength >= 0 && own.length + wanted.length > field.maxLength) {
    return tell('too long for this field');
  }
  field.focus({ preventScroll: true });
  field.setSelectionRange(at, at);
  typeText(field, wanted);
  await pause();
  if (field.value === own.slice(0, at) + wanted + own.slice(at)) return tell(null);
  if (field.value !== own) undoNatively(field);
  // Where the page has written over it, undo knows nothing of it: the user's words go in as they were.
  if (field.value !== own) {
    field.select();
    typeText(field, own);
  }
  return tell(field.value === own ? 'did not arrive' : 'arrived changed');
}

/** An input has one line; paragraphs in a text area start and end on lines of their own. Both keep off the user’s words. */
function fit(
  { localName }: PlainField,
  before: string,
  { html, text }: Pick<Insertion, 'html' | 'text'>,
  at: number,
): string {
  const isOneLine = localName === 'input';
  const words = isOneLine
    ? text
        .trim()
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
        .join(' ')
    : text;
  if (!HAS_BLOCKS.test(html)) return words;
  const gap = isOneLine ? ' ' : '\n';
  const breakBefore = at > 0 && before[at - 1] !== gap;
  const breakAfter = at < before.length && before[at] !== gap;
  return `${breakBefore ? gap : ''}${words}${breakAfter ? gap : ''}`;
}
