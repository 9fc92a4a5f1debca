import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { lettersPlugin } from './scripts/lettersPlugin';

/** `templates/*.md` imports become parsed letters, as in the build. */
const plugins = [lettersPlugin()];
const setupFiles = ['tests/support/seedProperties.ts'];

/** The browser tests that take minutes start first, so that no processor waits for one of them at the end. */
const LONGEST = ['states/states', 'editors/neverALostWord', 'editors/around', 'editors/placing'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.findIndex((name) => moduleId.endsWith(`${name}.test.ts`));
      return at === -1 ? LONGEST.length : at;
    };
    return files.toSorted((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        plugins,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          environment: 'node',
          setupFiles,
          // Property tests of Word files take seconds, longer on a busy machine.
          testTimeout: 60_000,
        },
      },
      {
        plugins,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.{ts,tsx}'],
          environment: 'jsdom',
          setupFiles: [...setupFiles, 'tests/support/patience.ts'],
          testTimeout: 60_000,
        },
      },
      {
        plugins,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          environment: 'node',
          setupFiles: [...setupFiles, 'tests/support/reportSecondTry.ts'],
          // Each file waits for its browsers most of the time: two files fill two processors.
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // A browser can lose an event. CI tries a test once more and names it on its last screen; by hand every failure shows.
          retry: process.env['CI'] ? 1 : 0,
        },
      },
    ],
  },
});
