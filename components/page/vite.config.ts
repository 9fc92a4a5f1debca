import { fileURLToPath } from 'node:url';
import type { InlineConfig } from 'vite';
import { lettersPlugin } from '../../scripts/lettersPlugin';
import { type Branch, onePagePlugin } from '../../scripts/onePagePlugin';
import { replyRulesPlugin } from '../../scripts/replyRulesPlugin';

/** Where `npm run build:page` puts the page. */
export const PAGE_FOLDER = fileURLToPath(new URL('../../.output/page', import.meta.url));

/** Everything in one script and one style, so that the page needs no server. */
export function pageConfig(branch: Branch | null): InlineConfig {
  return {
    configFile: false,
    root: fileURLToPath(new URL('.', import.meta.url)),
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
      onePagePlugin(branch),
    ],
    build: {
      outDir: PAGE_FOLDER,
      emptyOutDir: false,
      cssCodeSplit: false,
      modulePreload: false,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 1000,
      rolldownOptions: {
        // Vite’s loader of further files stays unused: there are none.
        transform: { define: { 'import.meta': '{}' } },
        output: { format: 'iife', codeSplitting: false },
      },
    },
  };
}
