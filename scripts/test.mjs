/**
 * npm test: runs every check and every test, in the order of `steps`, and prints one line for each. The full output of the tools
 * is in .cache/test.log.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT, startLog } from './run.mjs';
import { lastLines, setUp, SetUpProblem } from './setUp.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */
/** @typedef {{ title: string, tool: [string, ...string[]][], project?: string, needsBuild?: true }} Step */

const LOG = join(PROJECT, '.cache', 'test.log');
/** The browser tests write the result for every state of the mail sites into this table. */
const STATES_TABLE = join(PROJECT, '.cache', 'states.txt');
/** tests/support/reportSecondTry.ts writes a line for each test that ran a second time. */
const SECOND_TRIES = join(PROJECT, '.cache', 'second-tries.txt');

/** @type {Step[]} */
const steps = [
  { title: 'Formatting', tool: [['prettier', '--check', '--log-level', 'warn', '.']] },
  {
    title: 'Types',
    tool: [
      ['wxt', 'prepare'],
      ['tsc', '--noEmit'],
    ],
  },
  { title: 'Lint', tool: [['oxlint', '--type-aware', '--deny-warnings']] },
  { title: 'Spelling', tool: [['cspell', 'lint', '--no-progress']] },
  { title: 'Unused code', tool: [['knip']] },
  { title: 'Unit tests', tool: [], project: 'unit' },
  { title: 'Integration tests', tool: [], project: 'integration' },
  {
    title: 'Builds',
    tool: [
      ['wxt', 'build'],
      ['wxt', 'build', '-b', 'firefox', '--mv3'],
      ['node', 'scripts/runTypeScript.mjs', 'buildPage.ts'],
    ],
  },
  { title: 'Sizes', tool: [['size-limit']], needsBuild: true },
  { title: 'Firefox’s linter', tool: [['node', 'scripts/lintFirefoxBuild.mjs']], needsBuild: true },
  { title: 'Browser tests', tool: [], project: 'e2e', needsBuild: true },
];

/** @type {Counts} */
const total = { passed: 0, failed: 0, skipped: 0 };
const runTool = startLog(LOG);
let buildFailed = false;
rmSync(STATES_TABLE, { force: true });
rmSync(SECOND_TRIES, { force: true });

try {
  await setUp(['chromium', 'firefox'], (sentence) => console.log(`${sentence} …`));
  for (const step of steps) await runStep(step);
} catch (error) {
  if (!(error instanceof SetUpProblem)) throw error;
  console.log(error.message);
  total.failed += 1;
}
if (existsSync(STATES_TABLE)) console.log(`\n${readFileSync(STATES_TABLE, 'utf8').trimEnd()}\n`);
if (existsSync(SECOND_TRIES)) {
  console.log(`\nTests that needed a second try, which is a defect of the test or of the code:`);
  console.log(readFileSync(SECOND_TRIES, 'utf8').trimEnd());
}
if (total.failed > 0) console.log('\nFull output: .cache/test.log');
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 ? 1 : 0;

/** @param {Step} step */
async function runStep(step) {
  process.stdout.write(step.title.padEnd(20));
  if (step.needsBuild && buildFailed) return report(step, { passed: 0, failed: 0, skipped: 1 }, 0, '');
  const started = Date.now();
  const { counts, output } = step.project ? await runTests(step.project) : await runChecks(step.tool);
  if (step.title === 'Builds' && counts.failed > 0) buildFailed = true;
  report(step, counts, (Date.now() - started) / 1000, output);
}

/** @param {Step['tool']} tools */
async function runChecks(tools) {
  let output = '';
  for (const [command, ...args] of tools) {
    const result = await runTool(command, args);
    output += result.output;
    if (!result.ok) return { counts: { passed: 0, failed: 1, skipped: 0 }, output };
  }
  return { counts: { passed: 1, failed: 0, skipped: 0 }, output };
}

/** @param {string} project */
async function runTests(project) {
  const results = join(PROJECT, '.cache', `results-${project}.json`);
  rmSync(results, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
  const { ok, output } = await runTool(
    'vitest',
    ['run', '--project', project, '--passWithNoTests', ...reporters],
    {
      onLine: (line) => {
        if (/^ [✓❯×] .*\(\d+ tests?/u.test(line)) process.stdout.write('.');
      },
    },
  );
  return { counts: readCounts(results, ok), output };
}

/**
 * A test file that cannot be loaded has no results. It counts as one failed test, so that it is not overlooked.
 *
 * @param {string} file
 * @param {boolean} ok
 * @returns {Counts}
 */
function readCounts(file, ok) {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const results = JSON.parse(readFileSync(file, 'utf8'));
  const broken = results.testResults.filter(
    (/** @type {{ status: string, assertionResults: unknown[] }} */ one) =>
      one.status === 'failed' && one.assertionResults.length === 0,
  );
  const failed = results.numFailedTests + broken.length;
  return {
    passed: results.numPassedTests,
    failed: failed === 0 && !ok ? 1 : failed,
    skipped: results.numPendingTests + results.numTodoTests,
  };
}

/**
 * @param {Step} step
 * @param {Counts} counts
 * @param {number} seconds
 * @param {string} output
 */
function report(step, counts, seconds, output) {
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
  const words = step.project
    ? describe(counts)
    : counts.failed
      ? 'failed'
      : counts.skipped
        ? 'skipped'
        : 'ok';
  console.log(` ${words} (${seconds.toFixed(1)} s)`);
  if (counts.failed > 0) console.log(`${'─'.repeat(78)}\n${lastLines(output, 60)}\n${'─'.repeat(78)}`);
}

/** @param {Counts} counts */
function describe({ passed, failed, skipped }) {
  const parts = [`${passed} passed`];
  if (failed > 0) parts.push(`${failed} failed`);
  if (skipped > 0) parts.push(`${skipped} skipped`);
  return parts.join(', ');
}
