import { lazy, Suspense } from 'react';
import { describeWhere } from '../../lib/writing/drafts';
import { usePopup } from '../../lib/popup/store';
import { Choices } from './Choices';
import { Folds } from './LetterOptions';
import { Footer } from './Footer';
import { LetterNotes, MailboxWarning, ReplyNote } from './Notes';
import { LetterProblemNote } from './LetterProblemNote';
import { OutcomePanel } from './OutcomePanel';
import { InsertButton, Ways } from './Insert';
import './popup.css';

// Needed once: until the first details are saved.
const FirstDetails = lazy(async () => ({ default: (await import('./FirstDetails')).FirstDetails }));

/** The toolbar popup: letter, who is signing, employer, one button, and what came of it. */
export function Popup() {
  const { ready, where, askFirst } = usePopup();
  return (
    <>
      <header>
        <h1>Dear Employer</h1>
        <p className="where" role="status">
          {describeWhere(where)}
        </p>
      </header>
      <main aria-busy={!ready}>
        <div className="scroll">
          <ReplyNote />
          <MailboxWarning />
          <div className="card">
            <Choices />
            <LetterProblemNote />
            <LetterNotes />
            {askFirst && (
              <Suspense>
                <FirstDetails />
              </Suspense>
            )}
            <Folds />
          </div>
        </div>
        <InsertButton />
        <OutcomePanel />
        <Ways />
      </main>
      <Footer />
    </>
  );
}
