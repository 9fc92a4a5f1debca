/**
 * Mozilla's linter on the Firefox build: no error, and no warning but those of the libraries named here.
 */
import { run } from './run.mjs';

const BUILD = '.output/firefox-mv3';

/** Warnings that a library's own code causes, and why they do no harm. */
const EXPECTED = [
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    library: 'React DOM',
    why: 'its innerHTML is reached by dangerouslySetInnerHTML only, which our lint forbids',
  },
];

const { output } = await run('addons-linter', [BUILD, '--output', 'json']);
const start = output.indexOf('{"count"');
if (start < 0) {
  console.log(output);
  process.exit(1);
}
const report = JSON.parse(output.slice(start));
const unexpected = [
  ...report.errors,
  ...report.warnings.filter(
    (/** @type {{ code: string }} */ { code }) => !EXPECTED.some((one) => one.code === code),
  ),
];
for (const { code, message, file, line } of unexpected)
  console.log(`${code}: ${message} (${file}:${line ?? ''})`);
for (const { code, library, why } of EXPECTED) {
  const count = report.warnings.filter((/** @type {{ code: string }} */ one) => one.code === code).length;
  if (count > 0) console.log(`${count} × ${code} of ${library}: ${why}`);
}
process.exitCode = unexpected.length > 0 ? 1 : 0;
