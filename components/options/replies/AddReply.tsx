import { lazy, Suspense, useEffect, useState } from 'react';
import { type ReplyDecision, sayings } from '../../../lib/answers/answer';
import { detach } from '../../../lib/failure/failure';
import type { IsoDate } from '../../../lib/letter/model';
import { addItem, replies, saveChoices } from '../../../lib/options/actions';
import { emptyItems, type Reply, type SentLetter } from '../../../lib/storage/schema';
import { ChooseKind, SpeakToUnion } from '../../answers/Proposal';
import { focusAndSay } from '../../ui/focusAndSay';

// The rules by which a reply is read are large.
const PasteReply = lazy(async () => ({ default: (await import('../../answers/PasteReply')).PasteReply }));

interface AddReplyProps {
  /** The letter with which the reply is noted; absent if no letter is noted yet. Then a reply can only be pasted. */
  answered?: SentLetter;
  today: IsoDate;
  titleOf: (letterId: string) => string;
  /** `replyId` is null if nothing was noted. */
  onDone: (sentence: string, replyId: string | null) => void;
}

/** Where the focus goes at each step. */
const FIRST_CONTROL = { choose: '.answer-choice', paste: 'textarea', advice: '.answer-button' };

/** Adds a reply: the user chooses what they are saying, or pastes it and is told. What is pasted is gone when this is closed. */
export function AddReply({ answered, today, titleOf, onDone }: AddReplyProps) {
  const [step, setStep] = useState<'choose' | 'paste' | 'advice'>(answered ? 'choose' : 'paste');
  useEffect(() => focusAndSay(`.add-reply ${FIRST_CONTROL[step]}`), [step]);
  const note = (letter: SentLetter, reply: Omit<Reply, 'id'>) =>
    addItem(replies, letter.id, reply, `their reply, ${sayings[reply.kind].noted}`);
  const finish = async ({ letter, note: noted }: ReplyDecision) => {
    const replyId = noted && answered ? note(answered, noted) : null;
    if (letter)
      await saveChoices({
        letterId: letter.letterId,
        ...(answered && { signerId: answered.signerId, employerId: answered.employerId }),
        ...(letter.requests && { requests: { [letter.letterId]: [...letter.requests] } }),
      });
    const next = letter ? chosenSentence(titleOf(letter.letterId)) : 'Nothing to send now.';
    onDone(replyId === null ? next : `Noted with your letter. ${next}`, replyId);
  };
  const nothing = () => onDone('Nothing was noted.', null);
  return (
    <div className="add-reply" role="group" aria-label="Add their reply">
      {step === 'choose' && answered && (
        <>
          <ChooseKind
            first={[]}
            nothing="Cancel"
            onKind={(kind) =>
              onDone(
                'Noted. Now add the date of their reply.',
                note(answered, { ...emptyItems.replies, kind }),
              )
            }
            onAdvice={() => setStep('advice')}
            onNothing={nothing}
          />
          <button type="button" className="button-link" onClick={() => setStep('paste')}>
            Not sure? Paste their reply
          </button>
        </>
      )}
      {step === 'advice' && <SpeakToUnion onNothing={nothing} />}
      {step === 'paste' && (
        <>
          <Suspense fallback={<p className="field-hint">Opening…</p>}>
            <PasteReply
              today={today}
              titleOf={titleOf}
              afterwards="It is then chosen for your next email."
              cannotNote={answered ? null : 'To note their reply, first add your own letter.'}
              onDone={(decision) => detach(finish(decision))}
            />
          </Suspense>
          <button type="button" className="button-link" onClick={nothing}>
            Cancel
          </button>
        </>
      )}
    </div>
  );
}

export function chosenSentence(title: string): string {
  return `“${title}” is chosen for your next email. Open the email, click the icon, then Insert letter.`;
}
