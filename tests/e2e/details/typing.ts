import type { Page } from 'puppeteer-core';
import { waitUntil } from '../../support/waitUntil';

/** One change of one control, found by its id: a text field’s value, a checkbox’s tick, or a button pressed. */
export interface Edit {
  controlId: string;
  value: string | boolean;
}

/** Runs in the page. Makes all edits in one task, each with the event that a user’s edit would cause, so that React handles each. */
function makeEdits(edits: Edit[]): void {
  for (const { controlId, value } of edits) {
    const control = document.getElementById(controlId);
    if (control instanceof HTMLButtonElement) control.click();
    else if (control instanceof HTMLInputElement && typeof value === 'boolean') {
      if (control.checked !== value) control.click();
    } else if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) {
      const kind = control instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
      Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(control, value);
      control.dispatchEvent(new Event('input', { bubbles: true }));
    } else throw new Error(`no control ${controlId}`);
  }
}

/** Makes all edits in one task of the page. */
export function edit(page: Page, edits: Edit[]): Promise<void> {
  return page.evaluate(makeEdits, edits);
}

/** Clicks the checkboxes with these names in one task of the page. */
export function pressTicks(page: Page, names: string[]): Promise<void> {
  return page.evaluate((wanted) => {
    const labels = [...document.querySelectorAll('label')];
    for (const name of wanted) {
      const label = labels.find(({ textContent }) => textContent?.trim() === name);
      const box = label?.querySelector('input') ?? label?.control;
      if (!(box instanceof HTMLInputElement)) throw new Error(`no checkbox ${name}`);
      box.click();
    }
  }, names);
}

/** Opens a record’s link on the options page and waits until the form shows its name. */
export async function showRecord(
  page: Page,
  { section, id, name }: { section: 'about-you' | 'your-employer'; id: string; name: string },
): Promise<void> {
  const field = section === 'about-you' ? 'fullName' : 'organisation';
  await page.evaluate((hash) => (window.location.hash = hash), `#${section}/${field}/${id}`);
  // Puppeteer’s own waiting needs the page to draw, which a page in the background does not do, so poll from here.
  await waitUntil(`“${name}” in the form`, () =>
    page.evaluate(
      (controlId, wanted) => {
        const control = document.getElementById(controlId);
        return control instanceof HTMLInputElement && control.value === wanted;
      },
      field,
      name,
    ),
  );
}
