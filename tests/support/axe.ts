import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';

export type ColourScheme = 'light' | 'dark';

/**
 * Runs axe on the page in one colour scheme. Returns one line per violation, with rule and element. `targets` also measures
 * the size of targets, where no bar covers a part of the page: axe counts what the bar covers, although it can be scrolled.
 */
export async function findAxeViolations(
  page: Page,
  scheme: ColourScheme,
  { targets = false } = {},
): Promise<string[]> {
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.evaluate(axe.source);
  const results = await page.evaluate(
    (enabled) =>
      (globalThis as unknown as { axe: typeof axe }).axe.run({ rules: { 'target-size': { enabled } } }),
    targets,
  );
  return describe(results);
}

function describe({ violations }: AxeResults): string[] {
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
  );
}
