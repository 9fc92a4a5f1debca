import { DEFAULT_OUTLOOK_HOST, OUTLOOK_HOSTS } from '../../../lib/mail/sites/hosts';
import { outlookUrl, type OutlookStateName } from '../../pages/states';
import type { Row } from './row';
import {
  ABOVE_QUOTE,
  ABOVE_SIGNATURE,
  ADDRESSED,
  AFTER_SELECTION,
  AFTER_WORDS,
  BELOW_STRUCTURE,
  letterIn,
  NO_EMAIL,
  UNKNOWN_EMAIL,
  NO_PEOPLE,
  NOT_LET_IN,
  partIn,
  SUBJECT_LEFT,
  TO_LEFT,
} from './expected';

const FIRST = 'Dear Alex, I hope the term is going well.';
const LAST = 'I attach what you asked for.';
const SETTINGS = '.signatureSettings';
const EMPTY = 'Outlook: new message, subject empty';
const FILLED = 'Outlook: new message, subject filled in';
const AS_IT_WAS = `${TO_LEFT} ${SUBJECT_LEFT}`;

function row(
  state: OutlookStateName,
  title: string,
  more: Partial<Row> = {},
  host = DEFAULT_OUTLOOK_HOST,
): Row {
  return {
    title,
    site: 'outlook',
    url: (language) => outlookUrl(state, { locale: language === 'English' ? 'en' : 'ja' }, host),
    opens: 'page',
    draft: 0,
    caret: 'nowhere',
    popupLine: EMPTY,
    letter: letterIn('new message', 'top'),
    menu: partIn('new message', 'top'),
    ...more,
  };
}

const atCaret = { letter: letterIn('new message', 'caret'), menu: partIn('new message', 'caret') };

/** At least one row for every state of the stand-in page: a state without a row does not compile. */
export const outlookRows = {
  new: [
    row('new', `new message at ${DEFAULT_OUTLOOK_HOST}`),
    ...OUTLOOK_HOSTS.slice(1).map((host) => row('new', `new message at ${host}`, {}, host)),
  ],
  words: [
    row('words', 'own words, caret nowhere', {
      clickAfter: LAST,
      letter: letterIn('new message', { below: LAST }, AFTER_WORDS),
      menu: partIn('new message', 'caret'),
    }),
    row('words', 'own words, caret at the end of a line', { caret: { after: FIRST }, ...atCaret }),
    row('words', 'own words, caret within a line', { caret: { after: 'I attach what you' }, ...atCaret }),
    row('words', 'text selected', {
      caret: { selected: 'hope the term' },
      letter: letterIn('new message', 'caret', AFTER_SELECTION),
      menu: partIn('new message', 'caret', AFTER_SELECTION),
    }),
  ],
  filled: [
    row('filled', 'subject and recipients filled', {
      caret: { after: FIRST },
      popupLine: FILLED,
      letter: letterIn('new message', 'caret', '', AS_IT_WAS),
      menu: partIn('new message', 'caret'),
    }),
  ],
  'full-page': [row('full-page', 'full page')],
  'by-link': [row('by-link', 'opened by link')],
  'separate-window': [
    row('separate-window', 'separate window, with the permission', {
      opens: 'window at about:blank',
      hasPermission: true,
      popupLine: null,
      caret: { after: FIRST },
      letter: letterIn('new message', 'caret', '', ''),
      menu: partIn('new message', 'caret'),
    }),
    row('separate-window', 'separate window, without the permission', {
      opens: 'window at about:blank',
      popupLine: null,
      caret: { after: FIRST },
      letter: NOT_LET_IN,
      menu: NOT_LET_IN,
      firefox: { letter: letterIn('new message', 'caret', '', ''), menu: partIn('new message', 'caret') },
    }),
  ],
  tabs: [
    row('tabs', 'two emails as tabs', {
      popupLine: FILLED,
      letter: letterIn('new message', 'top', '', `${ADDRESSED} ${SUBJECT_LEFT}`),
    }),
  ],
  'stale-pane': [row('stale-pane', 'next to a hidden old pane')],
  'tabs-and-stale-pane': [
    row('tabs-and-stale-pane', 'tabs next to a hidden old pane', {
      popupLine: FILLED,
      caret: { after: FIRST },
      letter: letterIn('new message', 'caret', '', `${ADDRESSED} ${SUBJECT_LEFT}`),
      menu: partIn('new message', 'caret'),
    }),
  ],
  signature: [
    row('signature', 'signature', {
      clickAfter: LAST,
      letter: letterIn('new message', { below: LAST }, ABOVE_SIGNATURE),
      menu: partIn('new message', 'caret'),
    }),
  ],
  'signature-in-wrapper': [
    row('signature-in-wrapper', 'signature in one wrapper with own words', {
      clickAfter: LAST,
      letter: letterIn('new message', { below: LAST }, ABOVE_SIGNATURE),
      menu: partIn('new message', 'caret'),
    }),
  ],
  'words-in-signature': [
    row('words-in-signature', 'own words inside the signature', {
      letter: letterIn('new message', 'top', ABOVE_SIGNATURE),
    }),
    row('words-in-signature', 'caret in own words inside the signature', {
      caret: { after: 'free on Thursday.' },
      letter: letterIn('new message', 'top', ABOVE_SIGNATURE),
      menu: partIn('new message', 'caret'),
    }),
  ],
  reply: [
    row('reply', 'reply', {
      popupLine: 'Outlook: reply',
      clickAfter: LAST,
      letter: letterIn('reply', { below: LAST }, ABOVE_SIGNATURE, AS_IT_WAS),
      menu: partIn('reply', 'caret'),
    }),
    row('reply', 'reply, caret in the quote', {
      popupLine: 'Outlook: reply',
      caret: { after: 'for the spring term.' },
      letter: letterIn('reply', { below: LAST }, ABOVE_SIGNATURE, AS_IT_WAS),
      menu: partIn('reply', 'caret'),
    }),
  ],
  'reply-without-marker': [
    row('reply-without-marker', 'reply without #appendonsend', {
      popupLine: 'Outlook: reply',
      clickAfter: LAST,
      letter: letterIn('reply', { below: LAST }, ABOVE_QUOTE, AS_IT_WAS),
      menu: partIn('reply', 'caret'),
    }),
  ],
  'reply-quote-outside': [
    row('reply-quote-outside', 'reply, quote folded away', {
      popupLine: 'Outlook: reply',
      letter: letterIn('reply', 'top', '', AS_IT_WAS),
      menu: partIn('reply', 'top'),
    }),
  ],
  forward: [
    row('forward', 'forward', {
      popupLine: 'Outlook: forward',
      letter: letterIn('forward', 'top', ABOVE_QUOTE, `${ADDRESSED} ${SUBJECT_LEFT}`),
      menu: partIn('forward', 'top'),
    }),
  ],
  'plain-text': [
    row('plain-text', 'plain-text mode', {
      clickAfter: 'I hope the term is going well.',
      letter: letterIn('new message', { below: 'I hope the term is going well.' }, AFTER_WORDS),
      menu: partIn('new message', 'caret'),
    }),
  ],
  'plain-text-reply': [
    row('plain-text-reply', 'reply in plain-text mode', {
      popupLine: 'Outlook: reply',
      clickAfter: 'I hope the term is going well.',
      letter: letterIn('reply', { below: 'Sam Carter' }, ABOVE_QUOTE, AS_IT_WAS),
      menu: partIn('reply', 'caret'),
    }),
  ],
  list: [
    row('list', 'caret in a list', {
      caret: { after: 'First point' },
      letter: letterIn('new message', { below: 'Second point' }, BELOW_STRUCTURE),
      menu: partIn('new message', 'caret'),
    }),
  ],
  table: [
    row('table', 'caret in a table', {
      caret: { after: 'Monday' },
      letter: letterIn('new message', { below: 'Hall' }, BELOW_STRUCTURE),
      menu: partIn('new message', 'caret'),
    }),
  ],
  'people-by-suggestion': [
    row('people-by-suggestion', 'recipients from suggestions alone', {
      letter: letterIn('new message', 'top'),
    }),
  ],
  'people-refused': [
    row('people-refused', 'no recipients by script', {
      letter: letterIn('new message', 'top', '', NO_PEOPLE),
    }),
  ],
  'next-to-settings': [
    row('next-to-settings', 'next to the signature settings, caret in them', {
      caret: { elsewhere: SETTINGS },
      menu: { get: 'text elsewhere', field: SETTINGS, sentence: '{part} is in this field.' },
    }),
  ],
  'only-look-alikes': [
    row('only-look-alikes', 'no email, caret in the signature settings', {
      draft: null,
      popupLine: 'We do not recognise this email window',
      caret: { elsewhere: SETTINGS },
      letter: UNKNOWN_EMAIL,
      menu: { get: 'text elsewhere', field: SETTINGS, sentence: '{part} is in this field.' },
    }),
  ],
  'only-reading': [
    row('only-reading', 'no email, only one being read', {
      draft: null,
      popupLine: 'No email is open for writing in this tab',
      letter: NO_EMAIL,
      menu: { get: 'no menu' },
    }),
  ],
} satisfies Record<OutlookStateName, [Row, ...Row[]]>;
