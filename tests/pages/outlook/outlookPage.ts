import { firstMail, type StandInMail } from '../mails';

/**
 * The content of a stand-in for Outlook's page. As in Outlook, the body is a RoosterJS editor and the fields are React
 * inputs. Names and structure follow Outlook's page.
 */
export interface OutlookPage {
  locale: 'en' | 'ja';
  surface: 'reading pane' | 'full page' | 'separate window';
  /** Several drafts are shown as tabs, the first one open. */
  drafts: OutlookDraft[];
  recipients: OutlookRecipients;
  /** Whether the hidden pane of a closed email is still in the page. */
  stalePane: boolean;
  /** Whether the settings are open, with a signature editor that looks like a body (captured). */
  signatureSettings: boolean;
  /** The conversation in the reading pane, newest first. */
  messages: StandInMail[];
  /** Whether the addresses are shown; of people in the same organisation Outlook shows only the names. */
  showsAddresses: boolean;
  /** The mail that replies quote. */
  quoted: StandInMail;
}

export type OutlookRecipients =
  /** A comma inserted by a script creates the chip. */
  | 'comma'
  /** Only a click on “Use this address” creates the chip. */
  | 'suggestion'
  /** Only real key presses create the chip. */
  | 'no chips';

export interface OutlookDraft {
  kind: 'new' | 'reply' | 'forward';
  subject: string;
  to: string[];
  /** The user's own words, as the editor's HTML; empty for a fresh email. */
  words: string;
  signature: 'none' | 'plain' | 'in one wrapper with the words' | 'with own words inside';
  quote: 'none' | 'with marker' | 'without marker' | 'outside the editor';
  mode: 'rich' | 'plain text';
}

export const freshOutlookDraft: OutlookDraft = {
  kind: 'new',
  subject: '',
  to: [],
  words: '',
  signature: 'none',
  quote: 'none',
  mode: 'rich',
};

export const freshOutlookPage: OutlookPage = {
  locale: 'en',
  surface: 'reading pane',
  drafts: [freshOutlookDraft],
  recipients: 'comma',
  stalePane: false,
  signatureSettings: false,
  messages: [firstMail],
  showsAddresses: true,
  quoted: firstMail,
};

export const outlookLabels = {
  en: {
    body: 'Message body',
    subject: 'Subject',
    addSubject: 'Add a subject',
    to: 'To',
    cc: 'Cc',
    send: 'Send',
    discard: 'Discard',
    attach: 'Attach file',
    newWindow: 'Open in a new window',
    use: 'Use this address:',
    earlier: 'Show message history',
    signature: 'Signature, press Alt+F10 to exit',
  },
  ja: {
    body: 'メッセージ本文',
    subject: '件名',
    addSubject: '件名を追加',
    to: '宛先',
    cc: 'Cc',
    send: '送信',
    discard: '破棄',
    attach: 'ファイルの添付',
    newWindow: '新しいウィンドウで開く',
    use: 'このアドレスを使用:',
    earlier: '以前のメッセージを表示',
    signature: '署名',
  },
} satisfies Record<OutlookPage['locale'], Record<string, string>>;
