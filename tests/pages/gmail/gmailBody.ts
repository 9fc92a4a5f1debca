import type { GmailDraft, GmailLabels } from './gmailPage';

/** The text of the earlier email that the stand-in quotes. */
export const QUOTED_WORDS = 'Please send me the dates for the spring term.';

const SIGNATURE_WORDS = 'Sam Carter · Headteacher · Larkrise Primary School';

/** The editor's content: the user's own text, the signature and, if expanded, the quoted mail. */
export function renderBodyContent(draft: GmailDraft, labels: GmailLabels): string {
  const quote = draft.quote === 'expanded' ? renderQuote(labels) : '';
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
function renderQuote({ wrote }: GmailLabels): string {
  return (
    `<br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">On Mon, 16 Nov 2026 at 09:12, ` +
    `Alex Morgan &lt;<a href="mailto:alex.morgan@trust.example">alex.morgan@trust.example</a>&gt; ${wrote}<br></div>` +
    `<blockquote class="gmail_quote" style="margin:0 0 0 .8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex">` +
    `<div dir="ltr">${QUOTED_WORDS}</div></blockquote></div>`
  );
}
