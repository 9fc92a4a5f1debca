import { type ComponentProps, useEffect, useRef, useState } from 'react';
import { insertLetter, openOptions } from '../../lib/popup/actions';
import {
  answerKeepText,
  attachInAnotherWay,
  continueWithMisfit,
  copyAddresses,
  downloadFirstLetter,
  findLetterToNote,
  noteSent,
  saveReplyDay,
  takeLetterOut,
  takePartOut,
} from '../../lib/popup/afterwards';
import { isChanged, isDone, usePopup, usePopupStore } from '../../lib/popup/store';
import { findPartIn } from '../../lib/writing/tabState';
import type { LetterIn, Outcome } from '../../lib/writing/outcome';
import type { Way } from '../../lib/writing/questions';
import { CALENDAR_SAVED, listOutcome } from '../../lib/writing/outcomeSentences';
import { detach } from '../../lib/failure/failure';
import css from './popup.module.css';
import ui from '../ui/controls.module.css';

/** The outcome as a sentence and a short list, scrolled into view where the screen is small or zoomed. */
export function OutcomeSentence({ outcome }: { outcome: Outcome }) {
  const words = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (outcome.kind !== 'running') words.current?.scrollIntoView?.({ block: 'nearest' });
  }, [outcome]);
  const { headline, items } = listOutcome(outcome);
  const isIn = isWholeIn(outcome);
  const isScreen = isIn || items.length > 0;
  // The spaces are for screen readers, which read the region as one text.
  return (
    <div ref={words}>
      {isScreen ? <strong>{headline} </strong> : headline}
      {items.length > 0 && (
        <ul>
          {items.map((item) => (
            <li key={item}>{item} </li>
          ))}
        </ul>
      )}
      {isIn && <p>It is a draft. Nothing is sent until you press Send.</p>}
    </div>
  );
}

function isWholeIn(outcome: Outcome): boolean {
  if (outcome.kind !== 'reported' || outcome.facts.part !== null) return false;
  return outcome.report.body.outcome === 'inserted';
}

/** The buttons for what the user can do after the outcome. */
export function NextSteps({ outcome, letterIn }: { outcome: Outcome; letterIn: LetterIn | null }) {
  const popup = usePopupStore();
  const changed = usePopup(isChanged);
  if (outcome.kind === 'running') return null;
  if (outcome.kind === 'keep the text?') return <KeepTextQuestion />;
  const partIn = findPartIn(outcome);
  return (
    <>
      {isAlreadyThere(outcome) && (
        <p className={css.nextSteps}>
          {letterIn?.mayTakeOut && changed && (
            <Step onClick={() => detach(insertLetter(popup, { instead: letterIn }))}>
              Put the new version in instead
            </Step>
          )}
          <Step onClick={() => detach(insertLetter(popup, { allowSecondCopy: true }))}>
            Insert a second copy
          </Step>
        </p>
      )}
      {outcome.kind === 'reported' && outcome.report.attachment.outcome === 'not seen' && <TryAnotherWay />}
      {outcome.kind === 'does not fit' && <FitQuestion way={outcome.way} />}
      {outcome.kind === 'sent noted' && outcome.reply && <ReplyDay reply={outcome.reply} />}
      {partIn && (
        <p className={css.nextSteps}>
          <Step onClick={() => detach(takePartOut(popup))}>Take “{partIn.facts.part}” out again</Step>
        </p>
      )}
      {findLetterToNote(outcome, letterIn) && (
        <p className={css.nextSteps}>
          {letterIn?.addressesLeft && (
            <>
              <span>{[...letterIn.facts.to, ...letterIn.facts.cc].join('; ')}</span>
              <Step onClick={() => detach(copyAddresses(popup))}>Copy addresses</Step>
            </>
          )}
          {isFirstLetterLeft(outcome) && (
            <Step onClick={() => detach(downloadFirstLetter(popup))}>Download my first letter</Step>
          )}
          <Step onClick={() => detach(noteSent(popup))}>I have sent it</Step>
          {letterIn?.mayTakeOut && (
            <Step onClick={() => detach(takeLetterOut(popup))}>Take the letter out again</Step>
          )}
        </p>
      )}
    </>
  );
}

/** On the screen after inserting the next steps are the main buttons; elsewhere the letter’s are. */
function Step(props: ComponentProps<'button'>) {
  const done = usePopup(isDone);
  return <button type="button" className={done ? ui.buttonSmall : ui.link} {...props} />;
}

/** The reply date as a calendar file, offered where the letter is noted as sent. */
function ReplyDay({ reply }: { reply: NonNullable<Extract<Outcome, { kind: 'sent noted' }>['reply']> }) {
  const popup = usePopupStore();
  const [isSaved, setSaved] = useState(false);
  const save = async () => {
    await saveReplyDay(popup, reply);
    setSaved(true);
  };
  return (
    <p className={css.nextSteps}>
      <Step onClick={() => detach(save())}>Put the reply date in my calendar</Step>
      <span role="status">{isSaved && CALENDAR_SAVED}</span>
    </p>
  );
}

/** Looked at first by the user: the file may have arrived unseen, and a second way would attach it twice. */
function TryAnotherWay() {
  const popup = usePopupStore();
  const [isTrying, setTrying] = useState(false);
  const attach = async () => {
    setTrying(true);
    await attachInAnotherWay(popup).finally(() => setTrying(false));
  };
  return (
    <p className={css.nextSteps}>
      <Step disabled={isTrying} onClick={() => detach(attach())}>
        {isTrying ? 'Attaching…' : 'Try another way'}
      </Step>
    </p>
  );
}

function KeepTextQuestion() {
  const popup = usePopupStore();
  return (
    <p className={css.nextSteps}>
      <Step onClick={() => detach(answerKeepText(popup, 'keep'))}>Keep the text too</Step>
      <Step onClick={() => detach(answerKeepText(popup, 'leave out'))}>Keep only the dates</Step>
    </p>
  );
}

const CONTINUE = {
  insert: 'Insert all the same',
  copy: 'Copy all the same',
  word: 'Download all the same',
} satisfies Record<Way, string>;

function FitQuestion({ way }: { way: Way }) {
  const popup = usePopupStore();
  const signer = usePopup((state) => state.signer);
  return (
    <p className={css.nextSteps}>
      <Step onClick={() => detach(continueWithMisfit(popup, way))}>{CONTINUE[way]}</Step>
      <Step onClick={() => openOptions(popup, `about-you/employment/${signer?.id ?? ''}`)}>Change it</Step>
    </p>
  );
}

/** The page did not take the first letter, which the letter says is attached. */
function isFirstLetterLeft(outcome: Outcome): boolean {
  if (outcome.kind !== 'reported' || !outcome.facts.attached?.includes('first letter')) return false;
  const { attachment } = outcome.report;
  return attachment.outcome === 'failed' || attachment.outcome === 'left alone';
}

function isAlreadyThere(outcome: Outcome): boolean {
  if (outcome.kind !== 'reported') return false;
  const { body } = outcome.report;
  return body.outcome === 'refused' && body.why === 'already there';
}
