/**
 * Mozilla's linter on the Firefox build: no error, and no warning but those of the libraries named here.
 */
import { run } from './run.mjs';

const BUILD = '.output/firefox-mv3';

/** Warnings that a library's own code causes, how many, and why they do no harm. One more would be ours. */
const EXPECTED = [
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    library: 'React DOM',
    count: 2,
    why: 'its innerHTML is reached by dangerouslySetInnerHTML only, which our lint forbids',
  },
  {
    code: 'DANGEROUS_EVAL',
    library: 'JSZip and Underscore, which mammoth brings',
    count: 3,
    why: 'nothing we call reaches it (templates, a stand-in for setImmediate), and our pages’ policy forbids it to run',
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
