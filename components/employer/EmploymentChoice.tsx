import { useState } from 'react';
import { employmentChoices } from '../../lib/employer/employment';
import type { Employment } from '../../lib/storage/schema';
import { type RadioCard, RadioCards } from '../ui/RadioCards';
import type { EmployerKind } from '../../lib/letter/model';
import { formalCouncilName, searchCouncils } from '../../lib/employer/councils';
import { Combobox } from '../ui/Combobox';
import { CheckedField, checkWords } from '../ui/Field';
import ui from '../ui/controls.module.css';

const NOT_SURE = 'not-sure';

const explanations = {
  'council-maintained': 'The council employs you.',
  'aided-or-foundation': 'The governing body employs you.',
  'trust-with-other-schools': 'The trust employs you, not a local governing body.',
  'single-academy-trust': 'One school, one trust. The trust employs you.',
  'charity-special': 'A non-maintained special school. The charity employs you.',
  other: 'For example a college, an independent school, a secondment or an agency.',
} as const satisfies Record<Employment, string>;

const choices: readonly RadioCard<Employment | typeof NOT_SURE>[] = [
  ...employmentChoices.map(({ id, label }) => ({ value: id, label, explanation: explanations[id] })),
  { value: NOT_SURE, label: 'I’m not sure', explanation: 'Answer two questions and we work it out' },
];

interface EmploymentChoiceProps {
  value: Employment | '';
  onChange: (employment: Employment) => void;
}

export function EmploymentChoice({ value, onChange }: EmploymentChoiceProps) {
  const [isAsking, setAsking] = useState(false);
  const [isAnswered, setAnswered] = useState(false);
  const choose = (chosen: Employment | typeof NOT_SURE) => {
    setAnswered(false);
    setAsking(chosen === NOT_SURE);
    if (chosen !== NOT_SURE) onChange(chosen);
  };
  const answer = (employment: Employment) => {
    setAnswered(true);
    onChange(employment);
  };
  return (
    <>
      <RadioCards
        id="employment"
        legend="Who employs you?"
        large
        value={isAsking && !isAnswered ? NOT_SURE : value}
        options={choices}
        onChange={choose}
      />
      {isAsking && <TwoQuestions answer={isAnswered ? value : ''} onAnswer={answer} />}
    </>
  );
}

interface NotSureProps {
  answer: Employment | '';
  onAnswer: (employment: Employment) => void;
}

/** The two questions for “I’m not sure”. They stay visible after the answer, so that the page does not jump. */
export function TwoQuestions({ answer, onAnswer }: NotSureProps) {
  const [family, setFamily] = useState<SchoolFamily | ''>('');
  return (
    <div className={ui.inset}>
      <RadioCards
        id="school-family"
        legend={firstQuestion.legend}
        value={family}
        options={firstQuestion.options}
        onChange={setFamily}
      />
      {family !== '' && (
        <RadioCards
          key={family}
          id="school-type"
          legend={secondQuestion[family].legend}
          value={answer}
          options={secondQuestion[family].options}
          onChange={onAnswer}
        />
      )}
      <WhereToLook />
    </div>
  );
}

function WhereToLook() {
  return (
    <details className={ui.more}>
      <summary>Where to look it up</summary>
      <ul>
        <li>Your contract of employment or a payslip names your employer. That settles it.</li>
        <li>
          The government’s register,{' '}
          <a href="https://get-information-schools.service.gov.uk/" target="_blank" rel="noreferrer">
            Get Information about Schools
          </a>
          , gives each school’s type and, for an academy, its trust.
        </li>
        <li>An academy’s website names the trust, usually at the foot of the page.</li>
        <li>Your school’s business manager or clerk will know.</li>
      </ul>
      <p>
        In a trust with several schools, a local governing body, where there is one, is a committee of the
        trust. It is not your employer.
      </p>
    </details>
  );
}

/** Answers to the first of the two questions, which anyone in a school can answer. */
type SchoolFamily = 'academy' | 'maintained' | 'neither';

const firstQuestion = {
  legend: 'What kind of school is it?',
  options: [
    {
      value: 'academy',
      label: 'An academy or free school',
      explanation:
        'Also a studio school or university technical college. The foot of its website names a trust.',
    },
    {
      value: 'maintained',
      label: 'A school that the council maintains',
      explanation:
        'Community, church, foundation or nursery school, or a pupil referral unit. No trust runs it.',
    },
    {
      value: 'neither',
      label: 'Neither of these',
      explanation: 'A special school run by a charity, or something else.',
    },
  ],
} as const satisfies { legend: string; options: readonly RadioCard<SchoolFamily>[] };

interface SecondQuestion {
  legend: string;
  options: readonly RadioCard<Employment>[];
}

const secondQuestion: Record<SchoolFamily, SecondQuestion> = {
  academy: {
    legend: 'Does its trust run other schools too?',
    options: [
      { value: 'trust-with-other-schools', label: 'Yes, it runs several schools' },
      { value: 'single-academy-trust', label: 'No, only this school' },
    ],
  },
  maintained: {
    legend: 'Which words describe it officially?',
    options: [
      {
        value: 'council-maintained',
        label: 'Community, voluntary controlled, nursery or pupil referral unit',
        explanation: 'Many church schools are voluntary controlled.',
      },
      {
        value: 'aided-or-foundation',
        label: 'Voluntary aided, foundation or trust school',
        explanation: 'A “trust school” here is a foundation school with a trust, not an academy.',
      },
    ],
  },
  neither: {
    legend: 'Is it a special school run by a charity?',
    options: [
      { value: 'charity-special', label: 'Yes, a non-maintained special school' },
      { value: 'other', label: 'No, something else', explanation: 'You can type in who employs you.' },
    ],
  },
};

interface EmployerNameFieldProps {
  kind: EmployerKind;
  /** “Council” or “Organisation” if absent. */
  label?: string;
  /** Hint for an employer that is not a council. */
  hint?: string | undefined;
  value: string;
  error?: string | undefined;
  onChange: (organisation: string) => void;
}

/** Input for the employer’s name: a list to choose from for councils, free text for others. */
export function EmployerNameField({ kind, label, hint, value, error, onChange }: EmployerNameFieldProps) {
  const field = { id: 'organisation', value, error, onChange, wide: true };
  if (kind !== 'council')
    return <CheckedField {...field} check={checkWords} label={label ?? 'Organisation'} hint={hint} />;
  return (
    <Combobox
      {...field}
      label={label ?? 'Council'}
      hint="Type a few letters and choose it from the list"
      search={searchCouncils}
      settle={formalCouncilName}
    />
  );
}
