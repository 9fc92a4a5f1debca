import { isAnswered, sayings, withoutLetter } from '../../lib/answers/sayings';
import type { ReadKind } from '../../lib/replies/rules';
import { type ReplyKind, replyKinds } from '../../lib/storage/schema';
import { SupportLines } from '../letterOptions/LetterQuestions';
import './answers.css';

interface ChooseKindProps {
  /** The likeliest, shown first. */
  first: readonly ReadKind[];
  onKind: (kind: ReplyKind) => void;
  onAdvice: () => void;
  onNothing: () => void;
  /** The words of the last button. */
  nothing?: string;
}

const otherKinds = Object.keys(withoutLetter) as (keyof typeof withoutLetter)[];

/** Asks what they are saying. */
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
    <div className="answer-choices" role="group" aria-label="What are they saying?">
      <p>What are they saying?</p>
      {inOrder.map((kind) => (
        <button key={kind} type="button" className="answer-choice" onClick={() => choose(kind)}>
          {isAnswered(kind) ? sayings[kind].option : withoutLetter[kind]}
        </button>
      ))}
      <button type="button" className="answer-choice" onClick={onNothing}>
        {nothing}
      </button>
    </div>
  );
}

/** For a reply that no letter should answer. */
export function SpeakToUnion({ onNothing }: { onNothing: () => void }) {
  return (
    <section className="answer" tabIndex={-1} aria-label="Speak to your union first">
      <p>We have no letter for that. Speak to your union before you answer.</p>
      <SupportLines />
      <button type="button" className="answer-button" onClick={onNothing}>
        Nothing to send now
      </button>
    </section>
  );
}
