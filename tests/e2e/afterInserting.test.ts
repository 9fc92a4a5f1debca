import { expect, test } from 'vitest';
import type { Page } from 'puppeteer-core';
import { gmailUrl, outlookUrl } from '../pages/states';
import { byRole, countByRole, waitForText } from '../support/byRole';
import { findDraft } from '../support/draft';
import { seedDetails } from '../support/seedDetails';
import { chromium, openMail, openPopup, sharePopups } from './popups';

sharePopups();

async function press(popup: Page, name: string): Promise<void> {
  await (await byRole(popup, 'button', name)).click();
}

async function insertInto(page: Page): Promise<Page> {
  const popup = await openPopup(page);
  await press(popup, 'Insert letter');
  await waitForText(popup, 'status', 'Outcome', /The letter is in/);
  return popup;
}

test('the letter in the draft can still be taken out and noted as sent after it was saved as Word', async () => {
  await seedDetails(chromium);
  const page = await openMail(gmailUrl('new'));
  const popup = await insertInto(page);
  await press(popup, 'Download Word letter');
  await waitForText(popup, 'status', 'Outcome', /in your downloads/);
  expect(await countByRole(popup, 'button', 'I have sent it')).toBe(1);
  await press(popup, 'Take the letter out again');
  await waitForText(popup, 'status', 'Outcome', /out again/);
  expect(await (await findDraft(page, 'gmail')).text()).not.toContain('Dear Mrs Patel');
  expect(await countByRole(popup, 'button', 'I have sent it')).toBe(0);
});

test('a letter noted as sent is not offered for noting a second time', async () => {
  await seedDetails(chromium);
  const page = await openMail(gmailUrl('new'));
  const popup = await insertInto(page);
  await press(popup, 'I have sent it');
  await waitForText(popup, 'status', 'Outcome', /Noted as sent/);
  await popup.close();
  const again = await openPopup(page);
  await waitForText(again, 'status', 'Outcome', /Noted as sent/);
  expect(await countByRole(again, 'button', 'I have sent it')).toBe(0);
});

test('pressed twice at once, with a Word copy to make first, the letter goes in once', async () => {
  await seedDetails(chromium, { choices: { attachWord: true } });
  const page = await openMail(gmailUrl('new'));
  const popup = await openPopup(page);
  await (await byRole(popup, 'button', 'Insert letter')).click({ count: 2 });
  await waitForText(popup, 'status', 'Outcome', /The letter is in/);
  const draft = await findDraft(page, 'gmail');
  expect((await draft.text()).split('Dear Mrs Patel')).toHaveLength(2);
  expect(await draft.attachments()).toHaveLength(1);
});

test('a popup closed while the Word copy is made says next time what came of it', async () => {
  await seedDetails(chromium, { choices: { attachWord: true } });
  const page = await openMail(gmailUrl('new'));
  const popup = await openPopup(page);
  await press(popup, 'Insert letter');
  await popup.close();
  const again = await openPopup(page);
  await waitForText(again, 'status', 'Outcome', /The letter is in|so nothing was put in\. Press Insert/);
});

test('after the email is closed, an email opened since is not said to hold the letter', async () => {
  await seedDetails(chromium);
  const page = await openMail(gmailUrl('two'));
  const popup = await openPopup(page);
  await popup.$$eval('input[type=radio]', (radios) => (radios[0] as HTMLInputElement).click());
  await press(popup, 'Insert letter');
  await waitForText(popup, 'status', 'Outcome', /The letter is in/);
  await popup.close();
  await page.evaluate(() => document.querySelector('[name=subjectbox]')?.closest('.M9')?.remove());
  const again = await openPopup(page);
  await waitForText(again, 'status', 'Outcome', /not open here now/);
  expect(await countByRole(again, 'button', 'Take the letter out again')).toBe(0);
  expect(await countByRole(again, 'button', 'I have sent it')).toBe(1);
});

test('a page that reloads in the middle is told of as that, and the next letter goes in', async () => {
  await seedDetails(chromium);
  // An email that takes no people by script keeps the job waiting for them.
  const page = await openMail(outlookUrl('people-refused'));
  const popup = await openPopup(page);
  await press(popup, 'Insert letter');
  await waitForText(popup, 'status', 'Outcome', /Putting the letter in/);
  await page.reload();
  await waitForText(popup, 'status', 'Outcome', /page changed while the letter was going in/);
  await popup.close();
  await insertInto(page);
});
