import { lazy, Suspense, useState } from 'react';
import type { ReplyDecision } from '../../../lib/answers/answer';
import { detach } from '../../../lib/failure/failure';
import { formatIfDate } from '../../../lib/letter/dates';
import type { IsoDate } from '../../../lib/letter/model';
import { addItem, deleteItem, openSentLetter, replies, saveChoices } from '../../../lib/options/actions';
import { findRecord, useDetails } from '../../../lib/options/store';
import { SelectField } from '../../ui/Field';

// The rules by which a reply is read are large.
const PasteReply = lazy(async () => ({ default: (await import('../../answers/PasteReply')).PasteReply }));

interface PasteTheirReplyProps {
  today: IsoDate;
  titleOf: (letterId: string) => string;
}

/** For a reply that came in another way than by Gmail or Outlook on the web. What is pasted is gone when this is closed. */
export function PasteTheirReply({ today, titleOf }: PasteTheirReplyProps) {
  const [isOpen, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  const [noted, setNoted] = useState<{ letterId: string; replyId: string } | null>(null);
  const sentList = useDetails((details) => details.sentList);
  const latestFirst = sentList.toReversed();
  const [answeredId, setAnswered] = useState('');
  const answered = latestFirst.find(({ id }) => id === answeredId) ?? latestFirst[0];
  const toggle = () => {
    setOpen(!isOpen);
    setSaid('');
    setNoted(null);
  };
  const finish = async ({ letter, note }: ReplyDecision) => {
    const sentences: string[] = [];
    if (note && answered) {
      await openSentLetter(answered.id);
      addItem(replies, answered.id, note);
      const added = findRecord('sent', answered.id)?.replies.at(-1);
      if (added) setNoted({ letterId: answered.id, replyId: added.id });
      sentences.push('Noted with your letter.');
    }
    if (letter) {
      await saveChoices({
        letterId: letter.letterId,
        ...(answered && { signerId: answered.signerId, employerId: answered.employerId }),
        ...(letter.requests && { requests: { [letter.letterId]: [...letter.requests] } }),
      });
      sentences.push(
        `“${titleOf(letter.letterId)}” is chosen for your next email. Open the email, click the icon, then Insert letter.`,
      );
    } else sentences.push('Nothing to send now.');
    setSaid(sentences.join(' '));
    setOpen(false);
  };
  const undo = ({ letterId, replyId }: { letterId: string; replyId: string }) => {
    deleteItem(replies, letterId, replyId, 'their reply');
    setNoted(null);
    setSaid('The note is taken back.');
  };
  return (
    <div className="grid-after">
      <button type="button" className="button" aria-expanded={isOpen} onClick={toggle}>
        Paste their reply
      </button>
      {isOpen && (
        <div className="card">
          {latestFirst.length > 1 && (
            <SelectField
              id="answered-letter"
              label="Which letter do they answer?"
              value={answered?.id ?? ''}
              options={latestFirst.map(({ id, title, sentOn, employerName }) => ({
                value: id,
                label: [title, employerName, formatIfDate(sentOn)].filter(Boolean).join(', '),
              }))}
              onChange={setAnswered}
            />
          )}
          <Suspense fallback={<p className="field-hint">Opening…</p>}>
            <PasteReply
              today={today}
              titleOf={titleOf}
              afterwards="It is then chosen for your next email."
              cannotNote={answered ? null : 'To note their reply, first add your own letter below.'}
              onDone={(decision) => detach(finish(decision))}
            />
          </Suspense>
        </div>
      )}
      <p>
        <span role="status">{said}</span>{' '}
        {noted && (
          <button type="button" className="button-link" onClick={() => undo(noted)}>
            Undo
          </button>
        )}
      </p>
    </div>
  );
}
