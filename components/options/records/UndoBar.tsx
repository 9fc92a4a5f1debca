import { useEffect, useRef } from 'react';
import { undoDeletion } from '../../../lib/details/actions';
import type { DetailsState } from '../../../lib/details/store';

/** Stays until it is used or something else is deleted: nobody has to be quick. */
export function UndoBar({ undo }: { undo: DetailsState['undo'] }) {
  const bar = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const shown = useRef(undo);
  // The button that was pressed goes away; without this the focus would fall back to the top of the page.
  useEffect(() => {
    if (shown.current === undo) return;
    shown.current = undo;
    // Nothing was pressed: whoever is typing, or was led to a field, stays there.
    if (undo?.unasked) return;
    (undo ? button : bar).current?.focus();
  }, [undo]);
  return (
    <div className="undo" role="status" ref={bar} tabIndex={-1}>
      {undo && (
        <p>
          <span>Deleted: {undo.what || 'a record without a name'}</span>
          <button ref={button} type="button" className="button" onClick={() => void undoDeletion()}>
            Undo
          </button>
        </p>
      )}
    </div>
  );
}
