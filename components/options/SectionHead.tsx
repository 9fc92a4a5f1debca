import { useEffect, useRef, useState } from 'react';
import { undoDeletion } from '../../lib/options/actions';
import { saveAll } from '../../lib/options/saving';
import { type DetailsState, type Saving, useDetails } from '../../lib/options/store';
import { Notice } from '../ui/Notice';
import { detach } from '../../lib/failure/failure';

/** Id of the section’s title, which takes the focus when the focused element is removed. */
export const SECTION_TITLE = 'section-title';

interface SectionHeadProps {
  title: string;
  lead: string;
  onRetry?: () => void;
}

/** Title and purpose of a section, the saving status, and the undo of the last deletion. */
export function SectionHead({ title, lead, onRetry = () => detach(saveAll()) }: SectionHeadProps) {
  const saving = useDetails((details) => details.saving);
  const undo = useDetails((details) => details.undo);
  return (
    <>
      <div className="section-head">
        <h2 id={SECTION_TITLE} tabIndex={-1}>
          {title}
        </h2>
        <SavedStatus saving={saving} />
      </div>
      <p className="lead">{lead}</p>
      {typeof saving === 'object' && (
        <div className="trouble" role="alert">
          <Notice tone="warn">
            <p>{saving.failed}</p>
            <button type="button" className="button" onClick={onRetry}>
              Try again
            </button>
          </Notice>
        </div>
      )}
      <UndoBar undo={undo} />
    </>
  );
}

/** Pause in typing before "Saved" appears, so that a screen reader does not announce it after every character. */
const PAUSE_MS = 600;

/** "Saved" or "Not saved". The error and the retry button are in an alert below the title. */
function SavedStatus({ saving }: { saving: Saving }) {
  const isPaused = useIsUnchanged(saving);
  const words = typeof saving === 'object' ? 'Not saved' : saving === 'saved' && isPaused ? 'Saved' : '';
  return (
    <p role="status" className={typeof saving === 'object' ? 'saved saved-not' : 'saved'}>
      {words}
    </p>
  );
}

/** True if this status appeared while the section was open and has not changed for `PAUSE_MS`. */
function useIsUnchanged(saving: Saving): boolean {
  const [settled, setSettled] = useState<Saving | null>(null);
  // Do not announce a status that was reached in another section.
  const initial = useRef<Saving | null>(saving);
  useEffect(() => {
    if (initial.current === saving) return undefined;
    initial.current = null;
    const timer = setTimeout(() => setSettled(saving), PAUSE_MS);
    return () => {
      clearTimeout(timer);
      setSettled(null);
    };
  }, [saving]);
  return settled === saving;
}

/** Stays until it is used or something else is deleted, so that there is no time limit. */
function UndoBar({ undo }: { undo: DetailsState['undo'] }) {
  const bar = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const shown = useRef(undo);
  // The pressed button is removed. Without this, the focus would go to the top of the page.
  useEffect(() => {
    if (shown.current === undo) return;
    shown.current = undo;
    // No button was pressed (expired letters), so leave the focus where the user is.
    if (undo?.unasked) return;
    (undo ? button : bar).current?.focus();
  }, [undo]);
  return (
    <div className="undo" role="status" ref={bar} tabIndex={-1}>
      {undo && (
        <p>
          <span>
            {undo.did}: {undo.what || 'an entry without a name'}
          </span>
          <button ref={button} type="button" className="button" onClick={() => detach(undoDeletion())}>
            Undo
          </button>
        </p>
      )}
    </div>
  );
}
