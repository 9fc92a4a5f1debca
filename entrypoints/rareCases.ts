import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { rareCases } from '../lib/mail/rareCases';

/** Injected after `insert.js`, and only for what few clicks need; see `needsRareCases`. */
export default defineUnlistedScript(() => {
  // As in `insert.js`, an element of the page with that id does not count.
  if (Object.hasOwn(window, 'dearEmployer') && window.dearEmployer) window.dearEmployer.rare = rareCases;
});
