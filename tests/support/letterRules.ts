import type { LetterDocument, Voice } from '../../lib/letter/model';
import { blockTexts, inlineText, sectionTexts } from '../../lib/letter/render/text';
import { otherQuotations, publishedPassages, quotations, type PublishedPassage } from './publishedPassages';

/**
 * The rules for every letter's wording. Each rule returns one sentence per fault, so that tests can also run the rule
 * on planted faults.
 */
export type Fault = string;

type SectionText = ReturnType<typeof sectionTexts>[number];

export function letterText(doc: LetterDocument): string {
  return [inlineText(doc.subject), ...blockTexts(doc)].join('\n');
}

/** The text without quotations from published sources, which must stay as printed. */
export function ownWords(text: string): string {
  return quotations.reduce((rest, words) => rest.replaceAll(`“${words}”`, '“…”'), text);
}

// ── Published passages ─────────────────────────────────────────────────────────────────────────

export function checkPassages(doc: LetterDocument, voice: Voice = 'full'): Fault[] {
  const sections = sectionTexts(doc);
  const isLeftOut = ({ strongest, quoted }: PublishedPassage) =>
    voice !== 'full' && (strongest === true || (voice === 'without NAHT' && quoted));
  return [
    ...publishedPassages.flatMap((passage) =>
      isLeftOut(passage) ? checkLeftOut(doc, passage) : checkPassage(sections, passage),
    ),
    ...publishedPassages.flatMap((passage) => checkRequestOf(doc, passage)),
    ...(voice === 'without NAHT' ? checkUnmentioned(doc) : checkPublicationLine(doc)),
  ];
}

/** Nothing in the letter tells of NAHT: no name, no union, no quotation, no newspaper that printed its words. */
export function checkUnmentioned(doc: LetterDocument): Fault[] {
  const found = /\bNAHT\b|\bunions?\b(?<!recognised union)|\badvisory group\b|Schools Week/i.exec(
    letterText(doc),
  );
  return found ? [`“${found[0]}” tells of NAHT`] : [];
}

function checkLeftOut(doc: LetterDocument, { number, words }: PublishedPassage): Fault[] {
  return letterText(doc).includes(words) ? [`passage ${number} was to be left out`] : [];
}

function checkPassage(sections: readonly SectionText[], passage: PublishedPassage): Fault[] {
  const { number, words, section, quoted, common } = passage;
  const home = sections.find(({ id, text }) => id === section && holdsWords(text, words));
  if (!home) return [`passage ${number} is not word for word in “${section}”`];
  const elsewhere = common ? [] : sections.filter(({ id, text }) => id !== section && text.includes(words));
  return [
    ...elsewhere.map(({ id }) => `passage ${number} is also in “${id}”`),
    ...(quoted ? checkAttribution(home.text, passage) : checkOwn(home.text, passage)),
  ];
}

/** If the letter has requests, each passage that belongs to a request is in that request. */
function checkRequestOf(doc: LetterDocument, { number, words, section, request }: PublishedPassage): Fault[] {
  const items = doc.sections
    .filter(({ id }) => id === section)
    .flatMap(({ blocks }) => blocks.flatMap((block) => (block.type === 'list' ? block.items : [])));
  const own = items.find(({ requestId }) => requestId === request);
  return request === undefined || (own && holdsWords(inlineText(own.content), words))
    ? []
    : [`passage ${number} is not in the request “${request}”`];
}

/** Compares whole words: “assessments” does not contain “assessment”. */
function holdsWords(text: string, words: string): boolean {
  const literal = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'u').test(text);
}

/**
 * The passage is in quotation marks, and NAHT is named before it: in the same sentence, or as “it” after such a
 * sentence, or in a second “that” after “It wrote that”.
 */
function checkAttribution(text: string, { number, words }: PublishedPassage): Fault[] {
  const paragraph = text.split('\n').find((line) => line.includes(`“${words}”`));
  if (paragraph === undefined) return [`passage ${number} is not in quotation marks of its own`];
  const before = paragraph.slice(0, paragraph.indexOf(`“${words}”`));
  const given =
    /\bNAHT\b/.test(before) &&
    /\bNAHT\b|\b[Ii]t (wrote|went on)\b|, and that Ofsted’s approach $/.test(leadOf(before));
  return given ? [] : [`passage ${number} is not attributed to NAHT in its place`];
}

/** The text between a quotation and the one before it. */
function leadOf(before: string): string {
  return before.slice(before.lastIndexOf('”') + 1);
}

/** The part of the last sentence that was not finished. */
function sentenceOf(before: string): string {
  return before.slice(before.search(/[^.]*$/));
}

function checkOwn(text: string, { number, words }: PublishedPassage): Fault[] {
  const quoted = (text.match(/“[^”]*”/g) ?? []).some((quote) => quote.includes(words));
  return quoted ? [`passage ${number} is the signer’s own words, but is quoted`] : [];
}

function checkPublicationLine(doc: LetterDocument): Fault[] {
  const last = blockTexts(doc).at(-1) ?? '';
  const said = /NAHT/.test(last) && /Schools Week/.test(last) && /October 2025/.test(last);
  return said ? [] : ['the last line does not say where NAHT’s words were published'];
}

/** Letters other than the first contain no published passage. */
export function checkNoPassage(doc: LetterDocument): Fault[] {
  const text = letterText(doc);
  const found = publishedPassages.filter(({ words, common }) => !common && text.includes(words));
  return found.map(({ number }) => `passage ${number} belongs to the first letter only`);
}

/** Only published words may be in quotation marks, never a paraphrase. */
export function checkQuotations(doc: LetterDocument): Fault[] {
  const quotes = Array.from(letterText(doc).matchAll(/“([^”]*)”?/g), ([, words]) => words ?? '');
  return [
    ...quotes
      .filter((words) => !quotations.includes(words))
      .map((words) => `not a published passage: “${words}”`),
    ...otherQuotations.flatMap(({ words, lead }) => checkLead(doc, words, lead)),
    ...checkOtherMarks(letterText(doc)),
  ];
}

function checkLead(doc: LetterDocument, words: string, lead: RegExp): Fault[] {
  const before = blockTexts(doc).flatMap((text) => text.split(`“${words}”`).slice(0, -1));
  return before
    .filter((text) => !lead.test(sentenceOf(text)))
    .map(() => `“${words}” is not attributed to its author`);
}

/** Straight or single quotation marks would bypass the rule above. Apostrophes are curly. */
function checkOtherMarks(text: string): Fault[] {
  const found = /.{0,12}["'‘‟„«»`].{0,12}/.exec(ownWords(text));
  return found ? [`a quotation mark that is not “ or ”, or a straight apostrophe: ${found[0]}`] : [];
}

/** Other people may see a subject in a list or on a screen, so it must not contain sensitive words. */
export function checkSubject(subject: string): Fault[] {
  const rest = subject.replace(/^INSPECTION NOTIFIED: /, '');
  const alarm =
    /\b(urgent|demand|complain\w*|stress|harm|danger\w*|wellbeing|well-being|health|NAHT|union|member\w*|grade\w*|duty|legal|warning|final|failure|overdue)\b/i.exec(
      rest,
    );
  const shouted = /\b[A-Z]{4,}\b/.exec(rest);
  return [
    ...(alarm ? [`the subject says “${alarm[0]}”`] : []),
    ...(shouted ? [`the subject shouts “${shouted[0]}”`] : []),
    ...(subject.length > 100 ? [`the subject has ${subject.length} characters`] : []),
  ];
}

// ── Agreement ──────────────────────────────────────────────────────────────────────────────────

const ROLE =
  /\b(Director|Chief|Chair|Clerk|Head|Officer|President|Secretary|Manager|Sir or Madam|Governors|Trustees)\b/;

/** “Dear Mrs Patel” goes with “Yours sincerely”, “Dear Director of Children’s Services” with “Yours faithfully”. */
export function checkSalutation(doc: LetterDocument): Fault[] {
  const lines = blockTexts(doc);
  const addressee = /^Dear (.+)$/.exec(lines[0] ?? '')?.[1];
  if (addressee === undefined) return ['the letter does not begin with “Dear …”'];
  const closes = lines.filter((line) => /^Yours (sincerely|faithfully)$/.test(line));
  if (closes.length !== 1) return [`the letter closes ${closes.length} times`];
  const expected = ROLE.test(addressee) ? 'Yours faithfully' : 'Yours sincerely';
  return closes[0] === expected ? [] : [`“Dear ${addressee}” goes with “${expected}”, not “${closes[0]}”`];
}

const SINGULAR = /\b(I|me|my|mine|myself)\b/;
const PLURAL = /\b(we|us|our|ours|ourselves)\b/i;
const MISMATCH =
  /\bI (are|were|is|has)\b|\b[Ww]e (am|is|was|has)\b|\b(an|a) (employees|assessors|members)\b|\bas (employee|assessor|member)\b|\bmyself\b.{0,8}\bourselves\b/;

/** One signer writes “I”, several write “we”. Published passages keep their “us”. */
export function checkNumber(doc: LetterDocument, signed: 'single' | 'joint'): Fault[] {
  // “We agreed” is the writer and the employer, and “tell us” is the school’s staff.
  const shared = /\bthat we agreed:|\bto tell us of\b/g;
  const passages = publishedPassages.filter(({ common }) => !common).map(({ words }) => words);
  const text = passages
    .reduce((rest, words) => rest.replaceAll(words, '…'), ownWords(letterText(doc)))
    .replace(shared, '…');
  const wrong = (signed === 'single' ? PLURAL : SINGULAR).exec(text);
  const mismatch = MISMATCH.exec(text);
  return [
    ...(wrong ? [`“${wrong[0]}” in a ${signed} letter: “${around(text, wrong.index)}”`] : []),
    ...(mismatch ? [`“${mismatch[0]}” does not agree`] : []),
  ];
}

function around(text: string, index: number): string {
  return text.slice(Math.max(0, index - 20), index + 20).replaceAll('\n', ' ');
}

/** A letter must not offer to put off an inspection, and it gives separate dates for the reply and the assessment. */
export function checkAssurance(doc: LetterDocument): Fault[] {
  return /\b(seeks|seek) to delay or obstruct\b/.test(letterText(doc)) &&
    /\b[Nn]othing\b/.test(letterText(doc))
    ? []
    : ['the letter does not say that it seeks no delay or obstruction'];
}

export function checkTwoDates(doc: LetterDocument, replyBy: string): Fault[] {
  const text = letterText(doc);
  const asksWhen = /\b(on|by) what date\b[^.?]*\bfinished\b|\bwhen (it|the assessment) will be finished\b/i;
  return [
    ...(text.includes(replyBy) ? [] : ['the letter does not ask for a reply by the date']),
    ...(asksWhen.test(text) ? [] : ['the letter does not ask when the assessment will be finished']),
  ];
}
