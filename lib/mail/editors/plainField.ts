import type { PlainField } from '../fields';
import type { RefusalReason } from '../protocol';
import { pause } from '../wait';
import { typeText, undoNatively } from './native';

/** Types into a text area or input: the only way that its own undo knows of. Null when it is all there. */
export async function writePlainField(
  field: PlainField,
  text: string,
  at: number,
): Promise<RefusalReason | null> {
  const before = field.value;
  const wanted = fit(field, before, text, at);
  if (field.maxLength >= 0 && before.length + wanted.length > field.maxLength)
    return 'too long for this field';
  field.focus({ preventScroll: true });
  field.setSelectionRange(at, at);
  typeText(field, wanted);
  await pause();
  if (field.value === before.slice(0, at) + wanted + before.slice(at)) return null;
  if (field.value !== before) undoNatively(field);
  return field.value === before ? 'did not arrive' : 'arrived changed';
}

/** An input has one line; a letter in a text area starts and ends on lines of its own. */
function fit({ localName }: PlainField, before: string, text: string, at: number): string {
  if (localName === 'input') return text.trim().replace(/\s*\n\s*/g, ' ');
  if (!text.includes('\n')) return text;
  const breakBefore = at > 0 && before[at - 1] !== '\n';
  const breakAfter = at < before.length && before[at] !== '\n';
  return `${breakBefore ? '\n' : ''}${text}${breakAfter ? '\n' : ''}`;
}
