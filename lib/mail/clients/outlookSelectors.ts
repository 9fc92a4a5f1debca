import type { SiteSelectors } from './client';

/** `seen`: the month in which public code maintained against the live site, or a capture of it, last had it. */
export const outlookSelectors: SiteSelectors = {
  body: [
    { name: 'editorParent', selector: '[id^="editorParent_"] > [contenteditable="true"]', seen: '2026-09' },
    {
      name: 'multiline',
      selector: [
        '[id^="docking_DockingTriggerPart_"]',
        '[data-app-section="MailReadCompose"]',
        '[data-app-section="Form_Content"]',
      ]
        .map((container) => `${container} [contenteditable="true"][aria-multiline="true"]`)
        .join(),
      seen: '2026-07',
    },
    {
      name: 'plain text',
      selector: '[data-app-section="MailReadCompose"] textarea,[data-app-section="Form_Content"] textarea',
      seen: '2021-06',
    },
  ],
  root: [
    { name: 'Form_Content', selector: '[data-app-section="Form_Content"]', seen: '2026-07' },
    { name: 'docking', selector: '[id^="docking_InitVisiblePart_"]', seen: '2026-07' },
    { name: 'MailReadCompose', selector: '[data-app-section="MailReadCompose"]', seen: '2026-07' },
    { name: 'main', selector: '[role="main"]', seen: '2026-07' },
  ],
  mark: [],
  subject: [{ name: '_SUBJECT', selector: 'input[id$="_SUBJECT"]', seen: '2026-07' }],
  signature: [
    { name: 'Signature', selector: '[id="Signature"]', seen: '2026-08' },
    { name: 'mobile signature', selector: '#ms-outlook-mobile-signature', seen: '2024-01' },
  ],
  quote: [
    { name: 'appendonsend', selector: '#appendonsend', seen: '2026-04' },
    { name: 'divRplyFwdMsg', selector: '#divRplyFwdMsg', seen: '2026-04' },
    { name: 'mobile quote', selector: '#mail-editor-reference-message-container', seen: '2024-01' },
    { name: 'quoted signature', selector: '[id$="_Signature"]', seen: '2026-08' },
  ],
  to: [{ name: '_TO', selector: '[role="group"][id$="_TO"]', seen: '2026-10' }],
  cc: [{ name: '_CC', selector: '[role="group"][id$="_CC"]', seen: '2026-10' }],
  addressInput: [
    { name: 'floating', selector: '[contenteditable="true"][aria-controls]', seen: '2026-10' },
    { name: 'editable', selector: '[contenteditable="true"]', seen: '2026-10' },
  ],
  chip: [{ name: 'entity', selector: '._EType_RECIPIENT_ENTITY', seen: '2026-10' }],
  openTo: [],
  // Text alone, and translated; but they stand for the fields not shown yet, Cc before Bcc.
  openCc: [{ name: 'first short button', selector: '.fui-Input button', seen: '2026-08' }],
  fileInput: [
    {
      name: 'local-computer-filein',
      selector: 'input[type="file"][data-testid="local-computer-filein"]:not([accept])',
      seen: '2026-04',
    },
  ],
};
