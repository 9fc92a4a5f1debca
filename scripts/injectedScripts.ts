import type { Plugin } from 'vite';

/**
 * Removes the log messages that WXT wraps around an injected script, because they make the script larger in every mail page. The
 * script's result is still the value of the file, and an exception in it still rejects `executeScript`.
 */
export function plainScriptsPlugin(): Plugin {
  return {
    name: 'plain-scripts',
    enforce: 'pre',
    apply: 'build',
    transform: {
      filter: { id: /virtual:wxt-unlisted-script-entrypoint|utils\/define-unlisted-script/ },
      handler(code, id) {
        // WXT's function accepts a definition or a function; our scripts pass a function.
        if (id.includes('define-unlisted-script'))
          return { code: 'export const defineUnlistedScript = (main) => main;', map: null };
        const [importLine] = /^import definition from .+$/m.exec(code) ?? [];
        if (!importLine)
          return this.error(
            'WXT has changed how it wraps injected scripts: adapt scripts/injectedScripts.ts',
          );
        return { code: `${importLine}\nexport default definition();`, map: null };
      },
    },
  };
}

/** The name of a selector and its colon, at the start of a line. */
const NAMES = /^ {4}\w+:\s+(?=')/gm;
/** A whole table, from its name to its closing brace. */
const TABLES = /^( {2}\w+: )\{$([^]*?)^ {2}\}/gm;

/**
 * Turns the sites' tables of named selectors into lists in `insert.js`, to keep it small. Only the diagnosis, a separate script,
 * reports a selector by its name. `Object.values` reads tables and lists alike.
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
      filter: { id: /sites\/(gmail|outlook)\.ts$/ },
      handler(code) {
        const months = code.match(/\/\/ \d{4}-\d\d$/gm)?.length;
        if (code.match(NAMES)?.length !== months)
          return this.error('The layout of the selectors has changed: adapt scripts/injectedScripts.ts');
        return isInsert ? { code: code.replace(NAMES, '').replace(TABLES, '$1[$2]'), map: null } : null;
      },
    },
  };
}
