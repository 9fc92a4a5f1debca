import { useCallback, useEffect, useRef, useState } from 'react';
import { localDay } from '../../../lib/letter/dates';
import { addRecord, editFields, saveChoices, saveSettings } from '../../../lib/options/actions';
import { findRecord, useDetails } from '../../../lib/options/store';
import { FirstQuestions } from '../../firstQuestions/FirstQuestions';
import type { BrowserSide } from '../browserSide';
import { SECTION_TITLE, SectionHead } from '../SectionHead';
import { focusField } from '../location';
import { detach } from '../../../lib/failure/failure';
import {
  changeAnswers,
  employerWith,
  type FirstAnswers,
  signerFields,
  startAnswers,
  tellsEmployer,
} from '../../../lib/firstQuestions/answers';
import { type FieldsOf, newRecord } from '../../../lib/storage/schema';

interface StartSectionProps {
  stage: Exclude<Stage, 'unknown' | 'done'>;
  onAnswered: () => void;
  onDone: () => void;
  newEmailLink: BrowserSide['newEmailLink'];
}

/** Shown when the page is opened for the first time: the disclosure, the first questions, and what to do next. */
export function StartSection({ stage, onAnswered, onDone, newEmailLink }: StartSectionProps) {
  switch (stage) {
    case 'disclosure':
      return <Disclosure onAgree={() => detach(saveSettings({ agreedOn: localDay(new Date()) }))} />;
    case 'questions':
      return <Questions onAnswered={onAnswered} />;
    case 'ready':
      return <Ready onDone={onDone} newEmailLink={newEmailLink} />;
  }
}

function Questions({ onAnswered }: { onAnswered: () => void }) {
  const { answers, change } = useFirstAnswers();
  const leave = () => {
    onAnswered();
    focusField(SECTION_TITLE);
  };
  return (
    <>
      <SectionHead
        title="Your details"
        lead="Each answer is saved as you type, and you can change it later."
        onRetry={() => change({})}
      />
      <div className="card">
        <FirstQuestions answers={answers} onChange={change} onEnter={leave}>
          <p className="card-end actions">
            <button type="button" className="button button-main" onClick={leave}>
              Continue
            </button>
          </p>
        </FirstQuestions>
      </div>
    </>
  );
}

function Ready({ onDone, newEmailLink }: Pick<StartSectionProps, 'onDone' | 'newEmailLink'>) {
  return (
    <>
      <SectionHead
        title="You are ready"
        lead="Your first letter needs nothing more. Three steps, and you press Send yourself."
      />
      <div className="card">
        <ol className="steps">
          <li>
            <img src="/icon/32.png" alt="" width="32" height="32" /> Pin the envelope: click the puzzle piece
            beside the address bar, then the pin. In Firefox, click the cog beside “Dear Employer” there, then
            “Pin to Toolbar”.
          </li>
          <li>
            Open a new email.{' '}
            <a className="button" href={newEmailLink('gmail')} target="_blank" rel="noreferrer">
              Open Gmail
            </a>{' '}
            <a className="button" href={newEmailLink('outlook')} target="_blank" rel="noreferrer">
              Open Outlook
            </a>
          </li>
          <li>
            Click the envelope, and press <strong>Insert letter</strong>.{' '}
            <a href="practice.html" target="_blank">
              Try it without a mailbox
            </a>
          </li>
        </ol>
        <p className="card-end actions">
          <button
            type="button"
            className="button"
            onClick={() => {
              onDone();
              focusField(SECTION_TITLE);
            }}
          >
            See all your details
          </button>
        </p>
      </div>
    </>
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
      <p className="actions">
        <button type="button" className="button button-main" onClick={onAgree}>
          Agree and start
        </button>
        <span>
          Has your branch sent you a file?{' '}
          <a href="#privacy-and-backup/starter-file" onClick={onAgree}>
            Agree and open it
          </a>
        </span>
      </p>
    </section>
  );
}

export type Stage = 'unknown' | 'disclosure' | 'questions' | 'ready' | 'done';

interface FirstTime {
  stage: Stage;
  /** Goes from the questions to “You are ready”. */
  showNextSteps: () => void;
  leave: () => void;
}

/** Which of the first screens to show. Nobody is asked for details that a file has brought. */
export function useFirstTime(): FirstTime {
  const isRead = useDetails((details) => details.reading === 'done');
  const hasAgreed = useDetails((details) => details.settings.agreedOn !== '');
  const hasNothing = useDetails(
    ({ records }) => records.signer.length === 0 && records.employer.length === 0,
  );
  const [stage, setStage] = useState<Stage>('unknown');
  // Decided when the user has agreed, and not again: the answers add records, and everything may be deleted later.
  if (isRead && stage === 'unknown') setStage(hasAgreed ? firstScreen(hasNothing) : 'disclosure');
  // Deleting everything also deletes the agreement.
  if (isRead && !hasAgreed && stage !== 'unknown' && stage !== 'disclosure') setStage('disclosure');
  if (stage === 'disclosure' && hasAgreed) setStage(firstScreen(hasNothing));

  // A user who follows a link wants to see that section, even if the questions are not finished.
  const leave = useCallback(() => setStage((before) => (before === 'disclosure' ? before : 'done')), []);
  useEffect(() => {
    window.addEventListener('hashchange', leave);
    return () => window.removeEventListener('hashchange', leave);
  }, [leave]);
  return { stage, showNextSteps: () => setStage('ready'), leave };
}

function firstScreen(hasNothing: boolean): Stage {
  return hasNothing ? 'questions' : 'done';
}

/**
 * Saves the first answers while they are typed. The signer and the employer are added at the first answer about them, so
 * that opening the page leaves no empty records.
 */
function useFirstAnswers() {
  const [answers, setAnswers] = useState(() => startAnswers(null));
  const latest = useRef(answers);
  const savedIds = useRef<Ids>({ signer: '', employer: '' });
  const isSaving = useRef(false);

  const saveLatest = async () => {
    isSaving.current = true;
    for (let saved: FirstAnswers | null = null; saved !== latest.current;) {
      saved = latest.current;
      savedIds.current = await saveAnswers(saved, savedIds.current);
    }
    isSaving.current = false;
  };
  return {
    answers,
    /** Without a change, tries again to save. */
    change: (patch: Partial<FirstAnswers>) => {
      latest.current = changeAnswers(latest.current, patch);
      setAnswers(latest.current);
      if (!isSaving.current) detach(saveLatest());
    },
  };
}

interface Ids {
  signer: string;
  employer: string;
}

async function saveAnswers(answers: FirstAnswers, savedIds: Ids): Promise<Ids> {
  const employer = await saveEmployer(answers, savedIds.employer);
  const signer = await saveRecord('signer', savedIds.signer, {
    ...signerFields(answers),
    employerId: employer,
  });
  if (signer !== savedIds.signer || employer !== savedIds.employer) {
    await saveChoices({ signerId: signer, employerId: employer });
  }
  return { signer, employer };
}

async function saveEmployer(answers: FirstAnswers, id: string): Promise<string> {
  if (id === '' && !tellsEmployer(answers)) return '';
  const stored = findRecord('employer', id) ?? newRecord('employer', '');
  const { id: _id, v: _v, ...fields } = employerWith(stored, answers);
  return saveRecord('employer', id, fields);
}

/** Adds or changes the record. Returns its id, or an empty string if it could not be added. */
async function saveRecord<K extends 'signer' | 'employer'>(
  kind: K,
  id: string,
  fields: Partial<FieldsOf<K>>,
): Promise<string> {
  if (id === '') return (await addRecord(kind, fields)) ?? '';
  editFields(kind, id, fields);
  return id;
}
