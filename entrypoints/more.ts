import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { more } from '../lib/mail/more';

/** Injected after `insert.js`, and only for what few clicks need; see `needsMore`. */
export default defineUnlistedScript(() => {
  // As in `insert.js`, an element of the page with that id does not count.
  if (Object.hasOwn(window, 'dearEmployer') && window.dearEmployer) window.dearEmployer.more = more;
});
