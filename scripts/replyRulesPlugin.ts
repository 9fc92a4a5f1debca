import { relative } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import * as v from 'valibot';
import type { Plugin } from 'vite';
import { parse, parseDocument } from 'yaml';
import type { Result } from '../lib/failure/failure';
import { PhraseError } from '../lib/replies/phrases';
import { kindsWeighed, listPhrases, replyKindsRead, type ReplyRules } from '../lib/replies/rules';

const phrases = v.array(v.string());
const weight = v.pipe(v.number(), v.minValue(0), v.maxValue(5));
const rule = v.strictObject({
  part: v.string(),
  weight,
  ifDoubted: v.optional(v.boolean(), false),
  phrases,
  unless: v.optional(phrases, []),
});
const topics = v.array(v.strictObject({ phrases, weight }));
const schema = v.strictObject({
  abbreviations: v.record(v.string(), v.string()),
  lists: v.record(v.string(), phrases),
  notices: phrases,
  ourLetters: phrases,
  about: v.strictObject({ ours: topics, other: topics, words: phrases }),
  kinds: v.strictObject(v.entriesFromList(replyKindsRead, v.array(rule))),
  dates: v.strictObject({ promise: phrases, notTheirs: phrases, meeting: phrases, notMeeting: phrases }),
  doubt: phrases,
  attachment: phrases,
  pointer: phrases,
});

/** The shape of templates/replyWords.yaml, which scripts/weighReplies.ts writes. */
const wordsSchema = v.strictObject(
  v.entriesFromList(
    kindsWeighed,
    v.strictObject({
      start: v.number(),
      words: v.record(
        v.pipe(v.string(), v.regex(/^-?\d+$/)),
        v.pipe(v.string(), v.regex(/^\S+( \S+)?(, \S+( \S+)?)*$/)),
      ),
    }),
  ),
);

/** Checks templates/replies.yaml; a mistake is a sentence that names the place. */
export function parseReplyRules(yaml: string): Result<{ rules: ReplyRules }, { problem: string }> {
  const document = parseDocument(yaml);
  const [mistake] = document.errors;
  if (mistake) return { ok: false, problem: mistake.message };
  const parsed = v.safeParse(schema, document.toJS());
  if (!parsed.success) {
    const [issue] = parsed.issues;
    return { ok: false, problem: `${v.getDotPath(issue) ?? ''}: ${issue.message}` };
  }
  try {
    listPhrases(parsed.output);
  } catch (error) {
    if (error instanceof PhraseError) return { ok: false, problem: error.message };
    throw error;
  }
  return { ok: true, rules: parsed.output };
}

/**
 * Turns the import of templates/replies.yaml and replyWords.yaml into checked data at build time. No page carries the YAML parser. `isPacked`
 * is for the stand-alone page, which no server compresses.
 */
export function replyRulesPlugin({ isPacked = false } = {}): Plugin {
  const write = (data: unknown) => ({
    code: isPacked ? pack(data) : `export default ${JSON.stringify(data)};`,
    map: null,
  });
  return {
    name: 'reply-rules',
    enforce: 'pre',
    transform: {
      filter: { id: /\/templates\/repl(?:yWords|ies)\.yaml$/ },
      handler(yaml, id) {
        if (id.endsWith('Words.yaml')) return write(v.parse(wordsSchema, parse(yaml)));
        const parsed = parseReplyRules(yaml);
        if (!parsed.ok) return this.error(`${relative(process.cwd(), id)}: ${parsed.problem}`);
        return write(parsed.rules);
      },
    },
  };
}

/** A module that unpacks the data when it is loaded, with the library that packs Word files, so that nothing has to wait. */
function pack(data: unknown): string {
  const packed = deflateRawSync(JSON.stringify(data), { level: 9 }).toString('base64');
  return [
    "import { inflateSync, strFromU8 } from 'fflate';",
    `const packed = Uint8Array.from(atob('${packed}'), (character) => character.charCodeAt(0));`,
    'export default JSON.parse(strFromU8(inflateSync(packed)));',
  ].join('\n');
}
