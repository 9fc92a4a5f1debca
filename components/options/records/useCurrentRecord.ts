import { useState } from 'react';
import type { Place } from '../sections';

/** Which of several records is on screen: the one chosen here, else the link’s, else the one used last, else the first. */
export function useCurrentRecord<R extends { id: string }>(
  records: readonly R[],
  place: Place,
  lastUsedId: string,
) {
  const [chosen, choose] = useState<{ id: string; at: Place } | null>(null);
  // A new link overrules what was chosen before it.
  const chosenId = chosen && (chosen.at === place || place.recordId === '') ? chosen.id : '';
  const find = (id: string) => records.find((record) => record.id === id);
  const current = find(chosenId) ?? find(place.recordId) ?? find(lastUsedId) ?? records[0];
  return { current, choose: (id: string) => choose({ id, at: place }) };
}
