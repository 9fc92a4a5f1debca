import { detach } from '../../lib/failure/failure';
import { insertLetter } from '../../lib/popup/actions';
import { usePopup } from '../../lib/popup/store';
import type { FoundDraft, Looked } from '../../lib/writing/drafts';

/** From the press on, the field is the tab's email. */
function putHere(field: FoundDraft): void {
  usePopup.setState(({ where }) => ({
    draftKey: field.key,
    where: where.state === 'looked' ? { ...where, drafts: [field], unknown: undefined } : where,
  }));
  detach(insertLetter());
}

/** On a mail page that we do not recognise: offers the field that the user was writing in, and nothing else. */
export function UnknownEmail({ unknown }: { unknown: NonNullable<Looked['unknown']> }) {
  const { ready, outcome } = usePopup();
  if (unknown === 'elsewhere') {
    return (
      <p className="which-site">
        Click in the text of your email, then click this icon again, or right-click there.
      </p>
    );
  }
  const busy = outcome?.kind === 'running';
  return (
    <>
      <p className="which-site">We do not recognise this email window. Put the letter where I was writing?</p>
      <button
        type="button"
        className="go"
        disabled={!ready}
        aria-disabled={busy}
        onClick={() => !busy && putHere(unknown)}
      >
        Put the letter where I was writing
      </button>
      <p className="which-site">The subject and To are left to you.</p>
    </>
  );
}
