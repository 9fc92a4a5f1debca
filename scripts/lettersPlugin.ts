import { readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { Plugin } from 'vite';
import { parse } from 'yaml';
import type { BuiltInLetter } from '../lib/letter/builtIn';
import type { LetterHeading } from '../lib/letter/builtInOnDemand';
import type { Source } from '../lib/letter/sources';
import { parseLetter } from '../lib/letter/parse/parse';

/**
 * Parses `templates/<letter>.md` at build time, so that the popup contains neither the parser nor the YAML library, and a mistake in
 * a letter stops the build with file, line and a sentence. An import with `?heading` returns only the heading (id, title and order),
 * for lists of letters. `templates/sources.yaml` is read the same way.
 *
 * With `asMarkdown` the letters stay Markdown, checked here and parsed where they are used: the stand-alone page has the parser
 * anyway, and the text is a quarter of the parsed letter’s size.
 */
export function lettersPlugin({ asMarkdown = false } = {}): Plugin {
  return {
    name: 'letters',
    enforce: 'pre',
    transform: {
      filter: { id: /\/templates\/([^/?]+\.md(\?heading)?|sources\.yaml)$/ },
      handler(text, idWithQuery) {
        const [id = '', query] = idWithQuery.split('?');
        if (id.endsWith('.yaml'))
          return { code: `export default ${JSON.stringify(readSources(text))};`, map: null };
        const sourcesFile = join(dirname(id), 'sources.yaml');
        this.addWatchFile(sourcesFile);
        const file = relative(process.cwd(), id);
        const parsed = parseLetter(text, basename(id), {
          knownSources: new Set(Object.keys(readSources(readFileSync(sourcesFile, 'utf8')))),
          id: basename(id, '.md'),
        });
        if (!parsed.ok) {
          const sentences = parsed.problems.map(({ line, sentence }) => `${file}:${line} ${sentence}`);
          return this.error(sentences.join('\n'));
        }
        if (asMarkdown && query === undefined)
          return { code: parseInPage(text, join(dirname(id), '../lib/letter/parse/parse.ts')), map: null };
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

function parseInPage(text: string, parser: string): string {
  return [
    `import { parseLetter } from ${JSON.stringify(parser)};`,
    `const { letter, order } = parseLetter(${JSON.stringify(text)}, '');`,
    'export default { letter, order };',
  ].join('\n');
}

/** What the options page shows of each source in templates/sources.yaml. Tests check the rest of the file. */
export function readSources(yaml: string): Record<string, Source> {
  const entries = Object.entries(parse(yaml) as Record<string, Source>);
  return Object.fromEntries(
    entries.map(([key, { title, publisher, month, link }]) => [key, { title, publisher, month, link }]),
  );
}
