import type { Site } from '../protocol';
import type { SelectorTable } from './site';

/** Where a site shows mails for reading. Only “Help me answer this” uses these tables, in a script of its own. */
export interface MessageSelectors {
  /** The text of one mail. */
  body: SelectorTable;
  /** What belongs to one mail: its sender, its day and its text. */
  message: SelectorTable;
  sender: SelectorTable;
  date: SelectorTable;
  /** A mail of the conversation that shows its sender, but not its text, until it is clicked. */
  folded: SelectorTable;
  /** The line above the quoted mail of a draft that says who wrote it and when. */
  attribution: SelectorTable;
  /** The draft's quoted mail as HTML, where the site folds it away. */
  foldedQuote: SelectorTable;
  /** The user's own address. */
  ownAddress: SelectorTable;
}

/** Each month: when public code maintained for the live site, or a capture of the site, last contained the selector. */
const gmail: MessageSelectors = {
  body: {
    a3s: '[data-message-id] .a3s', // 2026-09
    main: '[role=main] .a3s', // 2026-07
  },
  message: {
    adn: '.adn[data-message-id]', // 2026-09
    id: '[data-message-id]', // 2026-09
    legacy: '[data-legacy-message-id]', // 2026-07
    listitem: '[role=listitem]', // 2026-07
  },
  sender: {
    gD: '.gD[email]', // 2026-09
    email: 'span[email]', // 2026-07
  },
  date: {
    g3: '.g3[title]', // 2026-09
  },
  folded: {
    listitem: '[role=listitem][aria-expanded=false]', // 2026-07
    kv: '.kv', // 2020-06
  },
  attribution: {
    gmail_attr: '.gmail_attr', // 2026-07
  },
  foldedQuote: {
    uet: 'input[name=uet]', // 2020-06
  },
  ownAddress: {
    from: 'input[name=from]', // 2020-06
  },
};

const outlook: MessageSelectors = {
  body: {
    UniqueMessageBody: '[id^=UniqueMessageBody]', // 2026-08
    document: '[role=document]', // 2026-08
  },
  message: {
    email: '[aria-label="Email message"]', // 2026-07
    pane: '[data-app-section=ConversationContainer]', // 2026-04
    reading: '[data-app-section=MailReadCompose]', // 2026-08
  },
  sender: {
    FROM: '[id^=MSG_][id$=_FROM]', // 2026-08
    label: '[aria-label^="From:"]', // 2026-07
  },
  date: {
    sent: '[data-testid=SentReceivedSavedTime]', // 2026-07
  },
  folded: {
    collapsed: '[aria-expanded=false]:has([data-testid=SentReceivedSavedTime])', // 2026-03
  },
  attribution: {
    divRplyFwdMsg: '#divRplyFwdMsg', // 2026-04
  },
  foldedQuote: {},
  ownAddress: {},
};

export const messageSelectors: Readonly<Record<Site, MessageSelectors>> = {
  gmail,
  outlook,
  other: {
    body: {},
    message: {},
    sender: {},
    date: {},
    folded: {},
    attribution: {},
    foldedQuote: {},
    ownAddress: {},
  },
};
