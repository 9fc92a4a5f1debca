import { useEffect, useState } from 'react';
import { useDetails } from '../../../lib/options/store';
import { findLetter, type FoundLetter } from '../../../lib/writing/letters';
import { lettersOnDemand } from '../../../lib/writing/lettersOnDemand';

/** The letter that a choice means, by the popup's own rule; `null` while it is being read. */
export function useFoundLetter(id: string): FoundLetter | null {
  const letters = useDetails(({ records }) => records.letter);
  const [found, setFound] = useState<{ id: string; letter: FoundLetter } | null>(null);
  useEffect(() => {
    let isStale = false;
    void findLetter(id, { letters }, lettersOnDemand).then((letter) => !isStale && setFound({ id, letter }));
    return () => {
      isStale = true;
    };
  }, [id, letters]);
  return found?.id === id ? found.letter : null;
}
