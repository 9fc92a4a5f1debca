import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { lettersPlugin } from './scripts/lettersPlugin';
import { replyRulesPlugin } from './scripts/replyRulesPlugin';

/** Parses imports of `templates/` into letters and rules, as the build does. */
const plugins = [lettersPlugin(), replyRulesPlugin()];
const setupFiles = ['tests/support/seedProperties.ts'];

/** Both take minutes and fill both processors by themselves: one starts first, the other last. */
const FIRST = 'states/states.test.ts';
const LAST = 'editors/neverALostWord.test.ts';

/** In CI a failed test runs a second time, and the summary names it, because it is a defect; elsewhere a test fails at once. */
const SECOND_TRY = process.env['CI'] ? 1 : 0;

class LongestApart extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) =>
      moduleId.endsWith(FIRST) ? 0 : moduleId.endsWith(LAST) ? 2 : 1;
    return files.toSorted((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestApart },
    projects: [
      {
        plugins,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          environment: 'node',
          setupFiles,
          // Property tests of Word files take seconds, and longer on a busy machine.
          testTimeout: 60_000,
        },
      },
      {
        plugins,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.{ts,tsx}'],
          environment: 'jsdom',
          setupFiles: [...setupFiles, 'tests/support/patience.ts', 'tests/support/reportSecondTry.ts'],
          testTimeout: 60_000,
          retry: SECOND_TRY,
        },
      },
      {
        plugins,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          environment: 'node',
          setupFiles: [...setupFiles, 'tests/support/reportSecondTry.ts'],
          // A test file mostly waits for its browsers, so two files at a time do not slow each other down on two processors.
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          retry: SECOND_TRY,
        },
      },
    ],
  },
});
