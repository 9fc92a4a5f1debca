import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { clientOf } from '../lib/mail/sites/sites';
import { diagnose } from '../lib/mail/diagnose';

/** Injected by “Something not working?” only. What it returns is the answer; it leaves nothing behind. */
export default defineUnlistedScript(() => diagnose(clientOf(window), document));
