import { mailboxWarning } from '../../lib/writing/sentences';
import { usePopup } from '../../lib/popup/popupStore';

/** Shown once, before the first insertion: what we cannot change. */
export function MailboxWarning() {
  const { warnAboutMailbox } = usePopup();
  if (!warnAboutMailbox) return null;
  return (
    <p className="mailbox-warning">
      <strong>Before the first letter:</strong> {mailboxWarning}
    </p>
  );
}
