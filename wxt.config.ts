import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { defineConfig } from 'wxt';
import { OUTLOOK_HOSTS } from './lib/mail/sites/hosts';
import { createDevBrowser } from './scripts/devBrowser';
import { namelessSelectorsPlugin, plainScriptsPlugin } from './scripts/injectedScripts';
import { lettersPlugin } from './scripts/lettersPlugin';
import { bundledPackagesPlugin, writeLicences } from './scripts/licences';
import { replyRulesPlugin } from './scripts/replyRulesPlugin';

/** Extension pages may load their own files and nothing else; see PRIVACY.md. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self'",
  "worker-src 'self'",
  "connect-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Puts what the popup loads before it shows anything into three files, because small files compress badly: in ten, it is 2 kB more.
 * What the background needs too is in a file of its own, so that the background loads no more than it runs.
 */
function fewChunksPlugin(): Plugin {
  type Build = Pick<Rolldown.PluginContext, 'getModuleInfo'>;
  const isLoadedBy = (entry: string, id: string, build: Build): boolean => {
    const loaded = new Set<string>();
    const add = (module: string): void => {
      if (loaded.has(module)) return;
      loaded.add(module);
      build.getModuleInfo(module)?.importedIds.forEach(add);
    };
    add(join(import.meta.dirname, 'entrypoints', entry));
    return loaded.has(id);
  };
  const isEager = (id: string, build: Build): boolean => isLoadedBy('popup/main.tsx', id, build);
  // Not the style sheet of letterOptions: other pages need it, and with it they would load the popup’s.
  const isPopups = (id: string): boolean =>
    /\/(?:components|entrypoints|lib)\/popup\/|\/letterOptions\/.*\.tsx/.test(id);
  // In this order, because a file also takes what its modules import.
  const groups = [
    { name: (id, build) => (isEager(id, build) && isLoadedBy('background.ts', id, build) ? 'shared' : null) },
    { name: (id, build) => (isEager(id, build) && !isPopups(id) ? 'pages' : null) },
    { name: (id, build) => (isEager(id, build) ? 'popup' : null) },
  ] satisfies Rolldown.CodeSplittingGroup[];
  return {
    name: 'few-chunks',
    outputOptions: (options) =>
      options.format === 'es' ? { ...options, codeSplitting: { groups } } : options,
  };
}

/** Filled while each script is built. */
const bundledPackages = new Set<string>();

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/module-react'],
  hooks: {
    'config:resolved': (wxt) => {
      // Despite `imports: false`, WXT imports its own modules wherever it takes a word of ours for one of theirs (`storage`).
      Object.assign(wxt.config.imports, { imports: [], presets: [] });
      if (wxt.config.command === 'serve' && wxt.config.browser === 'chrome')
        wxt.config.runner = createDevBrowser(wxt);
    },
    'build:done': ({ config }) =>
      writeLicences(join(config.outDir, 'licences.txt'), config.root, bundledPackages),
  },
  zip: {
    // Mozilla's reviewers build the extension from these files: `npm ci && npm run build`.
    includeSources: [
      '{components,entrypoints,lib,public,scripts,templates}/**',
      'LICENSE',
      'README.md',
      'package.json',
      'package-lock.json',
      'tsconfig.json',
      'wxt.config.ts',
    ],
  },
  vite: ({ command }) => ({
    // In development, Vite’s own names say which class it is.
    ...(command === 'build' ? { css: { modules: { generateScopedName: '[hash:base64:4]' } } } : {}),
    build: {
      // As in scripts/buildPage.ts.
      rolldownOptions: { treeshake: { manualPureFunctions: ['_asyncToGenerator'] } },
      // The files are on this computer, so what loads on demand needs no list of files to load ahead; the popup is smaller without.
      modulePreload: {
        polyfill: false,
        resolveDependencies: (_file, dependencies, { hostType }) => (hostType === 'html' ? dependencies : []),
      },
    },
    plugins: [
      lettersPlugin(),
      replyRulesPlugin(),
      plainScriptsPlugin(),
      fewChunksPlugin(),
      namelessSelectorsPlugin(),
      bundledPackagesPlugin(bundledPackages),
    ],
  }),
  manifest: ({ browser, command }) => ({
    name: 'Dear Employer',
    description:
      'Puts a letter asking your employer for a full risk assessment of Ofsted inspections into the email you are writing.',
    permissions: ['activeTab', 'contextMenus', 'scripting', 'storage'],
    // Outlook's separate windows stay at about:blank, where a click grants nothing. Off until the user turns it on.
    optional_host_permissions: OUTLOOK_HOSTS.map((host) => `https://${host}/*`),
    action: { default_title: 'Dear Employer' },
    commands: { _execute_action: { suggested_key: { default: 'Alt+Shift+L' } } },
    // The development server needs its own policy, which WXT writes.
    ...(command === 'build' ? { content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY } } : {}),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'dear-employer@dear-employer.invalid',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '121' }),
  }),
});
