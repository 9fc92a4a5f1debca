import { useMemo, useState, useId } from 'react';
import {
  type NextStep,
  answerAttachment,
  type ChosenLetter,
  describeAnswer,
  describeNote,
  findAnswer,
  type ReplyDecision,
  type SettledReply,
  toNote,
  type PointId,
} from '../../lib/answers/answer';
import type { IsoDate } from '../../lib/letter/model';
import { readReply } from '../../lib/replies/readReply';
import type { ReplyKind } from '../../lib/storage/schema';
import { focusAndSay } from '../ui/focusAndSay';
import { Tick } from '../ui/RowControls';
import { Proposal, TheyWrote, ChooseKind, SpeakToUnion, FoundPoints, AnswerStep } from './Proposal';
import { DateField } from '../ui/DateField';
import rows from '../ui/RowControls.module.css';
import css from './answers.module.css';
import ui from '../ui/controls.module.css';

export interface ReplyAnswerProps {
  text: string;
  /** The day of the reply; null if it is not known: then no date counts that is relative to it. */
  date: IsoDate | null;
  today: IsoDate;
  /** Texts of the user's earlier letters, to know a copy of one below the reply. */
  ownLetters?: readonly string[];
  titleOf: (letterId: string) => string;
  /** What to do once a letter is chosen: "Then press Insert letter." */
  afterwards: string;
  /** Why the reply cannot be noted; null if it can. */
  cannotNote: string | null;
  onDone: (decision: ReplyDecision) => void;
}

type Step =
  | { at: 'proposal' }
  | { at: 'choose' }
  | { at: 'advice' }
  | { at: 'points'; kind: ReplyKind }
  | { at: 'last'; settled: SettledReply | null; letter: ChosenLetter | null };

/** What a reply says, asked in plain words, and the letter that answers it. Nothing of it is saved by this component. */
export function ReplyAnswer(props: ReplyAnswerProps) {
  const { text, date, today, ownLetters = [] } = props;
  const reading = useMemo(() => readReply(text, { messageDate: date, ownLetters }), [text, date, ownLetters]);
  const [step, setStep] = useState<Step>({ at: 'proposal' });
  const settle = (kind: ReplyKind): SettledReply => ({
    kind,
    date: date ?? '',
    promisedDate: reading.promisedDate,
    meetingDate: reading.meetingDate,
  });
  const goOn = (settled: SettledReply, answer: NextStep) =>
    setStep({ at: 'last', settled, letter: answer.do === 'write' ? answer.letter : null });
  const choose = (kind: ReplyKind) => {
    if (reading.inAttachment && (kind === 'partial' || kind === 'full')) setStep({ at: 'points', kind });
    else goOn(settle(kind), findAnswer(settle(kind), today));
  };
  const nothing = (kind: ReplyKind | null) =>
    setStep({ at: 'last', settled: kind && settle(kind), letter: null });

  switch (step.at) {
    case 'proposal':
      return (
        <Proposal
          reading={reading}
          does={(kind) => describeAnswer(settle(kind), findAnswer(settle(kind), today))}
          onYes={choose}
          onElse={() => setStep({ at: 'choose' })}
          onAdvice={() => setStep({ at: 'advice' })}
          onPoints={(kind, found) =>
            setStep({ at: 'last', settled: settle(kind), letter: answerAttachment(found, date ?? '') })
          }
          onNothing={nothing}
          onClose={() => props.onDone({ letter: null, note: null })}
        />
      );
    case 'choose':
      return (
        <AnswerStep key="choose" title="What they are saying">
          <ChooseKind
            first={[]}
            onKind={choose}
            onAdvice={() => setStep({ at: 'advice' })}
            onNothing={() => nothing(null)}
          />
        </AnswerStep>
      );
    case 'advice':
      return <SpeakToUnion onNothing={() => nothing(null)} />;
    case 'points':
      return (
        <AnswerStep key="points" title="What is in the attachment">
          <FoundPoints
            onDone={(found: PointId[]) =>
              setStep({
                at: 'last',
                settled: settle(step.kind),
                letter: answerAttachment(found, date ?? ''),
              })
            }
          />
          <button type="button" className={ui.buttonSmall} onClick={() => nothing(step.kind)}>
            Nothing to send now
          </button>
        </AnswerStep>
      );
    case 'last':
      return <LastStep {...props} {...step} evidence={reading.evidence} />;
  }
}

/** The chosen letter, and the two ticks. Only what is ticked is noted, and only by the button. */
function LastStep({
  settled,
  letter,
  evidence,
  titleOf,
  afterwards,
  cannotNote,
  onDone,
}: ReplyAnswerProps & {
  settled: SettledReply | null;
  letter: ChosenLetter | null;
  evidence: string | null;
}) {
  const [isNoted, setNoted] = useState(true);
  const [isKept, setKept] = useState(false);
  const canNote = settled !== null && cannotNote === null;
  const done = () =>
    onDone({ letter, note: canNote && isNoted ? toNote(settled, isKept ? evidence : null) : null });
  return (
    <AnswerStep title="Their reply">
      {letter ? (
        <p>
          <strong>{titleOf(letter.letterId)}</strong>
        </p>
      ) : (
        <p>There is nothing to send now.</p>
      )}
      {canNote && (
        <div>
          <Tick label={`Note it: ${describeNote(settled)}`} checked={isNoted} onChange={setNoted} />
          {evidence && isNoted && (
            <>
              <Tick label="Keep this sentence for my next letter" checked={isKept} onChange={setKept} />
              <TheyWrote sentence={evidence} />
            </>
          )}
        </div>
      )}
      {settled && cannotNote && <p className={rows.hint}>{cannotNote}</p>}
      <button type="button" className={ui.buttonMain} onClick={done}>
        {letter ? 'Use this letter' : 'Done'}
      </button>
      {letter && <p className={rows.hint}>{afterwards}</p>}
    </AnswerStep>
  );
}

const PASTE_FIRST = 'Paste or type their reply first.';

type PasteReplyProps = Omit<ReplyAnswerProps, 'text' | 'date'>;

/** For the Outlook app, a PDF or paper: the user pastes or types the reply. Its text is kept only while this is open. */
export function PasteReply(props: PasteReplyProps) {
  const id = useId();
  const [text, setText] = useState('');
  const [date, setDate] = useState('');
  const [isAsked, setAsked] = useState(false);
  const [isEmpty, setEmpty] = useState(false);
  if (isAsked) return <ReplyAnswer {...props} text={text} date={date || null} />;
  return (
    <form
      data-answer
      className={css.answer}
      tabIndex={-1}
      aria-label="Paste their reply"
      onSubmit={(event) => {
        event.preventDefault();
        const isNothing = text.trim() === '';
        setEmpty(isNothing);
        setAsked(!isNothing);
        if (isNothing) focusAndSay(event.currentTarget.querySelector('textarea'), PASTE_FIRST);
      }}
    >
      <label htmlFor={`${id}-text`}>Their reply</label>
      <textarea
        id={`${id}-text`}
        className={ui.control}
        rows={7}
        value={text}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={`${id}-hint`}
        aria-invalid={isEmpty || undefined}
        onChange={(event) => setText(event.target.value)}
      />
      <p id={`${id}-hint`} className={rows.hint}>
        {isEmpty && <strong>{PASTE_FIRST} </strong>}
        Read on this computer. Nothing of it is kept unless you say so.
      </p>
      <DateField
        id={`${id}-date`}
        label="Date of their reply"
        hint="Without it, days such as “Friday” are not read"
        rule="their reply date"
        value={date}
        onChange={setDate}
      />
      <button type="submit" className={ui.buttonMain}>
        Look at it
      </button>
    </form>
  );
}
