import { useEffect, useRef, useState } from 'react';
import { saveSettings } from '../../../lib/details/actions';
import { localDay } from '../../../lib/letter/dates';
import { SECTION_TITLE, SectionHead } from '../SectionHead';
import { focusField } from '../usePlace';
import { Disclosure } from './Disclosure';
import { FirstQuestions, type FirstAnswers } from './FirstQuestions';
import { useFirstAnswers } from './useFirstAnswers';

/** What the first opening shows: the disclosure once, then the four questions. */
export function StartSection({ hasAgreed, onDone }: { hasAgreed: boolean; onDone: () => void }) {
  if (hasAgreed) return <FirstQuestionsSection onDone={onDone} />;
  return <Disclosure onAgree={() => void saveSettings({ agreedOn: localDay(new Date()) })} />;
}

function FirstQuestionsSection({ onDone }: { onDone: () => void }) {
  const { answers, change } = useFirstAnswers();
  // A council’s name must not become a trust’s by a change of mind: each choice remembers its own.
  const [names, setNames] = useState<Partial<Record<string, string>>>({});
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => top.current?.querySelector('input')?.focus(), []);

  const answer = (patch: Partial<FirstAnswers>) => {
    if (patch.employment === undefined) return change({ ...answers, ...patch });
    setNames({ ...names, [answers.employment]: answers.organisation });
    change({ ...answers, ...patch, organisation: names[patch.employment] ?? '' });
  };
  return (
    <div ref={top}>
      <SectionHead
        title="Four questions"
        lead="This is all a first letter needs. Each answer is saved as you type, and you can change it later."
        onRetry={() => change({ ...answers })}
      />
      <FirstQuestions
        answers={answers}
        onChange={answer}
        onDone={() => {
          onDone();
          focusField(SECTION_TITLE);
        }}
      />
    </div>
  );
}
