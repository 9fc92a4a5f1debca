/**
 * npm start: builds the extension and opens a browser with it on a practice mailbox. Without a screen it does the main job by
 * itself, prints the email and says where the pictures and the Word file are.
 */
import { importTypeScript } from './importTypeScript.mjs';
import { run } from './run.mjs';
import { lastLines, setUp, SetUpProblem } from './setUp.mjs';

const hasScreen = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const headless = process.argv.includes('--headless') || !hasScreen;

try {
  await setUp(['chromium'], (sentence) => console.log(`${sentence} …`));
  console.log('Building the extension …');
  const build = await run('wxt', ['build']);
  if (!build.ok) throw new SetUpProblem(`The build failed:\n${lastLines(build.output, 30)}`);
  const practice = /** @type {typeof import('./practise.ts')} */ (await importTypeScript('practise.ts'));
  await practice.practise({ headless });
} catch (error) {
  if (!(error instanceof SetUpProblem)) throw error;
  console.log(error.message);
  process.exitCode = 1;
}
