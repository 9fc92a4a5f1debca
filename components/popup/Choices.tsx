import { useId, useState } from 'react';
import { chooseDraftKey, chooseEmployer, chooseLetter, chooseSigner } from '../../lib/popup/choices';
import { usePopupFields, usePopupStore } from '../../lib/popup/store';
import type { FoundDraft } from '../../lib/writing/drafts';
import { listLetters, lettersOnDemand } from '../../lib/writing/letters';
import { Options, RadioRows } from '../ui/RowControls';
import { detach } from '../../lib/failure/failure';
import css from './popup.module.css';

/** The letter, who is signing and the employer. While the first questions are asked, only the letter. */
export function Choices() {
  const popup = usePopupStore();
  const { index, letter, letterProblem, signer, employer, choices, first } = usePopupFields(
    'index',
    'letter',
    'letterProblem',
    'signer',
    'employer',
    'choices',
    'first',
  );
  const letters = listLetters(index, lettersOnDemand);
  // A letter of ours used once instead of the user's own is not in the list, because the user's own replaces it there.
  if (!letterProblem && letter.id && !letters.some(({ id }) => id === letter.id))
    letters.unshift({ ...letter, title: `${letter.title} (ours, this time)` });
  const mustChooseEmployer = index.employers.length > 0 && !employer;
  const letterChoice = (
    <ChoiceRow
      id="choose-letter"
      label="Letter"
      value={letter.id}
      choices={letters.map(({ id, title, stage }) => ({ value: id, label: title, group: stage }))}
      placeholder="Choose a letter"
      onChange={(id) => chooseLetter(popup, id)}
    />
  );
  if (first) return letterChoice;
  return (
    <>
      {letterChoice}
      <ChoiceRow
        label="Who is signing"
        value={choices.signerId}
        choices={index.signers.map(({ id, name, school }) => ({
          value: id,
          label: [name, school].filter(Boolean).join(', ') || 'Not named yet',
        }))}
        placeholder="Not filled in yet"
        onChange={(id) => chooseSigner(popup, id)}
      />
      <ChoiceRow
        label="Your employer"
        value={choices.employerId}
        choices={index.employers.map(({ id, name }) => ({ value: id, label: name || 'Not named yet' }))}
        placeholder={mustChooseEmployer ? 'Choose one' : 'Not filled in yet'}
        {...(mustChooseEmployer && signer && { hint: employerHint(signer.fullName) })}
        onChange={(id) => chooseEmployer(popup, id)}
      />
    </>
  );
}

function employerHint(fullName: string): string {
  return `No employer is saved for ${fullName || 'this person'} yet. Choose one here, or add one under “About you and your employer”.`;
}

interface Choice {
  value: string;
  label: string;
  group?: string;
}

/** One of the three choices that every letter needs: a label and a select in one row. */
function ChoiceRow(props: {
  id?: string;
  label: string;
  value: string;
  choices: Choice[];
  /** The option shown while nothing is chosen or saved. */
  placeholder: string;
  /** Tells the user what to do while nothing is chosen. */
  hint?: string;
  onChange: (value: string) => Promise<void>;
}) {
  const ownId = useId();
  const { id = ownId } = props;
  // Shown until the choice has taken effect: the next arrow key must go on from it.
  const [picked, setPicked] = useState<string | null>(null);
  const chosen = props.choices.find((choice) => choice.value === (picked ?? props.value));
  const pick = (value: string) => {
    setPicked(value);
    detach(props.onChange(value).finally(() => setPicked((now) => (now === value ? null : now))));
  };
  return (
    <>
      <div className={css.choiceRow}>
        <label className={css.choiceLabel} htmlFor={id}>
          {props.label}
        </label>
        <select
          id={id}
          className={css.choice}
          value={chosen?.value ?? ''}
          title={chosen?.label}
          aria-describedby={props.hint && `${id}-hint`}
          onChange={(event) => pick(event.target.value)}
        >
          {!chosen && <option value="">{props.placeholder}</option>}
          <Options options={props.choices} />
        </select>
      </div>
      {props.hint && (
        <div className={css.notes}>
          <p id={`${id}-hint`}>{props.hint}</p>
        </div>
      )}
    </>
  );
}

/** Shown only if several emails are open in the tab. */
export function WhichEmail() {
  const popup = usePopupStore();
  const { where, draftKey } = usePopupFields('where', 'draftKey');
  if (where.state !== 'looked' || where.drafts.length < 2) return null;
  return (
    <RadioRows
      label="Which email?"
      options={where.drafts.map((draft, at) => ({ value: draft.key, label: describeDraft(draft, at) }))}
      chosen={draftKey}
      onChoose={(key) => detach(chooseDraftKey(popup, key))}
    />
  );
}

function describeDraft(draft: FoundDraft, at: number): string {
  const name = draft.subjectText.trim() || `${draft.kind}, no subject`;
  return `${at + 1}. ${name}${draft.minimised ? ' (minimised)' : ''}${draft.focused ? ' (you were writing here)' : ''}`;
}
