import { describe, expect, test } from 'vitest';
import type { Page } from 'puppeteer-core';
import { gmailUrl, outlookUrl } from '../pages/states';
import { findAxeViolations } from '../support/axe';
import { byRole, waitForText } from '../support/byRole';
import { findDraft } from '../support/draft';
import { seedDetails } from '../support/seedDetails';
import { chromium, openMail, openPopup, press, shareChromium, unfoldAll } from './popups';

shareChromium();

describe('size, keyboard and accessibility', () => {
  test('the popup needs no scrolling and at most 560 px before and after inserting', async () => {
    await seedDetails(chromium);
    const popup = await openPopup(await openMail(gmailUrl('signature')));
    const measure = () =>
      popup.evaluate(() => {
        const [root, scroll] = ['#root', 'main > div'].map((selector) => document.querySelector(selector));
        return {
          width: root?.clientWidth,
          height: root?.scrollHeight,
          hidden: (scroll?.scrollHeight ?? 0) - (scroll?.clientHeight ?? 0),
        };
      });
    const ready = await measure();
    expect(ready).toMatchObject({ width: 400, hidden: 0 });
    expect(ready.height).toBeLessThanOrEqual(560);
    await press(popup, 'button', 'Insert letter');
    await waitForText(popup, 'status', 'Outcome', /The letter is in/);
    const done = await measure();
    expect(done).toMatchObject({ width: 400, hidden: 0 });
    expect(done.height).toBeLessThanOrEqual(560);
  });

  test.each([
    ['at 100 %', 560],
    ['at 125 %', 480],
  ])('the six first questions and both buttons are in view without scrolling %s', async (_scale, height) => {
    const popup = await openPopup(await openMail(gmailUrl('new')));
    await byRole(popup, 'textbox', 'Employer’s email (optional)');
    await popup.setViewport({ width: 400, height });
    const below = await popup.evaluate((limit) => {
      const buttons = document.getElementById('insert')?.getBoundingClientRect();
      const fields = [...document.querySelectorAll('[aria-label="Your details"] :is(input, select)')];
      return {
        fields: fields.length,
        hidden: fields.filter((one) => one.getBoundingClientRect().bottom > (buttons?.top ?? 0)).length,
        isRowSeen: (buttons?.bottom ?? Infinity) <= limit,
      };
    }, height);
    expect(below).toEqual({ fields: 6, hidden: 0, isRowSeen: true });
  });

  test('the letter can be inserted and taken out by keyboard alone', async () => {
    await seedDetails(chromium);
    const page = await openMail(gmailUrl('new'));
    const popup = await openPopup(page);
    await tabTo(popup, 'Insert letter');
    await popup.keyboard.press('Enter');
    await waitForText(popup, 'status', 'Outcome', /The letter is in/);
    expect(await (await findDraft(page, 'gmail')).text()).toContain('Dear Mrs Patel');
    await tabTo(popup, 'Take the letter out again');
    await popup.keyboard.press('Enter');
    await waitForText(popup, 'status', 'Outcome', /out/);
    expect(await (await findDraft(page, 'gmail')).text()).not.toContain('Dear Mrs Patel');
  });

  test.each(['light', 'dark'] as const)(
    'axe finds no violation in any state of the popup, %s',
    async (scheme) => {
      const empty = await openPopup(await openMail(gmailUrl('new')));
      await unfoldAll(empty);
      expect(await findAxeViolations(empty, scheme)).toEqual([]);
      await empty.close();

      await seedDetails(chromium, { choices: { letterId: 'inspection-notified' } });
      const page = await openMail(gmailUrl('two'));
      const ready = await openPopup(page);
      await unfoldAll(ready);
      expect(await findAxeViolations(ready, scheme)).toEqual([]);
      await ready.$$eval('[aria-label="Which email?"] input', (radios) =>
        (radios[0] as HTMLInputElement).click(),
      );
      await press(ready, 'button', 'Insert letter');
      await waitForText(ready, 'status', 'Outcome', /The letter is in/);
      await unfoldAll(ready);
      expect(await findAxeViolations(ready, scheme)).toEqual([]);
      await press(ready, 'button', 'Back to Insert letter');
      await press(ready, 'button', 'Insert letter');
      await waitForText(ready, 'status', 'Outcome', /already/);
      expect(await findAxeViolations(ready, scheme)).toEqual([]);
      await press(ready, 'button', 'Something not working?');
      await byRole(ready, 'button', 'Copy report');
      expect(await findAxeViolations(ready, scheme)).toEqual([]);
      await ready.close();

      const refused = await openPopup(await openMail(outlookUrl('only-reading')));
      await press(refused, 'button', 'Insert letter');
      await waitForText(refused, 'status', 'Outcome', /No email is open/);
      expect(await findAxeViolations(refused, scheme)).toEqual([]);
    },
  );
});

/** Presses Tab until the control with that text has the focus. */
async function tabTo(popup: Page, name: string): Promise<void> {
  for (let pressed = 0; pressed < 60; pressed += 1) {
    await popup.keyboard.press('Tab');
    if ((await popup.evaluate(() => document.activeElement?.textContent)) === name) return;
  }
  throw new Error(`Tab never reached “${name}”`);
}
