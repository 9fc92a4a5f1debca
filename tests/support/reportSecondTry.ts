import { appendFileSync, mkdirSync } from 'node:fs';
import { afterEach } from 'vitest';

/** `npm test` prints this file at its end, because a test that passed only on its second try is a defect. */
const FILE = '.cache/second-tries.txt';

afterEach(({ task }) => {
  const tries = task.result?.retryCount ?? 0;
  if (tries === 0) return;
  mkdirSync('.cache', { recursive: true });
  appendFileSync(FILE, `${task.file.name} > ${task.name}\n`);
});
