import { type ReactNode, useEffect, useRef, useState } from 'react';
import { employmentChoices, proposeEmployer } from '../../lib/employer/employment';
import type { FirstAnswers } from '../../lib/firstQuestions/answers';
import { EmployerNameField, TwoQuestions } from '../employer/EmploymentChoice';
import { CheckedField, detailInput, SelectField } from '../ui/Field';
import ui from '../ui/controls.module.css';

interface FirstQuestionsProps {
  answers: FirstAnswers;
  onChange: (patch: Partial<FirstAnswers>) => void;
  /** Called for Enter when no field that a letter needs is empty. */
  onEnter: () => void;
  /** Employers that are saved already, e.g. from a branch file: one can be picked instead of typed. */
  saved?: SavedEmployers;
  /** Shown after the fields, inside the form. */
  children?: ReactNode;
}

interface SavedEmployers {
  employers: readonly { id: string; name: string }[];
  /** Empty while the employer is typed. */
  pickedId: string;
  onPick: (id: string) => void;
}

const NOT_SURE = 'not sure';

/** The six details that a letter needs which can be sent; the email may stay empty. */
export function FirstQuestions({ answers, onChange, onEnter, saved, children }: FirstQuestionsProps) {
  const { employment } = answers;
  const [isUnsure, setUnsure] = useState(false);
  const proposal = employment === '' ? null : proposeEmployer(employment, answers);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (form.current && !focusFirstEmpty(form.current)) form.current.querySelector('input')?.focus();
  }, []);
  return (
    <form
      ref={form}
      className={ui.rows}
      aria-label="Your details"
      onSubmit={(event) => {
        event.preventDefault();
        if (!focusFirstEmpty(event.currentTarget)) onEnter();
      }}
    >
      <CheckedField
        id="fullName"
        {...detailInput('signer', 'fullName')}
        value={answers.fullName}
        onChange={(fullName) => onChange({ fullName })}
      />
      <CheckedField
        id="jobTitle"
        {...detailInput('signer', 'jobTitle')}
        value={answers.jobTitle}
        onChange={(jobTitle) => onChange({ jobTitle })}
      />
      <CheckedField
        id="school"
        {...detailInput('signer', 'school')}
        value={answers.school}
        onChange={(school) => onChange({ school })}
      />
      {saved && saved.employers.length > 0 && (
        <SelectField
          id="picked-employer"
          label="Your employer"
          value={saved.pickedId}
          options={[
            { value: '', label: 'Choose one, or type it below' },
            ...saved.employers.map(({ id, name }) => ({ value: id, label: name || 'Not named yet' })),
          ]}
          onChange={saved.onPick}
        />
      )}
      <SelectField
        id="employment"
        label="Who employs you?"
        value={isUnsure && employment === '' ? NOT_SURE : employment}
        options={employmentOptions}
        onChange={(chosen) => {
          setUnsure(chosen === NOT_SURE);
          onChange({ employment: chosen === NOT_SURE ? '' : chosen });
        }}
      />
      {isUnsure && (
        <TwoQuestions answer={employment} onAnswer={(answer) => onChange({ employment: answer })} />
      )}
      <EmployerNameField
        label="Employer’s name"
        kind={proposal?.kind ?? 'other'}
        hint={proposal?.organisationHint === answers.organisation ? undefined : proposal?.organisationHint}
        value={answers.organisation}
        onChange={(organisation) => onChange({ organisation })}
      />
      <CheckedField
        id="email"
        {...detailInput('employer', 'email')}
        label="Employer’s email (optional)"
        value={answers.email}
        onChange={(email) => onChange({ email })}
      />
      <p className={ui.reason} role="status">
        {proposal?.reason}
      </p>
      {children}
      {/* Without a submit button, browsers do not submit a form with several fields on Enter. */}
      <button type="submit" hidden>
        Next
      </button>
    </form>
  );
}

const employmentOptions = [
  { value: '' as const, label: 'Choose one' },
  ...employmentChoices.map(({ id, label }) => ({ value: id, label })),
  { value: NOT_SURE, label: 'I’m not sure' } as const,
];

/** Moves the focus to the first field that a letter needs and that is empty. False if there is none. */
function focusFirstEmpty(form: HTMLFormElement): boolean {
  const empty = ['fullName', 'jobTitle', 'school', 'employment', 'organisation']
    .map((id) => form.querySelector<HTMLInputElement | HTMLSelectElement>(`#${id}`))
    .find((field) => field && field.value.trim() === '');
  empty?.focus();
  return empty !== undefined;
}
