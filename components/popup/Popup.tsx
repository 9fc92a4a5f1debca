import { detach } from '../../lib/failure/failure';
import { lazy, Suspense, useState } from 'react';
import { insertLetter } from '../../lib/popup/actions';
import { currentDocument, usePopup } from '../../lib/popup/store';
import { describeWhere } from '../../lib/writing/drafts';
import { Said, useKeptFocus } from '../ui/focusAndSay';
import { Fold } from '../ui/Disclosure';
import { Choices, WhichEmail } from './Choices';
import { Folds, VoiceFold } from './Folds';
import { Footer } from './Footer';
import { InsertButton, Ways } from './Insert';
import { LetterNotes, MailboxWarning, ReplyNote } from './Notes';
import { OutcomePanel } from './OutcomePanel';
import '../letterOptions/letterOptions.css';
import './popup.css';

// Loaded only when needed: most popups show neither.
const FirstUse = lazy(async () => ({ default: (await import('./FirstUse')).FirstUse }));
const WhatWillGoIn = lazy(async () => ({
  default: (await import('../letterOptions/LetterOptions')).WhatWillGoIn,
}));
const LetterProblemNote = lazy(async () => ({
  default: (await import('./LetterProblemNote')).LetterProblemNote,
}));

/** The toolbar popup: the first questions, or letter, signer and employer; the main button and its outcome. */
export function Popup() {
  const { ready, where, first, letter, letterProblem } = usePopup();
  const [reading, setReading] = useState<'not yet' | 'now' | 'done'>('not yet');
  useKeptFocus('[aria-label="Outcome"]:not(:empty)', '.scroll select', 'h1');
  const isReading = first !== null && reading === 'now';
  const choices = (
    <>
      <Choices />
      <Suspense>{letterProblem && <LetterProblemNote problem={letterProblem} />}</Suspense>
      <LetterNotes />
      <Folds />
    </>
  );
  return (
    <>
      <Said />
      <header>
        <h1 tabIndex={-1}>Dear Employer</h1>
        <p className="where" role="status">
          {describeWhere(where)}
        </p>
      </header>
      <main aria-busy={!ready}>
        <div className="scroll">
          <ReplyNote />
          {!ready && <p className="hint">Opening your details…</p>}
          {first && (
            <div className="card first-card">
              <Suspense>
                {isReading ? (
                  <WhatWillGoIn letter={currentDocument()} hasFocus />
                ) : (
                  <FirstUse
                    answers={first}
                    onEnter={() => (reading === 'not yet' ? setReading('now') : detach(insertLetter()))}
                  />
                )}
              </Suspense>
            </div>
          )}
          {ready && (
            <div className="card">
              <WhichEmail />
              {first && <VoiceFold />}
              {first ? (
                <Fold title="Change the letter" value={letter.title}>
                  {choices}
                </Fold>
              ) : (
                choices
              )}
            </div>
          )}
        </div>
        <InsertButton
          {...(first && {
            read: { isOpen: isReading, toggle: () => setReading(isReading ? 'done' : 'now') },
          })}
        />
        <MailboxWarning />
        <OutcomePanel />
        <Ways />
      </main>
      <Footer />
    </>
  );
}
