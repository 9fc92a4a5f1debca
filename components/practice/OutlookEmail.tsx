import { RemovePerson, usePeople } from './People';

/** An email with the structure of Outlook’s reading pane. */
export function OutlookEmail() {
  return (
    <div className="mail mail-outlook" data-app-section="MailReadCompose">
      <div id="docking_InitVisiblePart_practice">
        <OutlookPeople id="practice_TO" label="To" />
        <OutlookPeople id="practice_CC" label="Cc" />
        <input
          className="mail-row"
          id="practice_SUBJECT"
          aria-label="Subject"
          placeholder="Add a subject"
          maxLength={255}
          autoComplete="off"
        />
        {BODY}
      </div>
    </div>
  );
}

/** A field that turns text into a person at a comma or semicolon, or on Enter, as Outlook does. */
function OutlookPeople({ id, label }: { id: string; label: string }) {
  const { people, add, remove } = usePeople();
  const addTyped = (field: HTMLElement) => {
    add(field.textContent);
    field.textContent = '';
  };
  return (
    <div className="mail-row" role="group" aria-label={label} id={id}>
      <span aria-hidden="true">{label}</span>
      {people.map((address) => (
        <span key={address} className="mail-person _EType_RECIPIENT_ENTITY" title={address}>
          {address}
          <RemovePerson address={address} onRemove={() => remove(address)} />
        </span>
      ))}
      <div
        className="mail-people"
        contentEditable
        role="textbox"
        aria-label={label}
        tabIndex={0}
        onInput={({ currentTarget }) => {
          if (/[,;]/.test(currentTarget.textContent)) addTyped(currentTarget);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          addTyped(event.currentTarget);
        }}
      />
    </div>
  );
}

/** A constant element, so that React never updates the text while the user is typing in it. */
const BODY = (
  <div id="editorParent_practice">
    <div
      className="mail-body"
      contentEditable
      suppressContentEditableWarning
      role="textbox"
      aria-multiline="true"
      aria-label="Message body"
      tabIndex={0}
      dir="ltr"
    >
      <div className="elementToProof">These are words of your own. They stay where they are.</div>
      <div className="elementToProof">
        <br />
      </div>
      <div id="Signature" className="elementToProof">
        <div>This is your signature.</div>
        <div>It stays too.</div>
      </div>
    </div>
  </div>
);
