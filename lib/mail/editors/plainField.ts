import type { PlainField } from '../editable';
import type { PlainSpot } from '../place';
import type { BodyContent, RefusalReason } from '../protocol';
import { readDraft } from '../verify';
import { pause } from '../wait';
import { typeText, undoNatively, HAS_BLOCKS, type Written } from './richText';

/** Types into a text area or input: setting `value` would bypass the field's undo. */
export async function writePlainField(
  field: PlainField,
  { at, place }: PlainSpot,
  content: BodyContent,
): Promise<Written> {
  const before = readDraft(field);
  const own = before.text;
  const wanted = fitToField(field, own, content, at);
  const report = (why: RefusalReason | null): Written => ({
    place,
    method: 'typed',
    why,
    before,
    after: readDraft(field),
  });
  if (field.maxLength >= 0 && own.length + wanted.length > field.maxLength) {
    return report('too long for this field');
  }
  field.focus({ preventScroll: true });
  field.setSelectionRange(at, at);
  typeText(field, wanted);
  await pause();
  if (field.value === own.slice(0, at) + wanted + own.slice(at)) return report(null);
  if (field.value !== own) undoNatively(field);
  // If the page's script has changed the value, undo does not restore it: type the user's former text again.
  if (field.value !== own) {
    field.select();
    typeText(field, own);
  }
  return report(field.value === own ? 'did not arrive' : 'arrived changed');
}

/**
 * An input has one line, so line breaks become spaces there. In a text area, paragraphs start and end on their own
 * lines. In both, a gap separates paragraphs from the user's text.
 */
function fitToField(
  { localName }: PlainField,
  before: string,
  { html, text }: BodyContent,
  at: number,
): string {
  const isOneLine = localName === 'input';
  // Each line without the white space around it.
  const inserted = isOneLine ? (text.match(/\S(.*\S)?/g) ?? []).join(' ') : text;
  if (!HAS_BLOCKS.test(html)) return inserted;
  const gap = isOneLine ? ' ' : '\n';
  const breakBefore = at > 0 && before[at - 1] !== gap;
  const breakAfter = at < before.length && before[at] !== gap;
  return (breakBefore ? gap : '') + inserted + (breakAfter ? gap : '');
}
