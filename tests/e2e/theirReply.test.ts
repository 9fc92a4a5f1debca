/** “Help me answer this”, by the real icon, alike in Chromium and Firefox. */
import type { Page } from 'puppeteer-core';
import { addDays, formatDate, localDay } from '../../lib/letter/dates';
import { afterEach, describe, expect, test } from 'vitest';
import { answerAsSites } from '../pages/answer';
import { freshGmailDraft } from '../pages/gmail/gmailPage';
import type { StandInMail } from '../pages/mails';
import { freshOutlookDraft } from '../pages/outlook/outlookPage';
import { gmailUrl, outlookUrl } from '../pages/states';
import { chromiumBuild, firefoxBuild, requireBuild } from '../support/builds';
import { launchChromium } from '../support/chromium';
import { findDraft } from '../support/draft';
import { launchFirefox } from '../support/firefox';
import type { OwnPage } from '../support/ownPage';
import { exampleEmployer, exampleSigner, seedDetails } from '../support/seedDetails';
import type { Session } from '../support/session';
import { shareBrowser } from '../support/shareBrowser';
import { BROWSERS, takeTurns } from '../support/takeTurns';
import { waitUntil } from '../support/waitUntil';

const TODAY = localDay(new Date());
const SENT_ON = addDays(TODAY, -11);
const PROMISED = addDays(TODAY, 20);

const HOLDING = `Dear Sam

Thank you for your letter about the risk assessment of Ofsted inspections. We are taking advice from our health and safety team before we respond, and I will write to you again by ${formatDate(PROMISED)}.

Kind regards
Jo Patel
Head of Schools, Northshire`;

const OTHER_TEXT =
  'The zebra crossing outside the library will be repainted on Tuesday, says the highways team.';

const theirs: StandInMail = {
  name: 'Jo Patel',
  address: exampleEmployer.email,
  sentAt: `${SENT_ON}T09:12`,
  text: HOLDING,
};
const own: StandInMail = {
  name: exampleSigner.fullName,
  address: exampleSigner.email,
  sentAt: `${addDays(SENT_ON, 1)}T08:00`,
  text: 'Thank you, I look forward to hearing from you about the assessment.',
};
const stranger: StandInMail = {
  name: 'Robin Ellis',
  address: 'robin.ellis@elsewhere.example',
  sentAt: `${SENT_ON}T09:12`,
  text: OTHER_TEXT,
};

interface Place {
  site: 'Gmail' | 'Outlook';
  /** A conversation, oldest first, without a draft. */
  conversation: (...mails: StandInMail[]) => string;
  quoteShown: (mail: StandInMail) => string;
  quoteFolded: (mail: StandInMail) => string;
}

const reply = { kind: 'reply' as const, subject: 'Re: Risk assessment', to: [exampleEmployer.email] };

const places: Place[] = [
  {
    site: 'Gmail',
    conversation: (...messages) => gmailUrl('only-look-alikes', { messages, lookAlikes: [] }),
    quoteShown: (quoted) =>
      gmailUrl('reply', {
        messages: [],
        quoted,
        drafts: [{ ...freshGmailDraft, ...reply, quote: 'expanded' }],
      }),
    quoteFolded: (quoted) =>
      gmailUrl('reply', {
        messages: [],
        quoted,
        keepsFoldedQuote: true,
        drafts: [{ ...freshGmailDraft, ...reply, quote: 'collapsed' }],
      }),
  },
  {
    site: 'Outlook',
    conversation: (...messages) => outlookUrl('only-reading', { messages: messages.toReversed() }),
    quoteShown: (quoted) =>
      outlookUrl('reply', {
        messages: [],
        quoted,
        drafts: [{ ...freshOutlookDraft, ...reply, quote: 'with marker' }],
      }),
    quoteFolded: (quoted) =>
      outlookUrl('reply', {
        messages: [],
        quoted,
        drafts: [{ ...freshOutlookDraft, ...reply, quote: 'outside the editor' }],
      }),
  },
];

describe.each(BROWSERS)('Help me answer this, %s', (name) => {
  let session: Session;
  let page: Page;

  shareBrowser(async () => {
    session = await (name === 'chromium'
      ? launchChromium({ extensionDir: requireBuild(chromiumBuild), answer: answerAsSites })
      : launchFirefox({ extensionDir: requireBuild(firefoxBuild), answer: answerAsSites }));
    await seedDetails(session);
    return session;
  });
  afterEach(() => page.close());

  async function open(url: string): Promise<OwnPage> {
    page = await session.openPage(url);
    return openPopup();
  }

  async function openPopup(): Promise<OwnPage> {
    const popup = await session.openPopup(page);
    await waitUntil('the popup has looked', async () => /Help me answer this/.test(await popup.text()));
    return popup;
  }

  async function lookAtReply(popup: OwnPage, expected: RegExp): Promise<string> {
    await popup.press('button', 'Help me answer this');
    return waitUntil(String(expected), async () => {
      const text = await popup.text();
      return expected.test(text) ? text : null;
    });
  }

  /** No five words in a row of the mail are in the extension's storage. */
  async function expectNothingKept(text: string): Promise<void> {
    const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    const stored = [await session.readStorage('local'), await session.readStorage('session')];
    const kept = (
      JSON.stringify(stored)
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? []
    ).join(' ');
    const runs = words.slice(4).map((_, at) => words.slice(at, at + 5).join(' '));
    expect(runs.length).toBeGreaterThan(8);
    expect(runs.filter((run) => kept.includes(run))).toEqual([]);
  }

  const TAKING_ADVICE = /We think they are saying:\s+we are taking advice/;

  describe.each(places)('in $site', ({ conversation, quoteShown, quoteFolded }) => {
    test('the open message is read, and nothing of it is kept', async () => {
      const popup = await open(conversation(theirs));
      const text = await lookAtReply(popup, TAKING_ADVICE);
      expect(text).toContain('The message open here, from Jo Patel');
      expect(text).toContain(formatDate(SENT_ON));
      expect(text).toContain('We are taking advice from our health and safety team before we respond');
      expect(text).toContain(`They say they will answer or act by ${formatDate(PROMISED)}.`);
      await popup.press('button', 'Yes: ask for support meanwhile');
      await waitUntil('the letter', async () =>
        (await popup.text()).includes('Ask for support while they take advice'),
      );
      expect(await popup.text()).toContain(
        'Then press Reply, click this icon again and press Insert letter.',
      );
      await popup.press('button', 'Use this letter');
      await waitUntil('the letters again', async () => (await popup.text()).includes('Copy letter'));
      // A new email would not be the answer: Reply comes next.
      expect(await popup.text()).not.toContain('In the new email, click this icon again.');
      expect(await popup.read('combobox', 'Letter')).toMatch(
        /Ask for support while they take advice|reply-holding/,
      );
      await popup.close();
      await expectNothingKept(HOLDING);
    });

    test('of a conversation, the newest message that is not the user’s own is read', async () => {
      const earlier = { ...theirs, sentAt: `${addDays(SENT_ON, -4)}T10:00`, text: OTHER_TEXT };
      const popup = await open(conversation(earlier, theirs, own));
      const text = await lookAtReply(popup, TAKING_ADVICE);
      expect(text).toContain('The newest message here is your own.');
      expect(text).not.toContain('zebra');
      await popup.close();
      await expectNothingKept(HOLDING);
    });

    test('where all messages are the user’s own, it says so', async () => {
      const popup = await open(conversation(own));
      const text = await lookAtReply(popup, /There is no reply here yet/);
      expect(text).toContain(`The newest message here is your own, of ${formatDate(addDays(SENT_ON, 1))}.`);
      await popup.close();
    });

    test('the shown quoted mail of the draft is read', async () => {
      const popup = await open(quoteShown(theirs));
      const text = await lookAtReply(popup, TAKING_ADVICE);
      expect(text).toContain(
        `The mail quoted here, from Jo Patel <${exampleEmployer.email}>, ${formatDate(SENT_ON)}.`,
      );
      await popup.close();
      await expectNothingKept(HOLDING);
    });

    test('the folded quoted mail of the draft is read', async () => {
      const popup = await open(quoteFolded(theirs));
      const text = await lookAtReply(popup, TAKING_ADVICE);
      expect(text).toContain(
        `The mail quoted here, from Jo Patel <${exampleEmployer.email}>, ${formatDate(SENT_ON)}.`,
      );
      await popup.close();
      await expectNothingKept(HOLDING);
    });

    test('selected text comes before all else, and the draft stays as it is', async () => {
      page = await session.openPage(conversation({ ...theirs, text: `${OTHER_TEXT}\n\n${HOLDING}` }));
      await page.evaluate(() => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode())
          if (node.nodeValue?.startsWith('Thank you for your letter')) {
            const range = document.createRange();
            range.selectNodeContents(node);
            getSelection()?.removeAllRanges();
            getSelection()?.addRange(range);
          }
      });
      const popup = await openPopup();
      const text = await lookAtReply(popup, TAKING_ADVICE);
      expect(text).toContain('The text you selected, from Jo Patel');
      await popup.close();
      await expectNothingKept(HOLDING);
    });

    test('somebody else’s message is looked at only after a question', async () => {
      const popup = await open(conversation(stranger));
      const before = await lookAtReply(popup, /This is not from anyone saved as your employer/);
      expect(before).toContain('Robin Ellis');
      expect(before).not.toContain('zebra');
      await popup.press('button', 'Look at it');
      const after = await waitUntil('what it says', async () => {
        const text = await popup.text();
        return text.includes('This does not seem to be about your letter') ? text : null;
      });
      expect(after).toContain('zebra crossing');
      await popup.close();
      await expectNothingKept(OTHER_TEXT);
    });

    test('looking changes nothing in the page and sends no request', async () => {
      const popup = await open(quoteShown(theirs));
      const site = quoteShown(theirs).includes('mail.google') ? 'gmail' : 'outlook';
      const draft = await findDraft(page, site);
      const before = await draft.html();
      const requests = session.mail.requests.length;
      await lookAtReply(popup, TAKING_ADVICE);
      expect(await draft.html()).toBe(before);
      expect(await draft.misuse()).toEqual({ scriptedKeys: [], pressed: [] });
      expect(session.mail.requests.length).toBe(requests);
      await popup.close();
    });

    takeTurns(name);
  });

  test('where Outlook shows no address, the saved contact’s name is enough', async () => {
    const popup = await open(outlookUrl('only-reading', { messages: [theirs], showsAddresses: false }));
    expect(await lookAtReply(popup, TAKING_ADVICE)).not.toContain('Look at it anyway');
    await popup.close();
  });

  test('a folded message is asked to be opened', async () => {
    const popup = await open(
      gmailUrl('only-look-alikes', { messages: [{ ...theirs, isFolded: true }, own], lookAlikes: [] }),
    );
    expect(await lookAtReply(popup, /Their message is folded/)).toContain('Paste their reply');
    await popup.close();
  });

  takeTurns(name);
});
