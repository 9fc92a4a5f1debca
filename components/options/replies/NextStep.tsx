import type { NextLetter } from '../../../lib/correspondence/nextLetter';
import { sayDay } from '../../../lib/letter/dates';

interface NextStepProps {
  next: NextLetter;
  /** Of the letter to be written; empty where there is none. */
  title: string;
  onChoose: (letterId: string) => void;
}

/** What may be done next; nothing is written or sent by itself. */
export function NextStep({ next, title, onChoose }: NextStepProps) {
  switch (next.do) {
    case 'nothing':
      return null;
    case 'wait':
      return <p className="notice">Nothing to do before {sayDay(next.until)}.</p>;
    case 'write':
      return (
        <div className="notice">
          <p>
            <strong>Next letter: “{title}”.</strong> {next.because}
          </p>
          <button type="button" className="button" onClick={() => onChoose(next.letterId)}>
            Choose it for my next email
          </button>
        </div>
      );
  }
}
