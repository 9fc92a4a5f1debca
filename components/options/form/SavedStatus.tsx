import { useEffect, useRef, useState } from 'react';
import type { Saving } from '../../../lib/details/store';

/** How long the keyboard must rest before "Saved" is said: once, and not after every letter. */
const REST_MS = 600;

/** Quiet when all is well. What to do about trouble stands beside the field. */
export function SavedStatus({ saving }: { saving: Saving }) {
  const isResting = useRest(saving);
  const words = typeof saving === 'object' ? 'Not saved' : saving === 'saved' && isResting ? 'Saved' : '';
  return (
    <p role="status" className={typeof saving === 'object' ? 'saved saved-not' : 'saved'}>
      {words}
    </p>
  );
}

function useRest(saving: Saving): boolean {
  const [rested, setRested] = useState<Saving | null>(null);
  // What was saved in another section is no news in this one.
  const old = useRef<Saving | null>(saving);
  useEffect(() => {
    if (old.current === saving) return undefined;
    old.current = null;
    const timer = setTimeout(() => setRested(saving), REST_MS);
    return () => {
      clearTimeout(timer);
      setRested(null);
    };
  }, [saving]);
  return rested === saving;
}
