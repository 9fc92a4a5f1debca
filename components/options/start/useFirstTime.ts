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
  if (isRead && asksQuestions === null) setAsksQuestions(hasNothing);

  // A link followed is a wish to see that section, even in the middle of the questions.
  useEffect(() => {
    if (!hasAgreed) return undefined;
    const leave = () => setAsksQuestions(false);
    window.addEventListener('hashchange', leave);
    return () => window.removeEventListener('hashchange', leave);
  }, [hasAgreed]);

  return {
    stage: stageOf(hasAgreed, asksQuestions),
    leave: () => {
      if (hasAgreed) setAsksQuestions(false);
    },
  };
}

function stageOf(hasAgreed: boolean, asksQuestions: boolean | null): Stage {
  if (asksQuestions === null) return 'unknown';
  if (!hasAgreed) return 'disclosure';
  return asksQuestions ? 'questions' : 'over';
}
