import { useCallback, useEffect, useRef, useState } from 'react';
import { showProgress } from '../../../lib/options/saving';
import { findRecord, useDetails, useDetailsStore } from '../../../lib/options/store';
import { sameName } from '../../../lib/letter/text';
import { FirstQuestions } from '../../firstQuestions/FirstQuestions';
import type { BrowserSide } from '../browserSide';
import { SECTION_TITLE, SectionHead, Disclosure } from '../SectionHead';
import { focusField, type Place } from '../location';
import { PinPicture } from './PinPicture';
import { type Answered, type Ids, saveAnswers } from './saveAnswers';
import { detach } from '../../../lib/failure/failure';
import {
  answersWithEmployer,
  changeAnswers,
  type FirstAnswers,
  startAnswers,
} from '../../../lib/firstQuestions/answers';
import ui from '../../ui/controls.module.css';
import page from '../options.module.css';
import css from './start.module.css';

interface StartSectionProps {
  place: Place;
  stage: Exclude<Stage, 'done'>;
  onAnswered: () => void;
  onDone: () => void;
  newEmailLink: BrowserSide['newEmailLink'];
}

/** Shown when the page is opened for the first time: the disclosure, the first questions, and what to do next. */
export function StartSection({ place, stage, onAnswered, onDone, newEmailLink }: StartSectionProps) {
  switch (stage) {
    case 'disclosure':
      return <Disclosure section={place.section} />;
    case 'questions':
      return <Questions onAnswered={onAnswered} onAnsweredElsewhere={onDone} />;
    case 'ready':
      return <Ready onDone={onDone} newEmailLink={newEmailLink} />;
  }
}

interface QuestionsProps {
  onAnswered: () => void;
  /** Called if the popup or a file brings details while nothing is typed here. */
  onAnsweredElsewhere: () => void;
}

function Questions({ onAnswered, onAnsweredElsewhere }: QuestionsProps) {
  const details = useDetailsStore();
  // Not the employer that is added while its name is typed here.
  const [known] = useState(() => details.getState().records.employer);
  const { answers, pickedId, change, pick } = useFirstAnswers(known.length, onAnsweredElsewhere);
  const leave = () => {
    onAnswered();
    focusField(SECTION_TITLE);
  };
  return (
    <>
      <SectionHead
        title="Your details"
        lead="Asked once. Each answer is saved as you type, in this browser; nothing is sent to anyone."
        onRetry={() => change({})}
      />
      <BranchFile />
      <div className={page.card}>
        <FirstQuestions
          answers={answers}
          onChange={change}
          onEnter={leave}
          saved={{
            employers: known.map(({ id, organisation }) => ({ id, name: organisation })),
            pickedId,
            onPick: pick,
          }}
        >
          <p className={`${page.cardEnd} ${ui.actions}`}>
            <button type="button" className={ui.buttonMain} onClick={leave}>
              Continue
            </button>
          </p>
        </FirstQuestions>
      </div>
    </>
  );
}

function BranchFile() {
  return (
    <p>
      Has your branch sent you a file? <a href="#privacy-and-backup/branch-file">Open it</a>. Do you write for
      many heads? <a href="#privacy-and-backup/signers-table">Open a table of them</a>.
    </p>
  );
}

function Ready({ onDone, newEmailLink }: Pick<StartSectionProps, 'onDone' | 'newEmailLink'>) {
  return (
    <>
      <SectionHead
        title="You are ready"
        lead="Your first letter needs nothing more. Three steps, and you press Send yourself."
      />
      <div className={page.card}>
        <ol className={css.steps}>
          <li>
            <PinPicture />
            Pin the envelope: click the puzzle piece beside the address bar, then the pin beside “Dear
            Employer”. In Firefox, click the cog there instead, then “Pin to Toolbar”.
          </li>
          <li>
            Open a new email.{' '}
            <a className={ui.button} href={newEmailLink('gmail')} target="_blank" rel="noreferrer">
              Open Gmail
            </a>{' '}
            <a className={ui.button} href={newEmailLink('outlook')} target="_blank" rel="noreferrer">
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
        <p className={`${page.cardEnd} ${ui.actions}`}>
          <button
            type="button"
            className={ui.button}
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

export type Stage = 'disclosure' | 'questions' | 'ready' | 'done';

export interface FirstTime {
  stage: Stage;
  /** Goes from the questions to “You are ready”. */
  showNextSteps: () => void;
  /** Leaves the first screens for the section itself. */
  leave: () => void;
}

const isOfDetails = ({ section }: Place) => section === 'about-you' || section === 'your-employer';

/**
 * Which of the first screens to show in the sections for details. It follows from what is stored each time the user comes to
 * these sections, so nobody is asked for details that a file or the popup has brought. While the user stays there it does not
 * change by itself, because the answers add records, and everything may be deleted.
 */
export function useFirstTime(place: Place): FirstTime {
  const hasAgreed = useDetails((state) => state.settings.agreedOn !== '');
  const isRead = useDetails(({ reading }) => reading === 'done' || reading === 'without sent letters');
  const hasNothing = useDetails(
    ({ records }) => records.signer.length === 0 && records.employer.length === 0,
  );
  // A branch file brings employers, but not the head’s own name and school.
  const isSentToQuestions = useDetails(
    ({ records }) => place.field === 'start' && records.signer.length === 0,
  );
  const [chosen, setChosen] = useState<Stage | null>(null);
  const [shown, setShown] = useState(place);
  const hasEntered = isRead && hasAgreed && isOfDetails(place);
  if (!hasEntered && chosen !== null) setChosen(null);
  if (hasEntered && chosen === null) setChosen(hasNothing || isSentToQuestions ? 'questions' : 'done');
  if (shown !== place) {
    setShown(place);
    // A user who follows a link from the questions wants to see that section.
    if (hasEntered && isOfDetails(shown)) setChosen('done');
  }
  return {
    stage: hasAgreed ? (chosen ?? 'done') : 'disclosure',
    showNextSteps: () => setChosen('ready'),
    leave: useCallback(() => setChosen((before) => before && 'done'), []),
  };
}

/**
 * Saves the first answers while they are typed. The signer and the employer are added at the first answer about them, so
 * that opening the page leaves no empty records.
 */
function useFirstAnswers(employersBefore: number, onAnsweredElsewhere: () => void) {
  const details = useDetailsStore();
  const [answered, setAnswered] = useState<Answered>(() => ({ answers: startAnswers(null), pickedId: '' }));
  const latest = useRef(answered);
  const savedIds = useRef<Ids>({ signer: '', employer: '' });
  const isSaving = useRef(false);

  const saveLatest = async () => {
    isSaving.current = true;
    for (let saved: Answered | null = null; saved !== latest.current;) {
      saved = latest.current;
      savedIds.current = await saveAnswers(details, saved, savedIds.current);
    }
    isSaving.current = false;
    showProgress(details);
  };
  const isAnsweredElsewhere = useDetails(
    ({ records }) => records.signer.length > 0 || records.employer.length > employersBefore,
  );
  useEffect(() => {
    const { signer, employer } = savedIds.current;
    if (isAnsweredElsewhere && !isSaving.current && signer + employer === '') onAnsweredElsewhere();
  }, [isAnsweredElsewhere, onAnsweredElsewhere]);
  const take = (next: Answered) => {
    latest.current = next;
    setAnswered(next);
    if (!isSaving.current) detach(saveLatest());
  };
  return {
    ...answered,
    /** Without a change, tries again to save. */
    change: (patch: Partial<FirstAnswers>) => {
      const { answers, pickedId } = latest.current;
      const changed = changeAnswers(answers, patch);
      const isOther = sameName(changed.organisation) !== sameName(answers.organisation);
      // Another name typed over a picked employer is another employer: the contact and the address must not go along.
      const email = pickedId !== '' && isOther ? (patch.email ?? '') : changed.email;
      take({ answers: { ...changed, email }, pickedId: isOther ? '' : pickedId });
    },
    pick: (id: string) => {
      const { answers } = latest.current;
      const employer = findRecord(details, 'employer', id);
      take({ answers: answersWithEmployer(answers, employer ?? null), pickedId: employer ? id : '' });
    },
  };
}
