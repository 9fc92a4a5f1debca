import { RemovePerson, usePeople } from './People';

/** An email with the structure of Gmail’s page: the form contains people and subject, but not the body. */
export function GmailEmail() {
  return (
    <div className="M9 mail mail-gmail">
      <div className="mail-title">New message</div>
      <form onSubmit={(event) => event.preventDefault()}>
        <GmailPeople name="to" label="To" />
        <GmailPeople name="cc" label="Cc" />
        <input
          className="mail-row"
          name="subjectbox"
          aria-label="Subject"
          placeholder="Subject"
          autoComplete="off"
        />
        <input type="hidden" name="composeid" value="practice" />
      </form>
      {BODY}
    </div>
  );
}

/** A field that turns text into a person when it is pasted, or on Enter, as Gmail does. */
function GmailPeople({ name, label }: { name: 'to' | 'cc'; label: string }) {
  const { people, add, remove } = usePeople();
  return (
    // Gmail marks the field by a name attribute on a <div>, which React’s types do not allow.
    <div className="mail-row" {...{ name }}>
      <span aria-hidden="true">{label}</span>
      {people.map((address) => (
        <span key={address} className="mail-person" data-hovercard-id={address}>
          {address}
          <RemovePerson address={address} onRemove={() => remove(address)} />
        </span>
      ))}
      <input
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
const BODY = (
  <div
    className="mail-body"
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
