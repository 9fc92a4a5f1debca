import { type OpenedPopup, openPopupOn, setUpTab } from './openedPopup';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { LetterFacts, LetterIn, Outcome } from '../../../lib/writing/outcome';
import type { InsertionReport, PageLook, TakeOutReport } from '../../../lib/mail/protocol';
import { renderText } from '../../../lib/letter/render/text';
import { findLetterToNote } from '../../../lib/popup/afterwards';
import { describeOutcome } from '../../../lib/writing/outcomeSentences';
import { keepOutcome } from '../../../lib/writing/tabState';

const DAY = '2026-11-23';
const copied: string[] = [];

const noParties = { signerId: '', signerName: '', employerId: '', employerName: '' };
const noFacts: LetterFacts = {
  letterId: '',
  standsFor: '',
  title: '',
  text: '',
  wordingVersion: '',
  requests: [],
  replyBy: '',
  ...noParties,
  missingCount: 0,
  to: [],
  cc: [],
  part: null,
};
let looked: PageLook = { site: 'gmail', drafts: [], blockedFrame: false };
let page = '0:1';

beforeEach(() => {
  setUpTab(() => looked, { page: () => page, copyLetter: async (_html, text) => copied.push(text) > 0 });
  looked = { site: 'gmail', drafts: [], blockedFrame: false };
  page = '0:1';
  copied.length = 0;
});

test('a copied letter does not mention an enclosure', async () => {
  const popup = await openPopupOn(DAY);
  await popup.choose({ attachWord: true });
  await popup.copyWholeLetter();
  expect(copied).toHaveLength(1);
  expect(copied[0]).not.toContain('Enc.');
});

describe('“Open a new email”', () => {
  test('saves the mail site before the new tab closes the popup', async () => {
    const popup = await openPopupOn(DAY);
    const sites: unknown[] = [];
    vi.spyOn(fakeBrowser.tabs, 'create').mockImplementation(async () => {
      const settings = await popup.repository.readSettings();
      sites.push(settings.ok && settings.value.lastMailSite);
      return {} as never;
    });
    await popup.openEmail('outlook');
    expect(sites).toEqual(['outlook']);
  });

  test('shows its outcome, also when the popup is opened again in the same tab', async () => {
    const popup = await openPopupOn(DAY);
    await popup.openEmail('gmail');
    expect(popup.state().outcome).toEqual({ kind: 'new email opened' });
    expect((await openPopupOn(DAY)).state().outcome).toEqual({ kind: 'new email opened' });
  });
});

async function openAfter(...outcomes: Outcome[]) {
  for (const outcome of outcomes) await keepOutcome(1, outcome);
  return openPopupOn(DAY);
}

describe('the popup opened again', () => {
  const facts = { ...noFacts, letterId: 'request', text: 'Dear Mrs Patel' };
  const reported = (body: InsertionReport['body'], of = facts): Outcome => {
    const step = { outcome: 'not asked' } as const;
    const steps = { to: step, cc: step, subject: step, attachment: step };
    const report: InsertionReport = { site: 'gmail', kind: 'new message', body, ...steps };
    return { kind: 'reported', frameId: 0, draftKey: '0:draft 1', report, facts: of };
  };
  const inserted = reported({ outcome: 'inserted', place: 'at the caret' });

  test('offers to save the letter as sent after a second copy was refused', async () => {
    const popup = await openAfter(inserted, reported({ outcome: 'refused', why: 'already there' }));
    expect(popup.state().letterIn).toMatchObject({ facts });
  });

  test('saves the letter’s own text as sent after a name was inserted by right-click', async () => {
    const name = { ...facts, text: 'Sam Carter', part: 'Name' };
    const { draftKey: _key, ...byMenu } = reported(
      { outcome: 'inserted', place: 'at the caret' },
      name,
    ) as Extract<Outcome, { kind: 'reported' }>;
    const popup = await openAfter(inserted, byMenu);
    // The email with the letter is no longer open here, but the outcome of the right-click is still shown.
    expect(popup.state().outcome).toMatchObject({ facts: { part: 'Name' } });
    expect(popup.state().letterIn).toMatchObject({ mayTakeOut: false });
    await popup.noteSent();
    await popup.answerKeepText('keep');
    expect(await popup.repository.readAll('sent')).toMatchObject({ value: [{ text: 'Dear Mrs Patel' }] });
    expect((await openPopupOn(DAY)).state().letterIn).toBeNull();
  });

  test('inserting only the name does not offer “I have sent it”', async () => {
    const name = { ...facts, text: 'Sam Carter', part: 'Name' };
    const popup = await openAfter(reported({ outcome: 'inserted', place: 'at the caret' }, name));
    expect(popup.state().letterIn).toBeNull();
  });
});

/** One email is open, and it contains these sections. */
function openEmail(holds: string[], id = 'draft 1'): void {
  const draft = { id, kind: 'new message', subject: 'empty', subjectText: '', focused: true } as const;
  looked = { ...looked, drafts: [{ ...draft, minimised: false, plainText: false, holds }] };
}

const sentTexts = async (popup: OpenedPopup) => {
  const sent = await popup.repository.readAll('sent');
  if (!sent.ok) throw new Error(sent.why);
  return sent.value.map(({ text }) => text);
};

describe('“I have sent it”', () => {
  beforeEach(async () => {
    const { repository } = await openPopupOn(DAY);
    await repository.saveSettings({ sentText: 'keep' });
  });

  test.each(['copyWholeLetter', 'downloadWordLetter'] as const)(
    'after %s notes the letter once, also when pressed twice, in the popup opened again and after taking it again',
    async (take) => {
      const popup = await openPopupOn(DAY);
      const text = renderText(popup.document());
      await popup[take]();
      expect(findLetterToNote(popup.state().outcome, popup.state().letterIn)).toMatchObject({ text });
      const again = await openPopupOn(DAY);
      await Promise.all([again.noteSent(), again.noteSent()]);
      expect(again.state().outcome).toMatchObject({
        kind: 'sent noted',
        on: DAY,
        reply: { replyBy: expect.any(String) },
      });
      const third = await openPopupOn(DAY);
      expect(findLetterToNote(third.state().outcome, third.state().letterIn)).toBeNull();
      await third.copyWholeLetter();
      await third.noteSent();
      expect(await sentTexts(third)).toEqual([text]);
    },
  );

  test('for a copied letter does not note another letter that was inserted before, which can be noted after it', async () => {
    const inserted = { ...noFacts, letterId: 'reminder', text: 'The reminder' };
    const popup = await openAfter({ ...reportedIn('0:1'), facts: inserted });
    await popup.copyWholeLetter();
    await popup.noteSent();
    expect(await sentTexts(popup)).toEqual([renderText(popup.document())]);
    await popup.noteSent();
    expect((await sentTexts(popup)).toSorted()).toContain('The reminder');
  });

  test('is offered after a restart for an email that contains the letter, and notes its text once', async () => {
    const first = await openPopupOn(DAY);
    const sections = first.document().sections.map(({ id }) => id);
    const text = renderText(first.document());
    openEmail(sections);
    const popup = await openPopupOn(DAY, { newTab: true });
    expect(popup.state().outcome).toMatchObject({ kind: 'letter here', facts: { text } });
    expect(popup.state().letterIn).toMatchObject({ mayTakeOut: false });
    // The email is sent before the button is pressed.
    looked = { ...looked, drafts: [] };
    const again = await openPopupOn(DAY);
    expect(again.state().outcome).toMatchObject({ kind: 'letter elsewhere' });
    await again.noteSent();
    openEmail(sections);
    const afterRestart = await openPopupOn(DAY, { newTab: true });
    await afterRestart.noteSent();
    expect(await sentTexts(afterRestart)).toEqual([text]);
  });

  test('is offered without a text for an email that contains most of the letter, and not for one with a single section', async () => {
    const all = (await openPopupOn(DAY)).document().sections.map(({ id }) => id);
    openEmail(all.slice(1));
    const popup = await openPopupOn(DAY, { newTab: true });
    const unknown = { text: '', wordingVersion: '', requests: [], replyBy: '' };
    expect(popup.state().outcome).toMatchObject({ kind: 'letter here', facts: unknown });
    await popup.noteSent();
    const { outcome } = popup.state();
    expect(outcome && describeOutcome(outcome)).toMatch(
      /^Noted as sent on .* Its text and reply date are not saved, .*: keep the sent email\./,
    );
    expect(await sentTexts(popup)).toEqual(['']);
    openEmail(all.slice(0, 1));
    expect((await openPopupOn(DAY, { newTab: true })).state().outcome).toBeNull();
  });

  test('is offered for the email with the caret, where two emails contain the letter', async () => {
    openEmail((await openPopupOn(DAY)).document().sections.map(({ id }) => id));
    const drafts = ['1', '2'].map((id) => ({ ...looked.drafts[0]!, id, focused: id === '2' }));
    looked = { ...looked, drafts };
    const popup = await openPopupOn(DAY, { newTab: true });
    expect(popup.state().outcome).toMatchObject({ kind: 'letter here', draftKey: '0:1:2' });
  });

  test('is offered after a lost contact if the email contains the letter, next to the warning', async () => {
    openEmail((await openPopupOn(DAY)).document().sections.map(({ id }) => id));
    const lost = { kind: 'page failed', why: 'lost contact' } as const;
    const popup = await openAfter(lost);
    expect(popup.state()).toMatchObject({
      outcome: { kind: 'letter here', lost: true },
      letterIn: { facts: { letterId: 'request' } },
    });
    await popup.noteSent();
    expect(await sentTexts(popup)).toHaveLength(1);
  });
});

function reportedIn(pageThen: string, byMenu = false): Extract<Outcome, { kind: 'reported' }> {
  const step = { outcome: 'not asked' } as const;
  const steps = { to: step, cc: step, subject: step, attachment: step };
  const body = { outcome: 'inserted', place: 'at the caret' } as const;
  const report: InsertionReport = { site: 'gmail', kind: 'new message', body, ...steps };
  const facts = { ...noFacts, letterId: 'request', text: 'As inserted' };
  const key = byMenu ? {} : { draftKey: `${pageThen}:draft 1` };
  return { kind: 'reported', frameId: 0, page: pageThen, report, facts, ...key };
}

describe('after the page is reloaded, when another email has the same id,', () => {
  beforeEach(() => {
    openEmail([]);
    page = '0:2';
  });

  test.each([
    ['the popup', reportedIn('0:1')],
    ['a right-click', reportedIn('0:1', true)],
  ])('a letter inserted by %s is not said to be in it', async (_by, outcome) => {
    const popup = await openAfter(outcome);
    expect(popup.state().outcome).toMatchObject({ kind: 'letter elsewhere' });
    expect(popup.state().letterIn).toMatchObject({ mayTakeOut: false, facts: { text: 'As inserted' } });
  });

  test('a letter inserted into a text field is not said to be in it', async () => {
    const inserted = reportedIn('0:1');
    const popup = await openAfter({ ...inserted, report: { ...inserted.report, kind: 'text field' } });
    expect(popup.state().outcome).toMatchObject({ kind: 'letter elsewhere' });
  });

  test('a part inserted by right-click is neither said to be in it nor offered to be taken out', async () => {
    const part = reportedIn('0:1', true);
    const popup = await openAfter({ ...part, facts: { ...part.facts, part: 'Name' } });
    expect(popup.state()).toMatchObject({ outcome: null, letterIn: null });
  });

  test('a letter taken out before is not said to be out of it', async () => {
    const { facts } = reportedIn('0:1');
    const report: TakeOutReport = { outcome: 'taken out', stays: ['subject'] };
    const popup = await openAfter({
      kind: 'taken out',
      frameId: 0,
      page: '0:1',
      report,
      facts: { ...facts },
    });
    expect(popup.state().outcome).toBeNull();
  });

  test('an email chosen under “Which email?” is chosen no longer', async () => {
    page = '0:1';
    const two = () => {
      openEmail([]);
      const [first] = looked.drafts;
      looked = {
        ...looked,
        drafts: [first!, { ...first!, id: 'draft 2' }].map((draft) => ({ ...draft, focused: false })),
      };
    };
    two();
    const popup = await openPopupOn(DAY);
    await popup.chooseDraftKey('0:1:draft 2');
    expect((await openPopupOn(DAY)).state().draftKey).toBe('0:1:draft 2');
    page = '0:2';
    expect((await openPopupOn(DAY)).state().draftKey).toBeNull();
  });

  test('an email that still contains the letter is recognised by its text and keeps the words inserted', async () => {
    openEmail((await openPopupOn(DAY)).document().sections.map(({ id }) => id));
    const popup = await openAfter(reportedIn('0:1'));
    expect(popup.state().outcome).toMatchObject({ kind: 'letter here', facts: { text: 'As inserted' } });
    expect(popup.state().letterIn).toMatchObject({ mayTakeOut: false });
  });
});

test('in the same page, the letter stays in the email it was inserted into', async () => {
  openEmail([]);
  const popup = await openAfter(reportedIn('0:1'));
  expect(popup.state()).toMatchObject({ outcome: { kind: 'reported' }, letterIn: { mayTakeOut: true } });
});

describe('a press right after a choice waits for the choice', () => {
  const twoHeads = async () => {
    const { repository } = await openPopupOn(DAY);
    const one = await repository.addSigner({ fullName: 'Head One', employerId: '' });
    const three = await repository.addSigner({ fullName: 'Head Three', employerId: '' });
    if (!one.ok || !three.ok) throw new Error('not saved');
    const popup = await openPopupOn(DAY, { newTab: true });
    await popup.chooseSigner(one.value.id);
    return { popup, three: three.value.id };
  };

  test.each(['copyWholeLetter', 'downloadWordLetter'] as const)('%s', async (take) => {
    const { popup, three } = await twoHeads();
    const chosen = popup.chooseSigner(three);
    await Promise.all([chosen, popup[take]()]);
    expect(popup.state().outcome).toMatchObject({ facts: { signerName: 'Head Three' } });
  });

  test('insertLetter, and a second press puts in no second letter', async () => {
    openEmail([]);
    const jobs: { facts: LetterFacts }[] = [];
    vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(
      (async (job: { facts: LetterFacts }) => jobs.push(job) > 0) as never,
    );
    const { popup, three } = await twoHeads();
    const chosen = popup.chooseSigner(three);
    await Promise.all([chosen, popup.insertLetter(), popup.insertLetter()]);
    expect(jobs.map(({ facts }) => facts.signerName)).toEqual(['Head Three']);
  });

  test('a letter chosen after a signer is copied with that signer', async () => {
    const { popup, three } = await twoHeads();
    await Promise.all([popup.chooseSigner(three), popup.chooseLetter('reminder'), popup.copyWholeLetter()]);
    expect(popup.state().outcome).toMatchObject({
      facts: { signerName: 'Head Three', letterId: 'reminder' },
    });
  });
});

describe('“I have sent it” for the first time', () => {
  const facts = { ...noFacts, letterId: 'request', text: 'Dear Mrs Patel', title: 'Ask' };
  const letterIn = { frameId: 0, facts } as LetterIn;

  test.each([
    ['keep', 'Dear Mrs Patel'],
    ['leave out', ''],
  ] as const)('asks before anything is stored, obeys “%s”, and does not ask again', async (answer, text) => {
    const popup = await openPopupOn(DAY);
    popup.setState({ letterIn });
    await popup.noteSent();
    expect(popup.state().outcome).toMatchObject({ kind: 'keep the text?' });
    expect(await popup.repository.readAll('sent')).toMatchObject({ value: [] });
    await popup.answerKeepText(answer);
    expect(popup.state().outcome).toMatchObject({ kind: 'sent noted' });
    popup.setState({ letterIn: { ...letterIn, facts: { ...facts, letterId: 'reminder' } } });
    await popup.noteSent();
    expect(await popup.repository.readAll('sent')).toMatchObject({
      value: [{ text, title: 'Ask' }, { text }],
    });
  });

  test('closing the popup without an answer stores nothing, and the letter can still be noted', async () => {
    const popup = await openPopupOn(DAY);
    popup.setState({ letterIn });
    await popup.noteSent();
    expect(popup.state().letterIn).toEqual(letterIn);
    expect(await popup.repository.readAll('sent')).toMatchObject({ value: [] });
  });

  test('a copied letter is the one that is noted after the answer', async () => {
    const popup = await openPopupOn(DAY);
    await popup.copyWholeLetter();
    await popup.noteSent();
    await popup.answerKeepText('keep');
    const text = renderText(popup.document());
    expect(await popup.repository.readAll('sent')).toMatchObject({ value: [{ text }] });
  });
});
