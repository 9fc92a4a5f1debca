/** What a careful person would check before trusting their own email to it. */
export function WhatToLookAt() {
  return (
    <section className="practice-notes" aria-labelledby="look-at">
      <h2 id="look-at">What to look at</h2>
      <ul>
        <li>
          Your own words and your signature stay. The letter goes in between them, or where you last clicked
          in the email.
        </li>
        <li>An empty subject is filled in, and To as well once your employer’s email is saved.</li>
        <li>
          Press Ctrl+Z in the email: the letter goes, and nothing else. “Take the letter out again” does the
          same.
        </li>
        <li>Words in brackets mark the details that are not saved yet.</li>
      </ul>
      <p>
        In your own mailbox these buttons are in the popup: open an email and click the Dear Employer icon. It
        is the letter you chose there last that goes in here.
      </p>
      <p>
        To start again, reload this page. <a href="options.html">Your details</a>
      </p>
    </section>
  );
}
