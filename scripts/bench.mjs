/**
 * npm run bench: builds, then measures in one run. `npm run bench word` runs one group. Figures depend on the machine
 * and on what else it does; the ratios less so.
 */
import { spawnSync } from 'node:child_process';
import { runnerImport } from 'vite';

const build = spawnSync('npx', ['wxt', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] });
if (build.status !== 0) process.exit(1);
// Node 20 cannot read TypeScript by itself; Vite, which builds the extension, can.
const { module } = await runnerImport(new URL('benchmarks.ts', import.meta.url).pathname, {
  configFile: false,
  logLevel: 'error',
});
await module.runBenchmarks('.output/chrome-mv3', process.argv[2]);
process.exit(0);
