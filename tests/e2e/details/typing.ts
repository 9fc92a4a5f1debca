import type { Page } from 'puppeteer-core';

/** One change of one control, found by its id: a text field’s value, or a checkbox pressed. */
export interface Edit {
  controlId: string;
  value: string | boolean;
}

/** Runs in the page. Does at once what a person does one after the other: React hears of each by its own event. */
function makeEdits(edits: Edit[]): void {
  for (const { controlId, value } of edits) {
    const control = document.getElementById(controlId);
    if (control instanceof HTMLInputElement && typeof value === 'boolean') {
      if (control.checked !== value) control.click();
      continue;
    }
    if (!(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement)) {
      throw new Error(`no field ${controlId}`);
    }
    const kind = control instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
    Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(control, value);
    control.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

/** All of them in one turn of the page. */
export function edit(page: Page, edits: Edit[]): Promise<void> {
  return page.evaluate(makeEdits, edits);
}

/** Shows a record on the options page, by its own link, and waits until its name stands in the form. */
export async function showRecord(
  page: Page,
  { section, id, name }: { section: 'about-you' | 'your-employer'; id: string; name: string },
): Promise<void> {
  const field = section === 'about-you' ? 'fullName' : 'organisation';
  await page.evaluate((hash) => (window.location.hash = hash), `#${section}/${field}/${id}`);
  await page.waitForFunction(
    (controlId, wanted) => {
      const control = document.getElementById(controlId);
      return control instanceof HTMLInputElement && control.value === wanted;
    },
    {},
    field,
    name,
  );
}
