import type { PlainField } from './fields';
import type { DraftTarget, Place } from './protocol';

export interface PlainSpot {
  at: number;
  place: Place;
}

/** The lines mail programs write before a signature and a quoted mail in plain text. */
const SIGNATURE = /^-- ?$/m;
const QUOTE = /^(_{10,}|-{5}.*-{5}|>.*)$/m;

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
  const none: PlainSpot = { at: value.length, place: 'at the end' };
  if (localName === 'input') return none;
  const found: PlainSpot[] = [
    { at: value.search(SIGNATURE), place: 'above the signature' },
    { at: value.search(QUOTE), place: 'above the quoted mail' },
    none,
  ];
  return found.filter(({ at }) => at >= 0).reduce((first, next) => (next.at < first.at ? next : first));
}
