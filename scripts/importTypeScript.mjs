import { fileURLToPath } from 'node:url';

/**
 * Loads one of this folder's TypeScript files, with letters imported as in the build. Node 20 cannot read TypeScript by
 * itself; Vite, which builds the extension, can. Vite is there only after the set-up.
 *
 * @param {string} file
 * @returns {Promise<unknown>}
 */
export async function importTypeScript(file) {
  const { createServer, runnerImport } = await import('vite');
  /** @param {string} name */
  const pathOf = (name) => fileURLToPath(new URL(name, import.meta.url));
  /** @type {{ module: typeof import('./lettersPlugin.ts') }} */
  const letters = await runnerImport(pathOf('lettersPlugin.ts'), { configFile: false, logLevel: 'error' });
  // The files import others when they need them, so what loads them stays until the program ends.
  const loader = await createServer({
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    plugins: [letters.module.lettersPlugin()],
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, watch: null, ws: false },
  });
  process.once('beforeExit', () => void loader.close());
  return loader.ssrLoadModule(pathOf(file));
}
