import { gmailUrl, type GmailStateName } from '../../pages/states';
import type { Row } from './row';
import {
  ABOVE_QUOTE,
  ABOVE_SIGNATURE,
  ADDRESSED,
  AFTER_SELECTION,
  AFTER_WORDS,
  BELOW_STRUCTURE,
  letterIn,
  MINIMISED,
  UNKNOWN_EMAIL,
  NO_PEOPLE,
  partIn,
  SUBJECT_LEFT,
  SUBJECT_OF_REPLY,
  TO_LEFT,
  WHICH_EMAIL,
} from './expected';

const FIRST = 'Dear Alex, I hope the term is going well.';
const LAST = 'I attach what you asked for.';
const EMPTY = 'Gmail: new message, subject empty';
const FILLED = 'Gmail: new message, subject filled in';
const AS_IT_WAS = `${TO_LEFT} ${SUBJECT_OF_REPLY}`;
const CHAT = '.stand-in-chat .Am';

function row(state: GmailStateName, title: string, more: Partial<Row> = {}): Row {
  return {
    title,
    site: 'gmail',
    url: (language) => gmailUrl(state, { locale: language === 'English' ? 'en' : 'es' }),
    opens: 'page',
    draft: 0,
    caret: 'nowhere',
    popupLine: EMPTY,
    letter: letterIn('new message', 'top'),
    menu: partIn('new message', 'top'),
    ...more,
  };
}

/** With the caret in the user's own text, the letter goes to the caret, as a menu item does. */
const atCaret = { letter: letterIn('new message', 'caret'), menu: partIn('new message', 'caret') };

/** At least one row for every state of the stand-in page: a state without a row does not compile. */
export const gmailRows = {
  new: [row('new', 'new message')],
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
      letter: letterIn('new message', 'caret', '', `${TO_LEFT} ${SUBJECT_LEFT}`),
      menu: partIn('new message', 'caret'),
    }),
  ],
  signature: [
    row('signature', 'signature', {
      clickAfter: LAST,
      letter: letterIn('new message', { below: LAST }, ABOVE_SIGNATURE),
      menu: partIn('new message', 'caret'),
    }),
    row('signature', 'caret in the signature', {
      caret: { after: 'Headteacher' },
      letter: letterIn('new message', { below: LAST }, ABOVE_SIGNATURE),
      menu: partIn('new message', 'caret'),
    }),
  ],
  'signature-dashes': [
    row('signature-dashes', 'signature below dashes', {
      letter: letterIn('new message', 'top', ABOVE_SIGNATURE),
    }),
  ],
  minimised: [
    row('minimised', 'minimised', {
      draft: null,
      popupLine: 'Gmail: new message, minimised',
      letter: MINIMISED,
      menu: { get: 'no menu' },
    }),
  ],
  'full-screen': [row('full-screen', 'full screen')],
  two: [
    row('two', 'two new messages, none chosen', {
      draft: 1,
      popupLine: 'Gmail: 2 emails are open',
      letter: WHICH_EMAIL,
    }),
    row('two', 'two new messages, caret in the second', {
      draft: 1,
      caret: 'start',
      popupLine: 'Gmail: 2 emails are open',
      letter: letterIn('new message', 'top', '', `${ADDRESSED} ${SUBJECT_LEFT}`),
    }),
    row('two', 'two new messages, the first chosen', {
      popupLine: 'Gmail: 2 emails are open',
      chooses: '1. First',
      letter: letterIn('new message', 'top', '', `${ADDRESSED} ${SUBJECT_LEFT}`),
    }),
  ],
  'two-one-minimised': [
    row('two-one-minimised', 'two new messages, one minimised', {
      caret: 'start',
      popupLine: 'Gmail: 2 emails are open',
      letter: letterIn('new message', 'top', '', `${ADDRESSED} ${SUBJECT_LEFT}`),
    }),
  ],
  reply: [
    row('reply', 'reply, quote collapsed', {
      popupLine: 'Gmail: reply',
      letter: letterIn('reply', 'top', '', AS_IT_WAS),
      menu: partIn('reply', 'top'),
    }),
  ],
  'reply-expanded': [
    row('reply-expanded', 'reply, quote expanded', {
      popupLine: 'Gmail: reply',
      clickAfter: 'Thank you.',
      letter: letterIn('reply', { below: 'Thank you.' }, ABOVE_QUOTE, AS_IT_WAS),
      menu: partIn('reply', 'caret'),
    }),
  ],
  'reply-signature-above': [
    row('reply-signature-above', 'reply, signature above the quote', {
      popupLine: 'Gmail: reply',
      clickAfter: LAST,
      letter: letterIn('reply', { below: LAST }, ABOVE_SIGNATURE, AS_IT_WAS),
      menu: partIn('reply', 'caret'),
    }),
  ],
  'reply-signature-below': [
    row('reply-signature-below', 'reply, signature below the quote', {
      popupLine: 'Gmail: reply',
      clickAfter: LAST,
      letter: letterIn('reply', { below: LAST }, ABOVE_QUOTE, AS_IT_WAS),
      menu: partIn('reply', 'caret'),
    }),
    row('reply-signature-below', 'reply, caret in the quote', {
      popupLine: 'Gmail: reply',
      caret: { after: 'for the spring term.' },
      letter: letterIn('reply', { below: LAST }, ABOVE_QUOTE, AS_IT_WAS),
      menu: partIn('reply', 'caret'),
    }),
  ],
  'reply-collapsed-signature': [
    row('reply-collapsed-signature', 'reply, quote collapsed, signature', {
      popupLine: 'Gmail: reply',
      letter: letterIn('reply', 'top', ABOVE_SIGNATURE, AS_IT_WAS),
      menu: partIn('reply', 'top'),
    }),
  ],
  'reply-and-new': [
    row('reply-and-new', 'reply next to a new message, caret in the reply', {
      caret: 'start',
      popupLine: 'Gmail: 2 emails are open',
      letter: letterIn('reply', 'top', '', AS_IT_WAS),
      menu: partIn('reply', 'top'),
    }),
  ],
  forward: [
    row('forward', 'forward', {
      popupLine: 'Gmail: forward',
      letter: letterIn('forward', 'top', ABOVE_QUOTE, `${ADDRESSED} ${SUBJECT_OF_REPLY}`),
      menu: partIn('forward', 'top'),
    }),
  ],
  'separate-window': [
    row('separate-window', 'separate window', {
      opens: 'window of its own',
      popupLine: null,
      caret: { after: FIRST },
      letter: letterIn('new message', 'caret', '', ''),
      menu: partIn('new message', 'caret'),
    }),
  ],
  'separate-window-reply': [
    row('separate-window-reply', 'reply in a separate window', {
      opens: 'window of its own',
      popupLine: null,
      caret: { after: LAST },
      letter: letterIn('reply', 'caret', '', ''),
      menu: partIn('reply', 'caret'),
    }),
  ],
  'by-link': [row('by-link', 'opened by link')],
  'by-link-older': [
    row('by-link-older', 'opened by the older link (tf=1)', {
      popupLine: FILLED,
      letter: letterIn('new message', 'top', '', `${TO_LEFT} ${SUBJECT_LEFT}`),
    }),
  ],
  'plain-text': [
    row('plain-text', 'plain-text mode', {
      clickAfter: 'I hope the term is going well.',
      letter: letterIn('new message', { below: 'I hope the term is going well.' }, AFTER_WORDS),
      menu: partIn('new message', 'caret'),
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
  'old-title-bar': [row('old-title-bar', 'last year’s title bar')],
  'people-set-back': [row('people-set-back', 'recipients removed once by the page')],
  'people-after-click': [row('people-after-click', 'recipients that open on a click')],
  'people-refused': [
    row('people-refused', 'no recipients by script', {
      letter: letterIn('new message', 'top', '', NO_PEOPLE),
    }),
  ],
  'next-to-look-alikes': [
    row('next-to-look-alikes', 'next to Chat and signature settings'),
    row('next-to-look-alikes', 'the same, caret in Chat', {
      caret: { elsewhere: CHAT },
      menu: { get: 'text elsewhere', field: CHAT, sentence: '{part} is in this field.' },
    }),
  ],
  'only-look-alikes': [
    row('only-look-alikes', 'no email, caret in the signature settings', {
      draft: null,
      popupLine: 'We do not recognise this email window',
      caret: { elsewhere: '.stand-in-card .Am' },
      letter: UNKNOWN_EMAIL,
      menu: { get: 'text elsewhere', field: '.stand-in-card .Am', sentence: '{part} is in this field.' },
    }),
  ],
} satisfies Record<GmailStateName, [Row, ...Row[]]>;
