import type { SiteSelectors } from './client';

/** `seen`: the month in which public code maintained against the live site, or a capture of it, last had it. */
export const gmailSelectors: SiteSelectors = {
  body: [
    { name: 'g_editable', selector: 'div[g_editable="true"][contenteditable="true"]', seen: '2026-09' },
    { name: 'editable textbox', selector: '.Am.editable[contenteditable="true"]', seen: '2026-07' },
  ],
  root: [
    { name: 'M9', selector: '.M9', seen: '2026-07' },
    { name: 'region', selector: '.aoI[role="region"]', seen: '2026-07' },
    { name: 'dialog', selector: '[role="dialog"]', seen: '2026-09' },
    { name: 'main', selector: '[role="main"]', seen: '2026-07' },
  ],
  mark: [
    { name: 'subjectbox', selector: 'input[name="subjectbox"]', seen: '2026-09' },
    { name: 'composeid', selector: 'input[name="composeid"]', seen: '2026-07' },
  ],
  subject: [{ name: 'subjectbox', selector: 'input[name="subjectbox"]', seen: '2026-09' }],
  signature: [
    // The line "-- " stands before the signature, not in it.
    { name: 'prefix', selector: '.gmail_signature_prefix', seen: '2023-01' },
    { name: 'gmail_signature', selector: '.gmail_signature', seen: '2026-07' },
    { name: 'smartmail', selector: '[data-smartmail="gmail_signature"]', seen: '2023-01' },
  ],
  quote: [
    { name: 'quote_container', selector: '.gmail_quote_container', seen: '2026-07' },
    { name: 'gmail_quote', selector: '.gmail_quote', seen: '2026-07' },
    { name: 'gmail_extra', selector: '.gmail_extra', seen: '2018-06' },
  ],
  to: [{ name: 'name=to', selector: '[name="to"]:not(textarea)', seen: '2026-07' }],
  cc: [{ name: 'name=cc', selector: '[name="cc"]:not(textarea)', seen: '2026-07' }],
  addressInput: [
    { name: 'combobox', selector: 'input[role="combobox"]', seen: '2026-07' },
    { name: 'peoplekit', selector: 'input[peoplekit-id]', seen: '2026-07' },
  ],
  chip: [{ name: 'hovercard', selector: '[data-hovercard-id]', seen: '2026-07' }],
  openTo: [{ name: 'aoD', selector: '.aoD.hl', seen: '2026-07' }],
  openCc: [{ name: 'pE', selector: '.pE[role="link"]', seen: '2026-07' }],
  fileInput: [{ name: 'Filedata', selector: 'input[type="file"][name="Filedata"]', seen: '2026-04' }],
};
