import { lazy, Suspense, useState } from 'react';
import type { ReplyDecision } from '../../lib/answers/answer';
import { lettersOnDemand } from '../../lib/writing/letters';
import { focusAndSay } from '../ui/focusAndSay';
import type { PageLetter } from './useLetter';

// The rules by which a reply is read are unpacked only when somebody opens this.
const PasteReply = lazy(async () => ({ default: (await import('../answers/PasteReply')).PasteReply }));

/** “Paste their reply”: what the employer says, and the letter that answers it, chosen in this page. Nothing is noted. */
export function TheirReplyPart({ page, today }: { page: PageLetter; today: string }) {
  const [isOpen, setOpen] = useState(false);
  const ownFor = (letterId: string) => page.ownLetters.find(({ replaces }) => replaces === letterId);
  const titleOf = (letterId: string) =>
    (ownFor(letterId) ?? lettersOnDemand.titles.find(({ id }) => id === letterId))?.title ?? letterId;
  const finish = ({ letter }: ReplyDecision) => {
    setOpen(false);
    if (!letter) return focusAndSay(document.getElementById('their-reply'), 'Nothing to send now.');
    const letterId = ownFor(letter.letterId)?.id ?? letter.letterId;
    page.choose({
      letterId,
      ...(letter.requests && {
        requests: { ...page.written.choices.requests, [letterId]: [...letter.requests] },
      }),
    });
    page.write({ answers: letter.answers });
    focusAndSay(document.getElementById('letter'), `“${titleOf(letter.letterId)}” is chosen.`);
  };
  return (
    <div className="their-reply">
      <button
        id="their-reply"
        type="button"
        className="button"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        Paste their reply
      </button>
      {isOpen && (
        <Suspense fallback={<p className="hint">Opening…</p>}>
          <PasteReply
            today={today}
            titleOf={titleOf}
            afterwards="Then read the letter and take it with you."
            cannotNote="Nothing is noted: this page keeps nothing."
            onDone={finish}
          />
        </Suspense>
      )}
    </div>
  );
}
