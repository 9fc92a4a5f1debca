import { readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { Plugin } from 'vite';
import { parse } from 'yaml';
import type { BuiltInLetter, Source } from '../lib/letter/builtIn';
import type { LetterHeading } from '../lib/letter/builtInOnDemand';
import type { LetterTemplate, TemplateBlock, TemplateInline } from '../lib/letter/model';
import { parseLetter } from '../lib/letter/parse/parse';

/**
 * Parses `templates/<letter>.md` at build time, so that the popup contains neither the parser nor the YAML library, and a mistake in
 * a letter stops the build with file, line and a sentence. An import with `?heading` returns only the heading (id, title and order),
 * for lists of letters. `templates/sources.yaml` is read the same way.
 *
 * `templates/released.json` has the sentences of earlier releases, by which a draft is recognised after an update.
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
        const releasedFile = join(dirname(id), 'released.json');
        this.addWatchFile(sourcesFile);
        this.addWatchFile(releasedFile);
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
        // This release's own sentences are today's, which are recognised without them.
        const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
        const released = JSON.parse(readFileSync(releasedFile, 'utf8')) as ReleasedSentences;
        delete released[version];
        const { id: letterId, title, stage } = letter;
        const imported =
          query === 'heading'
            ? ({ id: letterId, title, stage, order } satisfies LetterHeading)
            : ({
                order,
                letter: { ...letter, released: readReleased(released, letterId) },
              } satisfies BuiltInLetter);
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

/** The sentences that each release had in a letter. */
export function readReleased(
  released: ReleasedSentences,
  letterId: string,
): NonNullable<LetterTemplate['released']> {
  return Object.entries(released).flatMap(([release, letters]) => {
    const sentences = letters[letterId];
    return sentences ? [{ release, sentences }] : [];
  });
}

/** What templates/released.json has: by release, then by letter. */
export type ReleasedSentences = Record<string, Record<string, string[]>>;

/** With fewer of its own, a letter is also taken for one that says something like them. */
const FEWEST_OWN = 4;

/**
 * What each letter says whatever is chosen and filled in, in pieces of at least eight words; without those that another
 * letter has too, unless too few would be left to recognise it by.
 */
export function listSentences(letters: readonly LetterTemplate[]): Record<string, string[]> {
  const wholes = letters.map(({ sections }) => sections.flatMap(({ blocks }) => blocks.flatMap(listWhole)));
  return Object.fromEntries(
    letters.map(({ id, sections }, index) => {
      const texts = sections.flatMap(({ blocks }) => blocks.flatMap(listTexts));
      const pieces = texts.flatMap((text) => text.split(/\0|(?<=[.!?:”]) (?=[“\p{Lu}])/u));
      const sentences = pieces.map((one) => one.trim()).filter((one) => one.split(' ').length >= 8);
      const others = wholes.toSpliced(index, 1).flat();
      const own = sentences.filter((one) => !others.some((text) => text.includes(one)));
      return [id, own.length < FEWEST_OWN ? sentences : own];
    }),
  );
}

/** The texts of a block that is in every letter, with a null character for each field. */
function listTexts(block: TemplateBlock): string[] {
  if (block.type === 'when') return [];
  if (block.type !== 'requests') return listWhole(block);
  return block.requests.filter(({ optional }) => !optional).map(({ content }) => joinTexts(content));
}

/** All texts of a block, also those that depend on a choice. */
function listWhole(block: TemplateBlock): string[] {
  switch (block.type) {
    case 'paragraph':
      return [joinTexts(block.content)];
    case 'lines':
      return block.lines.map(joinTexts);
    case 'list':
      return block.items.map(joinTexts);
    case 'requests':
      return block.requests.map(({ content }) => joinTexts(content));
    case 'when':
      return block.blocks.flatMap(listWhole);
  }
}

const joinTexts = (inlines: readonly TemplateInline[]) =>
  inlines.map((inline) => ('text' in inline ? inline.text : '\0')).join('');

/** What the options page shows of each source in templates/sources.yaml. Tests check the rest of the file. */
export function readSources(yaml: string): Record<string, Source> {
  const entries = Object.entries(parse(yaml) as Record<string, Source>);
  return Object.fromEntries(
    entries.map(([key, { title, publisher, month, link }]) => [key, { title, publisher, month, link }]),
  );
}
