import { escapeHtml } from '../html';
import { renderBodyContent, renderQuote } from './gmailBody';
import type { GmailDraft, GmailLabels, GmailPage } from './gmailPage';

/**
 * The HTML of one draft, from `.M9` inwards. The form contains recipients and subject, but not the body and the file
 * input.
 */
export function renderCompose(
  draft: GmailDraft,
  index: number,
  page: GmailPage,
  labels: GmailLabels,
): string {
  const inline = draft.kind !== 'new';
  return `<div class="M9"><div class="aoI" role="region" aria-label="${labels.newMessage}">
    <table class="aoP aoC" role="presentation"><tbody><tr><td class="I5">
      <form method="POST" enctype="multipart/form-data">
        ${renderPeople(draft, page, labels, inline)}
        <div class="aoD az6${inline ? ' stand-in-nowhere' : ''}"${inline ? ' aria-hidden="true"' : ''}>
          <input name="subjectbox" class="aoT" placeholder="${labels.subject}" aria-label="${labels.subject}" tabindex="1" spellcheck="true" value="${escapeHtml(draft.subject)}">
        </div>
        ${renderHiddenFields(draft, index, page, labels)}
      </form>
      ${renderBody(draft, index, page, labels)}
      ${renderBelowBody(labels)}
    </td></tr></tbody></table>
  </div></div>`;
}

function renderPeople(draft: GmailDraft, page: GmailPage, labels: GmailLabels, inline: boolean): string {
  const row = (name: 'to' | 'cc', label: string, addresses: string[]) => `
    <tr class="bzf"${name === 'cc' && addresses.length === 0 ? ' hidden' : ''}><td class="eV"><div><div><div class="anm" name="${name}" data-recipients="${page.recipients}">
      ${inline ? '<div class="aUy">' : ''}<div><div role="listbox" aria-label="${label}" class="stand-in-chips"><div><div>${addresses.map(renderChip).join('')}</div></div></div>
      ${page.recipients === 'after a click' ? '' : renderPeopleInput(label)}</div>${inline ? '</div>' : ''}
    </div></div></div></td></tr>`;
  return `<div><div class="aoD hl" tabindex="1" aria-label="${labels.recipients}">${labels.recipients}</div>
    <table class="GS" role="presentation"><tbody>${row('to', labels.to, draft.to)}${row('cc', labels.cc, [])}</tbody></table>
    <span class="aB gQ pE" role="link" tabindex="1">Cc</span></div>`;
}

function renderPeopleInput(label: string): string {
  return `<input class="agP aFw" peoplekit-id="BbVjBd" role="combobox" aria-autocomplete="list" aria-haspopup="listbox" aria-expanded="false" aria-label="${label}" tabindex="1" size="20">`;
}

function renderChip(address: string): string {
  const shown = escapeHtml(address);
  return `<div role="option" class="afV" data-name="${shown}" data-hovercard-id="${shown}"><span>${shown}</span><div class="afX" aria-label="×"></div></div>`;
}

function renderHiddenFields(draft: GmailDraft, index: number, page: GmailPage, labels: GmailLabels): string {
  const fields = {
    composeid: `1f4c${index}9`,
    draft: `#msg-a:r-${index}8812`,
    rm: draft.kind === 'new' ? 'undefined' : '#msg-f:1811',
    rt: draft.kind === 'new' ? '' : 'r',
    lts: '1795',
    // The quoted mail while it is folded away.
    uet: draft.quote === 'collapsed' && page.keepsFoldedQuote ? renderQuote(labels, page.quoted) : '',
    // Seen as 0 in a rich-text email too, so the value says nothing about the mode.
    ishtml: '0',
    from: 'head@larkrise.example',
    subject: draft.subject,
    body: '',
  };
  return Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`)
    .join('');
}

function renderBody(draft: GmailDraft, index: number, page: GmailPage, labels: GmailLabels): string {
  const inlineClass = draft.kind === 'new' ? '' : ' aO9';
  const hint = draft.words ? '' : `<span class="stand-in-hint" aria-hidden="true">${labels.hint}</span>`;
  const trimmed =
    draft.quote === 'collapsed'
      ? `<div class="ajR" role="button" tabindex="1" aria-label="${labels.trimmed}">…</div>`
      : '';
  return `<table class="iN" role="presentation"><tbody><tr><td class="GQ"><div class="GP"><div class="qz"><div class="et"><div class="ZyRVue"><div>
    <table class="cf An" role="presentation"><tbody><tr><td class="Ap">
      <div class="Ar Au"><div class="aO7">${hint}<div id=":body${index}" class="Am aiL${inlineClass} Al editable LW-avf tS-tW tS-tY" hidefocus="true" aria-label="${labels.body}" g_editable="true" role="textbox" aria-multiline="true" contenteditable="true" tabindex="1" writingsuggestions="false" jsaction="focus:hQXxBe" dir="ltr">${renderBodyContent(draft, labels, page.quoted)}</div></div></div>
      <div class="Ar As stand-in-nowhere"><div><textarea class="Ak aXjCH" aria-label="${labels.body}" tabindex="-1" spellcheck="true"></textarea></div></div>
      ${trimmed}
    </td></tr></tbody></table></div></div></div></div></div></td></tr></tbody></table>`;
}

function renderBelowBody(labels: GmailLabels): string {
  return `<div class="stand-in-attachments"></div>
    <table class="IZ" role="presentation"><tbody><tr><td class="gU Up"><div class="dC"><div class="T-I J-J5-Ji aoO v7 L3" role="button" tabindex="1" data-tooltip="${labels.send}" aria-label="${labels.send}">${labels.send.split(' ')[0]}</div></div></td>
    <td class="gU"><div class="wG J-Z-I" command="Files" role="button" tabindex="1" aria-label="${labels.attach}">+</div><input type="file" name="Filedata" multiple tabindex="-1" class="stand-in-nowhere"></td>
    <td class="gU"><span class="oG aOy" aria-live="polite"></span></td>
    <td class="gU az5"><div class="oh J-Z-I" role="button" tabindex="1" aria-label="${labels.discard}">×</div></td></tr></tbody></table>`;
}
