import { usePopup } from '../../lib/popup/store';

export type AnswerWay = 'help' | 'paste';

/** In a conversation, or once a letter was sent: the two ways to have a reply looked at. */
export function AnswerRow({ onOpen }: { onOpen: (way: AnswerWay) => void }) {
  const { where, index } = usePopup();
  if (where.state === 'looking') return null;
  const isMailSite = where.state === 'looked' && where.site !== 'other';
  const isWriting =
    where.state === 'looked' && where.drafts.some(({ kind }) => kind !== 'reply' && kind !== 'forward');
  const isConversation = isMailSite && !isWriting;
  const hasSent = index.sentCount > 0;
  if (!isConversation && !hasSent) return null;
  return (
    <div className="answer-row" role="group" aria-label="Their reply">
      {isMailSite && (
        <button type="button" aria-describedby="help-hint" onClick={() => onOpen('help')}>
          Help me answer this
        </button>
      )}
      <button type="button" onClick={() => onOpen('paste')}>
        Paste their reply
      </button>
      {isMailSite && (
        <p id="help-hint" className="hint">
          Looks at the message open here, on this computer. Nothing of it is kept unless you say so.
        </p>
      )}
    </div>
  );
}
