import type { MailClient, SiteSelectors } from './site';

/** Each month: when public code maintained for the live site, or a capture of the site, last contained the selector. */
export const outlookSelectors: SiteSelectors = {
  body: {
    editorParent: '[id^=editorParent_] > [contenteditable=true]', // 2026-09
    multiline:
      ':is([id^=docking_],[data-app-section=MailReadCompose],[data-app-section=Form_Content]) [contenteditable=true][aria-multiline=true]', // 2026-07
    plain: ':is([data-app-section=MailReadCompose],[data-app-section=Form_Content]) textarea', // 2021-06
  },
  root: {
    Form_Content: '[data-app-section=Form_Content]', // 2026-07
    docking: '[id^=docking_InitVisiblePart_]', // 2026-07
    MailReadCompose: '[data-app-section=MailReadCompose]', // 2026-07
    main: '[role=main]', // 2026-07
  },
  subject: {
    _SUBJECT: 'input[id$=_SUBJECT]', // 2026-07
    // Since 2026 the id can be on an element around the input.
    wrapper: '[id$=_SUBJECT] input', // 2026-08
  },
  signature: {
    Signature: '[id=Signature]', // 2026-08
    mobile: '#ms-outlook-mobile-signature', // 2024-01
  },
  quote: {
    appendonsend: '#appendonsend', // 2026-04
    // The rule above the quoted mail, for replies without #appendonsend; by its shape, it stands above bold labels.
    hr: 'hr:is([tabindex],:has(+div b))', // 2026-04
    divRplyFwdMsg: '#divRplyFwdMsg', // 2026-04
    mobile: '#mail-editor-reference-message-container', // 2024-01
    quoted: '[id$=_Signature]', // 2026-08
  },
  to: {
    _TO: '[role=group][id$=_TO]', // 2026-10
  },
  cc: {
    _CC: '[role=group][id$=_CC]', // 2026-10
  },
  addressInput: {
    floating: '[contenteditable=true][aria-controls]', // 2026-10
    editable: '[contenteditable=true]', // 2026-10
  },
  chip: {
    entity: '._EType_RECIPIENT_ENTITY', // 2026-10
  },
  suggestion: {
    floating: '#FloatingSuggestionsList [role=option]', // 2026-04
  },
  // These buttons have only a translated text. They show the fields that are still hidden, Cc before Bcc.
  openCc: {
    first: '.fui-Input button', // 2026-08
  },
  fileInput: {
    filein: 'input[type=file][data-testid=local-computer-filein]:not([accept])', // 2026-04
  },
};

/** Outlook's editor (RoosterJS) has an undo of its own, which records only pastes. */
export const outlook: MailClient = {
  site: 'outlook',
  selectors: outlookSelectors,
  methods: ['paste', 'native'],
  pasteBreaks: { before: '<br><br>' },
  quoteRunsToEnd: true,
  peopleBy: 'comma',
  keepsHiddenPanes: true,
};
