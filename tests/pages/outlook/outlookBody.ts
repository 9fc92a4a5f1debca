import { escapeHtml } from '../html';
import { formatSentAt, paragraphsOf, type StandInMail } from '../mails';
import type { OutlookDraft } from './outlookPage';

const SIGNATURE_WORDS = 'Sam Carter · Headteacher · Larkrise Primary School';

const WORDS_IN_SIGNATURE = 'P.S. The hall is free on Thursday.';

const FONT =
  'font-family: Aptos, Aptos_EmbeddedFont, Aptos_MSFontService, Calibri, Helvetica, sans-serif; font-size: 12pt; color: rgb(0, 0, 0);';

/** A line in Outlook's HTML. */
export function outlookLine(html: string): string {
  return `<div class="elementToProof" style="${FONT}">${html}</div>`;
}

/** The editor's content: the user's own text, signature and quoted mail. */
export function renderBodyContent(draft: OutlookDraft, quoted: StandInMail): string {
  const words = draft.words || outlookLine('<br>');
  const signature = renderSignature(draft);
  // The signature is not always a direct child of the editor (captured 2023).
  const top =
    draft.signature === 'in one wrapper with the words'
      ? `<div class="elementToProof">${words}${signature}</div>`
      : words + signature;
  return top + renderQuote(draft, quoted);
}

function renderSignature({ signature }: OutlookDraft): string {
  if (signature === 'none') return '';
  const lines = SIGNATURE_WORDS.split(' · ').map(outlookLine).join('');
  const own = signature === 'with own words inside' ? outlookLine(WORDS_IN_SIGNATURE) : '';
  return `${outlookLine('<br>')}<div id="Signature" class="elementToProof">${own}${lines}</div>`;
}

/**
 * In a reply made by another program, the quoted mail has no `appendonsend` and starts at the rule (captured April
 * 2026).
 */
function renderQuote({ quote }: OutlookDraft, mail: StandInMail): string {
  if (quote === 'none' || quote === 'outside the editor') return '';
  const marker = quote === 'with marker' ? '<div id="appendonsend"></div>' : '';
  return `${marker}<hr style="display: inline-block; width: 98%;" tabindex="-1">${renderQuoted(mail)}`;
}

/** The header of the quoted mail, and the mail. */
function renderQuoted(mail: StandInMail): string {
  const text = paragraphsOf(mail)
    .map((lines) => `<div>${lines.map(escapeHtml).join('<br>')}</div>`)
    .join('<div><br></div>');
  return (
    `<div id="divRplyFwdMsg" dir="ltr">` +
    `<b>From:</b> ${escapeHtml(mail.name)} &lt;${escapeHtml(mail.address)}&gt;<br><b>Sent:</b> ${formatSentAt(mail, 'words').replace(',', '')}<br>` +
    `<b>Subject:</b> Dates for the spring term</div><div>${text}<div id="x_Signature">${escapeHtml(mail.name)}</div></div>`
  );
}
