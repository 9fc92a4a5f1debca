import { useEffect, useRef, useState } from 'react';
import { deleteAll } from '../../../lib/options/actions';
import { detach } from '../../../lib/failure/failure';
import { type SaveFile, sayWord } from '../browserSide';
import { saveLetterLog } from '../replies/LetterLogDownload';
import { useToday } from '../../ui/useToday';

/** Firefox has no way for an extension to clear its file; `eraseDeleted` does that elsewhere. */
const inFirefox = import.meta.env.FIREFOX;
const LEFT_IN_FIREFOX =
  'Firefox may keep what was deleted in a file of its own until you remove this extension from Firefox.';

type Step = 'offer' | 'ask' | 'refused' | 'deleted';

interface DeletePanelProps {
  saveFile: SaveFile;
  /** Called after the deletion, so that the optional permission is given back too. */
  onDeleted: () => void;
}

/** Deletes everything. It asks first, because this deletion has no undo. */
export function DeletePanel({ saveFile, onDeleted }: DeletePanelProps) {
  const [step, setStep] = useState<Step>('offer');
  const remove = async () => {
    if (!(await deleteAll())) return setStep('refused');
    onDeleted();
    setStep('deleted');
  };
  return (
    <div className="card">
      <h3>Delete everything</h3>
      <p>
        Signers, employers, your own letters, sent letters and replies, your choices and settings. What is in
        your mailbox, your downloads and your backups stays there, and so do the browser’s history and its
        list of downloads.
      </p>
      <Leaving saveFile={saveFile} />
      {(step === 'offer' || step === 'refused') && (
        <button type="button" className="button button-danger" onClick={() => setStep('ask')}>
          Delete everything
        </button>
      )}
      {step === 'ask' && <Question onKeep={() => setStep('offer')} onDelete={() => detach(remove())} />}
      <p role="status">
        {step === 'refused' && 'This was not deleted: your browser refused. Try again in a moment.'}
        {step === 'deleted' &&
          `Everything has been deleted. Still in this browser, for you to remove: this page in its history, the files you downloaded, and their names in its list of downloads.${inFirefox ? ` ${LEFT_IN_FIREFOX}` : ''}`}
      </p>
    </div>
  );
}

/** What to do before the computer, or the post, belongs to somebody else. */
function Leaving({ saveFile }: { saveFile: SaveFile }) {
  const today = useToday();
  const [outcome, setOutcome] = useState('');
  return (
    <details className="fold">
      <summary>Leaving this school or computer?</summary>
      <p>
        Save the record of your letters and replies, and a backup (above) if you want to go on elsewhere. Move
        both to a place of your own. Then delete everything here.{inFirefox && ` ${LEFT_IN_FIREFOX}`}
      </p>
      <button
        type="button"
        className="button"
        onClick={() => detach(sayWord(() => saveLetterLog(() => true, today, saveFile)).then(setOutcome))}
      >
        Save the record as Word
      </button>
      <p role="status">{outcome}</p>
    </details>
  );
}

/** Focuses "Keep everything", so that pressing Enter by accident deletes nothing. */
function Question({ onKeep, onDelete }: { onKeep: () => void; onDelete: () => void }) {
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  return (
    <div
      className="notice notice-warn"
      role="alertdialog"
      aria-labelledby="delete-question"
      aria-describedby="delete-warning"
    >
      <p id="delete-question">
        <strong>Delete everything?</strong>
      </p>
      <p id="delete-warning">This cannot be undone here. With a backup you could restore it.</p>
      <p className="actions">
        <button ref={keep} type="button" className="button" onClick={onKeep}>
          Keep everything
        </button>
        <button type="button" className="button button-danger" onClick={onDelete}>
          Yes, delete everything
        </button>
      </p>
    </div>
  );
}
