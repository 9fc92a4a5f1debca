import { isAnswered, sayings, withoutLetter } from '../../lib/answers/sayings';
import type { ReadKind } from '../../lib/replies/rules';
import { type ReplyKind, replyKinds } from '../../lib/storage/schema';

interface ChooseKindProps {
  /** The likeliest, shown first. */
  first: readonly ReadKind[];
  onKind: (kind: ReplyKind) => void;
  onAdvice: () => void;
  onNothing: () => void;
}

const otherKinds = Object.keys(withoutLetter) as (keyof typeof withoutLetter)[];

/** Asks what they are saying. */
export function ChooseKind({ first, onKind, onAdvice, onNothing }: ChooseKindProps) {
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
        Nothing to send now
      </button>
    </div>
  );
}
