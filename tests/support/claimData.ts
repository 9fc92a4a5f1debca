import * as v from 'valibot';
import { parse } from 'yaml';

/**
 * Every sentence of every letter is classified in templates/sentences/: it is a claim, which rests on the own words of sources in
 * templates/sources.yaml, or it states no fact. A new or changed sentence is in neither class, so it fails whatever it says.
 */

const sourceSchema = v.pipe(
  v.strictObject({
    publisher: v.string(),
    title: v.string(),
    month: v.pipe(v.string(), v.regex(/^([A-Z][a-z]+ \d{4}|not dated)$/)),
    link: v.pipe(v.string(), v.regex(/^https?:\/\/[^\s>]+$/)),
    read: v.pipe(v.string(), v.isoDate()),
    secondary: v.optional(v.boolean(), false),
    /** Where the text itself is published, to be compared with a secondary page before a release. */
    statute: v.optional(v.pipe(v.string(), v.url())),
    words: v.optional(v.record(v.string(), v.string()), {}),
    unread: v.optional(v.string()),
  }),
  v.check(
    ({ words, unread }) => Object.keys(words).length > 0 !== (unread !== undefined),
    'needs either `words` or the reason why they are `unread`',
  ),
);
export type Source = v.InferOutput<typeof sourceSchema>;
export type Sources = Record<string, Source>;

/** Words of sources, each as `source/words`. */
const refs = v.array(v.pipe(v.string(), v.regex(/^[\w-]+\/[\w-]+$/)));
const entry = v.union([
  v.string(),
  v.strictObject({ says: v.string(), 'rests-on': refs }),
  v.strictObject({ unclassified: v.string(), 'rests-on': v.optional(refs, []) }),
]);
/** A text alone states no fact. */
export type Entry = v.InferOutput<typeof entry>;
/** The entries of one letter by place, in the letter's order. */
export type Entries = Record<string, Entry[]>;

export const readSources = (yaml: string): Sources =>
  v.parse(v.record(v.string(), sourceSchema), parse(yaml));

export const readEntries = (yaml: string): Entries =>
  v.parse(v.record(v.string(), v.array(entry)), parse(yaml));

export const textOf = (one: Entry): string =>
  typeof one === 'string' ? one : 'says' in one ? one.says : one.unclassified;

/** The own words of a source; `''` if they could not be read, and `null` if there are none of that name. */
export function wordsOf(ref: string, sources: Sources): string | null {
  const [key = '', name = ''] = ref.split('/');
  const source = sources[key];
  if (name === 'unread') return source?.unread === undefined ? null : '';
  return source?.words[name] ?? null;
}

/** The keys of the sources on which a section's sentences rest. */
export function sourcesOf(entries: Entries, sectionId: string): string[] {
  const ofSection = Object.entries(entries).filter(([place]) => place.split(/[/,]/)[0] === sectionId);
  const cited = ofSection.flatMap(([, list]) =>
    list.flatMap((one) => (typeof one === 'string' ? [] : one['rests-on'])),
  );
  return [...new Set(cited.map((ref) => ref.split('/')[0] ?? ''))];
}
