import { useState } from 'react';
import { employmentChoices } from '../../../lib/details/employment';
import type { Employment } from '../../../lib/storage/schema';
import { RadioCards, type RadioCard } from '../../ui/RadioCards';
import { NotSure } from './NotSure';

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
  { value: NOT_SURE, label: 'I’m not sure', explanation: 'Two questions, and where to look it up' },
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
      {isAsking && <NotSure answer={isAnswered ? value : ''} onAnswer={answer} />}
    </>
  );
}
