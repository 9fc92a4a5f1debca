/**
 * node scripts/runTypeScript.mjs <file.ts> [--build] [arguments]: installs the packages if they are missing, loads a TypeScript
 * file of this folder and calls its `main` with the arguments. `--build` first installs Chromium if it is missing, and builds the
 * Chromium extension.
 */
import { fileURLToPath } from 'node:url';
import { run } from './run.mjs';
import { lastLines, setUp, SetUpProblem } from './setUp.mjs';

const [file = '', ...rest] = process.argv.slice(2);
const needsBuild = rest.includes('--build');

try {
  await setUp(needsBuild ? ['chromium'] : [], (sentence) => console.log(`${sentence} …`));
  if (needsBuild) {
    console.log('Building the extension …');
    const build = await run('wxt', ['build']);
    if (!build.ok) throw new SetUpProblem(`The build failed:\n${lastLines(build.output, 30)}`);
  }
  const { main } = await loadTypeScript(file);
  await main(...rest.filter((argument) => argument !== '--build'));
} catch (error) {
  // By name, because the loaded file has a class of its own.
  if (!(error instanceof Error) || error.name !== 'SetUpProblem') throw error;
  console.log(error.message);
  process.exitCode = 1;
}

/**
 * Imports letters as the build does. Vite does the work because Node 20 cannot read TypeScript; it is imported late because it is
 * missing until the packages are installed.
 *
 * @param {string} name
 */
async function loadTypeScript(name) {
  const { createServer, runnerImport } = await import('vite');
  /** @param {string} path */
  const pathOf = (path) => fileURLToPath(new URL(path, import.meta.url));
  /** @type {{ module: typeof import('./lettersPlugin.ts') }} */
  const letters = await runnerImport(pathOf('lettersPlugin.ts'), { configFile: false, logLevel: 'error' });
  /** @type {{ module: typeof import('./replyRulesPlugin.ts') }} */
  const replies = await runnerImport(pathOf('replyRulesPlugin.ts'), { configFile: false, logLevel: 'error' });
  // The loaded file imports more files on demand, so the loader must stay open until the process ends.
  const loader = await createServer({
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    plugins: [letters.module.lettersPlugin(), replies.module.replyRulesPlugin()],
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, watch: null, ws: false },
  });
  process.once('beforeExit', () => void loader.close());
  const module = await loader.ssrLoadModule(pathOf(name));
  return /** @type {{ main: (...given: string[]) => unknown }} */ (module);
}
