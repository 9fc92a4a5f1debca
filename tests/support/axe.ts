import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';

export type ColourScheme = 'light' | 'dark';

/** Runs axe on the page in one colour scheme. Returns one line per violation, with rule and element. */
export async function findAxeViolations(page: Page, scheme: ColourScheme): Promise<string[]> {
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.evaluate(axe.source);
  const results = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  return describe(results);
}

function describe({ violations }: AxeResults): string[] {
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
  );
}
