import { mailSiteOf, type MailSite } from '../browser/tabs';
import type { PopupState } from './store';

/** The mail site for “Open a new email”: the one in this tab, else the one used last, else null, and the user is asked. */
export function newEmailSite({
  tab,
  lastMailSite,
}: Pick<PopupState, 'tab' | 'lastMailSite'>): MailSite | null {
  return mailSiteOf(tab?.url ?? '') ?? (lastMailSite || null);
}
