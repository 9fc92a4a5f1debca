import { useState } from 'react';
import type { Outcome } from '../../lib/writing/outcome';
import { isTrouble } from '../../lib/writing/outcome';
import { describeOutcome } from '../../lib/writing/sentences';
import type { Practice, PracticeEmail } from '../../lib/practice/practice';
import { keyOf } from '../ui/focusAndSay';
import { useFailures } from '../ui/useFailures';
import { RadioCards, type RadioCard } from '../ui/RadioCards';
import { detach } from '../../lib/failure/failure';

const emails: readonly RadioCard<PracticeEmail>[] = [
  { value: 'gmail', label: 'Like Gmail' },
  { value: 'outlook', label: 'Like Outlook' },
];

interface PracticeCardProps {
  practice: Practice;
  email: PracticeEmail;
  onChoose: (email: PracticeEmail) => void;
}

/** The part of the popup needed to practise: choosing an email, inserting the letter and taking it out. */
export function PracticeCard({ practice, email, onChoose }: PracticeCardProps) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  useFailures(() => setOutcome({ kind: 'did not work' }));
  const isRunning = outcome?.kind === 'running';
  const insertLetter = async () => {
    setOutcome({ kind: 'running' });
    setOutcome(await practice.insertLetter(email, new Date()));
  };
  const takeLetterOut = async () => setOutcome(await practice.takeLetterOut());
  return (
    <div className="practice-card">
      <RadioCards id="which-email" legend="Which email?" value={email} options={emails} onChange={onChoose} />
      <button
        type="button"
        className="button button-main"
        aria-disabled={isRunning}
        // Keep the caret in the email, as a click on the toolbar icon does.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => !isRunning && detach(insertLetter())}
      >
        Insert letter
      </button>
      <PracticeOutcome outcome={outcome} />
      {outcome && isIn(outcome) && (
        <button type="button" className="button-link" onClick={() => detach(takeLetterOut())}>
          Take the letter out again
        </button>
      )}
    </div>
  );
}

/** The status element is always in the page: one added together with its text is often not read out by screen readers. */
function PracticeOutcome({ outcome }: { outcome: Outcome | null }) {
  const look = outcome && (isTrouble(outcome) ? 'notice notice-warn' : 'notice');
  return (
    <div
      role="status"
      aria-label="Outcome"
      tabIndex={-1}
      className={['practice-outcome', look].filter(Boolean).join(' ')}
    >
      {outcome && <span key={keyOf(outcome)}>{describeOutcome(outcome)}</span>}
    </div>
  );
}

function isIn(outcome: Outcome): boolean {
  return outcome.kind === 'reported' && outcome.report.body.outcome === 'inserted';
}
