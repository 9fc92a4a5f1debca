import { usePopup } from '../../lib/popup/popupStore';

/** Shown once, before the first insertion: what we cannot change. */
export function MailboxWarning() {
  const { warnAboutMailbox } = usePopup();
  if (!warnAboutMailbox) return null;
  return (
    <p className="mailbox-warning">
      <strong>Before the first letter:</strong> your mail site saves drafts, and a school mailbox belongs to
      your employer; what you insert may be kept even if you take it out again. The Word letter is the other
      way.
    </p>
  );
}
