import { useState } from 'react';
import type { Employment } from '../../../lib/storage/schema';
import { RadioCards } from '../../ui/RadioCards';
import { firstQuestion, secondQuestion, type SchoolFamily } from './notSureQuestions';

interface NotSureProps {
  answer: Employment | '';
  onAnswer: (employment: Employment) => void;
}

/** Two questions, and where to look it up. Stays open after the answer, so that nothing jumps away. */
export function NotSure({ answer, onAnswer }: NotSureProps) {
  const [family, setFamily] = useState<SchoolFamily | ''>('');
  return (
    <div className="not-sure">
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
    <details className="fold">
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
