import { useId, useLayoutEffect, useRef } from 'react';

interface AlertDialogProps {
  question: string;
  warning: string;
  keep: string;
  onKeep: () => void;
  confirm: string;
  onConfirm: () => void;
}

/**
 * Asks before something that cannot be undone. The rest of the page is out of reach meanwhile, Escape answers like `keep`,
 * and afterwards the focus is back on the button that was pressed.
 */
export function AlertDialog({ question, warning, keep, onKeep, confirm, onConfirm }: AlertDialogProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const keepButton = useRef<HTMLButtonElement>(null);
  // A layout effect, because a dialog gives the focus back only if it is closed before React takes it out of the page.
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    // Pressing Enter by accident must change nothing.
    keepButton.current?.focus();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      role="alertdialog"
      className="alert-dialog"
      aria-labelledby={id}
      aria-describedby={`${id}-warning`}
      onCancel={(event) => {
        event.preventDefault();
        onKeep();
      }}
    >
      <h2 id={id}>{question}</h2>
      <p id={`${id}-warning`}>{warning}</p>
      <p className="actions">
        <button ref={keepButton} type="button" className="button" onClick={onKeep}>
          {keep}
        </button>
        <button type="button" className="button button-danger" onClick={onConfirm}>
          {confirm}
        </button>
      </p>
    </dialog>
  );
}
