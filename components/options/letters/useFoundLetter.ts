import { useEffect, useState } from 'react';
import { useDetails } from '../../../lib/options/store';
import { builtInLetters } from '../../../lib/letter/builtIn';
import { findLetter, type FoundLetter } from '../../../lib/writing/letters';
import { lettersOnDemand } from '../../../lib/writing/lettersOnDemand';
import { detach } from '../../../lib/failure/failure';

/** The letter to use for an id, found by the same rule as in the popup; `null` while it is being loaded. */
export function useFoundLetter(id: string): FoundLetter | null {
  const letters = useDetails(({ records }) => records.letter);
  const quarantined = useDetails((details) => details.quarantined);
  const [found, setFound] = useState<{ id: string; letter: FoundLetter } | null>(null);
  useEffect(() => {
    if (id === '') return undefined;
    let isStale = false;
    detach(
      findLetter(id, { letters }, lettersOnDemand).then((letter) => !isStale && setFound({ id, letter })),
    );
    return () => {
      isStale = true;
    };
  }, [id, letters]);
  if (found?.id === id) return found.letter;
  // Without own letters nothing can replace the built-in letter, so it is available at once.
  const builtIn =
    letters.length + quarantined.length === 0 && builtInLetters.find((letter) => letter.id === id);
  return builtIn ? { letter: builtIn, letterProblem: null } : null;
}
