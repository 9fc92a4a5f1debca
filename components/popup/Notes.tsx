import { openOptions } from '../../lib/popup/actions';
import { chooseLetter } from '../../lib/popup/choices';
import { currentDocument, usePopup, usePopupFields, usePopupStore } from '../../lib/popup/store';
import { letterRole } from '../../lib/writing/letters';
import { listLetterNotes, mailboxWarning } from '../../lib/writing/questions';
import { focusAndSay } from '../ui/focusAndSay';
import { detach } from '../../lib/failure/failure';
import { useState } from 'react';
import type { ReplyNotice } from './TheirReply';
import rows from '../ui/RowControls.module.css';
import css from './popup.module.css';
import ui from '../ui/controls.module.css';

/** Whom to ring first, the sections that the email already contains, and that wording was not checked recently. */
export function LetterNotes() {
  const { letter, letterProblem, employer, today, where, draftKey } = usePopupFields(
    'letter',
    'letterProblem',
    'employer',
    'today',
    'where',
    'draftKey',
  );
  const { sections } = usePopup(currentDocument);
  const draft = where.state === 'looked' ? where.drafts.find(({ key }) => key === draftKey) : undefined;
  const holds = draft?.holds ?? [];
  const alreadyIn = letter.sections.filter(({ id }) => holds.includes(id));
  const isWhole = sections.every(({ id }) => holds.includes(id));
  const notes = listLetterNotes({ letter, employer, today });
  if (letterProblem || (alreadyIn.length === 0 && notes.length === 0)) return null;
  return (
    <div className={css.notes}>
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {alreadyIn.length > 0 && (
        <p>
          Already in this email:{' '}
          {isWhole ? 'the whole letter' : alreadyIn.map(({ title }) => title).join(', ')}.
        </p>
      )}
    </div>
  );
}

/** One neutral line without names, because someone else may see the screen. */
export function ReplyNote() {
  const popup = usePopupStore();
  const { index, today, next, letter } = usePopupFields('index', 'today', 'next', 'letter');
  if (!index.waitingFor || index.waitingFor >= today) return null;
  return (
    <p className={css.replyNote}>
      A reply date has passed.{' '}
      {next.do === 'write' && next.letterId !== letterRole(letter) && (
        <button
          type="button"
          className={ui.link}
          onClick={() => {
            detach(chooseLetter(popup, next.letterId));
            focusAndSay('#choose-letter', 'The next letter is chosen.');
          }}
        >
          Choose the next letter
        </button>
      )}{' '}
      <button type="button" className={ui.link} onClick={() => openOptions(popup, 'letters-and-replies')}>
        Letters and replies
      </button>
    </p>
  );
}

/** Beside the main button until the first insertion: what the press agrees to, and that drafts saved by the mail site are outside our control. */
export function MailboxWarning() {
  const { warnAboutMailbox, first } = usePopupFields('warnAboutMailbox', 'first');
  if (!warnAboutMailbox && !first) return null;
  return (
    <p className={css.warning}>
      {first && 'Insert, Copy and Download save your details in this browser. '}
      {warnAboutMailbox && mailboxWarning}
    </p>
  );
}

/** What came of looking at their reply, with the note to take back. */
export function SaidOfReply({ notice }: { notice: ReplyNotice }) {
  const [undone, setUndone] = useState<boolean | null>(null);
  const { sentence, undo } = notice;
  return (
    <p className={css.said}>
      <span role="status">
        {undone === null
          ? sentence
          : undone
            ? 'The note is taken back.'
            : 'The note could not be taken back. Look under Letters and replies.'}
      </span>{' '}
      {undo && undone === null && (
        <button type="button" className={ui.link} onClick={() => detach(undo().then(setUndone))}>
          Undo
        </button>
      )}
    </p>
  );
}

export type AnswerWay = 'help' | 'paste';

/** In a conversation, or once a letter was sent: the two ways to have a reply looked at. */
export function AnswerRow({ onOpen }: { onOpen: (way: AnswerWay) => void }) {
  const { where, index } = usePopupFields('where', 'index');
  if (where.state === 'looking') return null;
  const isMailSite = where.state === 'looked' && where.site !== 'other';
  const isWriting =
    where.state === 'looked' && where.drafts.some(({ kind }) => kind !== 'reply' && kind !== 'forward');
  const isConversation = isMailSite && !isWriting;
  const hasSent = index.sentCount > 0;
  if (!isConversation && !hasSent) return null;
  return (
    <div className={css.answerRow} role="group" aria-label="Their reply">
      {isMailSite && (
        <button type="button" className={ui.link} aria-describedby="help-hint" onClick={() => onOpen('help')}>
          Help me answer this
        </button>
      )}
      <button type="button" className={ui.link} onClick={() => onOpen('paste')}>
        Paste their reply
      </button>
      {isMailSite && (
        <p id="help-hint" className={rows.hint}>
          Looks at the message open here, on this computer. Nothing of it is kept unless you say so.
        </p>
      )}
    </div>
  );
}
