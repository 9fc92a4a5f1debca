import { useState } from 'react';
import type { Practice, PracticeEmail } from '../../lib/practice/practice';
import { keyOf, Said, useKeptFocus, useFailures } from '../ui/focusAndSay';
import { GmailEmail, OutlookEmail } from './PracticeEmails';
import { isTrouble, type Outcome } from '../../lib/writing/outcome';
import { describeOutcome, forThisKeyboard } from '../../lib/writing/outcomeSentences';
import { type RadioCard, RadioCards } from '../ui/RadioCards';
import { detach } from '../../lib/failure/failure';
import css from './practice.module.css';
import ui from '../ui/controls.module.css';

/** Two practice emails, and next to them the buttons of the popup. */
export function PracticePage({ practice }: { practice: Practice }) {
  const [email, setEmail] = useState<PracticeEmail>('gmail');
  useKeptFocus('[aria-label="Outcome"]:not(:empty)', '#insert');
  return (
    <main className={css.page}>
      <Said />
      <header className={css.wide}>
        <h1 className={css.title}>Try it without a mailbox</h1>
        <p className={css.lead}>
          Here are two practice emails, one laid out like Gmail and one like Outlook. The letter goes in by
          the same steps as in your mailbox; your mail site itself may differ. Nothing here can be sent, and
          nothing is kept.
        </p>
        <WhatToLookAt />
      </header>
      <PracticeCard practice={practice} email={email} onChoose={setEmail} />
      <div className={css.emails}>
        {/* Clicking in an email chooses it, as the popup chooses the email that has the focus. */}
        <section aria-labelledby="gmail-title" onPointerDown={() => setEmail('gmail')}>
          <h2 id="gmail-title" className={css.subtitle}>
            Like Gmail
          </h2>
          <GmailEmail />
        </section>
        <section aria-labelledby="outlook-title" onPointerDown={() => setEmail('outlook')}>
          <h2 id="outlook-title" className={css.subtitle}>
            Like Outlook
          </h2>
          <OutlookEmail />
        </section>
      </div>
      <footer className={`${css.wide} ${css.footer}`}>
        <p>
          In your own mailbox these buttons are in the popup: open an email and click the Dear Employer icon.
          It is the letter you chose there last, with the same ticks, that goes in here.
        </p>
        <p>
          To start again, reload this page. <a href="options.html">Your details</a>
        </p>
      </footer>
    </main>
  );
}

/** What a careful user would check before using the extension in their own mailbox. */
function WhatToLookAt() {
  return (
    <section aria-labelledby="what-to-look-at">
      <h2 id="what-to-look-at" className={css.subtitle}>
        What to look at
      </h2>
      <ul className={css.whatToLookAt}>
        <li>
          Scroll in the email: your own words stay at the top and your signature at the bottom. The letter
          goes in between them, or where you last clicked in the email.
        </li>
        <li>An empty subject is filled in, and To as well once your employer’s email is saved.</li>
        <li>
          {forThisKeyboard('Press Ctrl+Z in the email: the letter goes, and nothing else.')} “Take the letter
          out again” does the same.
        </li>
        <li>Words in brackets mark the details that are not saved yet.</li>
      </ul>
    </section>
  );
}

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
function PracticeCard({ practice, email, onChoose }: PracticeCardProps) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  useFailures(() => setOutcome({ kind: 'did not work' }));
  const isRunning = outcome?.kind === 'running';
  const insertLetter = async () => {
    setOutcome({ kind: 'running' });
    setOutcome(await practice.insertLetter(email, new Date()));
  };
  const takeLetterOut = async () => setOutcome(await practice.takeLetterOut());
  return (
    <div className={css.card}>
      <RadioCards id="which-email" legend="Which email?" value={email} options={emails} onChange={onChoose} />
      <button
        id="insert"
        type="button"
        className={ui.buttonMain}
        aria-disabled={isRunning}
        // Keep the caret in the email, as a click on the toolbar icon does.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => !isRunning && detach(insertLetter())}
      >
        Insert letter
      </button>
      <PracticeOutcome outcome={outcome} />
      {outcome && isIn(outcome) && (
        <button type="button" className={ui.link} onClick={() => detach(takeLetterOut())}>
          Take the letter out again
        </button>
      )}
    </div>
  );
}

/** The status element is always in the page: one added together with its text is often not read out by screen readers. */
function PracticeOutcome({ outcome }: { outcome: Outcome | null }) {
  const look = outcome ? (isTrouble(outcome) ? ui.noticeWarn : ui.notice) : '';
  return (
    <div role="status" aria-label="Outcome" tabIndex={-1} className={look}>
      {outcome && <span key={keyOf(outcome)}>{describeOutcome(outcome)}</span>}
    </div>
  );
}

function isIn(outcome: Outcome): boolean {
  return outcome.kind === 'reported' && outcome.report.body.outcome === 'inserted';
}
