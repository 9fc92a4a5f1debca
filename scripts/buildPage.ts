import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type InlineConfig } from 'vite';
import { formatProblem, formatSize } from '../lib/files/readText';
import { countKinds } from '../lib/transfer/comparison';
import { type DetailsFile, readDetailsFile, renderBranchEdition } from '../lib/transfer/detailsFile';
import { bundledPackagesPlugin } from './licences';
import { lettersPlugin } from './lettersPlugin';
import { onePagePlugin } from './onePagePlugin';
import { replyRulesPlugin } from './replyRulesPlugin';
import { SetUpProblem } from './setUp.mjs';

/** Where `npm run build:page` puts the page. */
const PAGE_FOLDER = fileURLToPath(new URL('../.output/page', import.meta.url));

/** Everything in one script and one style, so that the page needs no server. */
function pageConfig(branch: string | null): InlineConfig {
  const bundled = new Set<string>();
  return {
    configFile: false,
    root: fileURLToPath(new URL('../components/page', import.meta.url)),
    logLevel: 'warn',
    // Preact reads the same components as React and is a tenth of its size: with React the page would be over its 750 kB.
    resolve: {
      alias: [
        { find: /^react\/jsx-runtime$/, replacement: 'preact/jsx-runtime' },
        { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
        { find: /^react(-dom)?$/, replacement: 'preact/compat' },
      ],
    },
    plugins: [
      lettersPlugin({ asMarkdown: true }),
      replyRulesPlugin({ isPacked: true }),
      bundledPackagesPlugin(bundled),
      onePagePlugin(branch, bundled),
    ],
    css: { modules: { generateScopedName: '[hash:base64:4]' } },
    build: {
      outDir: PAGE_FOLDER,
      emptyOutDir: false,
      cssCodeSplit: false,
      chunkSizeWarningLimit: 1000,
      rolldownOptions: {
        checks: { pluginTimings: false },
        // Vite’s loader of further files stays unused: there are none.
        transform: { define: { 'import.meta': '{}' } },
        // Without this, 45 kB of docx stay that fill in Word templates: it makes those functions by a call when it is loaded.
        treeshake: { manualPureFunctions: ['_asyncToGenerator'] },
        output: { format: 'iife', codeSplitting: false },
      },
    },
  };
}

/** npm run build:page: the letter as one page without an installation; with `-- --branch <file>`, with a branch’s employers and letters. */
export async function main(...given: string[]): Promise<void> {
  const [option, path, ...more] = given;
  if (option !== undefined && (option !== '--branch' || path === undefined || more.length > 0))
    throw new SetUpProblem('Use: npm run build:page, or npm run build:page -- --branch <file>');
  const branch = path === undefined ? null : await readBranch(path);
  // The loader of these scripts runs in development mode, which would build React’s development version.
  process.env['NODE_ENV'] = 'production';
  await build(pageConfig(branch));
  const file = join(PAGE_FOLDER, branch ? 'dear-employer-branch.html' : 'dear-employer.html');
  const { length } = await readFile(file);
  console.log(`${file}: ${formatSize(length)}`);
}

/** The branch’s employers and letters. What the page leaves out of the given file is said. */
async function readBranch(path: string): Promise<string> {
  const content = await readFile(path).catch(() => {
    throw new SetUpProblem(`“${path}” cannot be read.`);
  });
  const given = await readAndReport(basename(path), new Uint8Array(content));
  const file = renderBranchEdition(given);
  const built = await readAndReport('The branch’s page', file);
  console.log(`Built in: ${countKinds(built.records)}. Everyone who has the page can read them.`);
  const left = given.records.filter(({ kind }) => kind !== 'employer' && kind !== 'letter');
  if (left.length > 0) console.log(`Left out: ${countKinds(left)}.`);
  return file;
}

/** Reads a file as the page does, and says what the page would leave out. */
async function readAndReport(name: string, content: BlobPart): Promise<DetailsFile> {
  const read = await readDetailsFile(new File([content], name), () => crypto.randomUUID());
  const problems = read.ok ? (read.leftOut ?? []) : read.problems;
  for (const problem of problems) console.log(formatProblem(name, problem));
  if (!read.ok) throw new SetUpProblem('The branch’s page was not built.');
  return read.value;
}
