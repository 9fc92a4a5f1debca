import { expect, test } from 'vitest';
import type { Page } from 'puppeteer-core';
import { gmailUrl, outlookUrl } from '../pages/states';
import { byRole, countByRole, waitForText } from '../support/byRole';
import { findDraft } from '../support/draft';
import { seedDetails } from '../support/seedDetails';
import { chromium, openMail, openPopup, press, shareChromium } from './popups';

shareChromium();

async function insertInto(page: Page): Promise<Page> {
  const popup = await openPopup(page);
  await press(popup, 'button', 'Insert letter');
  await waitForText(popup, 'status', 'Outcome', /The letter is in/);
  return popup;
}

test('after “Download Word letter” the letter in the draft can still be taken out and noted as sent', async () => {
  await seedDetails(chromium);
  const page = await openMail(gmailUrl('new'));
  const popup = await insertInto(page);
  await press(popup, 'button', 'Download Word letter');
  await waitForText(popup, 'status', 'Outcome', /in your downloads/);
  expect(await countByRole(popup, 'button', 'I have sent it')).toBe(1);
  await press(popup, 'button', 'Take the letter out again');
  await waitForText(popup, 'status', 'Outcome', /is out;/);
  expect(await (await findDraft(page, 'gmail')).text()).not.toContain('Dear Mrs Patel');
  expect(await countByRole(popup, 'button', 'I have sent it')).toBe(0);
});

test('after a letter is noted as sent, the popup does not offer “I have sent it” again', async () => {
  await seedDetails(chromium);
  const page = await openMail(gmailUrl('new'));
  const popup = await insertInto(page);
  await press(popup, 'button', 'I have sent it');
  await waitForText(popup, 'status', 'Outcome', /Noted as sent/);
  await popup.close();
  const again = await openPopup(page);
  await waitForText(again, 'status', 'Outcome', /Noted as sent/);
  expect(await countByRole(again, 'button', 'I have sent it')).toBe(0);
});

test('a double click on “Insert letter” with a Word copy inserts the letter and the copy once', async () => {
  await seedDetails(chromium, { choices: { attachWord: true } });
  const page = await openMail(gmailUrl('new'));
  const popup = await openPopup(page);
  await (await byRole(popup, 'button', 'Insert letter')).click({ count: 2 });
  await waitForText(popup, 'status', 'Outcome', /The letter is in/);
  const draft = await findDraft(page, 'gmail');
  expect((await draft.text()).split('Dear Mrs Patel')).toHaveLength(2);
  expect(await draft.attachments()).toHaveLength(1);
});

test('a popup closed while the Word copy is made shows the outcome when it opens again', async () => {
  await seedDetails(chromium, { choices: { attachWord: true } });
  const page = await openMail(gmailUrl('new'));
  const popup = await openPopup(page);
  await press(popup, 'button', 'Insert letter');
  await popup.close();
  const again = await openPopup(page);
  await waitForText(again, 'status', 'Outcome', /The letter is in|so nothing was put in\. Press Insert/);
});

test('after the email with the letter is closed, the popup does not say that another email contains the letter', async () => {
  await seedDetails(chromium);
  const page = await openMail(gmailUrl('two'));
  const popup = await openPopup(page);
  await popup.$$eval('[aria-label="Which email?"] input', (radios) =>
    (radios[0] as HTMLInputElement).click(),
  );
  await press(popup, 'button', 'Insert letter');
  await waitForText(popup, 'status', 'Outcome', /The letter is in/);
  await popup.close();
  await page.evaluate(() => document.querySelector('[name=subjectbox]')?.closest('.M9')?.remove());
  const again = await openPopup(page);
  await waitForText(again, 'status', 'Outcome', /not open here now/);
  expect(await countByRole(again, 'button', 'Take the letter out again')).toBe(0);
  expect(await countByRole(again, 'button', 'I have sent it')).toBe(1);
});

test('a page that reloads during an insertion is reported as changed, and the next insertion works', async () => {
  await seedDetails(chromium);
  // On this page the recipients never appear, so the job is still waiting for them when the page reloads.
  const page = await openMail(outlookUrl('people-refused'));
  const popup = await openPopup(page);
  await press(popup, 'button', 'Insert letter');
  await waitForText(popup, 'status', 'Outcome', /Putting the letter in/);
  await page.reload();
  await waitForText(popup, 'status', 'Outcome', /page changed while the letter was going in/);
  await popup.close();
  await insertInto(page);
});
