/** npm run test:soak: “never a lost word” with 500 drafts for each editor and browser, about an hour. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { PROJECT } from './run.mjs';

const vitest = join(PROJECT, 'node_modules', 'vitest', 'vitest.mjs');
const file = 'tests/e2e/editors/neverALostWord.test.ts';
spawn(process.execPath, [vitest, 'run', '--project', 'e2e', file, ...process.argv.slice(2)], {
  cwd: PROJECT,
  stdio: 'inherit',
  env: { DRAFTS: '500', ...process.env },
}).on('close', (code) => {
  process.exitCode = code ?? 1;
});
