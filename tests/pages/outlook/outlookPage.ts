/**
 * What a stand-in of Outlook's page shows. The body is a real RoosterJS editor and the fields are real React inputs,
 * as in Outlook itself; names and structure are those known of Outlook's page.
 */
export interface OutlookPage {
  locale: 'en' | 'ja';
  surface: 'reading pane' | 'full page' | 'separate window';
  /** Several are tabs; the first is shown. */
  drafts: OutlookDraft[];
  recipients: OutlookRecipients;
  /** A closed email whose hidden pane was left in the page. */
  stalePane: boolean;
  /** The settings are open, with an editor for the signature that looks like a body (captured). */
  signatureSettings: boolean;
}

export type OutlookRecipients =
  /** A comma typed by script makes the chip. */
  | 'comma'
  /** Only a click on “Use this address” makes it. */
  | 'suggestion'
  /** Only a person's own keys make it. */
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
