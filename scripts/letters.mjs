import { runnerImport } from 'vite';

// Node 20 cannot read TypeScript by itself; Vite, which builds the extension, can.
const { module } = await runnerImport(new URL('blankLetters.ts', import.meta.url).pathname, {
  configFile: false,
  logLevel: 'error',
});
await module.writeBlanks();
