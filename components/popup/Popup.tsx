import { describeWhere } from '../../lib/writing/drafts';
import { usePopup } from '../../lib/popup/popupStore';
import { Choices } from './Choices';
import { FirstDetails } from './FirstDetails';
import { Folds } from './Folds';
import { Footer } from './Footer';
import { LetterNotes } from './LetterNotes';
import { MailboxWarning } from './MailboxWarning';
import { OutcomePanel } from './OutcomePanel';
import { ReplyNote } from './ReplyNote';
import { Ways } from './Ways';
import { InsertButton } from './InsertButton';
import './popup.css';

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
            <LetterNotes />
            {askFirst && <FirstDetails />}
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
