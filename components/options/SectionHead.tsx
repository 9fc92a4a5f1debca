import { useEffect, useRef, useState } from 'react';
import { undoDeletion } from '../../lib/options/actions';
import { saveAll } from '../../lib/options/saving';
import { type DetailsState, type Saving, useDetails } from '../../lib/options/store';
import { Notice } from '../ui/Notice';

/** For the focus, where what had it goes away. */
export const SECTION_TITLE = 'section-title';

interface SectionHeadProps {
  title: string;
  lead: string;
  onRetry?: () => void;
}

/** Title, what the section is for, and how saving and deleting went. */
export function SectionHead({ title, lead, onRetry = () => void saveAll() }: SectionHeadProps) {
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

/** How long the keyboard must rest before "Saved" is said: once, and not after every letter. */
const REST_MS = 600;

/** Quiet when all is well. What to do about trouble stands beside the field. */
function SavedStatus({ saving }: { saving: Saving }) {
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

/** Stays until it is used or something else is deleted: nobody has to be quick. */
function UndoBar({ undo }: { undo: DetailsState['undo'] }) {
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
          <span>Deleted: {undo.what || 'an entry without a name'}</span>
          <button ref={button} type="button" className="button" onClick={() => void undoDeletion()}>
            Undo
          </button>
        </p>
      )}
    </div>
  );
}
