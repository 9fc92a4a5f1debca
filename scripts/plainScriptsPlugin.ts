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
