/**
 * npm run test:soak: the long runs. Every browser test in both browsers, which take turns in `npm test`; 500 random drafts for
 * each editor and browser (about an hour), 50 browsers killed while they save (about five minutes), every state of the mail
 * sites with every insertion in both languages, the mail pages with every pair of known marks changed, as a table, 5,000 each
 * of replies cut, joined and negated, and 100,000 each of damaged backups, starter files, tables, storages, Word files, letters
 * and messages.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { PROJECT } from './run.mjs';

const vitest = join(PROJECT, 'node_modules', 'vitest', 'vitest.mjs');
const files = [
  'tests/e2e',
  'tests/unit/background/anyMessage.property.test.ts',
  'tests/unit/import/anyWordFile.property.test.ts',
  'tests/unit/letter/parseHostile.test.ts',
  'tests/unit/replies/anyText.property.test.ts',
  'tests/unit/transfer/anyFile.property.test.ts',
];
spawn(
  process.execPath,
  [vitest, 'run', '--project', 'e2e', '--project', 'unit', ...files, ...process.argv.slice(2)],
  {
    cwd: PROJECT,
    stdio: 'inherit',
    env: {
      DRAFTS: '500',
      IN_EVERY_BROWSER: 'yes',
      KILLS: '50',
      STATES: 'all',
      MARKS: 'pairs',
      FILES: '100000',
      REPLIES: '5000',
      ...process.env,
    },
  },
).on('close', (code) => {
  process.exitCode = code ?? 1;
});
