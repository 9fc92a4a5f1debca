/** What the user agrees to. */
export function WhatIsSaved() {
  return (
    <dl>
      <dt>What is saved</dt>
      <dd>Your name, school and employer; letters and replies if you choose.</dd>
      <dt>Where it is saved</dt>
      <dd>In this browser, on this computer.</dd>
      <dt>What is read</dt>
      <dd>
        Your employer’s reply, only when you press “Help me answer this”, on this computer. Nothing of it is
        kept unless you say so.
      </dd>
      <dt>What is sent</dt>
      <dd>Nothing. You press Send yourself.</dd>
      <dt>What your mailbox keeps</dt>
      <dd>
        Gmail and Outlook save drafts, and a school mailbox and laptop belong to your employer. What you
        insert may be kept even if you take it out again. To keep it private for now, write it on your own
        computer.
      </dd>
    </dl>
  );
}
