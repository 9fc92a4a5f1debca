import { TestRunner } from 'vitest';

export const BROWSERS = ['chromium', 'firefox'] as const;
export type BrowserName = (typeof BROWSERS)[number];

/** Set by `npm run test:soak`. */
const IN_EVERY_BROWSER = process.env['IN_EVERY_BROWSER'] !== undefined;

/**
 * Whether the browser tries the case with this number (from 0). In `npm test`, which has ten minutes, each case that both
 * browsers could try is tried by one of them. The order of turns (the Thue–Morse sequence: first, second, second, first, …)
 * is fair to lists of pairs, in which strict turns would give one browser all of Gmail and the other all of Outlook.
 */
export function isTurnOf(browser: BrowserName, at: number): boolean {
  const isSecond = at.toString(2).replaceAll('0', '').length % 2 === 1;
  return IN_EVERY_BROWSER || BROWSERS[isSecond ? 1 : 0] === browser;
}

/** Called at the end of a suite: leaves only the tests that are this browser’s turn. A suite within it takes turns by itself. */
export function takeTurns(browser: BrowserName): void {
  const { tasks } = TestRunner.getCurrentSuite();
  const tests = tasks.filter(({ type }) => type === 'test');
  const isLeft = (task: (typeof tasks)[number]) =>
    task.type === 'test' && !isTurnOf(browser, tests.indexOf(task));
  tasks.splice(0, tasks.length, ...tasks.filter((task) => !isLeft(task)));
}
