import { firstMail, type StandInMail } from '../mails';

/**
 * The content of a stand-in for Gmail's page. Structure and names follow Gmail's page: recipients as of July 2026, the
 * body inside `.aO7` since 2024, title-bar controls as images until mid-2026 and as buttons since.
 */
export interface GmailPage {
  locale: 'en' | 'es' | 'vi';
  drafts: GmailDraft[];
  /** Title-bar controls were images until mid-2026. */
  titleBar: 'img' | 'button';
  /** The class of the title bar; for some accounts it ends in a hash. */
  titleBarClass: 'Ht' | 'Ht-x1k9';
  recipients: GmailRecipients;
  /** Parts of the page that look like a draft but are not. */
  lookAlikes: ('chat' | 'signature settings' | 'closed full screen')[];
  /** The conversation, oldest first. */
  messages: StandInMail[];
  /** The mail that replies quote. */
  quoted: StandInMail;
  /** Whether a hidden field of the draft holds the quoted mail while it is folded away. */
  keepsFoldedQuote: boolean;
}

export type GmailRecipients =
  | 'chips'
  /** A new email removes the first recipients once, shortly after they were added. */
  | 'set back once'
  /** The field has no input until the row is clicked. */
  | 'after a click'
  | 'no chips';

export interface GmailDraft {
  kind: 'new' | 'reply' | 'forward';
  view: 'popup' | 'minimised' | 'full screen' | 'separate window' | 'by link';
  subject: string;
  to: string[];
  /** The user's own words, as the editor's HTML; empty for a fresh email. */
  words: string;
  signature: 'none' | 'plain' | 'with dashes';
  signaturePlace: 'above quote' | 'below quote';
  quote: 'none' | 'collapsed' | 'expanded';
  mode: 'rich' | 'plain text';
}

export const freshGmailDraft: GmailDraft = {
  kind: 'new',
  view: 'popup',
  subject: '',
  to: [],
  words: '',
  signature: 'none',
  signaturePlace: 'above quote',
  quote: 'none',
  mode: 'rich',
};

export const freshGmailPage: GmailPage = {
  locale: 'en',
  drafts: [freshGmailDraft],
  titleBar: 'button',
  titleBarClass: 'Ht',
  recipients: 'chips',
  lookAlikes: [],
  messages: [firstMail],
  quoted: firstMail,
  keepsFoldedQuote: false,
};

/** Gmail's labels in three languages. The extension must not depend on them. */
export const gmailLabels = {
  en: {
    newMessage: 'New Message',
    body: 'Message Body',
    subject: 'Subject',
    to: 'To recipients',
    cc: 'Cc recipients',
    recipients: 'Recipients',
    send: 'Send ‪(Ctrl-Enter)‬',
    discard: 'Discard draft',
    minimise: 'Minimise',
    fullScreen: 'Full screen',
    close: 'Save & close',
    attach: 'Attach files',
    saved: 'Draft saved',
    hint: 'Press / to write',
    wrote: 'wrote:',
    remove: 'Remove',
    history: 'History is on',
    signature: 'Signature',
    trimmed: 'Show trimmed content',
  },
  es: {
    newMessage: 'Mensaje nuevo',
    body: 'Cuerpo del mensaje',
    subject: 'Asunto',
    to: 'Destinatarios',
    cc: 'Destinatarios de Cc',
    recipients: 'Destinatarios',
    send: 'Enviar ‪(Ctrl-Intro)‬',
    discard: 'Descartar borrador',
    minimise: 'Minimizar',
    fullScreen: 'Pantalla completa',
    close: 'Guardar y cerrar',
    attach: 'Adjuntar archivos',
    saved: 'Borrador guardado',
    hint: 'Pulsa / para escribir',
    wrote: 'escribió:',
    remove: 'Quitar',
    history: 'El historial está activado',
    signature: 'Firma',
    trimmed: 'Mostrar contenido reducido',
  },
  vi: {
    newMessage: 'Thư mới',
    body: 'Nội dung thư',
    subject: 'Chủ đề',
    to: 'Tới người nhận',
    cc: 'Người nhận Cc',
    recipients: 'Người nhận',
    send: 'Gửi ‪(Ctrl-Enter)‬',
    discard: 'Huỷ thư nháp',
    minimise: 'Thu nhỏ',
    fullScreen: 'Toàn màn hình',
    close: 'Lưu và đóng',
    attach: 'Đính kèm tệp',
    saved: 'Đã lưu thư nháp',
    hint: 'Nhấn / để viết',
    wrote: 'đã viết:',
    remove: 'Xoá',
    history: 'Lịch sử đang bật',
    signature: 'Chữ ký',
    trimmed: 'Hiển thị nội dung đã cắt bớt',
  },
} satisfies Record<GmailPage['locale'], Record<string, string>>;

export type GmailLabels = (typeof gmailLabels)['en'];
