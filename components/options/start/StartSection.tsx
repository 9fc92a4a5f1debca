import { useEffect, useRef, useState } from 'react';
import { localDay } from '../../../lib/letter/dates';
import { saveSettings } from '../../../lib/options/actions';
import { useDetails } from '../../../lib/options/store';
import { SECTION_TITLE, SectionHead } from '../SectionHead';
import { focusField } from '../location';
import { type FirstAnswers, FirstQuestions } from './FirstQuestions';
import { useFirstAnswers } from './useFirstAnswers';

/** Shown when the page is opened for the first time: the disclosure, then the four questions. */
export function StartSection({ hasAgreed, onDone }: { hasAgreed: boolean; onDone: () => void }) {
  if (hasAgreed) return <FirstQuestionsSection onDone={onDone} />;
  return <Disclosure onAgree={() => void saveSettings({ agreedOn: localDay(new Date()) })} />;
}

function FirstQuestionsSection({ onDone }: { onDone: () => void }) {
  const { answers, change } = useFirstAnswers();
  // Each kind of employment keeps its own name, so that a council’s name does not become the name of a trust when the user
  // changes the answer.
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
        lead="Each answer is saved as you type, and you can change it later."
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

/** Shown once, before anything is saved. */
function Disclosure({ onAgree }: { onAgree: () => void }) {
  return (
    <section className="card prose" aria-labelledby="disclosure-title">
      <h2 id="disclosure-title">Before you start</h2>
      <p>
        Dear Employer puts a letter to your employer into the email you are writing. It asks them to assess
        the risks of Ofsted inspections to you and your staff.
      </p>
      <dl>
        <dt>What is kept</dt>
        <dd>
          The details you type here: your name, school and employer. Later, if you choose, the letters you
          have sent and the replies: dates for 3 years and texts for 12 months, and you are asked before they
          are deleted. Never a membership number, and nothing about anyone’s health.
        </dd>
        <dt>Where</dt>
        <dd>
          In this browser, on this computer. There is no account, and nothing is copied to other computers.
        </dd>
        <dt>What is sent</dt>
        <dd>
          Nothing. Dear Employer has no server and contacts nobody. You press Send yourself, in your own
          email.
        </dd>
        <dt>What your mailbox keeps</dt>
        <dd>
          Gmail and Outlook save drafts, and a school mailbox and laptop belong to your employer. What you
          insert may be kept even if you take it out again. To keep it private for now, write it on your own
          computer.
        </dd>
      </dl>
      <button type="button" className="button button-main" onClick={onAgree}>
        Agree and start
      </button>
    </section>
  );
}

export type Stage = 'unknown' | 'disclosure' | 'questions' | 'done';

/** Whether to show the disclosure, the four questions, or neither. */
export function useFirstTime(): { stage: Stage; leave: () => void } {
  const isRead = useDetails((details) => details.reading === 'done');
  const hasAgreed = useDetails((details) => details.settings.agreedOn !== '');
  const hasNothing = useDetails(
    ({ records }) => records.signer.length === 0 && records.employer.length === 0,
  );
  // Decided once, when the details have been read: the questions stay while the answers add records, and they do not come
  // back when everything is deleted.
  const [asksQuestions, setAsksQuestions] = useState<boolean | null>(null);
  if (isRead && asksQuestions === null) setAsksQuestions(hasNothing);

  // A user who follows a link wants to see that section, even if the questions are not finished.
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
  return asksQuestions ? 'questions' : 'done';
}
