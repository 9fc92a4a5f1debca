/** Shown once, before anything is kept. */
export function Disclosure({ onAgree }: { onAgree: () => void }) {
  return (
    <section className="card prose" aria-labelledby="disclosure-title">
      <h2 id="disclosure-title">Before you start</h2>
      <p>
        Dear Employer puts a letter to your employer into the email you are writing. It asks them to assess
        the risks of Ofsted inspections to you and your staff.
      </p>
      <dl>
        <dt>What is kept</dt>
        <dd>
          The details you type here: your name, school and employer. Later, if you choose, the letters you
          have sent and the replies. Never a membership number, and nothing about anyone’s health.
        </dd>
        <dt>Where</dt>
        <dd>
          In this browser, on this computer. There is no account, and nothing is copied to other computers.
        </dd>
        <dt>What is sent</dt>
        <dd>
          Nothing. Dear Employer has no server and contacts nobody. You press Send yourself, in your own
          email.
        </dd>
        <dt>What your mailbox keeps</dt>
        <dd>
          Your mail site saves drafts, and a school mailbox belongs to your employer; what you insert may be
          kept even if you take it out again. You can download the letter as a Word document instead.
        </dd>
      </dl>
      <button type="button" className="button button-main" onClick={onAgree}>
        Agree and start
      </button>
    </section>
  );
}
