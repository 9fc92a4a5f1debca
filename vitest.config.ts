import { defineConfig } from 'vitest/config';
import { lettersPlugin } from './scripts/lettersPlugin';

/** `templates/*.md` imports become parsed letters, as in the build. */
const plugins = [lettersPlugin()];
const setupFiles = ['tests/support/seedProperties.ts'];

export default defineConfig({
  test: {
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
          setupFiles,
          // Browsers share the machine's processors: one file at a time.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // Two real browsers, seven hundred times: before a merge one lost event is tried once more; by hand every failure shows.
          retry: process.env['CI'] ? 1 : 0,
        },
      },
    ],
  },
});
