import { type ReactNode, useEffect, useState } from 'react';
import type { ReplyDecision } from '../../lib/answers/answer';
import type { TabMail } from '../../lib/answers/mails';
import { detach } from '../../lib/failure/failure';
import { formatDate } from '../../lib/letter/dates';
import { openOptions } from '../../lib/popup/actions';
import { type PopupStore, usePopupFields, usePopupStore } from '../../lib/popup/store';
import {
  findTheirReply,
  noteReply,
  readSentThread,
  readTheirReply,
  type ReplyLook,
  takeLetter,
} from '../../lib/popup/theirReply';
import type { SentLetter } from '../../lib/storage/schema';
import { lettersOnDemand } from '../../lib/writing/letters';
import { DateField } from '../ui/DateField';
import { focusAndSay } from '../ui/focusAndSay';
import { PasteReply, ReplyAnswer } from '../answers/ReplyAnswer';
import rows from '../ui/RowControls.module.css';
import answers from '../answers/answers.module.css';
import css from './popup.module.css';
import ui from '../ui/controls.module.css';

interface TheirReplyProps {
  way: 'help' | 'paste';
  onPaste: () => void;
  /** `undo` takes back what was noted; `note` says what was noted or why not. */
  onDone: (notice: ReplyNotice | null) => void;
}

export interface ReplyNotice {
  sentence: string;
  undo: (() => Promise<boolean>) | null;
  /** A letter is chosen and the user has yet to press Reply. */
  isReplyNext: boolean;
}

/** The screen of “Help me answer this” and “Paste their reply”. What it reads is gone when it is closed. */
export function TheirReply({ way, onPaste, onDone }: TheirReplyProps) {
  const popup = usePopupStore();
  const { index, today, where } = usePopupFields('index', 'today', 'where');
  const [thread, setThread] = useState<SentLetter[] | null>(null);
  useEffect(() => detach(readSentThread(popup).then(setThread)), [popup]);
  if (!thread) return null;
  const last = thread.at(-1);
  const hasDraft = where.state === 'looked' && where.drafts.length > 0;
  const common = {
    today,
    ownLetters: thread.map(({ text }) => text).filter(Boolean),
    titleOf: (letterId: string) =>
      index.letters.find(({ replaces }) => replaces === letterId)?.title ??
      lettersOnDemand.titles.find(({ id }) => id === letterId)?.title ??
      letterId,
    afterwards: hasDraft ? 'Then press Insert letter.' : `Then ${REPLY_NEXT}`,
    cannotNote: last ? null : 'To note their reply, first add your own letter under “Letters and replies”.',
    onDone: (decision: ReplyDecision) => detach(finish(popup, decision, last, hasDraft).then(onDone)),
  };
  return (
    <div id="their-reply" className={rows.card} tabIndex={-1}>
      {way === 'paste' ? (
        <PasteReply {...common} />
      ) : (
        <FoundReply onPaste={onPaste} onCancel={() => onDone(null)}>
          {(text, date) => <ReplyAnswer {...common} text={text} date={date} />}
        </FoundReply>
      )}
      <p className={css.answerEnd}>
        <button type="button" className={ui.link} onClick={() => onDone(null)}>
          Back
        </button>
        {!last && (
          <button type="button" className={ui.link} onClick={() => openOptions(popup, 'letters-and-replies')}>
            Letters and replies
          </button>
        )}
      </p>
    </div>
  );
}

async function finish(
  popup: PopupStore,
  { letter, note }: ReplyDecision,
  last: SentLetter | undefined,
  hasDraft: boolean,
): Promise<ReplyNotice> {
  if (letter) await takeLetter(popup, letter);
  const undo = note && last ? await noteReply(last.id, note) : null;
  const noted = note
    ? undo
      ? 'Noted under Letters and replies. '
      : 'It could not be noted: nothing was saved. '
    : '';
  if (!letter) return { sentence: `${noted}Nothing to send now.`, undo, isReplyNext: false };
  return {
    sentence: `${noted}Now ${hasDraft ? 'press Insert letter.' : REPLY_NEXT}`,
    undo,
    isReplyNext: !hasDraft,
  };
}

/** Pressing Reply in the mail page closes the popup. */
const REPLY_NEXT = 'press Reply, click this icon again and press Insert letter.';

interface FoundReplyProps {
  onPaste: () => void;
  onCancel: () => void;
  children: (text: string, date: string | null) => ReactNode;
}

/** Sender and date first; the text is read once it is clear that the mail may be looked at. */
function FoundReply({ onPaste, onCancel, children }: FoundReplyProps) {
  const popup = usePopupStore();
  const [look, setLook] = useState<ReplyLook | null>(null);
  const [text, setText] = useState<string | null>();
  const [date, setDate] = useState('');
  const read = async (mail: TabMail) => setText(await readTheirReply(popup, mail));
  useEffect(() => {
    const lookAround = async () => {
      const found = await findTheirReply(popup);
      setLook(found);
      focusAndSay(null, found.is === 'found' ? describeMail(found.mail) : describeNothing(found));
      if (found.is === 'found' && found.savedFor === 'chosen')
        setText(await readTheirReply(popup, found.mail));
    };
    detach(lookAround());
  }, [popup]);
  if (!look) return <p className={answers.answer}>Looking at the message open here…</p>;
  if (look.is !== 'found') {
    return (
      <div className={answers.answer}>
        <p role="status">{describeNothing(look)}</p>
        <button type="button" className={ui.buttonSmall} onClick={onPaste}>
          Paste their reply
        </button>
      </div>
    );
  }
  const { mail, afterOwn, savedFor, otherName } = look;
  return (
    <>
      <div className={answers.answer}>
        <p>
          {afterOwn && 'The newest message here is your own. This is the one before it. '}
          {describeMail(mail)}
        </p>
        {text === undefined && savedFor !== 'chosen' && (
          <>
            <p role="status">
              {savedFor === 'another'
                ? `This is from ${otherName || 'another employer'}, and you have chosen another employer. Look at it anyway?`
                : 'This is not from anyone saved as your employer. Look at it anyway?'}
            </p>
            <div className={answers.buttons}>
              <button type="button" className={ui.buttonSmall} onClick={() => detach(read(mail))}>
                Look at it
              </button>
              <button type="button" className={ui.buttonSmall} onClick={onCancel}>
                Do not look
              </button>
            </div>
          </>
        )}
        {text === null && (
          <p role="status">
            The message is no longer open here. Open it again, then press Help me answer this.
          </p>
        )}
        {typeof text === 'string' && !mail.time && (
          <DateField
            id="their-reply-date"
            label="Date of their reply"
            hint="We could not read it here. Without it, days such as “Friday” are not read"
            rule="their reply date"
            value={date}
            onChange={setDate}
          />
        )}
      </div>
      {typeof text === 'string' && children(text, mail.time?.date ?? (date || null))}
    </>
  );
}

function describeMail({ sender, time, place }: TabMail): string {
  const who = [sender.name, sender.address && `<${sender.address}>`].filter(Boolean).join(' ');
  const what =
    place === 'selection'
      ? 'The text you selected'
      : place === 'quoted mail'
        ? 'The mail quoted here'
        : 'The message open here';
  return `${what}${who ? `, from ${who}` : ''}${time ? `, ${formatDate(time.date)}` : ''}.`;
}

function describeNothing(look: Exclude<ReplyLook, { is: 'found' }>): string {
  switch (look.is) {
    case 'own':
      return `The newest message here is your own${look.time ? `, of ${formatDate(look.time.date)}` : ''}. There is no reply here yet.`;
    case 'folded':
      return 'Their message is folded. Click on it to open it, then press Help me answer this again.';
    case 'forbidden':
      return 'Extensions may not work on this page. Paste their reply instead.';
    case 'nothing':
      return 'We found no message to look at here. Open their reply or select its text, then try again, or paste it.';
  }
}
