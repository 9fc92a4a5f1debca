/**
 * npm start: builds the extension and opens a browser with it on a practice mailbox. Without a screen it does the main job by
 * itself, prints the email and says where the pictures and the Word file are.
 */
import { fileURLToPath } from 'node:url';
import { run } from './run.mjs';
import { lastLines, setUp, SetUpProblem } from './setUp.mjs';

const hasScreen = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const headless = process.argv.includes('--headless') || !hasScreen;

try {
  await setUp(['chromium'], (sentence) => console.log(`${sentence} …`));
  console.log('Building the extension …');
  const build = await run('wxt', ['build']);
  if (!build.ok) throw new SetUpProblem(`The build failed:\n${lastLines(build.output, 30)}`);
  const { practise } = await importPractice();
  await practise({ headless });
} catch (error) {
  if (!(error instanceof SetUpProblem)) throw error;
  console.log(error.message);
  process.exitCode = 1;
}

/**
 * Node 20 cannot read TypeScript by itself; Vite, which builds the extension, can. It is there only after the set-up.
 *
 * @returns {Promise<typeof import('./practise.ts')>}
 */
async function importPractice() {
  const { runnerImport } = await import('vite');
  /** @param {string} file */
  const pathOf = (file) => fileURLToPath(new URL(file, import.meta.url));
  const settings = { configFile: /** @type {const} */ (false), logLevel: /** @type {const} */ ('error') };
  /** @type {{ module: typeof import('./lettersPlugin.ts') }} */
  const letters = await runnerImport(pathOf('lettersPlugin.ts'), settings);
  /** @type {{ module: typeof import('./practise.ts') }} */
  const practice = await runnerImport(pathOf('practise.ts'), {
    ...settings,
    plugins: [letters.module.lettersPlugin()],
  });
  return practice.module;
}
