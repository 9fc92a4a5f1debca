import { useEffect, useState } from 'react';
import { detach } from '../../lib/failure/failure';
import { insertLetter, openOptions } from '../../lib/popup/actions';
import { type PopupStore, usePopup, usePopupStore } from '../../lib/popup/store';
import type { FoundDraft, Looked } from '../../lib/writing/drafts';
import { chooseOursOnce } from '../../lib/popup/choices';
import { describeLetterProblem, repairPlace } from '../../lib/writing/questions';
import type { LetterProblem } from '../../lib/writing/letters';
import { focusAndSay } from '../ui/focusAndSay';
import { copyReport, diagnosePage, formatDiagnosis } from '../../lib/popup/diagnosis';
import rows from '../ui/RowControls.module.css';
import css from './popup.module.css';
import ui from '../ui/controls.module.css';

/** From the press on, the field is the tab's email. */
function putHere(popup: PopupStore, field: FoundDraft): void {
  popup.setState(({ where }) => ({
    draftKey: field.key,
    where: where.state === 'looked' ? { ...where, drafts: [field], unknown: undefined } : where,
  }));
  detach(insertLetter(popup));
}

/** On a mail page that we do not recognise: offers the field that the user was writing in, and nothing else. */
export function UnknownEmail({ unknown }: { unknown: NonNullable<Looked['unknown']> }) {
  const popup = usePopupStore();
  const outcome = usePopup((state) => state.outcome);
  if (unknown === 'elsewhere') {
    return (
      <p className={css.line}>
        Click in the text of your email, then click this icon again, or right-click there.
      </p>
    );
  }
  const busy = outcome?.kind === 'running';
  return (
    <>
      <p className={css.line}>We do not recognise this email window. Put the letter where I was writing?</p>
      <button
        type="button"
        className={ui.buttonMain}
        aria-disabled={busy}
        onClick={() => !busy && putHere(popup, unknown)}
      >
        Put the letter where I was writing
      </button>
      <p className={css.line}>The subject and To are left to you.</p>
    </>
  );
}

/** Shown as soon as a letter that cannot be used is chosen. Our letter replaces it only if the user presses the button. */
export function LetterProblemNote({ problem }: { problem: LetterProblem }) {
  const popup = usePopupStore();
  const place = repairPlace(problem);
  return (
    <div className={`${css.notes} ${css.warn}`} role="alert">
      <p>
        {describeLetterProblem(problem)} Ours is “{problem.ours.title}”.
      </p>
      <p className={css.nextSteps}>
        {place !== '' && (
          <button type="button" className={ui.link} onClick={() => openOptions(popup, place)}>
            Repair it
          </button>
        )}
        <button
          type="button"
          className={ui.link}
          onClick={() => {
            detach(chooseOursOnce(popup));
            focusAndSay('#choose-letter', `The letter is now ours: “${problem.ours.title}”.`);
          }}
        >
          Use ours this time
        </button>
      </p>
    </div>
  );
}

/** A report on the page as text to copy. It contains no text of the email, no names and no addresses. */
export function DiagnosisPanel() {
  const popup = usePopupStore();
  const diagnosis = usePopup((state) => state.diagnosis);
  const [copied, setCopied] = useState('');
  useEffect(() => detach(diagnosePage(popup)), [popup]);
  if (!diagnosis) return <p className={rows.hint}>Looking at this page…</p>;
  const report = formatDiagnosis(diagnosis);
  const copy = async () =>
    setCopied(
      (await copyReport(popup, report))
        ? 'Copied.'
        : 'The browser did not allow copying. Select the text instead.',
    );
  return (
    <div className={css.diagnosis}>
      <label>
        What this page offers
        <textarea className={ui.control} readOnly rows={6} value={report} />
      </label>
      <p className={rows.hint}>No word of your email, no name and no address is in it.</p>
      <p className={css.nextSteps}>
        <button type="button" className={ui.link} onClick={() => detach(copy())}>
          Copy report
        </button>
        <button type="button" className={ui.link} onClick={() => openOptions(popup, 'something-not-working')}>
          What to try
        </button>
      </p>
      <span role="status">{copied}</span>
    </div>
  );
}
