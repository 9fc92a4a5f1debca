import { findDrafts, type MailClient } from './site';
import { gmail } from './gmail';
import { GMAIL_HOST, OUTLOOK_HOSTS } from './hosts';
import { outlook } from './outlook';

/** Any other page has no tables: its only draft is the field with the caret, which `rareCases.js` finds. */
export const other: MailClient = {
  site: 'other',
  selectors: { body: {} },
  methods: ['paste', 'native'],
  // Squire and ProseMirror drop one line break at the end of pasted HTML.
  pasteBreaks: { after: '<br><br>' },
};

/**
 * The mail site that a window shows. Outlook's hosts also serve calendar and contacts; only `/mail` is email. Outlook's
 * separate windows stay at about:blank and are recognised by the window that opened them.
 */
export function clientOf(win: Window): MailClient {
  const { hostname, pathname, href } = win.location;
  if (hostname === GMAIL_HOST) return gmail;
  // Some organisations serve Outlook from a host of their own. Its pages have the same marks.
  const isOutlook = OUTLOOK_HOSTS.includes(hostname)
    ? pathname.startsWith('/mail')
    : (href === 'about:blank' && isOpenedByOutlook(win)) || findDrafts(outlook, win.document).length > 0;
  return isOutlook ? outlook : other;
}

function isOpenedByOutlook({ opener }: Window): boolean {
  try {
    return OUTLOOK_HOSTS.includes((opener as Window | null)?.location.hostname ?? '');
  } catch {
    // The window that opened this one now shows a page of another origin, which cannot be read.
    return false;
  }
}
