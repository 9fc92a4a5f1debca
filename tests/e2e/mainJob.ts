/** The main job, tested alike in Chromium and Firefox: inserting by the toolbar icon and by right-click, and taking out. */
import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, test } from 'vitest';
import { blockTexts } from '../../lib/letter/render/text';
import { pickRequest, pickSection } from '../../lib/letter/compose/compose';
import { listRequests } from '../../lib/letter/model';
import { gmailUrl, outlookUrl } from '../pages/states';
import { findDraft, type Draft, type MailSite } from '../support/draft';
import { builtInLetter, expectedLetter, expectedSubject, firstMissing } from '../support/expectedLetter';
import type { OwnPage } from '../support/ownPage';
import { extensionRequests } from '../support/mailServer';
import { exampleEmployer, exampleSigner, seedDetails } from '../support/seedDetails';
import { shareBrowser } from '../support/shareBrowser';
import type { Session } from '../support/session';
import { waitUntil } from '../support/waitUntil';

const FIRST_WORDS = 'Dear Alex, I hope the term is going well.';
const LAST_WORDS = 'I attach what you asked for.';
const OWN_WORDS = [FIRST_WORDS, LAST_WORDS, 'Sam Carter', 'Headteacher', 'Larkrise Primary School'];

const sites: { site: MailSite; name: string; draftWithWords: string; fresh: string; two: string }[] = [
  {
    site: 'gmail',
    name: 'Gmail',
    draftWithWords: gmailUrl('signature'),
    fresh: gmailUrl('new'),
    two: gmailUrl('two'),
  },
  {
    site: 'outlook',
    name: 'Outlook',
    draftWithWords: outlookUrl('signature'),
    fresh: outlookUrl('new'),
    two: outlookUrl('tabs'),
  },
];

export function describeMainJob(launch: () => Promise<Session>): void {
  let session: Session;
  let page: Page;

  shareBrowser(async () => {
    session = await launch();
    await seedDetails(session);
    return session;
  });
  afterEach(() => page.close());

  async function open(url: string, site: MailSite): Promise<Draft> {
    page = await session.openPage(url);
    return findDraft(page, site);
  }

  /** Waits until the popup has found the draft, as a user would before pressing a button. */
  async function openPopup(): Promise<OwnPage> {
    const popup = await session.openPopup(page);
    await waitUntil('the popup has found the draft', async () =>
      /: (?:new message|the letter is in)/.test(await popup.text()),
    );
    return popup;
  }

  async function pressInsert(outcome = /is in your/): Promise<string> {
    const popup = await openPopup();
    await popup.press('button', 'Insert letter');
    const sentence = await popup.waitFor('status', 'Outcome', outcome);
    await popup.close();
    return sentence;
  }

  describe.each(sites)('in $name, by the toolbar icon', ({ site, draftWithWords, fresh, two }) => {
    test('the whole letter, its subject and the address go in, and every word of the draft stays', async () => {
      const draft = await open(draftWithWords, site);
      await draft.putCaretAfter(FIRST_WORDS);
      const sentence = await pressInsert();
      const letter = expectedLetter('request');
      const text = await draft.text();
      expect(firstMissing([FIRST_WORDS, ...blockTexts(letter), LAST_WORDS], text)).toBeNull();
      expect(firstMissing(OWN_WORDS, text)).toBeNull();
      expect(await draft.subject()).toBe(expectedSubject(letter));
      expect(await draft.people()).toEqual([exampleEmployer.email]);
      expect(sentence).toContain('The letter is in');
    });

    test('one Ctrl+Z takes out exactly the letter, and Ctrl+Y puts it back', async () => {
      const draft = await open(draftWithWords, site);
      await draft.putCaretAfter(FIRST_WORDS);
      const before = await draft.html();
      await pressInsert();
      const withLetter = await draft.text();
      await page.bringToFront();
      await draft.body.focus();
      await draft.pressUndo();
      await waitUntil('the letter is out', async () => (await draft.text()) !== withLetter);
      expect(await draft.html()).toBe(before);
      await draft.pressRedo();
      await waitUntil(
        'the letter is back',
        async () => firstMissing(blockTexts(expectedLetter('request')), await draft.text()) === null,
      );
    });

    test('“Take the letter out again” restores the draft exactly', async () => {
      const draft = await open(draftWithWords, site);
      await draft.putCaretAfter(FIRST_WORDS);
      const before = await draft.html();
      const popup = await openPopup();
      await popup.press('button', 'Insert letter');
      await popup.waitFor('status', 'Outcome', /is in your/);
      await popup.press('button', 'Take the letter out again');
      const sentence = await popup.waitFor('status', 'Outcome', /is out;|press Ctrl\+Z/);
      await popup.close();
      expect(sentence).toContain('The letter is out; your own words are as they were.');
      expect(await draft.html()).toBe(before);
    });

    test('inserting sends no request, makes no key event and presses neither Send nor Discard', async () => {
      const draft = await open(draftWithWords, site);
      const before = session.mail.requests.length;
      await pressInsert();
      expect(extensionRequests(session.mail.requests.slice(before))).toEqual([]);
      expect(await draft.misuse()).toEqual({ scriptedKeys: [], pressed: [] });
    });

    test('the letter goes in although the popup is closed at once', async () => {
      const draft = await open(fresh, site);
      const popup = await openPopup();
      await popup.press('button', 'Insert letter');
      await popup.close();
      const texts = blockTexts(expectedLetter('request'));
      await waitUntil('the letter', async () => firstMissing(texts, await draft.text()) === null);
      const again = await openPopup();
      expect(await again.waitFor('status', 'Outcome', /\./)).toContain('The letter is in');
      await again.close();
    });

    test('with two emails open, a reload leaves nothing said of the letter and nothing to take out', async () => {
      const openOnTwo = async () => {
        const popup = await session.openPopup(page);
        await waitUntil('the popup has found the emails', async () =>
          /: (?:new message|2 emails)/.test(await popup.text()),
        );
        return popup;
      };
      const draft = await open(two, site);
      await draft.body.focus();
      const popup = await openOnTwo();
      await popup.press('button', 'Insert letter');
      await popup.waitFor('status', 'Outcome', /is in your/);
      expect(await popup.text()).toContain('Take the letter out again');
      await popup.close();
      // The emails after the reload have the places and the ids of those before it, and not the letter.
      await page.reload();
      const after = await findDraft(page, site);
      await after.body.focus();
      const again = await openOnTwo();
      const sentence = await again.waitFor('status', 'Outcome', /\./);
      expect(sentence).toContain('went into an email that is not open here now');
      expect(await again.text()).toContain('I have sent it');
      expect(await again.text()).not.toContain('Take the letter out again');
      await again.close();
      expect(await after.text()).not.toContain('Dear Mrs Patel');
    });

    test('with two emails side by side, what is said and done is of the one with the letter', async () => {
      const first = await open(two, site);
      // Outlook shows one of several emails; a reply in the reading pane can stand beside it.
      await page.$$eval('.pane[hidden]', (panes) => panes.forEach((pane) => pane.removeAttribute('hidden')));
      const second = await findDraft(page, site, 1);
      const before = [await first.html(), await second.html()];
      const openBeside = async (focused: Draft) => {
        await page.bringToFront();
        await focused.body.focus();
        const popup = await session.openPopup(page);
        await waitUntil('the popup has found the emails', async () =>
          /2 emails|letter is in/.test(await popup.text()),
        );
        return popup;
      };
      const popup = await openBeside(second);
      await popup.press('button', 'Insert letter');
      await popup.waitFor('status', 'Outcome', /is in your/);
      await popup.close();
      const ofFirst = await openBeside(first);
      const isOfSecond = /letter is in|Take the letter out again/;
      expect(await ofFirst.text()).not.toMatch(isOfSecond);
      await ofFirst.press('button', 'Copy letter');
      await ofFirst.waitFor('status', 'Outcome', /copied/);
      expect(await ofFirst.text()).not.toMatch(isOfSecond);
      expect(await ofFirst.text()).toContain('I have sent it');
      await ofFirst.close();
      const ofSecond = await openBeside(second);
      await ofSecond.press('button', 'Take the letter out again');
      await ofSecond.waitFor('status', 'Outcome', /is out;/);
      await ofSecond.close();
      expect([await first.html(), await second.html()]).toEqual(before);
    });
  });

  describe.each(sites)('in $name, by right-click', ({ site, fresh, draftWithWords }) => {
    const request = builtInLetter('request');

    test('the whole letter goes in, and subject and recipients stay empty', async () => {
      const draft = await open(fresh, site);
      await draft.body.focus();
      await session.chooseFromMenu(page, await draft.point(), ['Whole letter: Ask for a risk assessment']);
      const texts = blockTexts(expectedLetter('request'));
      await waitUntil('the letter', async () => firstMissing(texts, await draft.text()) === null);
      expect(await draft.subject()).toBe('');
      expect(await draft.people()).toEqual([]);
    });

    test('one section, chosen by its title, goes in at the caret', async () => {
      const draft = await open(draftWithWords, site);
      const section = request.sections.find(({ id }) => id === 'assurance');
      await session.chooseFromMenu(page, await draft.pointAfter(LAST_WORDS), [
        'A part of the letter',
        section?.title ?? '',
      ]);
      const picked = pickSection(expectedLetter('request'), 'assurance');
      const texts = [LAST_WORDS, ...(picked ? blockTexts(picked) : ['no such section'])];
      await waitUntil('the section', async () => firstMissing(texts, await draft.text()) === null);
      expect(firstMissing(OWN_WORDS, await draft.text())).toBeNull();
    });

    test('one request goes in without the rest of the letter', async () => {
      const draft = await open(fresh, site);
      const [first] = listRequests(request);
      await draft.body.focus();
      await session.chooseFromMenu(page, await draft.point(), ['A request', first?.title ?? '']);
      const picked = pickRequest(expectedLetter('request'), first?.id ?? '');
      const texts = picked ? blockTexts(picked) : ['no such request'];
      await waitUntil('the request', async () => firstMissing(texts, await draft.text()) === null);
      expect(await draft.text()).not.toContain('Dear ');
    });

    test('one detail goes into the middle of a line', async () => {
      const draft = await open(draftWithWords, site);
      await session.chooseFromMenu(page, await draft.pointAfter('I attach what you'), [
        'My details',
        'School',
      ]);
      await waitUntil('the detail', async () => /what you\s*Larkrise/.test(await draft.text()));
      expect(await draft.text()).toMatch(/I attach what you\s*Larkrise Primary School\s*asked for\./);
    });
  });

  test('co-signers who have agreed sign the letter too, and “I” becomes “we”', async () => {
    const coSigners = [
      { id: 'one', fullName: 'Robin Ellis', jobTitle: 'Deputy headteacher', school: '', agreed: true },
      { id: 'two', fullName: 'Kim Doyle', jobTitle: 'Assistant headteacher', school: '', agreed: false },
    ];
    await seedDetails(session, { signer: { coSigners } });
    const draft = await open(gmailUrl('new'), 'gmail');
    await pressInsert();
    await seedDetails(session);
    const text = await draft.text();
    const joint = expectedLetter('request', { signer: { ...exampleSigner, coSigners } });
    expect(firstMissing(blockTexts(joint), text)).toBeNull();
    expect(text).toContain('Robin Ellis');
    expect(text).not.toContain('Kim Doyle');
    expect(text).toMatch(/\bwe ask\b/i);
  });
}
