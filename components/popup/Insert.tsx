import { lazy, Suspense, useState, useEffect } from 'react';
import {
  copyWholeLetter,
  downloadWordLetter,
  insertLetter,
  newEmailSite,
  openEmail,
} from '../../lib/popup/actions';
import {
  usePopup,
  usePopupFields,
  usePopupStore,
  isDone,
  letterInChosen,
  outcomeOfChosen,
} from '../../lib/popup/store';
import { detach } from '../../lib/failure/failure';
import type { Where } from '../../lib/writing/drafts';
import { describeAddressees } from '../../lib/writing/recipients';
import { isTrouble, type Outcome } from '../../lib/writing/outcome';
import { keyOf } from '../ui/focusAndSay';
import type * as OutcomeDetails from './OutcomeDetails';
import css from './popup.module.css';
import ui from '../ui/controls.module.css';

const UnknownEmail = lazy(async () => ({ default: (await import('./Trouble')).UnknownEmail }));

interface InsertButtonProps {
  read?: { isOpen: boolean; toggle: () => void };
  /** A letter was chosen for a reply to the message open here: what comes next is Reply, not a new email. */
  isReplyNext: boolean;
}

/**
 * The main button, and before the first letter “Read the letter” beside it. If no email is open, “Open a new email” comes
 * first, and the letter is inserted from the new email’s tab.
 */
export function InsertButton({ read, isReplyNext }: InsertButtonProps) {
  const popup = usePopupStore();
  const { where, outcome, tab, lastMailSite } = usePopupFields('where', 'outcome', 'tab', 'lastMailSite');
  const addressees = usePopup(describeAddressees);
  const noEmail = where.state === 'looked' ? where.drafts.length === 0 : where.state === 'forbidden';
  const unknown = where.state === 'looked' && where.unknown;
  const site = newEmailSite({ tab, lastMailSite });
  const busy = outcome?.kind === 'running';
  return (
    <div className={css.mainButtons}>
      <Suspense>{unknown && <UnknownEmail unknown={unknown} />}</Suspense>
      {tab?.isOurs && <OpenEmailFirst />}
      {noEmail && !unknown && site && !tab?.isOurs && !isReplyNext && (
        <>
          <button type="button" className={ui.buttonMain} onClick={() => detach(openEmail(popup, site))}>
            Open a new email
          </button>
          <p className={css.line}>In the new email, click this icon again.</p>
        </>
      )}
      {/* The outcome of an insertion names them again. */}
      <p className={css.addressees}>{outcome?.kind !== 'reported' && addressees}</p>
      <div className={css.mainRow}>
        {read && (
          <button type="button" className={ui.buttonBeside} onClick={read.toggle}>
            {read.isOpen ? 'Back to details' : 'Read the letter'}
          </button>
        )}
        {!tab?.isOurs && (
          <button
            id="insert"
            type="button"
            className={noEmail && !isReplyNext ? ui.buttonBeside : ui.buttonMain}
            aria-disabled={busy}
            onClick={() => !busy && detach(insertLetter(popup))}
          >
            Insert letter
          </button>
        )}
      </div>
    </div>
  );
}

/** On a page of our own there is no email to write in. */
function OpenEmailFirst() {
  const popup = usePopupStore();
  return (
    <>
      <p className={css.line}>Open an email first, then click this icon there:</p>
      <div className={css.mainRow}>
        <button type="button" className={ui.buttonMain} onClick={() => detach(openEmail(popup, 'gmail'))}>
          Gmail
        </button>
        <button type="button" className={ui.buttonMain} onClick={() => detach(openEmail(popup, 'outlook'))}>
          Outlook
        </button>
      </div>
    </>
  );
}

/** The other ways to take the letter. They are always shown, so that the user gets the letter even if the page refuses it. */
export function Ways({ isReplyNext }: { isReplyNext: boolean }) {
  const popup = usePopupStore();
  const { tab, lastMailSite, where } = usePopupFields('tab', 'lastMailSite', 'where');
  const [asking, setAsking] = useState(false);
  const site = newEmailSite({ tab, lastMailSite });
  const isMainButton =
    tab?.isOurs || (!isReplyNext && site !== null && where.state !== 'looking' && !hasDrafts(where));
  return (
    <>
      <div className={css.ways} role="group" aria-label="More ways">
        <button
          type="button"
          id="copy-letter"
          className={ui.link}
          onClick={() => detach(copyWholeLetter(popup))}
        >
          Copy letter
        </button>
        <button type="button" className={ui.link} onClick={() => detach(downloadWordLetter(popup))}>
          Download Word letter
        </button>
        {!isMainButton && (
          <button
            type="button"
            className={ui.link}
            aria-expanded={site ? undefined : asking}
            onClick={() => (site ? detach(openEmail(popup, site)) : setAsking(!asking))}
          >
            Open a new email
          </button>
        )}
      </div>
      {asking && !site && (
        <p className={css.line}>
          Where do you write your email?{' '}
          <button type="button" className={ui.link} onClick={() => detach(openEmail(popup, 'gmail'))}>
            Gmail
          </button>{' '}
          <button type="button" className={ui.link} onClick={() => detach(openEmail(popup, 'outlook'))}>
            Outlook
          </button>{' '}
          In the new email, click this icon again.
        </p>
      )}
    </>
  );
}

function hasDrafts(where: Where): boolean {
  return where.state === 'looked' && (where.drafts.length > 0 || where.unknown !== undefined);
}

/**
 * The outcome, directly under the button. The status element is always in the page, because screen readers often do not
 * read out one that is added together with its text.
 */
export function OutcomePanel() {
  const outcome = usePopup(outcomeOfChosen);
  const letterIn = usePopup(letterInChosen);
  const done = usePopup(isDone);
  const trouble = outcome !== null && isTrouble(outcome);
  // A popup usually opens without an outcome, so the sentences load after the first paint.
  const [words, setWords] = useState<typeof OutcomeDetails | null>(null);
  useEffect(() => detach(import('./OutcomeDetails').then(setWords)), []);
  useEffect(() => {
    // If the page refuses the letter, pressing Enter copies it.
    if (outcome && shouldOfferCopy(outcome))
      document.getElementById('copy-letter')?.focus({ preventScroll: true });
  }, [outcome]);
  return (
    <div
      className={[outcome === null ? css.noOutcome : css.outcome, trouble && css.warn, done && css.done]
        .filter(Boolean)
        .join(' ')}
    >
      <div role="status" aria-label="Outcome" tabIndex={-1}>
        {outcome && words && <words.OutcomeSentence key={keyOf(outcome)} outcome={outcome} />}
      </div>
      {outcome && words && <words.NextSteps outcome={outcome} letterIn={letterIn} />}
    </div>
  );
}

function shouldOfferCopy(outcome: Outcome): boolean {
  if (outcome.kind === 'page failed') return !outcome.takingOut;
  if (outcome.kind === 'frame out of reach') return true;
  return (
    outcome.kind === 'reported' &&
    outcome.report.body.outcome === 'refused' &&
    outcome.report.body.why !== 'already there'
  );
}
