/** What a school’s computer, browser profile and mailbox mean for the person who writes. */
export function PrivacyWords() {
  return (
    <div className="card prose">
      <h3>What is kept, and where</h3>
      <p>
        What you type on this page, your last choices, and the letters you mark as sent are kept in this
        browser on this computer. Your paragraph about your school is kept only if you press “I have sent it”.
        Nothing is sent anywhere, there is no account, and nothing is copied to your other computers.
      </p>
      <h3>A school’s computer</h3>
      <p>
        Whoever looks after a computer can see which extensions it has and may be able to read what they keep.
        If that troubles you, use your own computer and your own email address.
      </p>
      <h3>A school’s browser profile</h3>
      <p>
        If you are signed in to the browser with a school account, your school, trust or council may
        administer it: they can list its extensions and block them. We keep nothing in the part of the profile
        that travels between computers.
      </p>
      <h3>A school’s mailbox</h3>
      <p>
        Your mail site saves drafts, and a school mailbox belongs to your employer; what you insert may be
        kept even if you take it out again. To think about your letter in private, download it as a Word
        document on your own computer and insert nothing until you mean to send it.
      </p>
      <h3>Your union and your health</h3>
      <p>
        That you belong to a union is nobody’s business unless you say so: the letter says it only if you
        choose it. We never ask for a membership number or for anything about your health; leave both out of
        your own paragraph.
      </p>
      <h3>Subject access</h3>
      <p>
        Anyone may ask an organisation for the personal data it holds about them, and emails count. So what
        you write about a colleague, that colleague may one day read.
      </p>
      <h3>Freedom of information</h3>
      <p>
        Anyone may ask a maintained school, an academy trust or a council for the information it holds,
        letters and emails included. Names and personal details are often left out of what is released, but do
        not count on it.
      </p>
    </div>
  );
}
