import { lazy, Suspense } from 'react';
import { describeWhere } from '../../lib/writing/drafts';
import { usePopup } from '../../lib/popup/store';
import { Choices } from './Choices';
import { Folds } from './Folds';
import { Footer } from './Footer';
import { LetterNotes, MailboxWarning, ReplyNote } from './Notes';
import { OutcomePanel } from './OutcomePanel';
import { InsertButton, Ways } from './Insert';
import './popup.css';

// Loaded only when needed: most popups show neither.
const FirstDetails = lazy(async () => ({ default: (await import('./FirstDetails')).FirstDetails }));
const LetterProblemNote = lazy(async () => ({
  default: (await import('./LetterProblemNote')).LetterProblemNote,
}));

/** The toolbar popup: letter, signer, employer, the main button and its outcome. */
export function Popup() {
  const { ready, where, askFirst, letterProblem } = usePopup();
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
            <Suspense>{letterProblem && <LetterProblemNote problem={letterProblem} />}</Suspense>
            <LetterNotes />
            <Suspense>{askFirst && <FirstDetails />}</Suspense>
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
