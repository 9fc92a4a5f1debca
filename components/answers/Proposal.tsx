import {
  describeRest,
  isAnswered,
  type PointId,
  sayings,
  withoutLetter,
  pointIds,
  points,
} from '../../lib/answers/answer';
import { formatDate } from '../../lib/letter/dates';
import type { ReplyReading } from '../../lib/replies/readReply';
import { type ReplyKind, replyKinds } from '../../lib/storage/schema';
import { SupportLines } from '../letterOptions/LetterQuestions';
import type { ReadKind } from '../../lib/replies/rules';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Tick } from '../ui/RowControls';
import css from './answers.module.css';
import ui from '../ui/controls.module.css';

/** One step of the way to an answer. It takes the focus when it opens, so that it is read out. */
export function AnswerStep({ title, children }: { title: string; children: ReactNode }) {
  const section = useRef<HTMLElement>(null);
  useEffect(() => section.current?.focus({ preventScroll: true }), []);
  return (
    <section ref={section} data-answer className={css.answer} tabIndex={-1} aria-label={title}>
      {children}
    </section>
  );
}

interface ProposalProps {
  reading: ReplyReading;
  /** What answering this kind would do, in the words of its button. */
  does: (kind: ReplyKind) => string;
  onYes: (kind: ReplyKind) => void;
  onElse: () => void;
  onAdvice: () => void;
  onPoints: (kind: ReplyKind, found: PointId[]) => void;
  onNothing: (kind: ReplyKind | null) => void;
  onClose: () => void;
}

/** What we think they are saying, the sentence it rests on, and the question whether that is right. */
export function Proposal(props: ProposalProps) {
  const { reading, does, onYes, onElse, onAdvice, onPoints, onNothing, onClose } = props;
  const { kind, evidence, mentions } = reading;
  if (reading.ownWords.trim() === '')
    return (
      <AnswerStep title="What they are saying">
        <p>
          We found no words of theirs in it. If their answer is in an attachment, open it and choose here.
        </p>
        <ChooseKind first={[]} onKind={onYes} onAdvice={onAdvice} onNothing={() => onNothing(null)} />
      </AnswerStep>
    );
  if (kind === 'take-advice-first' || (kind === null && reading.likeliest[0] === 'take-advice-first'))
    return (
      <AnswerStep title="What they are saying">
        {mentions !== null && (
          <p>
            {kind ? 'This mentions' : 'This may mention'} “{mentions}”:
          </p>
        )}
        {evidence && <TheyWrote sentence={evidence} />}
        <p>
          <strong>We have no letter for that. Speak to your union before you answer.</strong>
        </p>
        <SupportLines />
        <div className={css.buttons}>
          <button type="button" className={ui.buttonSmall} onClick={onClose}>
            Nothing to send now
          </button>
          <button type="button" className={ui.buttonSmall} onClick={onElse}>
            That is not what they mean
          </button>
        </div>
      </AnswerStep>
    );
  if (kind === null)
    return (
      <AnswerStep title="What they are saying">
        <p>We are not sure what they are saying.</p>
        {evidence && <TheyWrote sentence={evidence} />}
        <Dates reading={reading} />
        <ChooseKind
          first={reading.likeliest}
          onKind={onYes}
          onAdvice={onAdvice}
          onNothing={() => onNothing(null)}
        />
      </AnswerStep>
    );
  if (!isAnswered(kind))
    return (
      <AnswerStep title="What they are saying">
        <p>
          {kind === 'automatic'
            ? 'This looks like an automatic message. Nobody has read your letter yet, as far as it says.'
            : 'This does not seem to be about your letter.'}
        </p>
        {evidence && <TheyWrote sentence={evidence} />}
        <div className={css.buttons}>
          <button type="button" className={ui.buttonSmall} onClick={onClose}>
            Nothing to send now
          </button>
          <button type="button" className={ui.buttonSmall} onClick={onElse}>
            Something else
          </button>
        </div>
      </AnswerStep>
    );
  const isAttached = reading.inAttachment && (kind === 'partial' || kind === 'full');
  return (
    <AnswerStep title="What they are saying">
      {isAttached ? (
        <p>Their answer is in the attachment.</p>
      ) : (
        <p>
          We think they are saying: <strong>{sayings[kind].they}</strong>.
        </p>
      )}
      {evidence && <TheyWrote sentence={evidence} />}
      <Dates reading={reading} />
      {isAttached ? (
        <FoundPoints onDone={(found) => onPoints(kind, found)} />
      ) : (
        <>
          <p>Is that right?</p>
          <button type="button" className={ui.buttonMain} onClick={() => onYes(kind)}>
            Yes: {does(kind)}
          </button>
        </>
      )}
      <div className={css.buttons}>
        <button type="button" className={ui.buttonSmall} onClick={onElse}>
          Something else
        </button>
        <button type="button" className={ui.buttonSmall} onClick={() => onNothing(kind)}>
          Nothing to send now
        </button>
      </div>
    </AnswerStep>
  );
}

/** What else they do, and the date they name. */
function Dates({ reading }: { reading: ReplyReading }) {
  const { alsoDoes, meetingDate, promisedDate, kind } = reading;
  const rest = describeRest(alsoDoes, meetingDate);
  const isMeeting =
    meetingDate && (kind === 'offer-to-talk' || (rest === null && kind !== 'take-advice-first'));
  if (!rest && !isMeeting && !promisedDate) return null;
  return (
    <p>
      {[
        rest,
        isMeeting && `They name ${formatDate(meetingDate)} for a meeting.`,
        promisedDate && `They say they will answer or act by ${formatDate(promisedDate)}.`,
      ]
        .filter(Boolean)
        .join(' ')}
    </p>
  );
}

export function TheyWrote({ sentence }: { sentence: string }) {
  return <blockquote className={css.theyWrote}>They wrote: “{sentence}”</blockquote>;
}

interface ChooseKindProps {
  /** The kinds of reply that are most likely, shown first. */
  first: readonly ReadKind[];
  onKind: (kind: ReplyKind) => void;
  onAdvice: () => void;
  onNothing: () => void;
  /** The label of the button for a reply that no letter answers. */
  nothing?: string;
}

const otherKinds = Object.keys(withoutLetter) as (keyof typeof withoutLetter)[];

/** Asks the user what the employer is saying. */
export function ChooseKind({
  first,
  onKind,
  onAdvice,
  onNothing,
  nothing = 'Nothing to send now',
}: ChooseKindProps) {
  const all: readonly ReadKind[] = [...replyKinds, ...otherKinds];
  const inOrder = [...first, ...all.filter((kind) => !first.includes(kind))];
  const choose = (kind: ReadKind) => {
    if (isAnswered(kind)) onKind(kind);
    else if (kind === 'take-advice-first') onAdvice();
    else onNothing();
  };
  return (
    <div className={css.choices} role="group" aria-label="What are they saying?">
      <p>What are they saying?</p>
      {inOrder.map((kind) => (
        <button
          key={kind}
          type="button"
          className={`${ui.buttonSmall} ${css.choice}`}
          onClick={() => choose(kind)}
        >
          {isAnswered(kind) ? sayings[kind].option : withoutLetter[kind]}
        </button>
      ))}
      <button type="button" className={`${ui.buttonSmall} ${css.choice}`} onClick={onNothing}>
        {nothing}
      </button>
    </div>
  );
}

/** For a reply that no letter should answer. */
export function SpeakToUnion({ onNothing }: { onNothing: () => void }) {
  return (
    <AnswerStep title="Speak to your union first">
      <p>We have no letter for that. Speak to your union before you answer.</p>
      <SupportLines />
      <button type="button" className={ui.buttonSmall} onClick={onNothing}>
        Nothing to send now
      </button>
    </AnswerStep>
  );
}

/** For an answer in an attachment, which only the user can open: what is in it, with nothing ticked beforehand. */
export function FoundPoints({ onDone }: { onDone: (found: PointId[]) => void }) {
  const [found, setFound] = useState<readonly PointId[]>([]);
  const missing = pointIds.filter((id) => !found.includes(id));
  return (
    <>
      <p>Open it, then tick what you found:</p>
      <div role="group" aria-label="What you found in the attachment">
        {pointIds.map((id) => (
          <Tick
            key={id}
            label={points[id]}
            checked={found.includes(id)}
            onChange={(ticked) => setFound(ticked ? [...found, id] : found.filter((other) => other !== id))}
          />
        ))}
      </div>
      <button type="button" className={ui.buttonMain} onClick={() => onDone([...found])}>
        {missing.length === 0
          ? 'Thank them and note what was agreed'
          : `Ask for what is missing (${missing.length})`}
      </button>
    </>
  );
}
