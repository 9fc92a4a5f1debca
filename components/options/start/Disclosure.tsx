import { detach } from '../../../lib/failure/failure';
import { agree } from '../../../lib/options/actions';
import { focusField, type Place, sections } from '../location';
import { SECTION_TITLE, useTitle } from '../SectionHead';

/** Shown once, before anything is saved, in place of the section. It takes about 20 seconds to read. */
export function Disclosure({ section }: Pick<Place, 'section'>) {
  useTitle('Before you start');
  return (
    <section className="card prose" aria-labelledby={SECTION_TITLE}>
      <h2 id={SECTION_TITLE} tabIndex={-1}>
        Before you start
      </h2>
      {section !== 'about-you' && (
        <p>Agree first. Then “{sections.find(({ id }) => id === section)?.title}” opens.</p>
      )}
      <WhatIsSaved />
      <p className="actions">
        <button type="button" className="button button-main" onClick={() => detach(agreeAndGoOn())}>
          Agree and start
        </button>
        <a href="#privacy-and-backup/branch-file">Has your branch sent you a file? Open it</a>
      </p>
    </section>
  );
}

async function agreeAndGoOn(): Promise<void> {
  await agree();
  // The questions take the focus to their first field; any other section is announced by its title.
  if (!document.querySelector('.first-questions')) focusField(SECTION_TITLE);
}

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
