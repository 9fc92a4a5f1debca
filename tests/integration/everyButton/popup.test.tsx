/** After every press in the popup: the focus is on a control, what happened is said and can be seen. */
import {
  inserted,
  noEmail,
  page,
  refused,
  repository,
  reset,
  saveDetails,
  show,
  showReply,
  showWith,
  twoEmails,
} from './popupStates';
import { fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { LetterFacts, Outcome } from '../../../lib/writing/outcome';
import { pressEverything } from '../../support/pressEverything';

const hasLeft = () => page.left > 0;

async function expectNoComplaints(open: () => Promise<unknown>) {
  const complaints = await pressEverything(
    async () => {
      await reset();
      await open();
    },
    { hasLeft },
  );
  expect(complaints).toEqual([]);
}

const mistaken =
  '---\nid: own\ntitle: Own\nwhen: Now.\nsubject: Own\ncheckedOn: 2026-11-23\n---\n\n## Text {#text}\n\n{{no such field}}.\n';

test.each<[string, () => Promise<unknown>]>([
  ['the first questions', show],
  [
    'the letter read at first use',
    async () => {
      await show();
      fireEvent.click(await screen.findByRole('button', { name: 'Read the letter' }));
      await screen.findByRole('button', { name: 'Back to details' });
    },
  ],
  [
    'saved details',
    async () => {
      await saveDetails();
      await show();
    },
  ],
  [
    'missing details',
    async () => {
      await saveDetails({ signer: { jobTitle: '' }, employer: { organisation: '' } });
      await show();
    },
  ],
  [
    'two emails',
    async () => {
      page.look = () => twoEmails;
      await saveDetails();
      await show();
    },
  ],
  [
    'no email',
    async () => {
      page.look = () => noEmail;
      await saveDetails();
      await show();
    },
  ],
  [
    'a page of our own',
    async () => {
      page.isForbidden = true;
      page.isOurs = true;
      await saveDetails();
      await show();
      expect(document.getElementById('where')?.textContent).toBe('This is Dear Employer’s own page');
      expect(document.body.textContent).toContain('Open an email first');
      screen.getByRole('button', { name: 'Gmail' });
      screen.getByRole('button', { name: 'Outlook' });
    },
  ],
  [
    'a page that refuses extensions',
    async () => {
      page.isForbidden = true;
      page.url = '';
      await saveDetails();
      await show();
    },
  ],
  [
    'an email window that we do not recognise',
    async () => {
      const [draft] = twoEmails.drafts;
      page.look = () => ({ ...noEmail, drafts: [{ ...draft!, kind: 'text field' }] });
      await saveDetails();
      await show();
    },
  ],
  [
    'a letter with a mistake',
    async () => {
      await saveDetails();
      await repository.addRecord('letter', { title: 'Own', markdown: mistaken, replaces: 'request' });
      await show();
      await screen.findByRole('button', { name: 'Use ours this time' });
    },
  ],
  [
    'a reply date that has passed',
    async () => {
      await saveDetails();
      const index = await repository.readIndex();
      if (!index.ok) throw new Error(index.why);
      const [signer] = index.value.signers;
      const [employer] = index.value.employers;
      await repository.addRecord('sent', {
        letterId: 'request',
        signerId: signer!.id,
        employerId: employer!.id,
        sentOn: '2026-10-02',
        replyBy: '2026-10-16',
      });
      await show();
    },
  ],
])('%s', async (_state, open) => {
  await expectNoComplaints(open);
});

const reported = (report: typeof inserted, more: Partial<LetterFacts> = {}) =>
  ((facts: LetterFacts) => ({
    kind: 'reported',
    frameId: 0,
    page: '0:1',
    draftKey: '0:1:draft 1',
    report,
    facts: { ...facts, ...more },
  })) as (facts: LetterFacts) => Outcome;

test.each<[string, (facts: LetterFacts) => Outcome]>([
  ['the letter is in', reported(inserted)],
  [
    'the page did not take the address',
    reported({ ...inserted, to: { outcome: 'failed', why: 'not offered' } }),
  ],
  ['the letter is already there', reported(refused('already there'))],
  ['the page did not accept the letter', reported(refused('did not arrive'))],
  ['a part was inserted', reported(inserted, { part: 'Evidence' })],
  [
    'the letter is in an email that is open',
    (facts) => ({ kind: 'letter here', frameId: 0, draftKey: '0:1:draft 1', facts }),
  ],
  ['the letter is in another email', (facts) => ({ kind: 'letter elsewhere', frameId: 0, facts })],
  [
    'the letter was taken out',
    (facts) => ({ kind: 'taken out', frameId: 0, report: { outcome: 'taken out', stays: [] }, facts }),
  ],
  [
    'the letter could not be taken out',
    (facts) => ({ kind: 'taken out', frameId: 0, report: { outcome: 'refused', why: 'typed since' }, facts }),
  ],
  ['the letter was copied', (facts) => ({ kind: 'copied', missingCount: 0, facts })],
  ['the text is to be kept or not', (facts) => ({ kind: 'keep the text?', facts })],
  [
    'the pair does not fit',
    () => ({ kind: 'does not fit', way: 'copy', sentence: 'Copy the letter all the same?' }),
  ],
  ['no contact', () => ({ kind: 'page failed', why: 'lost contact' })],
])('%s', async (_state, outcome) => {
  await expectNoComplaints(async () => {
    await saveDetails();
    await showWith(outcome);
  });
});

test('the report on a page', async () => {
  await expectNoComplaints(async () => {
    await saveDetails();
    await show();
    fireEvent.click(screen.getByRole('button', { name: 'Something not working?' }));
    await screen.findByRole('button', { name: 'Copy report' });
  });
});

test('the report on a page begins with the version, which a bug report needs', async () => {
  await reset();
  await saveDetails();
  await show();
  fireEvent.click(screen.getByRole('button', { name: 'Something not working?' }));
  const report = await screen.findByLabelText<HTMLTextAreaElement>('What this page offers');
  expect(report.value).toBe('Dear Employer: 1.2.3\nDrafts: 1');
});

const NO = 'This is a matter for Ofsted and not for us. We suggest that you raise it with them.';
const answer = async (...buttons: string[]) => {
  for (const name of buttons) fireEvent.click(await screen.findByRole('button', { name }));
};

test.each<[string, () => Promise<unknown>]>([
  ['what they are saying', () => showReply(NO, 'Something else')],
  ['a message from someone else', () => showReply(NO, 'Look at it', 'someone@else.example')],
  [
    'a solicitor’s letter',
    () => showReply('Our solicitors will write to you about your conduct.', 'Nothing to send now'),
  ],
  [
    'an answer in an attachment',
    () => showReply('Please find attached our risk assessment.', 'Something else'),
  ],
  [
    'another meaning to choose',
    async () => {
      await showReply(NO, 'Something else');
      await answer('Something else');
      await screen.findByRole('button', { name: 'They offered to talk' });
    },
  ],
  [
    'the letter that answers it',
    async () => {
      await showReply(NO, 'Something else');
      await answer('Yes: ask them to reconsider');
      await screen.findByRole('button', { name: 'Use this letter' });
    },
  ],
  [
    'the letter chosen, and the reply noted',
    async () => {
      await showReply(NO, 'Something else');
      await answer('Yes: ask them to reconsider', 'Use this letter');
      await screen.findByRole('button', { name: 'Undo' });
    },
  ],
  [
    'a reply to paste',
    async () => {
      await showReply('', 'Back');
      await answer('Back', 'Paste their reply');
      await screen.findByRole('button', { name: 'Look at it' });
    },
  ],
])('their reply: %s', async (_state, open) => {
  await expectNoComplaints(open);
});
