/** Runs Mozilla's linter on the Firefox build. Every error fails, and every warning that a library below does not explain. */
import { run } from './run.mjs';

const BUILD = '.output/firefox-mv3';

/** Warnings caused by the code of libraries: how many, and why they are harmless. A further warning comes from our own code. */
const EXPECTED = [
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    library: 'React DOM',
    count: 2,
    why: 'React sets innerHTML only for dangerouslySetInnerHTML, which our lint forbids',
  },
  {
    code: 'DANGEROUS_EVAL',
    library: 'JSZip and Underscore, dependencies of mammoth',
    count: 3,
    why: 'our code never calls it (templates, a polyfill of setImmediate), and our pages’ content security policy forbids eval',
  },
];

const { output } = await run('addons-linter', [BUILD, '--output', 'json']);
const start = output.indexOf('{"count"');
if (start < 0) {
  console.log(output);
  process.exit(1);
}
const report = JSON.parse(output.slice(start));
/** @param {string} code */
const allowed = (code) =>
  EXPECTED.filter((one) => one.code === code).reduce((sum, { count }) => sum + count, 0);
/** @param {string} code */
const found = (code) =>
  report.warnings.filter((/** @type {{ code: string }} */ one) => one.code === code).length;
const unexpected = [
  ...report.errors,
  ...report.warnings.filter((/** @type {{ code: string }} */ { code }) => found(code) > allowed(code)),
];
for (const { code, message, file, line } of unexpected)
  console.log(`${code}: ${message} (${file}:${line ?? ''})`);
for (const { code, library, count, why } of EXPECTED) console.log(`${count} × ${code} of ${library}: ${why}`);
process.exitCode = unexpected.length > 0 ? 1 : 0;
