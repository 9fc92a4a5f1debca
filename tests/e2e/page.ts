/** Uses the stand-alone page as a person would, in either browser: by labels and by the words on its buttons. */
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { waitUntil } from '../support/waitUntil';

export const PAGE = join(import.meta.dirname, '../../.output/page/dear-employer.html');
export const BRANCH_PAGE = join(import.meta.dirname, '../../.output/page/dear-employer-branch.html');

export async function field(page: Page, label: string): Promise<ElementHandle<HTMLInputElement>> {
  return waitUntil(`the field “${label}”`, async () => {
    const handle = await page.evaluateHandle((words) => {
      const labels = [...document.querySelectorAll('label')];
      return labels.find(({ textContent }) => textContent?.trim() === words)?.control ?? null;
    }, label);
    return handle.asElement() as ElementHandle<HTMLInputElement> | null;
  });
}

export async function fill(page: Page, label: string, text: string): Promise<void> {
  await (await field(page, label)).type(text);
}

export async function valueOf(page: Page, label: string): Promise<string> {
  return (await field(page, label)).evaluate(({ value }) => value);
}

export async function choose(page: Page, label: string, option: string): Promise<void> {
  const select = await field(page, label);
  const value = await select.evaluate((element, words) => {
    const { options } = element as unknown as HTMLSelectElement;
    return [...options].find(({ text }) => text.startsWith(words))?.value;
  }, option);
  if (value === undefined) throw new Error(`“${label}” has no choice “${option}”`);
  await select.select(value);
}

export async function press(page: Page, words: string): Promise<void> {
  const handle = await page.evaluateHandle((name) => {
    const controls = [...document.querySelectorAll<HTMLElement>('button, summary')];
    return controls.find(({ textContent }) => textContent?.trim().startsWith(name)) ?? null;
  }, words);
  const control = handle.asElement() as ElementHandle<HTMLElement> | null;
  if (!control) throw new Error(`Nothing to press says “${words}”`);
  await control.click();
}

/** Presses a button of “Take the letter” and returns what the page says about it. */
export async function take(page: Page, words: string): Promise<string> {
  const before = await outcome(page);
  await press(page, words);
  return waitUntil(`an outcome of “${words}”`, async () => {
    const after = await outcome(page);
    return after !== before && after;
  });
}

function outcome(page: Page): Promise<string> {
  return page.$eval('[aria-label=Outcome]', ({ textContent }) => textContent ?? '');
}

/** What is read of the letter on the screen, in lines. */
export function preview(page: Page): Promise<string[]> {
  return page.$eval('section[aria-label="What will go in"]', (letter) =>
    [...letter.querySelectorAll('p:not(:has(> span)), p > span, li')].map(
      ({ textContent }) => textContent ?? '',
    ),
  );
}

export async function fillIn(page: Page): Promise<void> {
  await fill(page, 'Full name', 'Priya Shah');
  await fill(page, 'School', 'St Mary’s Primary School');
  await choose(page, 'Who employs you?', 'Academy or free school in a trust');
  await fill(page, 'Employer’s name', 'Beech Learning Trust');
  await fill(page, 'Employer’s email (optional)', 'hr@beech.example');
}
