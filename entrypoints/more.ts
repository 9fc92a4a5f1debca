import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { more } from '../lib/mail/more';

/** Injected after `insert.js`, and only for what few clicks need; see `needsMore`. */
export default defineUnlistedScript(() => {
  const { dearEmployer } = globalThis;
  if (dearEmployer) dearEmployer.memory.more = more;
});
