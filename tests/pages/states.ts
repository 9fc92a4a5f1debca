/**
 * Every state of the mail sites that the tests cover. One row is one page: the same address works in a test, in `npm
 * start` and in the table of the README.
 */
import { DEFAULT_OUTLOOK_HOST, GMAIL_HOST } from '../../lib/mail/sites/hosts';
import { outlookLine } from './outlook/outlookBody';
import { freshGmailDraft, freshGmailPage, type GmailDraft, type GmailPage } from './gmail/gmailPage';
import {
  freshOutlookDraft,
  freshOutlookPage,
  type OutlookDraft,
  type OutlookPage,
} from './outlook/outlookPage';

interface State<Page> {
  /** The path at which the site shows the page. Absent: the mailbox. */
  path?: string;
  page: Page;
}

/** The address of Gmail’s separate windows. */
const POPOUT = '/mail/u/0/popout?ver=1x2&search=drafts&th=%23thread&cvid=1';

const WORDS = '<div>Dear Alex, I hope the term is going well.</div><div>I attach what you asked for.</div>';

function gmail(draft: Partial<GmailDraft>, page: Partial<GmailPage> = {}, path?: string): State<GmailPage> {
  const drafts = page.drafts ?? [{ ...freshGmailDraft, ...draft }];
  return { page: { ...freshGmailPage, ...page, drafts }, ...(path ? { path } : {}) };
}

const reply = {
  kind: 'reply' as const,
  subject: 'Re: Dates for the spring term',
  to: ['alex.morgan@trust.example'],
};
const forward = { kind: 'forward', subject: 'Fwd: Dates for the spring term', quote: 'expanded' } as const;

export const gmailStates = {
  new: gmail({}),
  words: gmail({ words: WORDS }),
  filled: gmail({
    subject: 'Spring term',
    to: ['alex.morgan@trust.example'],
    words: WORDS,
  }),
  signature: gmail({ signature: 'plain', words: WORDS }),
  'signature-dashes': gmail({ signature: 'with dashes' }),
  minimised: gmail({ view: 'minimised' }),
  'full-screen': gmail({ view: 'full screen' }),
  two: gmail(
    {},
    {
      drafts: [
        { ...freshGmailDraft, subject: 'First' },
        { ...freshGmailDraft, subject: 'Second' },
      ],
    },
  ),
  'two-one-minimised': gmail(
    {},
    {
      drafts: [
        { ...freshGmailDraft, subject: 'First', view: 'minimised' },
        { ...freshGmailDraft, subject: 'Second' },
      ],
    },
  ),
  reply: gmail({ ...reply, quote: 'collapsed' }),
  'reply-expanded': gmail({
    ...reply,
    quote: 'expanded',
    words: '<div dir="ltr" gmail_original="1">Thank you.</div>',
  }),
  'reply-signature-above': gmail({
    ...reply,
    quote: 'expanded',
    signature: 'with dashes',
    words: WORDS,
  }),
  'reply-signature-below': gmail({
    ...reply,
    quote: 'expanded',
    signature: 'plain',
    signaturePlace: 'below quote',
    words: WORDS,
  }),
  'reply-collapsed-signature': gmail({
    ...reply,
    quote: 'collapsed',
    signature: 'with dashes',
  }),
  'reply-and-new': gmail(
    {},
    { drafts: [{ ...freshGmailDraft, ...reply, quote: 'collapsed' }, freshGmailDraft] },
  ),
  forward: gmail(forward),
  'separate-window': gmail({ view: 'separate window', words: WORDS }, {}, POPOUT),
  'separate-window-reply': gmail(
    { ...reply, view: 'separate window', quote: 'expanded', words: WORDS },
    {},
    POPOUT,
  ),
  'by-link': gmail({ view: 'by link' }, {}, '/mail/u/0/?ui=2&tf=cm'),
  'by-link-older': gmail(
    { view: 'by link' },
    {},
    '/mail/?view=cm&fs=1&tf=1&to=alex.morgan%40trust.example&su=Spring%20term',
  ),
  'plain-text': gmail({
    mode: 'plain text',
    words: 'Dear Alex,<br>I hope the term is going well.',
  }),
  list: gmail({ words: '<ul><li>First point</li><li>Second point</li></ul>' }),
  table: gmail({
    words: '<table><tbody><tr><td>Monday</td><td>Hall</td></tr></tbody></table><div>After it</div>',
  }),
  'old-title-bar': gmail({}, { titleBar: 'img', titleBarClass: 'Ht-x1k9' }),
  'people-set-back': gmail({}, { recipients: 'set back once' }),
  'people-after-click': gmail({}, { recipients: 'after a click' }),
  'people-refused': gmail({}, { recipients: 'no chips' }),
  'next-to-look-alikes': gmail({}, { lookAlikes: ['chat', 'signature settings', 'closed full screen'] }),
  'only-look-alikes': gmail(
    {},
    { drafts: [], lookAlikes: ['chat', 'signature settings', 'closed full screen'] },
  ),
} satisfies Record<string, State<GmailPage>>;

function outlook(
  draft: Partial<OutlookDraft>,
  page: Partial<OutlookPage> = {},
  path?: string,
): State<OutlookPage> {
  const drafts = page.drafts ?? [{ ...freshOutlookDraft, ...draft }];
  return { page: { ...freshOutlookPage, ...page, drafts }, ...(path ? { path } : {}) };
}

const outlookWords =
  outlookLine('Dear Alex, I hope the term is going well.') + outlookLine('I attach what you asked for.');

/**
 * A plain-text reply in Outlook: the user's own text, the signature, and the quoted mail below a line of underscores.
 */
const PLAIN_REPLY = [
  'Dear Alex,',
  'I hope the term is going well.',
  '',
  'Sam Carter',
  '________________________________',
  'From: Alex Morgan <alex.morgan@trust.example>',
  'Subject: Dates for the spring term',
  '',
  'Please send me the dates for the spring term.',
].join('\n');

export const outlookStates = {
  new: outlook({}),
  words: outlook({ words: outlookWords }),
  filled: outlook({
    subject: 'Spring term',
    to: ['alex.morgan@trust.example'],
    words: outlookWords,
  }),
  'full-page': outlook({}, { surface: 'full page' }, '/mail/compose/AAQkADE5'),
  'by-link': outlook({}, { surface: 'full page' }, '/mail/deeplink/compose'),
  'separate-window': outlook({ words: outlookWords }, { surface: 'separate window' }),
  tabs: outlook(
    {},
    {
      drafts: [
        { ...freshOutlookDraft, subject: 'First' },
        { ...freshOutlookDraft, subject: 'Second' },
      ],
    },
  ),
  'stale-pane': outlook({}, { stalePane: true }),
  'tabs-and-stale-pane': outlook(
    {},
    {
      stalePane: true,
      drafts: [
        { ...freshOutlookDraft, subject: 'First', words: outlookWords },
        { ...freshOutlookDraft, subject: 'Second', words: outlookLine('The second email.') },
      ],
    },
  ),
  signature: outlook({ signature: 'plain', words: outlookWords }),
  'signature-in-wrapper': outlook({
    signature: 'in one wrapper with the words',
    words: outlookWords,
  }),
  'words-in-signature': outlook({ signature: 'with own words inside' }),
  reply: outlook({ ...reply, quote: 'with marker', signature: 'plain', words: outlookWords }),
  'reply-without-marker': outlook({
    ...reply,
    quote: 'without marker',
    words: outlookWords,
  }),
  'reply-quote-outside': outlook({
    ...reply,
    quote: 'outside the editor',
  }),
  forward: outlook({ kind: 'forward', subject: forward.subject, quote: 'with marker' }),
  'plain-text': outlook({
    mode: 'plain text',
    words: 'Dear Alex,\nI hope the term is going well.',
  }),
  'plain-text-reply': outlook({
    ...reply,
    mode: 'plain text',
    words: PLAIN_REPLY,
  }),
  list: outlook({
    words: '<ul><li>First point</li><li>Second point</li></ul>' + outlookLine('After it'),
  }),
  // As wide as Outlook makes them: next to a border the editor's own handles take a right-click.
  table: outlook({
    words:
      '<table><tbody><tr><td style="width: 120px">Monday</td><td style="width: 120px">Hall</td></tr></tbody></table>' +
      outlookLine('After it'),
  }),
  'people-by-suggestion': outlook({}, { recipients: 'suggestion' }),
  'people-refused': outlook({}, { recipients: 'no chips' }),
  'next-to-settings': outlook({}, { signatureSettings: true }),
  'only-look-alikes': outlook({}, { drafts: [], stalePane: true, signatureSettings: true }),
  'only-reading': outlook({}, { drafts: [], stalePane: true }),
} satisfies Record<string, State<OutlookPage>>;

export type GmailStateName = keyof typeof gmailStates;
export type OutlookStateName = keyof typeof outlookStates;

/** The address of a state. `page` replaces some of the state's properties, to test combinations that have no row. */
export function gmailUrl(state: GmailStateName, page: Partial<GmailPage> = {}): string {
  const { path }: State<GmailPage> = gmailStates[state];
  return addressOf(`https://${GMAIL_HOST}${path ?? '/mail/u/0/'}`, state, page);
}

export function outlookUrl(
  state: OutlookStateName,
  page: Partial<OutlookPage> = {},
  host = DEFAULT_OUTLOOK_HOST,
): string {
  const { path }: State<OutlookPage> = outlookStates[state];
  return addressOf(`https://${host}${path ?? '/mail/'}`, state, page);
}

function addressOf(base: string, state: string, page: object): string {
  const url = new URL(base);
  url.searchParams.set('state', state);
  if (Object.keys(page).length > 0) url.searchParams.set('page', JSON.stringify(page));
  return url.href;
}
