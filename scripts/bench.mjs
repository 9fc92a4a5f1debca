/**
 * npm run bench: builds, then measures in one run; `npm run bench popup` measures one file of tests/bench. Figures depend on
 * the machine and on what else it does, ratios less so.
 */
import { importTypeScript } from './importTypeScript.mjs';
import { run } from './run.mjs';
import { lastLines, setUp, SetUpProblem } from './setUp.mjs';

try {
  await setUp(['chromium'], (sentence) => console.log(`${sentence} …`));
  const build = await run('wxt', ['build']);
  if (!build.ok) throw new SetUpProblem(`The build failed:\n${lastLines(build.output, 30)}`);
  const benches = /** @type {typeof import('./bench.ts')} */ (await importTypeScript('bench.ts'));
  await benches.bench(process.argv[2] ?? '');
  process.exit(0);
} catch (error) {
  if (!(error instanceof SetUpProblem)) throw error;
  console.log(error.message);
  process.exitCode = 1;
}
