import type { MailClient, SiteSelectors } from './site';

/** Each month: when public code maintained for the live site, or a capture of the site, last contained the selector. */
export const gmailSelectors: SiteSelectors = {
  body: {
    g_editable: 'div[g_editable=true][contenteditable=true]', // 2026-09
    editable: '.Am.editable[contenteditable=true]', // 2026-07
  },
  root: {
    M9: '.M9', // 2026-07
    region: '.aoI[role=region]', // 2026-07
    dialog: '[role=dialog]', // 2026-09
    main: '[role=main]', // 2026-07
  },
  mark: {
    subjectbox: 'input[name=subjectbox]', // 2026-09
    composeid: 'input[name=composeid]', // 2026-07
  },
  subject: {
    subjectbox: 'input[name=subjectbox]', // 2026-09
  },
  signature: {
    // The line "-- " is before the signature element, not in it.
    prefix: '.gmail_signature_prefix', // 2023-01
    gmail_signature: '.gmail_signature', // 2026-07
    smartmail: '[data-smartmail]', // 2023-01
  },
  quote: {
    quote_container: '.gmail_quote_container', // 2026-07
    gmail_quote: '.gmail_quote', // 2026-07
    // By its shape: a line, then the indented mail, alone in a part of their own.
    shape: 'div:has(>div+blockquote)', // 2026-07
  },
  to: {
    to: '[name=to]:not(textarea,[type=hidden])', // 2026-07
  },
  cc: {
    cc: '[name=cc]:not(textarea,[type=hidden])', // 2026-07
  },
  addressInput: {
    combobox: 'input[role=combobox]', // 2026-07
    peoplekit: 'input[peoplekit-id]', // 2026-07
  },
  chip: {
    hovercard: '[data-hovercard-id]', // 2026-07
  },
  openTo: {
    aoD: '.aoD.hl', // 2026-07
  },
  openCc: {
    pE: '.pE[role=link]', // 2026-07
  },
  fileInput: {
    Filedata: 'input[type=file][name=Filedata]', // 2026-04
  },
};

/** Gmail's editor (Closure) ignores a scripted paste and relies on the browser's own undo. */
export const gmail: MailClient = {
  site: 'gmail',
  selectors: gmailSelectors,
  methods: ['native'],
  peopleBy: 'paste',
};
