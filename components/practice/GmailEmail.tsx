import { RemovePerson, usePeople } from './People';

/** An email in the structure of Gmail’s: the form holds people and subject, but not the body. */
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

/** It becomes a person when pasted, and on Enter. */
function GmailPeople({ name, label }: { name: 'to' | 'cc'; label: string }) {
  const { people, add, remove } = usePeople();
  return (
    // Gmail’s own mark, which no type of React knows: a name on a <div>.
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

/** Made once: React must never write into what somebody is writing in. */
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
