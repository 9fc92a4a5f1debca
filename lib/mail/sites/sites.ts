import type { MailClient } from './site';
import { gmail } from './gmail';
import { siteOfHost } from './hosts';
import { other } from './other';
import { outlook } from './outlook';

/**
 * The mail site that a window shows. Outlook's hosts also serve calendar and contacts; only `/mail` is email. Outlook's
 * separate windows stay at about:blank and are recognised by the window that opened them.
 */
export function clientOf(win: Window): MailClient {
  const { hostname, pathname, href } = win.location;
  const site = siteOfHost(hostname);
  if (site === 'gmail') return gmail;
  if (site) return pathname.startsWith('/mail') ? outlook : other;
  return href === 'about:blank' && isOpenedByOutlook(win) ? outlook : other;
}

function isOpenedByOutlook({ opener }: Window): boolean {
  try {
    return siteOfHost((opener as Window | null)?.location.hostname ?? '') === 'outlook';
  } catch {
    // The opener has another origin by now.
    return false;
  }
}
