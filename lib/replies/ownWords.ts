import { plainWords, type Span } from './words';

/** A reply, parted into what its writer says and the rest. All are stretches of the text, in order. */
export interface MessageParts {
  /** Sentences of the writer's own. */
  own: Span[];
  /** Sentences below the writer's name that are no disclaimer; a "PS" there is the writer's own. */
  below: Span[];
  /** Lines of the signature: names, offices, telephone numbers. */
  signature: Span[];
  /** Where the earlier mail begins, message by message. */
  earlier: Span[];
}

export interface OwnWordsRules {
  /** A sentence of a disclaimer or banner. */
  isNotice: (sentence: Span) => boolean;
  /** A sentence by which one of our own letters is known. */
  isOurLetter: (sentence: Span) => boolean;
}

const HEADER = /^[\s>*_]{0,6}(from|sent|date|to|cc|subject)[*_]{0,2}\s?:/i;
const SEPARATOR =
  /^\s*(?:(?:-{2,}|_{2,}|={2,})\s*)?(?:(?:original|forwarded) (?:message|email|appointment)|begin forwarded message)\s*(?::\s*)?(?:(?:-{2,}|_{2,}|={2,})\s*)?$/i;
const ENQUIRY_BELOW =
  /^\s*(?:your|the) (?:original )?(?:enquiry|message|email|request|letter|query)(?: (?:\(|of |on |dated |was|below|reads|read)[^:]{0,40})?:\s*$/i;
const ON_WROTE_START = /^\s*(?:on|at)\s.{4,}/i;
const WROTE = /\b(?:wrote|writes)(?: on .{0,40})?\s*:\s*$/i;
const QUOTED_LINE = /^\s*(?:>|\|\s*>)/;
/** "Dear Ms Nair," */
export const SALUTATION =
  /^\s*(?:dear|hi|hello|good (?:morning|afternoon|evening)|to)\b[^.?!]{0,60}[,.!:–-]?\s*$/i;
const CLOSING =
  /^\s*(?:(?:yours|your)\s(?:sincerely|faithfully|truly|ever|aye|respectfully|in [a-z]{2,20})|(?:(?:with|in)\s)?(?:(?:my|our|many|very|all|kind|kindest|best|warm|warmest|good|sincere|renewed|every)\s){0,3}(?:regards|wishes|thanks|best|rgds|love|thank you)(?: (?:and|&) (?:kind |best |warm )?(?:regards|wishes|thanks))?(?: (?:in advance|again|as ever|always|to you all|for now))?|cheers|ta|br|kr|thx|sincerely|faithfully|god bless|blessings|take care|speak soon|as ever|in haste|bw|vbw|every blessing)(?![\p{L}])/iu;
/** "Regards, Tom Reed", with nothing else on the line. */
const NAMES_ONLY = /^(?:\s*[,.!])?(?:\s+\p{Lu}[\p{L}.'’-]{0,20}){0,3}[\s,.!x]*$/u;
const POSTSCRIPT = /^\s*(?:p\.?\s?p?\.?s\b|n\.?b\b|post ?script)/i;
const LIST_MARK = /^\s*(?:[-*•–—▪◦·o]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+/;
/** A row of a table is a sentence of its own. */
const ROW = /\t|\s\|\s/;

/** A line of signs alone. */
const DECORATION = /^\s*[^\s\p{L}\p{N}][^\p{L}\p{N}]*$/u;

interface Line extends Span {
  text: string;
}

export function partReply(
  text: string,
  rules: OwnWordsRules,
  ownLetters: readonly string[] = [],
): MessageParts {
  const lines = splitLines(text);
  const starts = findEarlierMail(lines);
  const [firstStart = lines.length] = starts;
  const copied = findCopies(ownLetters);
  const written = lines
    .slice(0, firstStart)
    .filter(
      (line, at) =>
        !QUOTED_LINE.test(line.text) &&
        !DECORATION.test(line.text) &&
        !isWroteLine(line) &&
        !isOwnHeader(lines, at) &&
        !copied(line.text),
    );
  const parts: MessageParts = {
    own: [],
    below: [],
    signature: [],
    earlier: listEarlier(lines, starts, text),
  };
  const paragraphs = splitParagraphs(written);
  const sentences = paragraphs.map((paragraph) => splitSentences(text, paragraph));
  const ours = findOurLetter(text, sentences, rules);
  let place: 'own' | 'below' = 'own';
  for (const [index, paragraph] of sentences.slice(0, ours).entries()) {
    const first = paragraph[0];
    if (!first) continue;
    const opening = text.slice(first.from, first.to);
    if (POSTSCRIPT.test(opening) || (place === 'below' && SALUTATION.test(opening))) place = 'own';
    const notice = paragraph.findIndex(rules.isNotice);
    const kept = notice === -1 ? paragraph : paragraph.slice(0, notice);
    for (const sentence of kept) {
      const words = text.slice(sentence.from, sentence.to);
      if (POSTSCRIPT.test(words)) place = 'own';
      if (place === 'own' && isSignOff(words) && (parts.own.length > 1 || index > 0)) {
        place = 'below';
        parts.signature.push(sentence);
      } else if (place === 'own') parts.own.push(sentence);
      else (isProse(words) ? parts.below : parts.signature).push(sentence);
    }
    // A postscript is one paragraph.
    if (place === 'own' && parts.signature.length > 0 && POSTSCRIPT.test(opening)) place = 'below';
  }
  return parts;
}

function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  while (from <= text.length) {
    const stop = text.indexOf('\n', from);
    const to = stop === -1 ? text.length : stop;
    lines.push({ from, to, text: text.slice(from, to) });
    from = to + 1;
  }
  return lines;
}

/** The lines at which earlier messages begin. A header at the very top is that of the reply itself. */
function findEarlierMail(lines: readonly Line[]): number[] {
  const starts: number[] = [];
  let hasWords = false;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]?.text ?? '';
    if (isStart(lines, at)) {
      if (hasWords || SEPARATOR.test(line) || WROTE.test(line)) starts.push(at);
      // Its other lines begin no second message.
      while (HEADER.test(lines[at + 1]?.text ?? '')) at += 1;
      continue;
    }
    if (/[\p{L}]/u.test(line)) hasWords = true;
  }
  return starts;
}

function isStart(lines: readonly Line[], at: number): boolean {
  const line = lines[at]?.text ?? '';
  if (SEPARATOR.test(line) || ENQUIRY_BELOW.test(line)) return true;
  if (ON_WROTE_START.test(line)) {
    const tail = [0, 1, 2].find((ahead) => WROTE.test(lines[at + ahead]?.text ?? ''));
    // What is quoted with ">" below ends by itself: answers may stand between.
    if (tail !== undefined && isSameSentence(lines, at, tail)) return !isQuotedBelow(lines, at + tail);
  } else if (WROTE.test(line) && /[@\d]/.test(line)) return !isQuotedBelow(lines, at);
  if (!HEADER.test(line)) return false;
  const labels = new Set<string>();
  for (const { text } of lines.slice(at, at + 8)) {
    const label = HEADER.exec(text)?.[1]?.toLowerCase();
    if (label !== undefined) labels.add(label);
  }
  return (
    labels.size >= 2 &&
    (labels.has('from') || labels.has('to')) &&
    (labels.has('subject') || labels.has('sent') || labels.has('date'))
  );
}

const isSameSentence = (lines: readonly Line[], at: number, ahead: number) =>
  lines.slice(at, at + ahead + 1).every(({ text }) => text.trim() !== '' && !/[.?!]\s*$/.test(text));

function isQuotedBelow(lines: readonly Line[], at: number): boolean {
  const next = lines.slice(at + 1, at + 4).find(({ text }) => text.trim() !== '');
  return next !== undefined && QUOTED_LINE.test(next.text);
}

const isWroteLine = ({ text }: Line) => WROTE.test(text) && (/[@\d]/.test(text) || ON_WROTE_START.test(text));

/** A line of a header that stands above the reply itself, copied with it. */
function isOwnHeader(lines: readonly Line[], at: number): boolean {
  if (!HEADER.test(lines[at]?.text ?? '')) return false;
  return isStart(lines, at) || (at > 0 && HEADER.test(lines[at - 1]?.text ?? ''));
}

function listEarlier(lines: readonly Line[], starts: readonly number[], text: string): Span[] {
  return starts.flatMap((start, index) => {
    let first = start;
    while (
      first < lines.length &&
      (HEADER.test(lines[first]?.text ?? '') ||
        SEPARATOR.test(lines[first]?.text ?? '') ||
        WROTE.test(lines[first]?.text ?? '') ||
        lines[first]?.text.trim() === '')
    )
      first += 1;
    const next = starts[index + 1];
    const from = lines[first]?.from ?? text.length;
    const to = next === undefined ? text.length : (lines[next]?.from ?? text.length);
    return from < to ? [{ from, to }] : [];
  });
}

function splitParagraphs(lines: readonly Line[]): Line[][] {
  const paragraphs: Line[][] = [[]];
  let end: number | null = null;
  for (const line of lines) {
    const isGap = end !== null && line.from > end + 1;
    if (line.text.trim() === '' || isGap) paragraphs.push([]);
    if (line.text.trim() !== '') paragraphs.at(-1)?.push(line);
    end = line.to;
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0);
}

const LONG_LINE = 50;

/** Lines of one paragraph are joined where they were only wrapped. */
function splitSentences(text: string, paragraph: readonly Line[]): Span[] {
  const runs: Span[] = [];
  let previous: Line | null = null;
  for (const line of paragraph) {
    const last = runs.at(-1);
    const isWrapped =
      previous !== null &&
      last !== undefined &&
      !LIST_MARK.test(line.text) &&
      !ROW.test(line.text) &&
      !ROW.test(previous.text) &&
      !isSignOff(line.text) &&
      !SALUTATION.test(previous.text) &&
      (previous.text.trim().length >= LONG_LINE || /^\s*[\p{Ll}(]/u.test(line.text)) &&
      !/[.!?:;]["'”’)]*\s*$/.test(previous.text);
    if (isWrapped && last) last.to = line.to;
    else runs.push({ from: line.from + (LIST_MARK.exec(line.text)?.[0].length ?? 0), to: line.to });
    previous = line;
  }
  return runs.flatMap((run) => splitRun(text, run));
}

const END = /(?<![.!?])[.!?]+["'”’)\]]*(?=\s+["'“‘([]*[\p{Lu}\p{N}]|\s*$)/gu;
const SHORTENED =
  /(?:^|[\s(])(?:mr|mrs|ms|dr|prof|rev|revd|fr|sr|st|no|nos|para|s|reg|approx|etc|e\.g|i\.e|eg|ie|cf|vs|jan|feb|mar|apr|aug|sept?|oct|nov|dec|tel|ext|c|p|pp|[A-Z])\.$/i;

function splitRun(text: string, { from, to }: Span): Span[] {
  const run = text.slice(from, to);
  const sentences: Span[] = [];
  const length = run.trimEnd().length;
  let start = 0;
  const add = (stop: number) => {
    const sentence = run.slice(start, stop);
    const begin = from + start + sentence.length - sentence.trimStart().length;
    const letters = sentence.trim().length;
    if (letters > 0) sentences.push({ from: begin, to: begin + letters });
    start = stop;
  };
  for (const match of run.matchAll(END)) {
    const stop = match.index + match[0].length;
    const isEnd = stop >= length;
    if (!isEnd && SHORTENED.test(run.slice(Math.max(start, stop - 8), stop))) continue;
    add(stop);
  }
  add(run.length);
  return sentences;
}

/** Where a copy of our letter begins that no header parts from the reply: at its salutation, or at its first words. */
function findOurLetter(text: string, paragraphs: readonly Span[][], rules: OwnWordsRules): number {
  const known = paragraphs.findIndex((sentences) => sentences.some(rules.isOurLetter));
  if (known === -1) return paragraphs.length;
  for (let at = known; at >= Math.max(0, known - 2); at -= 1) {
    const first = paragraphs[at]?.[0];
    if (first && SALUTATION.test(text.slice(first.from, first.to).split('\n')[0] ?? '')) return at;
  }
  return known;
}

const RUN = 4;

/** Says of a line whether most of it stands in one of the letters, whatever its line breaks. */
function findCopies(letters: readonly string[]): (line: string) => boolean {
  const runs = new Set<string>();
  for (const letter of letters) for (const run of listRuns(plainWords(letter))) runs.add(run);
  if (runs.size === 0) return () => false;
  return (line) => {
    const own = listRuns(plainWords(line));
    return own.length >= 2 && own.filter((run) => runs.has(run)).length / own.length > 0.7;
  };
}

function listRuns(words: readonly string[]): string[] {
  return words.slice(RUN - 1).map((_word, at) => words.slice(at, at + RUN).join(' '));
}

const isProse = (words: string) => plainWords(words).length >= 7 && /[.!?]["'”’)]*$/.test(words);

function isSignOff(line: string): boolean {
  const closing = CLOSING.exec(line);
  return closing !== null && NAMES_ONLY.test(line.slice(closing[0].length));
}
