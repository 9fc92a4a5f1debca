import type { FieldName } from '../letter/compose/fields';

/**
 * Gaps in ready-made letters: “[name of school]”, “<insert date>”, “<<School>>”, “«School»”, “{{school}}”, “____”, “XXXX”,
 * “……”.
 */
const GAP =
  /\[(?!\d+\]|sic\]|…\])[^[\]\n]{2,60}\]|<<[^<>\n]{1,60}>>|<(?![a-z]+:|\/)[a-z][^<>@=\n]{3,60}>|«[^«»\n]{1,60}»|\{\{[^{}\n]{1,60}\}\}|_{3,200}|\bX{3,20}\b|…{2,50}|\.{5,200}/gi;

export interface Gap {
  /** The gap as typed. If it has no name, with the words before it: “Dear ____”. */
  key: string;
  /** The saved detail that it probably stands for. */
  guess: FieldName | '';
}

/** Splits a text at its gaps, which are at the odd indexes of the result. */
export function splitAtGaps(text: string): string[] {
  const parts: string[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(GAP)) {
    parts.push(text.slice(end, index), found);
    end = index + found.length;
  }
  return [...parts, text.slice(end)];
}

export function gapsIn(text: string): Gap[] {
  const parts = splitAtGaps(text);
  return parts.flatMap((part, at) => (at % 2 === 1 ? [describeGap(part, parts[at - 1] ?? '')] : []));
}

const WORDS_BEFORE = 4;

/** A gap with the words before it in the same span of text. */
export function describeGap(gap: string, before: string): Gap {
  const name = gap
    .replaceAll(/[^\p{L}’' ]+/gu, ' ')
    .trim()
    .toLowerCase();
  const isNamed = name !== '' && !/^x+$/.test(name);
  const near = before.slice(-100).split(/\s+/).filter(Boolean).slice(-WORDS_BEFORE).join(' ');
  const key = isNamed ? gap : [near, gap].filter(Boolean).join(' ');
  if (/\bdear$/i.test(near)) return { key, guess: 'addressee' };
  return { key, guess: isNamed ? guessField(name) : guessField(near.toLowerCase(), 'end') };
}

/** In this order, because “address of school” names a school too. */
const guesses: readonly (readonly [RegExp, FieldName])[] = [
  [/\b(?:reply|respond|response|deadline)\b/, 'reply date'],
  [/^(?:insert |today’?s |todays |the )*date$|\bdate of (?:this )?letter$|\btoday$/, 'today'],
  [
    /\b(?:employer|council|trust|authority|la)\b.*\baddress$|\baddress of (?:the )?(?:employer|council|trust)/,
    'employer address',
  ],
  [/\bschool(?:’?s)?\b.*\baddress$|\baddress of (?:the )?(?:school|academy)/, 'school address'],
  [/\bpost ?code$/, 'school postcode'],
  [/\be ?mail(?: address)?$/, 'email'],
  [/\b(?:phone|telephone|mobile|tel)(?: number)?$/, 'phone'],
  [/\b(?:name of|your|insert|the|at)? ?(?:school|academy|setting)(?: name)?$/, 'school'],
  [/\b(?:employer|council|local authority|authority|trust|governing body|mat)(?: name)?$/, 'employer'],
  [
    /\b(?:addressee|recipient|contact|director|chief executive|ceo|chair)(?:’?s)?(?: of [a-z ]+)?(?: name)?$/,
    'addressee',
  ],
  [/\b(?:job title|role|position|post)$/, 'job title'],
  [
    /\b(?:your|full|head(?:teacher)?(?:’?s)?|member(?:’?s)?|sender(?:’?s)?|my|own) name$|\bname of (?:head|headteacher|member|school leader)$|^(?:head ?teacher|signature|signed|i|my name is)$/,
    'full name',
  ],
];

/** `end`: only the last words before a gap without a name count. */
function guessField(words: string, where: 'whole' | 'end' = 'whole'): FieldName | '' {
  const text = where === 'end' ? words.replaceAll(/[:,;.–-]/g, ' ').trim() : words;
  return guesses.find(([pattern]) => pattern.test(text))?.[1] ?? '';
}

const NOTE =
  /^(?:guidance|notes?\b|instructions?\b|how to use|please (?:delete|adapt|amend|complete|insert|copy)|delete (?:as|this|before)|this is a (?:template|model)|(?:template|model) letter\b|for (?:members|branches)\b|to be (?:put|typed|printed) on)/i;

/** True for a paragraph that tells the user how to fill in a ready-made letter. Such a paragraph must not be sent. */
export function looksLikeNote(words: string): boolean {
  return NOTE.test(words.slice(0, 60).replace(/^[^\p{L}]+/u, ''));
}
