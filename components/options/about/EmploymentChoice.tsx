import { useState } from 'react';
import type { Employment } from '../../../lib/details/schema';
import { RadioCards, type RadioCard } from '../../ui/RadioCards';
import { NotSure } from './NotSure';

const NOT_SURE = 'not-sure';

const choices = [
  {
    value: 'council-maintained',
    label: 'Council-maintained',
    explanation: 'Community, voluntary controlled, nursery or pupil referral unit. The council employs you.',
  },
  {
    value: 'aided-or-foundation',
    label: 'Voluntary aided or foundation',
    explanation: 'Also foundation special. The governing body employs you.',
  },
  {
    value: 'trust-with-other-schools',
    label: 'Academy or free school in a trust with other schools',
    explanation: 'The trust employs you, not the local governing body.',
  },
  {
    value: 'single-academy-trust',
    label: 'Academy that is its own trust',
    explanation: 'One school, one trust. The trust employs you.',
  },
  {
    value: 'charity-special',
    label: 'Special school run by a charity',
    explanation: 'A non-maintained special school. The charity employs you.',
  },
  {
    value: 'other',
    label: 'Other',
    explanation: 'For example a college, an independent school, a secondment, or an agency.',
  },
  { value: NOT_SURE, label: 'I’m not sure', explanation: 'Two questions, and where to look it up' },
] as const satisfies readonly RadioCard<Employment | typeof NOT_SURE>[];

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
