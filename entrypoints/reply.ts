import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { clientOf } from '../lib/mail/sites/sites';
import { findMails } from '../lib/mail/theirReply';

declare global {
  // eslint-disable-next-line no-var -- only `var` declares a property of the global object
  var dearEmployerReply: ((at: number) => string) | undefined;
}

/**
 * Injected only by “Help me answer this”. The return value names the mails in the page and their senders. A mail's text
 * leaves the page only when the popup asks for that mail, once; then nothing of this script is left.
 */
export default defineUnlistedScript(() => {
  const { found, read } = findMails(clientOf(window), document);
  window.dearEmployerReply = read;
  return found;
});
