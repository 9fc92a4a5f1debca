import { useState } from 'react';

/**
 * The same entries in the order in which they stood before: a line must not move away under the fingers of somebody who
 * types a date in it. A new search, another order (`because`) or an entry more or less arranges them anew.
 */
export function useSteadyOrder<Entry extends { id: string }>(
  arranged: readonly Entry[],
  because: string,
): readonly Entry[] {
  const [steady, setSteady] = useState({ because, ids: arranged.map(({ id }) => id) });
  const byId = new Map(arranged.map((entry) => [entry.id, entry]));
  const inPlace = steady.ids.flatMap((id) => byId.get(id) ?? []);
  const isSame = steady.because === because && inPlace.length === arranged.length;
  if (isSame && steady.ids.length === arranged.length) return inPlace;
  setSteady({ because, ids: arranged.map(({ id }) => id) });
  return arranged;
}
