import type { Plugin } from 'vite';

/**
 * WXT wraps an injected script in messages for its own development; in a mail page they would be bytes that nobody
 * reads. The script's answer stays the value of the file, and a mistake in it still rejects `executeScript`.
 */
export function plainScriptsPlugin(): Plugin {
  return {
    name: 'plain-scripts',
    enforce: 'pre',
    apply: 'build',
    transform: {
      filter: { id: /virtual:wxt-unlisted-script-entrypoint/ },
      handler(code) {
        const [importLine] = /^import definition from .+$/m.exec(code) ?? [];
        if (!importLine) return this.error('WXT builds injected scripts in another way now');
        return { code: `${importLine}\nexport default definition.main();`, map: null };
      },
    },
  };
}

const NAMES = /^ {4}\w+:\s+(?=')/gm;
const TABLES = /^( {2}\w+: )\{$([^]*?)^ {2}\}/gm;

/**
 * In the script injected into a mail page the sites' tables are lists: only the diagnosis, another script, tells which
 * selector answered by its name. `Object.values` reads both alike.
 */
export function namelessSelectorsPlugin(): Plugin {
  let isInsert = false;
  return {
    name: 'nameless-selectors',
    enforce: 'pre',
    apply: 'build',
    configResolved: ({ define }) => {
      isInsert = define?.['import.meta.env.ENTRYPOINT'] === '"insert"';
    },
    transform: {
      filter: { id: /(gmail|outlook)Selectors\.ts$/ },
      handler(code) {
        const months = code.match(/\/\/ \d{4}-\d\d$/gm)?.length;
        if (code.match(NAMES)?.length !== months)
          return this.error('The selectors are written in another way now');
        return isInsert ? { code: code.replace(NAMES, '').replace(TABLES, '$1[$2]'), map: null } : null;
      },
    },
  };
}
