import type { Method } from '../clients/client';
import type { Place, RefusalReason } from '../protocol';
import type { Reading } from '../verify';

/** What came of writing into a body. */
export interface Written {
  place: Place;
  method: Method | 'typed';
  /** Null: all of it is there, once, and nothing else changed. */
  why: RefusalReason | null;
  before: Reading;
  after: Reading;
}

/** Paragraphs and lists stand on lines of their own; mere words go into the user's line. */
export const HAS_BLOCKS = /<(p|div|ol|ul)\b/;
