import { useState } from 'react';
import { BodyEditor } from './BodyEditor';
import { formatSentAt, paragraphsOf, type StandInMail } from '../mails';
import { outlookLabels, type OutlookDraft, type OutlookPage } from './outlookPage';
import { People } from './People';

interface ComposeProps {
  draft: OutlookDraft;
  index: number;
  page: OutlookPage;
}

export function Compose({ draft, index, page }: ComposeProps) {
  const labels = outlookLabels[page.locale];
  const [subject, setSubject] = useState(draft.subject);
  const [attached, setAttached] = useState<string[]>([]);
  const [withCc, showCc] = useState(false);
  return (
    <div id={`docking_InitVisiblePart_${index}`} className="compose">
      <div className="ribbon">
        <button
          type="button"
          id={`splitButton-r${index}m__primaryActionButton`}
          data-testid="ComposeSendButton"
          aria-label={labels.send}
        >
          {labels.send}
        </button>
        <button type="button" id="discardCompose">
          {labels.discard}
        </button>
        <Attachments onAttach={(names) => setAttached([...attached, ...names])} />
      </div>
      <div className="fui-Input">
        <People name="TO" index={index} label={labels.to} draft={draft.to} page={page} />
        {withCc ? (
          <People name="CC" index={index} label={labels.cc} draft={[]} page={page} />
        ) : (
          <button type="button" className="cc" onClick={() => showCc(true)}>
            {labels.cc}
          </button>
        )}
      </div>
      <input
        id={`MSG_k3f${index}_SUBJECT`}
        aria-label={labels.subject}
        placeholder={labels.addSubject}
        maxLength={255}
        autoComplete="off"
        className="subject"
        value={subject}
        // The subject in React's state. A test reads it to check that the page noticed the change of the input.
        data-known={subject}
        onChange={(event) => setSubject(event.target.value)}
      />
      <div className="attachments">
        {attached.map((name) => (
          <div key={name} role="option" aria-label={name} className="card">
            {name}
          </div>
        ))}
      </div>
      <div id={`docking_DockingTriggerPart_${index}`}>
        <div id={`editorParent_${index + 1}`}>
          {draft.mode === 'plain text' ? (
            <textarea className="body" aria-label={labels.body} defaultValue={draft.words} rows={16} />
          ) : (
            <BodyEditor draft={draft} quoted={page.quoted} label={labels.body} />
          )}
        </div>
        {draft.quote === 'outside the editor' && (
          <div className="quote">
            <button type="button" aria-label={labels.earlier}>
              …
            </button>
            <div hidden>
              <QuotedMail mail={page.quoted} />
            </div>
          </div>
        )}
      </div>
    </div>
  );
}

/** The quoted mail, where Outlook keeps it out of the editor, behind the button. */
function QuotedMail({ mail }: { mail: StandInMail }) {
  return (
    <>
      <div id="divRplyFwdMsg" dir="ltr">
        <b>From:</b> {mail.name} &lt;{mail.address}&gt;
        <br />
        <b>Sent:</b> {formatSentAt(mail, 'words').replace(',', '')}
        <br />
        <b>Subject:</b> Dates for the spring term
      </div>
      {paragraphsOf(mail).map((lines) => (
        <p key={lines.join()}>{lines.join(' ')}</p>
      ))}
    </>
  );
}

/** The ribbon has two file inputs. The one for pictures inserts them into the body, so it is not for attachments. */
function Attachments({ onAttach }: { onAttach: (names: string[]) => void }) {
  return (
    <>
      <input type="file" accept="image/*" multiple hidden />
      <input
        type="file"
        data-testid="local-computer-filein"
        multiple
        hidden
        onChange={({ target }) => {
          onAttach([...(target.files ?? [])].map(({ name }) => name));
          target.value = '';
        }}
      />
    </>
  );
}
