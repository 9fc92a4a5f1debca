import { useEffect, useState } from 'react';
import { useDetails } from '../../../lib/options/store';
import { builtInLetters } from '../../../lib/letter/builtIn';
import { findLetter, type FoundLetter } from '../../../lib/writing/letters';
import { lettersOnDemand } from '../../../lib/writing/lettersOnDemand';

/** The letter that a choice means, by the popup's own rule; `null` while it is being read. */
export function useFoundLetter(id: string): FoundLetter | null {
  const letters = useDetails(({ records }) => records.letter);
  const quarantined = useDetails((details) => details.quarantined);
  const [found, setFound] = useState<{ id: string; letter: FoundLetter } | null>(null);
  useEffect(() => {
    if (id === '') return undefined;
    let isStale = false;
    void findLetter(id, { letters }, lettersOnDemand).then((letter) => !isStale && setFound({ id, letter }));
    return () => {
      isStale = true;
    };
  }, [id, letters]);
  if (found?.id === id) return found.letter;
  // Without letters of the user's own there is nothing to read: ours is the letter meant, at once.
  const ours = letters.length + quarantined.length === 0 && builtInLetters.find((letter) => letter.id === id);
  return ours ? { letter: ours, letterProblem: null } : null;
}
