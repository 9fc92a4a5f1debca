import { useEffect, useState } from 'react';
import { useDetails } from '../../../lib/details/store';

export type Stage = 'unknown' | 'disclosure' | 'questions' | 'over';

/** Whether to show the disclosure, the four questions, or neither. */
export function useFirstTime(): { stage: Stage; leave: () => void } {
  const isRead = useDetails((details) => details.reading === 'done');
  const hasAgreed = useDetails((details) => details.settings.agreedOn !== '');
  const hasNothing = useDetails(
    ({ records }) => records.signer.length === 0 && records.employer.length === 0,
  );
  // Decided once: the questions stay while they are being answered, and do not come back when all is deleted.
  const [asksQuestions, setAsksQuestions] = useState<boolean | null>(null);
  useEffect(() => {
    if (isRead) setAsksQuestions((decided) => decided ?? hasNothing);
  }, [isRead, hasNothing]);
  const leave = () => {
    if (hasAgreed) setAsksQuestions(false);
  };
  if (asksQuestions === null) return { stage: 'unknown', leave };
  if (!hasAgreed) return { stage: 'disclosure', leave };
  return { stage: asksQuestions ? 'questions' : 'over', leave };
}
