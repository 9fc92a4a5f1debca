import { useState } from 'react';
import { focusAndSay } from '../ui/focusAndSay';
import css from './practice.module.css';

/** An email with the structure of Gmail’s page: the form contains people and subject, but not the body. */
export function GmailEmail() {
  return (
    <div className={`M9 ${css.mail}`}>
      <div className={css.mailTitle}>New message</div>
      <form onSubmit={(event) => event.preventDefault()}>
        <GmailPeople name="to" label="To" />
        <GmailPeople name="cc" label="Cc" />
        <input
          className={`${css.row} ${css.typed}`}
          name="subjectbox"
          aria-label="Subject"
          placeholder="Subject"
          autoComplete="off"
        />
        <input type="hidden" name="composeid" value="practice" />
      </form>
      {GMAIL_BODY}
    </div>
  );
}

/** A field that turns text into a person when it is pasted, or on Enter, as Gmail does. */
function GmailPeople({ name, label }: { name: 'to' | 'cc'; label: string }) {
  const { people, add, remove } = usePeople();
  return (
    // Gmail marks the field by a name attribute on a <div>, which React’s types do not allow.
    <div className={css.row} data-people {...{ name }}>
      <span aria-hidden="true" className={css.label}>
        {label}
      </span>
      {people.map((address) => (
        <span key={address} className={css.person} data-hovercard-id={address}>
          {address}
          <RemovePerson address={address} onRemove={() => remove(address)} />
        </span>
      ))}
      <input
        className={`${css.people} ${css.typed}`}
        peoplekit-id="practice"
        aria-label={label}
        autoComplete="off"
        onPaste={(event) => {
          event.preventDefault();
          add(event.clipboardData.getData('text/plain'));
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          add(event.currentTarget.value);
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}

/** A constant element, so that React never updates the text while the user is typing in it. */
const GMAIL_BODY = (
  <div
    className={css.gmailBody}
    contentEditable
    suppressContentEditableWarning
    role="textbox"
    aria-multiline="true"
    aria-label="Message body"
    tabIndex={0}
    dir="ltr"
    {...{ g_editable: 'true' }}
  >
    <div>These are words of your own. They stay where they are.</div>
    <div>
      <br />
    </div>
    <span className="gmail_signature_prefix">-- </span>
    <br />
    <div dir="ltr" className="gmail_signature" data-smartmail="gmail_signature">
      This is your signature.
      <br />
      It stays too.
    </div>
  </div>
);

/** An email with the structure of Outlook’s reading pane. */
export function OutlookEmail() {
  return (
    <div className={css.mail} data-app-section="MailReadCompose">
      <div id="docking_InitVisiblePart_practice">
        <OutlookPeople id="practice_TO" label="To" />
        <OutlookPeople id="practice_CC" label="Cc" />
        <input
          className={`${css.row} ${css.typed}`}
          id="practice_SUBJECT"
          aria-label="Subject"
          placeholder="Add a subject"
          maxLength={255}
          autoComplete="off"
        />
        {OUTLOOK_BODY}
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
    <div className={css.row} data-people role="group" aria-label={label} id={id}>
      <span aria-hidden="true" className={css.label}>
        {label}
      </span>
      {people.map((address) => (
        <span key={address} className={`${css.person} _EType_RECIPIENT_ENTITY`} title={address}>
          {address}
          <RemovePerson address={address} onRemove={() => remove(address)} />
        </span>
      ))}
      <div
        className={css.people}
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
const OUTLOOK_BODY = (
  <div id="editorParent_practice">
    <div
      className={css.outlookBody}
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

function RemovePerson({ address, onRemove }: { address: string; onRemove: () => void }) {
  return (
    <button
      type="button"
      className={css.remove}
      aria-label={`Remove ${address}`}
      onClick={({ currentTarget }) => {
        const row = currentTarget.closest('[data-people]');
        onRemove();
        focusAndSay(row?.querySelector<HTMLElement>('input, [contenteditable]'), `${address} is removed.`);
      }}
    >
      ×
    </button>
  );
}

/** The people in one field, without duplicates, as on both mail sites. */
function usePeople() {
  const [people, setPeople] = useState<readonly string[]>([]);
  return {
    people,
    add: (typed: string) => {
      const address = typed.replace(/[,;\s\u200b]+/g, '');
      if (address) setPeople((before) => [...new Set([...before, address])]);
    },
    remove: (address: string) => setPeople((before) => before.filter((person) => person !== address)),
  };
}
