import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { recordMisuse } from '../misuse';
import { Compose } from './Compose';
import { formatSentAt, paragraphsOf, type StandInMail } from '../mails';
import { outlookLabels, type OutlookDraft, type OutlookPage } from './outlookPage';

export function OutlookApp({ page }: { page: OutlookPage }) {
  const [shown, show] = useState(0);
  const labels = outlookLabels[page.locale];
  return (
    <>
      <header className="bar">
        Practice mailbox <small>a stand-in of Outlook’s page</small>
      </header>
      <div role="main" className="main">
        {page.surface === 'separate window' ? (
          <button type="button" id="openWindow" onClick={() => openSeparateWindow(page)}>
            {labels.newWindow}
          </button>
        ) : (
          page.drafts.map((draft, index) => (
            <div key={index} data-app-section="MailReadCompose" className="pane" hidden={index !== shown}>
              <Compose draft={draft} index={index} page={page} />
            </div>
          ))
        )}
        {page.stalePane && <StalePane page={page} />}
        {page.surface === 'reading pane' && <ReadingPane page={page} label={labels.body} />}
        {page.signatureSettings && <SignatureSettings label={labels.signature} />}
      </div>
      {page.drafts.length > 1 && (
        <div role="tablist" className="tabs">
          {page.drafts.map((draft, index) => (
            <button
              type="button"
              role="tab"
              key={index}
              aria-selected={index === shown}
              onClick={() => show(index)}
            >
              {draft.subject || '(no subject)'}
            </button>
          ))}
        </div>
      )}
    </>
  );
}

/** The mails that are being read; they look like a draft's body. */
function ReadingPane({ page, label }: { page: OutlookPage; label: string }) {
  return (
    <section className="reading">
      <h2>
        <span id="CONV_Q1_SUBJECT">Dates for the spring term</span>
      </h2>
      {page.messages.map((mail, at) => (
        <Message key={mail.sentAt} mail={mail} at={at} label={label} page={page} />
      ))}
    </section>
  );
}

function Message({
  mail,
  at,
  label,
  page,
}: {
  mail: StandInMail;
  at: number;
  label: string;
  page: OutlookPage;
}) {
  const from = page.showsAddresses ? `${mail.name}<${mail.address}>` : mail.name;
  return (
    <div aria-label="Email message" aria-expanded={!mail.isFolded}>
      <div id={`MSG_Q${at}_FROM`}>
        <span aria-label={`From: ${from}`}>{from}</span>
      </div>
      <div data-testid="SentReceivedSavedTime">{formatSentAt(mail, 'figures')}</div>
      {!mail.isFolded && (
        <div id={`UniqueMessageBody_${at + 1}`} role="document" aria-label={label}>
          {paragraphsOf(mail).map((lines) => (
            <p key={lines.join()}>
              {lines.map((line) => (
                <span key={line}>
                  {line}
                  <br />
                </span>
              ))}
            </p>
          ))}
        </div>
      )}
    </div>
  );
}

function SignatureSettings({ label }: { label: string }) {
  return (
    <section role="dialog" className="reading">
      <div
        className="EditorClass signatureSettings"
        role="textbox"
        aria-multiline="true"
        aria-label={label}
        contentEditable
        suppressContentEditableWarning
      >
        Sam Carter
      </div>
    </section>
  );
}

function StalePane({ page }: { page: OutlookPage }) {
  const stale: OutlookDraft = {
    kind: 'new',
    subject: 'Closed email',
    to: [],
    words: '',
    signature: 'none',
    quote: 'none',
    mode: 'rich',
  };
  return (
    <div data-app-section="MailReadCompose" hidden id="stalePane">
      <Compose draft={stale} index={90} page={page} />
    </div>
  );
}

/**
 * Outlook renders into the child window from this page, so the window stays at `about:blank`. It has no `[role=main]`.
 */
function openSeparateWindow(page: OutlookPage): void {
  const [draft] = page.drafts;
  const child = window.open('', '', 'width=900,height=760');
  if (!child || !draft) return;
  for (const style of document.head.querySelectorAll('style'))
    child.document.head.append(style.cloneNode(true));
  child.document.title = draft.subject || '(no subject)';
  recordMisuse(child.document, '[data-testid=ComposeSendButton]', '#discardCompose');
  const root = child.document.createElement('div');
  child.document.body.append(root);
  createRoot(root).render(
    <div data-app-section="Form_Content">
      <Compose draft={draft} index={50} page={page} />
    </div>,
  );
}
