import type { MailClient } from './site';
import { gmail } from './gmail';
import { GMAIL_HOST, OUTLOOK_HOSTS } from './hosts';
import { other } from './other';
import { outlook } from './outlook';

/**
 * The mail site that a window shows. Outlook's hosts also serve calendar and contacts; only `/mail` is email. Outlook's
 * separate windows stay at about:blank and are recognised by the window that opened them.
 */
export function clientOf(win: Window): MailClient {
  const { hostname, pathname, href } = win.location;
  if (hostname === GMAIL_HOST) return gmail;
  // Outlook is also served from hosts of an organisation's own, with the same marks.
  const isOutlook = OUTLOOK_HOSTS.includes(hostname)
    ? pathname.startsWith('/mail')
    : (href === 'about:blank' && isOpenedByOutlook(win)) || outlook.findDrafts(win.document).length > 0;
  return isOutlook ? outlook : other;
}

function isOpenedByOutlook({ opener }: Window): boolean {
  try {
    return OUTLOOK_HOSTS.includes((opener as Window | null)?.location.hostname ?? '');
  } catch {
    // The opener has another origin by now.
    return false;
  }
}
