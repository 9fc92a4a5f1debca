/** What a careful person would check before trusting their own email to it. */
export function WhatToLookAt() {
  return (
    <section aria-labelledby="what-to-look-at">
      <h2 id="what-to-look-at">What to look at</h2>
      <ul>
        <li>
          Scroll in the email: your own words stay at the top and your signature at the bottom. The letter
          goes in between them, or where you last clicked in the email.
        </li>
        <li>An empty subject is filled in, and To as well once your employer’s email is saved.</li>
        <li>
          Press Ctrl+Z (⌘Z on a Mac) in the email: the letter goes, and nothing else. “Take the letter out
          again” does the same.
        </li>
        <li>Words in brackets mark the details that are not saved yet.</li>
      </ul>
    </section>
  );
}
