import { readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { Plugin } from 'vite';
import type { BuiltInLetter } from '../lib/letter/builtIn';
import type { LetterHeading } from '../lib/letter/builtInOnDemand';
import { parseLetter } from '../lib/letter/parse/parse';

/**
 * Parses `templates/<letter>.md` at build time, so that the popup contains neither the parser nor the YAML library, and a mistake in
 * a letter stops the build with file, line and a sentence. An import with `?heading` returns only the heading (id, title, stage and order),
 * for lists of letters.
 */
export function lettersPlugin(): Plugin {
  return {
    name: 'letters',
    enforce: 'pre',
    transform: {
      filter: { id: /\/templates\/[^/?]+\.md(\?heading)?$/ },
      handler(markdown, idWithQuery) {
        const [id = '', query] = idWithQuery.split('?');
        const sourcesFile = join(dirname(id), 'sources.md');
        this.addWatchFile(sourcesFile);
        const file = relative(process.cwd(), id);
        const parsed = parseLetter(markdown, basename(id), {
          knownSources: listSourceKeys(readFileSync(sourcesFile, 'utf8')),
          id: basename(id, '.md'),
        });
        if (!parsed.ok) {
          const sentences = parsed.problems.map(({ line, sentence }) => `${file}:${line} ${sentence}`);
          return this.error(sentences.join('\n'));
        }
        const { letter, order } = parsed;
        const { id: letterId, title, stage } = letter;
        const imported =
          query === 'heading'
            ? ({ id: letterId, title, stage, order } satisfies LetterHeading)
            : ({ order, letter } satisfies BuiltInLetter);
        return { code: `export default ${JSON.stringify(imported)};`, map: null };
      },
    },
  };
}

/** The keys of the sources: the second-level headings of templates/sources.md. */
export function listSourceKeys(markdown: string): ReadonlySet<string> {
  return new Set(Array.from(markdown.matchAll(/^## (\S+)$/gm), ([, key]) => key ?? ''));
}
