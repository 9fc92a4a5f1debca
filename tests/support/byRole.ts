import type { ElementHandle, Page } from 'puppeteer-core';

/** Waits for the visible control with this role and accessible name, as Chromium's accessibility tree gives them. */
export async function byRole(page: Page, role: string, name: string): Promise<ElementHandle> {
  const handle = await page.waitForSelector(roleSelector(role, name), { visible: true });
  if (!handle) throw new Error(`No ${role} named "${name}"`);
  return handle;
}

export async function countByRole(page: Page, role: string, name: string): Promise<number> {
  return (await page.$$(roleSelector(role, name))).length;
}

/** The text of a status or region, or the value of a field. */
export async function readByRole(page: Page, role: string, name: string): Promise<string> {
  const handle = await byRole(page, role, name);
  return handle.evaluate((element) =>
    'value' in element ? String(element.value) : (element.textContent ?? ''),
  );
}

/** Waits until the named control's text or value matches. */
export async function waitForText(page: Page, role: string, name: string, text: RegExp): Promise<string> {
  const handle = await byRole(page, role, name);
  await page.waitForFunction(
    (element, source, flags) =>
      new RegExp(source, flags).test(
        'value' in element ? String(element.value) : (element.textContent ?? ''),
      ),
    {},
    handle,
    text.source,
    text.flags,
  );
  return readByRole(page, role, name);
}

/** Chooses an option of a select by its text. */
export async function choose(page: Page, name: string, option: string): Promise<void> {
  const select = (await byRole(page, 'combobox', name)) as ElementHandle<HTMLSelectElement>;
  const value = await select.evaluate(
    (element, words) => [...element.options].find(({ text }) => text.trim() === words)?.value ?? null,
    option,
  );
  if (value === null) throw new Error(`"${name}" has no choice "${option}"`);
  await select.select(value);
}

function roleSelector(role: string, name: string): string {
  return `::-p-aria([name=${JSON.stringify(name)}][role=${JSON.stringify(role)}])`;
}
