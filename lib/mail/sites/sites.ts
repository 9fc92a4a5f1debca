import type { MailClient } from './site';
import { gmail } from './gmail';
import { other } from './other';
import { outlook } from './outlook';

const OUTLOOK_HOST = /^outlook\.(cloud\.microsoft|(office|office365|live)\.com)$/;

/**
 * Outlook also hosts calendars and people under the same names; only `/mail` is email. Its separate windows
 * stay at about:blank and are known by the window that opened them.
 */
export function clientOf(win: Window): MailClient {
  const { hostname, pathname, href } = win.location;
  if (hostname === 'mail.google.com') return gmail;
  if (OUTLOOK_HOST.test(hostname)) return pathname.startsWith('/mail') ? outlook : other;
  return href === 'about:blank' && isOpenedByOutlook(win) ? outlook : other;
}

function isOpenedByOutlook({ opener }: Window): boolean {
  try {
    return OUTLOOK_HOST.test((opener as Window | null)?.location.hostname ?? '');
  } catch {
    return false;
  }
}
