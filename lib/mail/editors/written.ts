import type { Method } from '../clients/client';
import type { Place, RefusalReason } from '../protocol';

/** What came of writing into a body. */
export interface Written {
  place: Place;
  method: Method | 'typed';
  /** Null: all of it is there, once, and nothing else changed. */
  why: RefusalReason | null;
}
