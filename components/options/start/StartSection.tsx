import { useEffect, useRef } from 'react';
import { saveSettings } from '../../../lib/details/actions';
import { localDay } from '../../../lib/letter/dates';
import { SectionHead } from '../SectionHead';
import { Disclosure } from './Disclosure';
import { FirstQuestions } from './FirstQuestions';
import { useFirstAnswers } from './useFirstAnswers';

/** What the first opening shows: the disclosure once, then the four questions. */
export function StartSection({ hasAgreed, onDone }: { hasAgreed: boolean; onDone: () => void }) {
  if (hasAgreed) return <FirstQuestionsSection onDone={onDone} />;
  return <Disclosure onAgree={() => void saveSettings({ agreedOn: localDay(new Date()) })} />;
}

function FirstQuestionsSection({ onDone }: { onDone: () => void }) {
  const { answers, change } = useFirstAnswers();
  const retry = () => change({ ...answers });
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => top.current?.querySelector('input')?.focus(), []);
  return (
    <div ref={top}>
      <SectionHead
        title="Four questions"
        lead="This is all a first letter needs. Each answer is saved as you type, and you can change it later."
        onRetry={retry}
      />
      <FirstQuestions answers={answers} onChange={change} onDone={onDone} />
    </div>
  );
}
