import { mailSiteOf, type MailSite } from '../browser/tabs';
import type { PopupState } from './store';

/** Where “Open a new email” leads: the mail site in this tab, else the one used last, else unknown: ask. */
export function newEmailSite({
  tab,
  lastMailSite,
}: Pick<PopupState, 'tab' | 'lastMailSite'>): MailSite | null {
  return mailSiteOf(tab?.url ?? '') ?? (lastMailSite || null);
}
