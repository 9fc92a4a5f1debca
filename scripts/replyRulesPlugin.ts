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

/** The printable characters that need no escape in a string, a template, or a script within a page. */
const DIGITS = Array.from({ length: 94 }, (_, at) => String.fromCodePoint(33 + at))
  .filter((character) => !'"\'`\\$&<{}'.includes(character))
  .join('');

/**
 * A module that unpacks the data when it is loaded, with the library that packs Word files, so that nothing has to wait. Five
 * digits of base 85 for four bytes take 6 % less room than base 64.
 */
function pack(data: unknown): string {
  const bytes = deflateRawSync(JSON.stringify(data), { level: 9 });
  const whole = Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
  let digits = '';
  for (let at = 0; at < whole.length; at += 4) {
    const four = whole.readUInt32BE(at);
    for (let power = 85 ** 4; power >= 1; power /= 85) digits += DIGITS[Math.floor(four / power) % 85];
  }
  return [
    "import { inflateSync, strFromU8 } from 'fflate';",
    `const text = '${digits}';`,
    'const bytes = new DataView(new ArrayBuffer((text.length / 5) * 4));',
    'for (let at = 0; at < text.length; at += 5) {',
    '  let four = 0;',
    `  for (const digit of text.slice(at, at + 5)) four = four * 85 + '${DIGITS}'.indexOf(digit);`,
    '  bytes.setUint32((at / 5) * 4, four);',
    '}',
    'export default JSON.parse(strFromU8(inflateSync(new Uint8Array(bytes.buffer))));',
  ].join('\n');
}
