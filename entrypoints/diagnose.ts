import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { clientOf } from '../lib/mail/sites/sites';
import { diagnose } from '../lib/mail/diagnose';

/** Injected only by “Something not working?”. The return value is the report; the script leaves nothing in the page. */
export default defineUnlistedScript(() => diagnose(clientOf(window), document));
