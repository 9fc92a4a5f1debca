import { type ReactNode, useEffect, useState } from 'react';
import { detach } from '../../lib/failure/failure';
import type { FieldName } from '../../lib/letter/compose/fields';
import { formatDate } from '../../lib/letter/dates';
import { insertLetter, openField } from '../../lib/popup/actions';
import { fillGaps, listGaps } from '../../lib/popup/fillIn';
import { currentDocument, isChanged, usePopup, usePopupFields, usePopupStore } from '../../lib/popup/store';
import { Question } from '../letterOptions/LetterQuestions';
import { Fold } from '../ui/RowControls';
import { focusAndSay } from '../ui/focusAndSay';
import { describeRequests, MissingDetails } from '../letterOptions/LetterFolds';
import rows from '../ui/RowControls.module.css';
import css from './popup.module.css';
import ui from '../ui/controls.module.css';

/**
 * Below the outcome, while the letter is in the email: what is still in brackets, and the choices, folded. The children are the
 * choices.
 */
export function DoneScreen({ children }: { children: ReactNode }) {
  const popup = usePopupStore();
  const { letter, signer, employer, choices, words } = usePopupFields(
    'letter',
    'signer',
    'employer',
    'choices',
    'words',
  );
  const changed = usePopup(isChanged);
  const parties = [signer?.fullName, employer?.organisation].filter(Boolean).join(' → ');
  const goBack = () => {
    popup.setState({ isBack: true });
    focusAndSay('#insert', 'Back to your letter.');
  };
  return (
    <>
      {!changed && <Brackets />}
      <div className={rows.card}>
        <p className={css.letterRow}>
          <span className={css.letterTitle}>{letter.title}</span>
          <span className={css.parties} title={parties}>
            {parties}
          </span>
        </p>
        <Fold
          title="Change the letter"
          value={`${describeRequests(letter, choices)} · reply by ${formatDate(words.replyBy)}`}
        >
          {children}
        </Fold>
      </div>
      <p className={css.nextSteps}>
        <button type="button" className={ui.link} onClick={goBack}>
          Back to Insert letter
        </button>
      </p>
    </>
  );
}

/** After a change of choices: the email still has the earlier version. */
export function NewVersion() {
  const popup = usePopupStore();
  const { letterIn, outcome } = usePopupFields('letterIn', 'outcome');
  useEffect(() => focusAndSay(null, WAITING), []);
  const busy = outcome?.kind === 'running';
  return (
    <div className={css.mainButtons}>
      <p className={css.line}>{letterIn?.mayTakeOut ? WAITING : STAYS}</p>
      {letterIn?.mayTakeOut && (
        <button
          type="button"
          className={ui.buttonMain}
          aria-disabled={busy}
          onClick={() => !busy && detach(insertLetter(popup, { instead: letterIn }))}
        >
          Put the new version in instead
        </button>
      )}
    </div>
  );
}

const WAITING = 'The email still has the letter as it was before your change.';
const STAYS =
  'The email still has the letter as it was. To change it, delete it there, then go back to Insert letter.';

const FIRST_GAP = '[aria-labelledby="brackets"] :is(input, select, textarea)';
const FILL_IN_FIRST = 'Fill in a detail first.';

/** The details that the letter in the email still has in brackets, asked for right there. */
function Brackets() {
  const popup = usePopupStore();
  const document = usePopup(currentDocument);
  const { first, letterIn } = usePopupFields('first', 'letterIn');
  const [values, setValues] = useState<Partial<Record<FieldName, string>>>({});
  const [isEmpty, setEmpty] = useState(false);
  const { asked, others } = listGaps(document, first);
  const mayChange = letterIn?.mayTakeOut === true;
  const count = asked.length + others.length;
  useEffect(() => {
    if (mayChange && asked.length > 0) focusAndSay(FIRST_GAP);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when the letter has gone in
  }, []);
  if (count === 0 || !mayChange) return null;
  const isAnswered = Object.values(values).some((value) => value.trim() !== '');
  return (
    <form
      className={css.brackets}
      aria-labelledby="brackets"
      onSubmit={(event) => {
        event.preventDefault();
        if (isAnswered) detach(fillGaps(popup, values));
        else {
          setEmpty(true);
          focusAndSay(FIRST_GAP, FILL_IN_FIRST);
        }
      }}
    >
      <h2 id="brackets" className={css.subtitle}>
        {count === 1 ? 'One detail is still in brackets' : `${count} details are still in brackets`}
      </h2>
      {asked.map((name) => (
        <Question
          key={name}
          name={name}
          rule={name}
          value={values[name] ?? ''}
          onChange={(field, value) => setValues((before) => ({ ...before, [field]: value }))}
        />
      ))}
      <MissingDetails missing={others} onOpen={(detail) => detach(openField(popup, detail))} />
      {isEmpty && !isAnswered && <p className={rows.hint}>{FILL_IN_FIRST}</p>}
      {asked.length > 0 && (
        <button type="submit" className={`${ui.buttonSmall} ${css.putIn}`}>
          Put {count === 1 ? 'it' : 'them'} in the letter
        </button>
      )}
    </form>
  );
}
