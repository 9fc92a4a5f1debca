import { escapeHtml } from '../html';
import { formatSentAt, paragraphsOf, type StandInMail } from '../mails';
import type { GmailDraft, GmailLabels } from './gmailPage';

const SIGNATURE_WORDS = 'Sam Carter · Headteacher · Larkrise Primary School';

/** The editor's content: the user's own text, the signature and, if expanded, the quoted mail. */
export function renderBodyContent(draft: GmailDraft, labels: GmailLabels, quoted: StandInMail): string {
  const quote = draft.quote === 'expanded' ? renderQuote(labels, quoted) : '';
  const signature = renderSignature(draft);
  const words = draft.words || '<br>';
  if (draft.signaturePlace === 'below quote') return words + quote + signature;
  return words + signature + quote;
}

/** The signature is a grandchild of the editor, not a child (captured January 2023). */
function renderSignature(draft: GmailDraft): string {
  if (draft.signature === 'none') return '';
  const dashes =
    draft.signature === 'with dashes' ? '<span class="gmail_signature_prefix">-- </span><br>' : '';
  const lines = SIGNATURE_WORDS.split(' · ').join('<br>');
  return `<br clear="all"><div>${dashes}<div dir="ltr" class="gmail_signature" data-smartmail="gmail_signature"><div dir="ltr">${lines}</div></div></div>`;
}

/** Since about 2025 the outer block also has the class `gmail_quote_container`. */
export function renderQuote({ wrote }: GmailLabels, mail: StandInMail): string {
  const address = escapeHtml(mail.address);
  return (
    `<br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">On ${formatSentAt(mail, 'weekday')}, ` +
    `${escapeHtml(mail.name)} &lt;<a href="mailto:${address}">${address}</a>&gt; ${wrote}<br></div>` +
    `<blockquote class="gmail_quote" style="margin:0 0 0 .8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex">` +
    `${renderMailText(mail)}</blockquote></div>`
  );
}

/** As Gmail writes a mail: a block for each line, with an empty one between paragraphs. */
export function renderMailText(mail: StandInMail): string {
  return `<div dir="ltr">${paragraphsOf(mail)
    .map((lines) =>
      lines
        .map((line) =>
          lines.length === 1 && mail.text === line ? escapeHtml(line) : `<div>${escapeHtml(line)}</div>`,
        )
        .join(''),
    )
    .join('<div><br></div>')}</div>`;
}
