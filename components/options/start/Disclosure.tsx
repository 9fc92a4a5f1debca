/** What the user agrees to. */
export function WhatIsSaved() {
  return (
    <dl>
      <dt>Saved</dt>
      <dd>Your name, school and employer; letters and replies if you choose.</dd>
      <dt>Where</dt>
      <dd>In this browser, on this computer.</dd>
      <dt>Read</dt>
      <dd>Their reply, only when you ask.</dd>
      <dt>Sent</dt>
      <dd>Nothing. You press Send yourself.</dd>
      <dt>Your mailbox</dt>
      <dd>
        Gmail and Outlook save drafts, and a school mailbox and laptop belong to your employer. What you
        insert may be kept even if you take it out again. To keep it private for now, write it on your own
        computer.
      </dd>
    </dl>
  );
}
