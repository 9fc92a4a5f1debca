import { useEffect, useRef } from 'react';

export interface Undoable {
  sentence: string;
  restore: () => void;
}

/** Stays until it is used or something else is deleted: nobody has to be quick. */
export function UndoBar({ undoable, onUndo }: { undoable: Undoable | null; onUndo: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  // The button that was pressed is gone; without this the focus would fall back to the top of the page.
  useEffect(() => {
    if (undoable) button.current?.focus();
  }, [undoable]);
  return (
    <div className="undo" role="status">
      {undoable && (
        <p>
          {undoable.sentence}{' '}
          <button ref={button} type="button" className="button" onClick={onUndo}>
            Undo
          </button>
        </p>
      )}
    </div>
  );
}
