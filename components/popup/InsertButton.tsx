import { insertLetter, openEmail } from '../../lib/popup/letterActions';
import { newEmailSite } from '../../lib/popup/newEmailSite';
import { usePopup } from '../../lib/popup/popupStore';

/** The one main button. Where no email is open it becomes the way to one; the letter then goes in over there. */
export function InsertButton() {
  const { ready, where, outcome, tab, lastMailSite } = usePopup();
  const noEmail = where.state === 'looked' ? where.drafts.length === 0 : where.state === 'forbidden';
  const site = newEmailSite({ tab, lastMailSite });
  const busy = outcome?.kind === 'running';
  return (
    <div className="main-buttons">
      {noEmail && site && (
        <>
          <button type="button" className="go" onClick={() => void openEmail(site)}>
            Open a new email
          </button>
          <p className="which-site">In the new email, click this icon again.</p>
        </>
      )}
      <button
        type="button"
        className={noEmail ? 'go quiet' : 'go'}
        disabled={!ready}
        aria-disabled={busy}
        onClick={() => !busy && void insertLetter()}
      >
        Insert letter
      </button>
    </div>
  );
}
