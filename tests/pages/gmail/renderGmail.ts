import { escapeHtml } from '../html';
import { formatSentAt, type StandInMail } from '../mails';
import { renderMailText } from './gmailBody';
import { renderCompose } from './gmailCompose';
import { gmailLabels, type GmailDraft, type GmailLabels, type GmailPage } from './gmailPage';
import { gmailStyle } from './gmailStyle';

export function renderGmail(page: GmailPage, nonce: string): string {
  const labels = gmailLabels[page.locale];
  const shown = page.drafts.map((draft, index) => ({ draft, html: renderDraft(draft, index, page, labels) }));
  const of = (...views: GmailDraft['view'][]) =>
    shown.filter(({ draft }) => draft.kind === 'new' && views.includes(draft.view)).map(({ html }) => html);
  const inline = shown
    .filter(({ draft }) => draft.kind !== 'new' && draft.view === 'popup')
    .map(({ html }) => html);
  const alone = shown.filter(({ draft }) => draft.view === 'separate window' || draft.view === 'by link');
  // A separate window that shows a whole conversation with the reply.
  const isThread = alone.some(({ draft }) => draft.kind !== 'new');
  return `<!doctype html><html lang="${page.locale}"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>Gmail stand-in</title>
    <style nonce="${nonce}">${gmailStyle}</style></head>
    <body class="${isThread ? 'aAU xE Su' : alone.length > 0 ? 'xE xp' : 'aAU'}" data-labels="${escapeHtml(JSON.stringify(labels))}">
    ${
      alone.length > 0
        ? `<div role="main" class="nH">${alone.map(({ html }) => html).join('')}</div>`
        : `${renderMailbox(page, labels, inline)}
    <div class="dw"><div class="nH"><div class="nH"><div class="no">${of('popup', 'minimised').join('')}</div></div></div></div>
    <div class="aSs"><div class="aSt">${of('full screen').join('')}${renderClosedFullScreen(page)}</div></div>`
    }
    <script nonce="${nonce}" src="/stand-in/gmail.js"></script></body></html>`;
}

function renderDraft(draft: GmailDraft, index: number, page: GmailPage, labels: GmailLabels): string {
  const compose = renderCompose(draft, index, page, labels);
  if (draft.kind !== 'new') return `<div class="ip adB">${compose}</div>`;
  if (draft.view === 'separate window' || draft.view === 'by link')
    return `<div class="aaZ">${compose}</div>`;
  // When minimised, the page's script hides the child with the body, not the dialog.
  return `<div class="nH Hd" role="dialog" aria-label="${labels.newMessage}" data-view="${draft.view}">
    ${renderTitleBar(draft, page, labels)}<div class="nH"><div class="nH"><div class="aaZ">${compose}</div></div></div></div>`;
}

function renderTitleBar(draft: GmailDraft, page: GmailPage, labels: GmailLabels): string {
  const control = (name: string, label: string) =>
    page.titleBar === 'img'
      ? `<img class="${name}" alt="" tabindex="1" aria-label="${label}">`
      : `<button type="button" class="${name}" tabindex="1" aria-label="${label}">▫</button>`;
  const controls =
    control('Hl', labels.minimise) + control('Hq', labels.fullScreen) + control('Ha', labels.close);
  return `<table class="Hm ${page.titleBarClass}" role="presentation"><tbody><tr><td class="Hp"><h2 class="a3E"><div class="aYF">${escapeHtml(draft.subject || labels.newMessage)}</div></h2></td><td class="Hm">${controls}</td></tr></tbody></table>`;
}

function renderMailbox(page: GmailPage, labels: GmailLabels, inlineReplies: string[]): string {
  const settings = page.lookAlikes.includes('signature settings')
    ? `<section class="stand-in-card"><h2>${labels.signature}</h2><div role="main"><div class="Am Al editable" g_editable="true" contenteditable="true" role="textbox" aria-multiline="true" aria-label="${labels.signature}">Sam Carter</div></div></section>`
    : '';
  // Google Chat, in the same page, uses the same editor.
  const chat = page.lookAlikes.includes('chat')
    ? `<div role="dialog" class="stand-in-chat" aria-label="Chat"><div class="Am Al editable" g_editable="true" contenteditable="true" role="textbox" aria-multiline="true" aria-label="${labels.history}"><br></div></div>`
    : '';
  return `<header class="stand-in-bar">Practice mailbox <small>a stand-in of Gmail’s page</small></header>
    <div role="main" class="nH stand-in-mailbox"><section class="stand-in-card"><h2 class="hP">Dates for the spring term</h2>
    <div role="list">${page.messages.map(renderMessage).join('')}</div>${inlineReplies.join('')}</section>${settings}</div>${chat}`;
}

/** One mail of the conversation. A folded one shows its sender and its first words only. */
function renderMessage(mail: StandInMail, at: number): string {
  const address = escapeHtml(mail.address);
  const head =
    `<div class="gE iv gt"><span class="gD" email="${address}" name="${escapeHtml(mail.name)}" data-hovercard-id="${address}"><b>${escapeHtml(mail.name)}</b></span> ` +
    `<span class="go">&lt;${address}&gt;</span> <span class="g3" title="${formatSentAt(mail, 'words')}">${formatSentAt(mail, 'words').slice(0, 6)}</span></div>`;
  if (mail.isFolded)
    return `<div role="listitem" aria-expanded="false" class="h7 ie"><div class="kv">${head}<span class="y2">${escapeHtml(mail.text.slice(0, 20))}…</span></div></div>`;
  return `<div role="listitem" aria-expanded="true" class="h7"><div class="adn ads" data-message-id="#msg-f:18${at}1" data-legacy-message-id="18${at}1">${head}<div class="ii gt"><div class="a3s aiL">${renderMailText(mail)}</div></div></div></div>`;
}

/** Gmail keeps the empty dialog of a closed full-screen email in the page. */
function renderClosedFullScreen(page: GmailPage): string {
  return page.lookAlikes.includes('closed full screen')
    ? '<div class="nH Hd" role="dialog"><div class="nH"><div class="nH"><div class="aaZ"></div></div></div></div>'
    : '';
}
