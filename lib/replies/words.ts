import { lookUp } from '../letter/text';

/** The words of a sentence, made alike for the rules: lower case, no apostrophes, "won't" as "will not", a date as one word. */

/** A stretch of the text that a date was read from; see dates.ts. */
export interface Span {
  from: number;
  to: number;
}

export interface Word {
  text: string;
  /** Where the word stands in the whole text. Both words of "won't" stand at the same place. */
  from: number;
  to: number;
  /** A comma, dash, bracket, colon or semicolon stands between the word before and this one. */
  newClause: boolean;
  /** Says no: "not", "never". "No doubt" and "not only" do not. */
  negative: boolean;
  /** Which of the dates given to `readWords` this word stands for. */
  date: number | null;
}

export const DATE_WORD = '<date>';

const WHOLE_WORDS: Readonly<Record<string, string>> = {
  "won't": 'will not',
  "can't": 'can not',
  "shan't": 'shall not',
  "let's": 'let us',
  cannot: 'can not',
  wont: 'will not',
  cant: 'can not',
  dont: 'do not',
  didnt: 'did not',
  doesnt: 'does not',
  isnt: 'is not',
  arent: 'are not',
  havent: 'have not',
  hasnt: 'has not',
  wasnt: 'was not',
  couldnt: 'could not',
  wouldnt: 'would not',
  shouldnt: 'should not',
  im: 'i am',
  ive: 'i have',
  weve: 'we have',
  youve: 'you have',
  youre: 'you are',
  theyre: 'they are',
  thats: 'that is',
  theres: 'there is',
  its: 'its',
};

const ENDINGS: readonly (readonly [string, string])[] = [
  ["n't", ' not'],
  ["'ll", ' will'],
  ["'re", ' are'],
  ["'ve", ' have'],
  ["'m", ' am'],
  ["'d", ' would'],
];

/** After these, 's is "is"; after a noun it says whose. */
const BEFORE_IS = new Set(['it', 'that', 'there', 'here', 'what', 'he', 'she', 'who', 'where']);

const NEGATIVE = new Set([
  'not',
  'no',
  'never',
  'nobody',
  'none',
  'nothing',
  'neither',
  'nor',
  'without',
  'unable',
  'hardly',
  'nowhere',
]);

/** After these pairs of words nothing is denied: "no doubt she will reply", "not only". */
const DENIES_NOTHING: Readonly<Record<string, ReadonlySet<string>>> = {
  no: new Set(['doubt', 'later', 'problem', 'problems', 'worries']),
  not: new Set(['only', 'just', 'least', 'later']),
  without: new Set(['prejudice', 'delay', 'doubt']),
  nothing: new Set(['but']),
};

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu;
const CLAUSE_BREAK = /[,;:()[\]–—•|\t]|\s-{1,2}\s/;

/** `abbreviations` are those of the rules, `RA` → "risk assessment"; one in capitals is read only in capitals. */
export function readWords(
  text: string,
  { from, to }: Span,
  dates: readonly Span[],
  abbreviations: ReadonlyMap<string, string>,
  correct: (word: string) => string,
): Word[] {
  const words: Word[] = [];
  const sentence = text.slice(from, to);
  let end = 0;
  let nextDate = dates.findIndex((date) => date.from >= from);
  if (nextDate === -1) nextDate = dates.length;
  const add = (spelling: string, start: number, stop: number, date: number | null) => {
    const newClause = words.length > 0 && CLAUSE_BREAK.test(sentence.slice(end, start - from));
    for (const [index, part] of spelling.split(' ').entries())
      words.push({
        text: part,
        from: start,
        to: stop,
        newClause: newClause && index === 0,
        negative: false,
        date,
      });
    end = stop - from;
  };
  for (const match of sentence.replaceAll('&', '+').matchAll(/\+|[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu)) {
    const start = from + match.index;
    const stop = start + match[0].length;
    if (start < from + end) continue;
    const date = dates[nextDate];
    if (date && start >= date.from && date.to <= to) {
      add(DATE_WORD, date.from, date.to, nextDate);
      nextDate += 1;
      if (stop <= date.to) continue;
    }
    add(spell(match[0], abbreviations, correct), start, stop, null);
  }
  for (const [index, word] of words.entries())
    word.negative =
      NEGATIVE.has(word.text) &&
      !(lookUp(DENIES_NOTHING, word.text)?.has(words[index + 1]?.text ?? '') ?? false);
  return words;
}

function spell(
  word: string,
  abbreviations: ReadonlyMap<string, string>,
  correct: (word: string) => string,
): string {
  if (word === '+') return 'and';
  const lower = word.replaceAll('’', "'").toLowerCase();
  const whole = abbreviations.get(word) ?? abbreviations.get(lower) ?? lookUp(WHOLE_WORDS, lower);
  if (whole !== undefined) return whole;
  for (const [ending, meaning] of ENDINGS)
    if (lower.endsWith(ending)) return `${lower.slice(0, -ending.length)}${meaning}`;
  if (lower.endsWith("'s")) {
    const before = lower.slice(0, -2);
    return BEFORE_IS.has(before) ? `${before} is` : before;
  }
  return correct(lower.replaceAll("'", ''));
}

/** For comparing two texts word by word, whatever their spaces and signs. */
export function plainWords(text: string): string[] {
  return Array.from(text.matchAll(WORD), ([word]) => word.replaceAll('’', "'").toLowerCase());
}

const NEGATIVE_REACH = 4;
const STARTS_ANEW = new Set(['until', 'till', 'pending', 'unless', 'before', 'once', 'when']);

/** A word that says no stands shortly before the word at `at`, in the same part of the sentence. */
export function isNegated(words: readonly Word[], at: number, reach = NEGATIVE_REACH): boolean {
  // "We cannot answer until they report" does say until when.
  if (STARTS_ANEW.has(words[at]?.text ?? '')) return false;
  for (let back = at; back > Math.max(0, at - reach); back -= 1) {
    if (words[back]?.newClause === true) return false;
    if (words[back - 1]?.negative === true) return true;
  }
  return false;
}
