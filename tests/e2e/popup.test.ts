import { formatDate, localDay } from '../../lib/letter/dates';
import { noteOnDay } from '../../lib/letter/dayRules';
import { describe, expect, test } from 'vitest';
import type { Page } from 'puppeteer-core';
import { Repository } from '../../lib/storage/repository';
import { gmailUrl, outlookUrl } from '../pages/states';
import { byRole, choose, countByRole, readByRole, waitForText } from '../support/byRole';
import { findDraft } from '../support/draft';
import { readStored } from '../support/workerStorage';
import { exampleEmployer, memoryArea, seedDetails } from '../support/seedDetails';
import { waitUntil } from '../support/waitUntil';
import { chromium, openMail, openPopup, press, shareChromium, unfoldAll } from './popups';

shareChromium();

const WHICH_EMAIL = '[aria-label="Which email?"] input';

function readOwnParagraph(popup: Page): Promise<string> {
  return readByRole(popup, 'textbox', 'About our school (optional)');
}

/** Adds a second signer, without an employer. */
async function addSecondHead(): Promise<void> {
  const stored = await readStored(chromium);
  const repository = new Repository({ area: memoryArea(stored), withLock: (work) => work() });
  await repository.addSigner({ fullName: 'Alex Reed', jobTitle: 'Headteacher', school: 'Brook School' });
  await chromium.writeStorage(stored);
}

function readDraftLine(popup: Page): Promise<string> {
  return popup.$eval('#where', (element) => element.textContent ?? '');
}

describe('the popup names the site and the open draft', () => {
  test.each([
    ['Gmail, new message', gmailUrl('new'), 'Gmail: new message, subject empty'],
    ['Gmail, subject filled in', gmailUrl('filled'), 'Gmail: new message, subject filled in'],
    ['Gmail, reply', gmailUrl('reply'), 'Gmail: reply'],
    ['Outlook, new message', outlookUrl('new'), 'Outlook: new message, subject empty'],
    [
      'Gmail, only Chat and settings',
      gmailUrl('only-look-alikes'),
      'No email is open for writing in this tab',
    ],
    [
      'Outlook, only a message being read',
      outlookUrl('only-reading'),
      'No email is open for writing in this tab',
    ],
    ['Gmail, two messages', gmailUrl('two'), 'Gmail: 2 emails are open'],
  ])('%s', async (_name, url, line) => {
    await seedDetails(chromium);
    const popup = await openPopup(await openMail(url));
    expect(await readDraftLine(popup)).toBe(line);
  });
});

describe('with nothing saved', () => {
  test('the popup asks for the first details, saves them with the insertion and puts them into the letter', async () => {
    const page = await openMail(gmailUrl('new'));
    const popup = await openPopup(page);
    await (await byRole(popup, 'textbox', 'Full name')).type('Robin Ashby');
    await (await byRole(popup, 'textbox', 'School')).type('Brookside Infant School');
    await choose(popup, 'Who employs you?', 'Voluntary aided or foundation');
    await waitForText(popup, 'textbox', 'Employer’s name', /Governing Body of Brookside Infant School/);
    expect(JSON.stringify(await readStored(chromium))).not.toContain('Brookside');
    await press(popup, 'button', 'Insert letter');
    await waitForText(popup, 'status', 'Outcome', /The letter is in/);
    expect(JSON.stringify(await readStored(chromium))).toContain('Governing Body of Brookside Infant School');
    const text = await (await findDraft(page, 'gmail')).text();
    expect(text).toContain('Robin Ashby');
    expect(text).toContain('Dear Chair of Governors');
    expect(text).toContain('Headteacher');
    expect(text).not.toContain('[your');
  });

  test('missing details are listed, each as a link to its field', async () => {
    await seedDetails(chromium, { signer: { fullName: '', jobTitle: '' }, employer: { organisation: '' } });
    const popup = await openPopup(await openMail(gmailUrl('new')));
    await byRole(popup, 'link', 'your job title');
    const names = await popup.$$eval('ul[aria-label="Missing details"] a', (links) =>
      links.map((a) => a.textContent),
    );
    expect(names).toContain('your full name');
    expect(names).toContain('employer’s name');
    await press(popup, 'link', 'your job title');
    await waitUntil('the options page', async () => {
      const pages = await chromium.browser.pages();
      return pages.find((page) => page.url().includes('options.html#about-you/jobTitle')) ?? null;
    });
  });

  test('the mailbox warning and the open choice of a voice are shown until the first letter is inserted', async () => {
    const page = await openMail(gmailUrl('new'));
    const popup = await openPopup(page);
    await byRole(popup, 'radiogroup', 'Voice');
    expect(await popup.$eval('body', (body) => body.innerText)).toContain(
      'a school mailbox and laptop belong to your employer',
    );
    await press(popup, 'button', 'Insert letter');
    await waitForText(popup, 'status', 'Outcome', /The letter is in/);
    await popup.close();
    const again = await openPopup(page);
    expect(await again.$eval('body', (body) => body.innerText)).not.toContain('school mailbox and laptop');
    await again.waitForSelector('details:not([open]) [aria-label="Voice"]');
  });
});

/** A letter of the user's own, used instead of ours; as the options page saves it. */
async function saveOwnRequest(markdown: string, supplier = ''): Promise<void> {
  const stored = await readStored(chromium);
  const repository = new Repository({ area: memoryArea(stored), withLock: (work) => work() });
  await repository.addRecord('letter', {
    title: 'Official request',
    markdown,
    replaces: 'request',
    supplier,
  });
  await chromium.writeStorage(stored);
}

async function untilPageOpens(hash: string): Promise<Page> {
  return waitUntil(`the options page at ${hash}`, async () => {
    const pages = await chromium.browser.pages();
    return pages.find((page) => page.url().includes(`options.html#${hash}`)) ?? null;
  });
}

describe('never to the wrong employer', () => {
  test('a signer without a saved employer is paired with nobody, and the popup says what to do', async () => {
    await seedDetails(chromium);
    await addSecondHead();
    const page = await openMail(gmailUrl('new'));
    const popup = await openPopup(page);
    expect(await readByRole(popup, 'combobox', 'Your employer')).not.toBe('');
    await choose(popup, 'Who is signing', 'Alex Reed, Brook School');
    await popup.waitForFunction(() =>
      document.body.innerText.includes('No employer is saved for Alex Reed yet. Choose one here'),
    );
    expect(await readByRole(popup, 'combobox', 'Your employer')).toBe('');
    await press(popup, 'button', 'Insert letter');
    await waitForText(popup, 'status', 'Outcome', /The letter is in/);
    const draft = await findDraft(page, 'gmail');
    expect(await draft.text()).toContain('[employer’s name]');
    expect(await draft.text()).not.toMatch(/Northshire|Patel/);
    expect(await draft.people()).toEqual([]);
  });

  test('an employer who does not fit “Who employs you?” is asked about before the letter goes in', async () => {
    await seedDetails(chromium, { signer: { employment: 'single-academy-trust' } });
    const page = await openMail(outlookUrl('new'));
    const popup = await openPopup(page);
    await press(popup, 'button', 'Insert letter');
    const question = await waitForText(popup, 'status', 'Outcome', /all the same\?/);
    expect(question).toBe(
      '“Who employs you?” says an academy trust for Sam Carter, but Northshire County Council is saved as a council. Insert the letter all the same?',
    );
    const draft = await findDraft(page, 'outlook');
    expect(await draft.text()).not.toContain('Sam Carter');
    await press(popup, 'button', 'Insert all the same');
    await waitForText(popup, 'status', 'Outcome', /The letter is in/);
    expect(await draft.text()).toContain('Sam Carter');
  });

  test('“Change it” opens that signer’s “Who employs you?”', async () => {
    await seedDetails(chromium, { signer: { employment: 'single-academy-trust' } });
    const popup = await openPopup(await openMail(gmailUrl('new')));
    await press(popup, 'button', 'Copy letter');
    await waitForText(popup, 'status', 'Outcome', /Copy the letter all the same\?/);
    await press(popup, 'button', 'Change it');
    await untilPageOpens('about-you/employment/');
  });
});

describe('never in other words than chosen', () => {
  const mistaken =
    '---\nid: own\ntitle: Own\nwhen: Now.\nsubject: Own\ncheckedOn: 2026-11-23\n---\n\n## Text {#text}\n\nOfficial {{no such field}} words.\n';

  test('an own letter with a mistake is said, blocks, and ours goes in only when asked for', async () => {
    await seedDetails(chromium);
    await saveOwnRequest(mistaken);
    const page = await openMail(gmailUrl('new'));
    const popup = await openPopup(page);
    await byRole(popup, 'button', 'Repair it');
    await press(popup, 'button', 'Insert letter');
    await waitForText(popup, 'status', 'Outcome', /“Official request” has a mistake.* Nothing was put in\./);
    const draft = await findDraft(page, 'gmail');
    expect(await draft.text()).not.toContain('Sam Carter');
    await press(popup, 'button', 'Use ours this time');
    await waitForText(popup, 'combobox', 'Letter', /^request$/);
    await press(popup, 'button', 'Insert letter');
    await waitForText(popup, 'status', 'Outcome', /The letter is in/);
    expect(await draft.text()).toContain('risk assessment');
  });

  test('before and after inserting, the popup says to which address the letter goes and whose wording it is', async () => {
    await seedDetails(chromium);
    await saveOwnRequest(mistaken.replace('{{no such field}}', ''), 'Example branch');
    const popup = await openPopup(await openMail(gmailUrl('new')));
    await popup.waitForFunction(
      (line) => document.body.innerText.includes(line),
      {},
      `To: ${exampleEmployer.email} · Wording: Example branch`,
    );
    await press(popup, 'button', 'Insert letter');
    await waitForText(
      popup,
      'status',
      'Outcome',
      /To: \S+@\S+ Subject filled in The wording is from Example branch, not ours\./,
    );
  });

  test('“Repair it” opens that letter among the user’s own', async () => {
    await seedDetails(chromium);
    await saveOwnRequest(mistaken);
    const popup = await openPopup(await openMail(gmailUrl('new')));
    await press(popup, 'button', 'Repair it');
    const options = await untilPageOpens('letters/own/');
    await waitUntil('what is wrong', () =>
      options.$$eval('[role=status]', (all) =>
        all.some(({ textContent }) =>
          textContent.includes('“Official request” has a mistake and cannot be used yet.'),
        ),
      ),
    );
  });
});

describe('choices', () => {
  test.each([
    ['gmail', gmailUrl('new')],
    ['outlook', outlookUrl('new')],
  ] as const)('two addresses saved as one fill in nobody in %s, and the popup says so', async (site, url) => {
    await seedDetails(chromium, { employer: { email: 'a@x.example, b@x.example' } });
    const page = await openMail(url);
    const popup = await openPopup(page);
    await unfoldAll(popup);
    expect(await popup.$eval('body', (body) => body.innerText)).toContain(
      '“a@x.example, b@x.example” is not one email address, so To will be left to you.',
    );
    await press(popup, 'button', 'Insert letter');
    await waitForText(
      popup,
      'status',
      'Outcome',
      /“a@x\.example, b@x\.example” is not one email address, so To was left to you\./,
    );
    expect(await (await findDraft(page, site)).people()).toEqual([]);
    expect(await countByRole(popup, 'button', 'Copy addresses')).toBe(0);
  });

  test('the address that will be filled in is shown under its tick', async () => {
    await seedDetails(chromium, { employer: { email: ' jo.patel@northshire.example ' } });
    const page = await openMail(gmailUrl('new'));
    const popup = await openPopup(page);
    await unfoldAll(popup);
    expect(await popup.$$eval('[role=group] p', (hints) => hints.map((hint) => hint.textContent))).toContain(
      'jo.patel@northshire.example',
    );
    await press(popup, 'button', 'Insert letter');
    await waitForText(popup, 'status', 'Outcome', /The letter is in/);
    expect(await (await findDraft(page, 'gmail')).people()).toEqual(['jo.patel@northshire.example']);
  });

  test('the voice “Do not mention NAHT” stays when the popup closes, and the letter does not mention NAHT', async () => {
    await seedDetails(chromium, { choices: { mentionUnion: true }, settings: { mailboxWarningSeen: false } });
    const page = await openMail(gmailUrl('new'));
    const popup = await openPopup(page);
    await byRole(popup, 'radiogroup', 'Voice');
    await press(popup, 'radio', 'Do not mention NAHT');
    await waitUntil('the voice is saved', async () =>
      JSON.stringify(await readStored(chromium)).includes('without NAHT'),
    );
    await popup.close();
    const again = await openPopup(page);
    await press(again, 'button', 'Insert letter');
    await waitForText(again, 'status', 'Outcome', /The letter is in/);
    const text = await (await findDraft(page, 'gmail')).text();
    expect(text).toContain('I am asking you to:');
    expect(text).not.toMatch(/NAHT|Schools Week/);
  });

  test('choices and the own paragraph stay when the popup closes, and the paragraph is not saved to the disk', async () => {
    await seedDetails(chromium);
    const page = await openMail(gmailUrl('new'));
    const popup = await openPopup(page);
    await unfoldAll(popup);
    await (await byRole(popup, 'textbox', 'About our school (optional)')).type('We are a school of ninety.');
    await press(popup, 'checkbox', 'Set a review date');
    await popup.waitForFunction(() => document.body.innerText.includes('4 requests'));
    await popup.close();
    const again = await openPopup(page);
    await unfoldAll(again);
    expect(await readByRole(again, 'textbox', 'About our school (optional)')).toBe(
      'We are a school of ninety.',
    );
    expect(await again.$eval('body', (body) => body.innerText)).toContain('4 requests');
    await press(again, 'button', 'Insert letter');
    await waitForText(again, 'status', 'Outcome', /The letter is in/);
    expect(await (await findDraft(page, 'gmail')).text()).toContain('We are a school of ninety.');
    expect(JSON.stringify(await readStored(chromium))).not.toContain('school of ninety');
  });

  test('the letter is saved when “I have sent it” is pressed and its question is answered, and not before', async () => {
    await seedDetails(chromium, { settings: { sentText: '' } });
    const page = await openMail(gmailUrl('new'));
    const popup = await openPopup(page);
    await press(popup, 'button', 'Insert letter');
    await waitForText(popup, 'status', 'Outcome', /The letter is in/);
    expect(Object.keys(await readStored(chromium)).some((key) => key.startsWith('sent:'))).toBe(false);
    await press(popup, 'button', 'I have sent it');
    await waitForText(popup, 'status', 'Outcome', /^Keep the text too, or only the dates\?/);
    expect(Object.keys(await readStored(chromium)).some((key) => key.startsWith('sent:'))).toBe(false);
    await press(popup, 'button', 'Keep the text too');
    await waitForText(popup, 'status', 'Outcome', /Noted as sent on /);
    const kept = Object.entries(await readStored(chromium)).find(([key]) => key.startsWith('sent:'));
    expect(JSON.stringify(kept)).toContain('Northshire County Council');
  });

  test('one signer’s own paragraph does not go into another signer’s letter, and returns with the first signer', async () => {
    await seedDetails(chromium);
    await addSecondHead();
    const page = await openMail(gmailUrl('new'));
    const popup = await openPopup(page);
    await unfoldAll(popup);
    await (await byRole(popup, 'textbox', 'About our school (optional)')).type('We are a school of ninety.');
    await choose(popup, 'Who is signing', 'Alex Reed, Brook School');
    await waitUntil('the field to be empty', async () => (await readOwnParagraph(popup)) === '');
    await press(popup, 'button', 'Insert letter');
    await waitForText(popup, 'status', 'Outcome', /The letter is in/);
    const text = await (await findDraft(page, 'gmail')).text();
    expect(text).toContain('Alex Reed');
    expect(text).not.toContain('school of ninety');
    await popup.close();
    const again = await openPopup(page);
    await unfoldAll(again);
    expect(await readOwnParagraph(again)).toBe('');
    await choose(again, 'Who is signing', 'Sam Carter, Larkrise Primary School');
    await waitUntil(
      'the words',
      async () => (await readOwnParagraph(again)) === 'We are a school of ninety.',
    );
  });

  test('a reply date in the school holidays is named as such, and the button sets the first working day after', async () => {
    await seedDetails(chromium);
    const popup = await openPopup(await openMail(gmailUrl('new')));
    await unfoldAll(popup);
    const year = Number(localDay(new Date()).slice(0, 4)) + 1;
    const holiday = `${year}-08-10`;
    const better = noteOnDay('reply date', holiday, localDay(new Date()))?.better ?? '';
    await popup.focus('[data-field="reply date"]');
    await popup.keyboard.type(`0810${year}`);
    await popup.waitForFunction(() =>
      document.body.innerText.includes(
        'This falls in the school holidays at many schools; dates differ by area.',
      ),
    );
    expect(await popup.$eval('body', (body) => body.innerText)).toContain('– check this day');
    await press(popup, 'button', `Use ${formatDate(better)}`);
    await popup.waitForFunction(() => !document.body.innerText.includes('school holidays'));
    expect(await popup.$eval('[data-field="reply date"]', (input) => (input as HTMLInputElement).value)).toBe(
      better,
    );
  });

  test('the choice between two open emails stays when the popup closes', async () => {
    await seedDetails(chromium);
    const page = await openMail(gmailUrl('two'));
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    const popup = await openPopup(page);
    await popup.$$eval(WHICH_EMAIL, (radios) => (radios[1] as HTMLInputElement).click());
    await popup.waitForSelector(`${WHICH_EMAIL}:checked`);
    await popup.close();
    const again = await openPopup(page);
    expect(
      await again.$$eval(WHICH_EMAIL, (radios) => radios.map((radio) => radio.matches(':checked'))),
    ).toEqual([false, true]);
  });

  test('with two emails open and the caret in neither, the letter goes in only after one is chosen', async () => {
    await seedDetails(chromium);
    const page = await openMail(gmailUrl('two'));
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    const popup = await openPopup(page);
    expect(await countByRole(popup, 'radiogroup', 'Which email?')).toBe(1);
    expect(await popup.$$eval(`${WHICH_EMAIL}:checked`, (radios) => radios.length)).toBe(0);
    await press(popup, 'button', 'Insert letter');
    await waitForText(popup, 'status', 'Outcome', /Choose which one/);
    await popup.$$eval(WHICH_EMAIL, (radios) => (radios[1] as HTMLInputElement).click());
    await press(popup, 'button', 'Insert letter');
    await waitForText(popup, 'status', 'Outcome', /The letter is in/);
    expect(await (await findDraft(page, 'gmail', 0)).text()).not.toContain('Dear Mrs Patel');
    expect(await (await findDraft(page, 'gmail', 1)).text()).toContain('Dear Mrs Patel');
  });

  test('a second copy of the letter goes in only after “Insert a second copy”', async () => {
    await seedDetails(chromium);
    const page = await openMail(gmailUrl('new'));
    const popup = await openPopup(page);
    await press(popup, 'button', 'Insert letter');
    await waitForText(popup, 'status', 'Outcome', /The letter is in/);
    const once = await (await findDraft(page, 'gmail')).text();
    await press(popup, 'button', 'Back to Insert letter');
    await press(popup, 'button', 'Insert letter');
    await waitForText(popup, 'status', 'Outcome', /already/);
    expect(await (await findDraft(page, 'gmail')).text()).toBe(once);
    await press(popup, 'button', 'Insert a second copy');
    await waitForText(popup, 'status', 'Outcome', /The letter is in/);
    expect((await (await findDraft(page, 'gmail')).text()).split('Dear Mrs Patel')).toHaveLength(3);
  });
});

describe('when the letter cannot go in', () => {
  test('with no email open, the popup says so, and the Word letter can be downloaded', async () => {
    await seedDetails(chromium);
    const popup = await openPopup(await openMail(gmailUrl('only-look-alikes')));
    await press(popup, 'button', 'Insert letter');
    await waitForText(popup, 'status', 'Outcome', /No email is open for writing/);
    await press(popup, 'button', 'Download Word letter');
    const path = await chromium.waitForDownload(/\.docx$/);
    expect(path).toMatch(/Risk assessment request/);
  });

  test('“Open a new email” opens the site’s empty email, with nothing of the letter in its address', async () => {
    await seedDetails(chromium);
    const popup = await openPopup(await openMail(gmailUrl('only-look-alikes')));
    await press(popup, 'button', 'Open a new email');
    const email = await waitUntil('the new email', async () => {
      const pages = await chromium.browser.pages();
      return pages.find((page) => page.url().includes('view=cm')) ?? null;
    });
    expect(email.url()).toBe('https://mail.google.com/mail/u/0/?view=cm&fs=1');
  });

  test('with the caret in another site’s frame nothing is written, the popup says why, and Copy letter has the focus', async () => {
    await seedDetails(chromium);
    const page = await openMail('https://forum.example/');
    await page.click('#other');
    const popup = await openPopup(page);
    expect(await readDraftLine(popup)).toBe('This part of the page belongs to another site');
    await press(popup, 'button', 'Insert letter');
    await waitForText(popup, 'status', 'Outcome', /belongs to another site, where we cannot write/);
    expect(await popup.evaluate(() => document.activeElement?.textContent)).toBe('Copy letter');
    for (const frame of page.frames())
      expect(await frame.evaluate(() => document.body.textContent)).not.toContain('Dear Mrs Patel');
  });

  test('on a page that refuses extensions the popup says so, and Copy letter has the focus', async () => {
    await seedDetails(chromium);
    const page = await chromium.openPage('chrome://version/');
    const popup = await openPopup(page);
    await press(popup, 'button', 'Insert letter');
    await waitForText(popup, 'status', 'Outcome', /does not let extensions work on this page/);
    expect(await popup.evaluate(() => document.activeElement?.textContent)).toBe('Copy letter');
  });
});
