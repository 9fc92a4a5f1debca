import { useEffect, useRef } from 'react';
import { onFailure } from '../../lib/failure/failure';

/** Calls back for each failure in this page, so that every button ends with a message to the user, even if its action fails. */
export function useFailures(show: () => void): void {
  const latest = useRef(show);
  useEffect(() => {
    latest.current = show;
  });
  useEffect(() => onFailure(() => latest.current()), []);
}
