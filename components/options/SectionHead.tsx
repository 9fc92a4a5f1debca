import { useEffect, useRef, useState } from 'react';
import { detach } from '../../lib/failure/failure';
import { undoDeletion, agree } from '../../lib/options/actions';
import {
  type DetailsStore,
  type DetailsState,
  type Saving,
  useDetails,
  useDetailsStore,
} from '../../lib/options/store';
import { Said, focusAndSay, Notice } from '../ui/focusAndSay';
import { type Place, focusField, sections } from './location';
import { saveAll } from '../../lib/options/saving';
import ui from '../ui/controls.module.css';
import page from './options.module.css';

/** Id of the section’s title, which takes the focus when the section is opened or the focused control is removed. */
export const SECTION_TITLE = 'section-title';

/** Names the window after what it shows. Never a name or a record: the browser's history and the window list show it. */
function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} – Dear Employer`;
  }, [title]);
}

interface SectionHeadProps {
  title: string;
  lead?: string;
  /** Names the window where the title may be a name that the user gave. */
  windowTitle?: string;
  onRetry?: () => void;
}

/** Title and purpose of a section, and what could not be saved. */
export function SectionHead({ title, lead, windowTitle = title, onRetry }: SectionHeadProps) {
  const details = useDetailsStore();
  const saving = useDetails((state) => state.saving);
  useTitle(windowTitle);
  return (
    <>
      <h2 id={SECTION_TITLE} tabIndex={-1}>
        {title}
      </h2>
      {lead && <p className={page.lead}>{lead}</p>}
      {typeof saving === 'object' && (
        <div className={page.trouble} role="alert">
          <Notice tone="warn">
            <p>{saving.failed}</p>
            <button type="button" className={ui.button} onClick={onRetry ?? (() => detach(saveAll(details)))}>
              Try again
            </button>
          </Notice>
        </div>
      )}
    </>
  );
}

/**
 * What the last action did, "Saved", and the undo of the last deletion. It stays at the lower edge of the window, so that it
 * can be seen wherever the user is in a long form.
 */
export function SayBar({ place }: { place: Place }) {
  const undo = useDetails((state) => state.undo);
  useOutdatedWords();
  return (
    <div className={page.sayBar}>
      <UndoBar undo={undo} />
      <Said isShown />
      <SavedStatus key={place.section} />
    </div>
  );
}

/** Takes the words about an action away when the user types or goes to another section. */
function useOutdatedWords(): void {
  useEffect(() => {
    const clear = () => focusAndSay(null);
    document.addEventListener('input', clear);
    window.addEventListener('hashchange', clear);
    return () => {
      document.removeEventListener('input', clear);
      window.removeEventListener('hashchange', clear);
    };
  }, []);
}

/** Pause in typing before "Saved" appears, so that a screen reader does not announce it after every character. */
const PAUSE_MS = 600;

/** "Saved" or "Not saved". The error and the retry button are in an alert below the title. */
function SavedStatus() {
  const saving = useDetails((state) => state.saving);
  const isPaused = useIsUnchanged(saving);
  const words = typeof saving === 'object' ? 'Not saved' : saving === 'saved' && isPaused ? 'Saved' : '';
  return (
    <p role="status" className={typeof saving === 'object' ? `${page.saved} ${page.notSaved}` : page.saved}>
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
  const details = useDetailsStore();
  const button = useRef<HTMLButtonElement>(null);
  const shown = useRef(undo);
  useEffect(() => {
    if (shown.current === undo) return;
    shown.current = undo;
    if (undo && !undo.keepsFocus) button.current?.focus();
  }, [undo]);
  const putBack = async () => {
    if (await undoDeletion(details)) focusAndSay(`#${SECTION_TITLE}`, undoneSentence(undo));
  };
  return (
    <div role="status" className={page.undo}>
      {undo && (
        <p>
          <span>
            {undo.did}: {undo.what || 'an entry without a name'}
          </span>
          <button ref={button} type="button" className={ui.button} onClick={() => detach(putBack())}>
            Undo
          </button>
        </p>
      )}
    </div>
  );
}

function undoneSentence(undo: DetailsState['undo']): string {
  const what = undo?.what || 'the entry without a name';
  return undo?.did === 'Added' ? `Taken out again: ${what}.` : `Put back: ${what}.`;
}

/** Shown once, before anything is saved, in place of the section. It takes about 20 seconds to read. */
export function Disclosure({ section }: Pick<Place, 'section'>) {
  const details = useDetailsStore();
  useTitle('Before you start');
  return (
    <section className={`${page.card} ${page.prose}`} aria-labelledby={SECTION_TITLE}>
      <h2 id={SECTION_TITLE} tabIndex={-1}>
        Before you start
      </h2>
      {section !== 'about-you' && (
        <p>Agree first. Then “{sections.find(({ id }) => id === section)?.title}” opens.</p>
      )}
      <WhatIsSaved />
      <p className={ui.actions}>
        <button type="button" className={ui.buttonMain} onClick={() => detach(agreeAndGoOn(details))}>
          Agree and start
        </button>
        <a href="#privacy-and-backup/branch-file">Has your branch sent you a file? Open it</a>
      </p>
    </section>
  );
}

async function agreeAndGoOn(details: DetailsStore): Promise<void> {
  await agree(details);
  // The questions take the focus to their first field; any other section is announced by its title.
  if (!document.querySelector('[aria-label="Your details"]')) focusField(SECTION_TITLE);
}

/** What the user agrees to. */
export function WhatIsSaved() {
  return (
    <dl>
      <dt>Saved</dt>
      <dd>Your name, school and employer; letters and replies if you choose.</dd>
      <dt>Where</dt>
      <dd>In this browser, on this computer.</dd>
      <dt>Read</dt>
      <dd>Their reply, only when you ask.</dd>
      <dt>Sent</dt>
      <dd>Nothing. You press Send yourself.</dd>
      <dt>Your mailbox</dt>
      <dd>
        Gmail and Outlook save drafts, and a school mailbox and laptop belong to your employer. What you
        insert may be kept even if you take it out again. To keep it private for now, write it on your own
        computer.
      </dd>
    </dl>
  );
}
