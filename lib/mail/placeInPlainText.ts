import type { PlainField } from './fields';
import type { DraftTarget, Place } from './protocol';

export interface PlainSpot {
  at: number;
  place: Place;
}

/** The lines mail programs write before a signature (the first group) and a quoted mail in plain text. */
const LANDMARK = /^(?:(-- ?)|_{10,}|-{5}.*-{5}|>.*)$/m;

/** As in a rich draft: at the caret of the user's own part, else after their words and above the rest. */
export function findPlainSpot(field: PlainField, by: DraftTarget['by'], isFocused: boolean): PlainSpot {
  const { selectionStart, selectionEnd, value } = field;
  const end = selectionEnd ?? value.length;
  const limit = findLimit(field);
  if (by === 'clicked' || (isFocused && end <= limit.at)) {
    return { at: end, place: selectionStart === selectionEnd ? 'at the caret' : 'after the selection' };
  }
  return { at: value.slice(0, limit.at).trimEnd().length, place: limit.place };
}

function findLimit({ value, localName }: PlainField): PlainSpot {
  const found = localName === 'input' ? null : LANDMARK.exec(value);
  if (!found) return { at: value.length, place: 'at the end' };
  return { at: found.index, place: found[1] ? 'above the signature' : 'above the quoted mail' };
}
