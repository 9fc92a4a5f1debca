import { useState, useId, useLayoutEffect, useRef } from 'react';
import { deleteAll } from '../../../lib/options/actions';
import { useDetailsStore } from '../../../lib/options/store';
import { detach } from '../../../lib/failure/failure';
import { type SaveFile, sayWord } from '../browserSide';
import { saveLetterLog } from '../replies/Keeping';
import { focusAndSay } from '../../ui/focusAndSay';
import { SECTION_TITLE } from '../SectionHead';
import { useToday } from '../../ui/DateField';
import ui from '../../ui/controls.module.css';
import page from '../options.module.css';

/** Firefox has no way for an extension to clear its file; `eraseDeleted` does that elsewhere. */
const inFirefox = import.meta.env.FIREFOX;
const LEFT_IN_FIREFOX =
  'Firefox may keep what was deleted in a file of its own until you remove this extension from Firefox.';

type Step = 'offer' | 'ask' | 'deleted';

const NOT_DELETED = 'This was not deleted: your browser refused. Try again in a moment.';
const DELETED =
  'Everything has been deleted. Still in this browser, for you to remove: this page in its history, the files you downloaded, and their names in its list of downloads.' +
  (inFirefox ? ` ${LEFT_IN_FIREFOX}` : '');

interface DeletePanelProps {
  saveFile: SaveFile;
  /** Called after the deletion, so that the optional permission is given back too. */
  onDeleted: () => void;
}

/** Deletes everything. It asks first, because this deletion has no undo. */
export function DeletePanel({ saveFile, onDeleted }: DeletePanelProps) {
  const details = useDetailsStore();
  const [step, setStep] = useState<Step>('offer');
  const remove = async () => {
    const isDeleted = await deleteAll(details);
    setStep(isDeleted ? 'deleted' : 'offer');
    focusAndSay(isDeleted ? `#${SECTION_TITLE}` : null, isDeleted ? DELETED : NOT_DELETED);
    if (isDeleted) onDeleted();
  };
  return (
    <div className={page.card}>
      <h3>Delete everything</h3>
      <p>
        Signers, employers, your own letters, sent letters and replies, your choices and settings. What is in
        your mailbox, your downloads and your backups stays there, and so do the browser’s history and its
        list of downloads.
      </p>
      <Leaving saveFile={saveFile} />
      {step !== 'deleted' && (
        <button type="button" className={ui.buttonDanger} onClick={() => setStep('ask')}>
          Delete everything
        </button>
      )}
      {step === 'ask' && (
        <AlertDialog
          question="Delete everything?"
          warning="This cannot be undone here. With a backup you could restore it."
          keep="Keep everything"
          onKeep={() => {
            setStep('offer');
            focusAndSay(null, 'Nothing was deleted.');
          }}
          confirm="Yes, delete everything"
          onConfirm={() => detach(remove())}
        />
      )}
    </div>
  );
}

/** What to do before the computer, or the post, belongs to somebody else. */
function Leaving({ saveFile }: { saveFile: SaveFile }) {
  const details = useDetailsStore();
  const today = useToday();
  return (
    <details className={ui.more}>
      <summary>Leaving this school or computer?</summary>
      <p>
        Save the record of your letters and replies, and a backup (above) if you want to go on elsewhere. Move
        both to a place of your own. Then delete everything here.{inFirefox && ` ${LEFT_IN_FIREFOX}`}
      </p>
      <button
        type="button"
        className={ui.button}
        onClick={() => detach(sayWord(() => saveLetterLog(details, () => true, today, saveFile)))}
      >
        Save the record as Word
      </button>
    </details>
  );
}

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
function AlertDialog({ question, warning, keep, onKeep, confirm, onConfirm }: AlertDialogProps) {
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
      className={page.dialog}
      aria-labelledby={id}
      aria-describedby={`${id}-warning`}
      onCancel={(event) => {
        event.preventDefault();
        onKeep();
      }}
    >
      <h2 id={id}>{question}</h2>
      <p id={`${id}-warning`}>{warning}</p>
      <p className={ui.actions}>
        <button ref={keepButton} type="button" className={ui.button} onClick={onKeep}>
          {keep}
        </button>
        <button type="button" className={ui.buttonDanger} onClick={onConfirm}>
          {confirm}
        </button>
      </p>
    </dialog>
  );
}
