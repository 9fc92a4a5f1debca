import type { LetterDocument } from '../../lib/letter/model';
import { blockTexts, inlineText, sectionTexts } from '../../lib/letter/plainText';
import { publishedPassages, quotations, type PublishedPassage } from './publishedPassages';

/**
 * The rules that every letter's wording keeps. Each returns one sentence for each fault, so that a planted fault can be
 * run through the same rule as the letters.
 */
export type Fault = string;

type SectionText = ReturnType<typeof sectionTexts>[number];

export function letterText(doc: LetterDocument): string {
  return [inlineText(doc.subject), ...blockTexts(doc)].join('\n');
}

/** Without what is quoted from published sources, which is kept as it was printed. */
export function ownWords(text: string): string {
  return quotations.reduce((rest, words) => rest.replaceAll(`“${words}”`, '“…”'), text);
}

// ── Published passages ─────────────────────────────────────────────────────────────────────────

export function checkPassages(doc: LetterDocument, { leaveOutStrongest = false } = {}): Fault[] {
  const sections = sectionTexts(doc);
  return [
    ...publishedPassages.flatMap((passage) =>
      passage.strongest && leaveOutStrongest ? checkLeftOut(doc, passage) : checkPassage(sections, passage),
    ),
    ...checkPublicationLine(doc),
  ];
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
    ...elsewhere.map(({ id }) => `passage ${number} also stands in “${id}”`),
    ...(quoted ? checkAttribution(home.text, passage) : checkOwn(home.text, passage)),
  ];
}

/** Whole words: “assessments” does not hold “assessment”. */
function holdsWords(text: string, words: string): boolean {
  const literal = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'u').test(text);
}

/** Quotation marks at both ends, and NAHT named in the same paragraph before it. */
function checkAttribution(text: string, { number, words }: PublishedPassage): Fault[] {
  const paragraph = text.split('\n').find((line) => line.includes(`“${words}”`));
  if (paragraph === undefined) return [`passage ${number} is not in quotation marks of its own`];
  const before = paragraph.slice(0, paragraph.indexOf(`“${words}”`));
  return /\bNAHT\b/.test(before) ? [] : [`passage ${number} is not given to NAHT where it stands`];
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

/** Letters other than the first keep to words of their own. */
export function checkNoPassage(doc: LetterDocument): Fault[] {
  const text = letterText(doc);
  const found = publishedPassages.filter(({ words, common }) => !common && text.includes(words));
  return found.map(({ number }) => `passage ${number} belongs to the first letter only`);
}

/** Quotation marks stand round published words only, never round a paraphrase. */
export function checkQuotations(doc: LetterDocument): Fault[] {
  const quotes = Array.from(letterText(doc).matchAll(/“([^”]*)”?/g), ([, words]) => words ?? '');
  return quotes
    .filter((words) => !quotations.includes(words))
    .map((words) => `not a published passage: “${words}”`);
}

// ── What must not be said ──────────────────────────────────────────────────────────────────────

interface Forbidden {
  pattern: RegExp;
  why: string;
}

/** FACTS, sections 0, 1.4, 1.5 and 4.2. */
export const forbidden: readonly Forbidden[] = [
  { pattern: /\b(un|il)lawful/i, why: 'nothing was found unlawful' },
  { pattern: /\brefus(e|es|ed|ing|al)\b/i, why: 'no hint of refusing' },
  {
    pattern:
      /\bboycott|\bstay(ing)? away\b|\bturn(ed|ing)? away\b|\bdeny (them )?entry|\bwalk out\b|\bnon-?cooperat/i,
    why: 'no hint of refusing',
  },
  { pattern: /\bbreach/i, why: 'no word on breach' },
  {
    pattern: /\b(section|s\.?) ?44\b|serious and imminent|Employment Rights Act/i,
    why: 'section 44 stays out of letters',
  },
  {
    pattern: /\bballot|\bindustrial action|\bstrike\b|\btrade dispute/i,
    why: 'no ballot, no industrial action',
  },
  {
    pattern: /\bnew\b[^.]{0,24}\b(framework|inspections?|inspection system|report cards?|grades|regime)\b/i,
    why: 'the framework is not new',
  },
  {
    pattern:
      /\b(will|shall|to) (come|enter) into force|\bfrom 10 November|\bNovember 10\b|(?<!since )10 November 2025/i,
    why: 'in force since 10 November 2025',
  },
  {
    pattern: /\bseven\b[^.]{0,30}\bareas\b|\b7 areas\b/i,
    why: 'six graded areas; safeguarding is met or not met',
  },
  { pattern: /\boverall grade|\bsingle-word judg/i, why: 'there is no overall grade' },
  {
    pattern: /\bHigh Court|\bCourt of Appeal|\bjudicial review|\bin court\b|\bcourt case/i,
    why: 'no court case',
  },
  {
    pattern: /\bRuth\b|\bPerry\b|\bCaversham\b|\bcoroner|\binquest\b|\bsuicid|\bdeaths?\b|\bdied\b/i,
    why: 'no death is named',
  },
  { pattern: /Article 2\b|Human Rights Act/i, why: 'aimed at Ofsted, not at employers' },
  {
    pattern:
      /\b(sue|sued|suing|litigation|tribunal|solicitors?|compensation|damages|negligen\w*|liab(le|ility))\b|\blegal action\b|\bprosecut/i,
    why: 'no threat to sue',
  },
  { pattern: /\bgrievance\b(?<!\bnot a grievance)/i, why: 'no threat of a grievance' },
  {
    pattern:
      /advice elsewhere|take (this|it|the|my|our) ?(matter)? (further|elsewhere)|\bescalat|\breserve (my|our|the) rights?\b|no (choice|alternative|option) but|\bconsequences?\b|further (action|steps)|failing which|\bor else\b|be forced to|if (I|we) (do not|have not) hear/i,
    why: 'no threat, open or veiled',
  },
  {
    pattern:
      /(report|refer|complain|notify|raise)[^.]{0,40}\b(to|with) (the )?(HSE|Health and Safety Executive|regulator|press|newspapers?|MP)\b/i,
    why: 'no threat of the regulator',
  },
  {
    pattern:
      /\byou (have )?(failed|neglected|ignored)\b|\byour (failure|neglect)\b|\bunacceptable\b|\bdisappoint/i,
    why: 'the addressee is not accused',
  },
  {
    pattern:
      /\bdeadline\b|(law|legally|statut\w+)\b[^.]{0,40}\b(reply|respond|answer)\b|\b(must|have to|required to) (reply|respond|answer)\b/i,
    why: 'the law sets no date for a reply',
  },
  {
    pattern:
      /(law|regulations?|Act)\b[^.]{0,40}\b(require|demand)s?\b[^.]{0,30}\b(Ofsted risk assessment|full risk assessment)/i,
    why: 'the test is “suitable and sufficient”; no law names an Ofsted risk assessment',
  },
  {
    pattern: /\bguarantee|\beliminate (all|every)|\babsolute duty/i,
    why: 'so far as is reasonably practicable',
  },
  {
    pattern: /\bwritten consent\b|\bduty (cannot|can’t|can not) be (passed|delegated)/i,
    why: 'inference, not law',
  },
  {
    pattern: /\bregulations? (10|14)\b|\bsection (7|47)\b|Consultation with Employees|Equality Act|GDPR/i,
    why: 'marked [K]: not read in a source',
  },
  { pattern: /\bOfsted (has |have )?ignor(ed|es|ing)\b/i, why: 'NAHT’s opinion, not fact' },
  {
    pattern: /NAHT’s (official|template|own) (letter|text|wording)|on behalf of NAHT/i,
    why: 'our text is not NAHT’s',
  },
  { pattern: /local education authority|\bmocksted/i, why: 'out of date, or slang' },
  {
    pattern: /\b(attention needed|causing concern|exemplary|outstanding|inadequate|requires improvement)\b/i,
    why: 'abandoned names of grades',
  },
  {
    pattern:
      /\b(exceptional|strong standard|expected standard|needs attention|urgent improvement)\b|provisional grade/i,
    why: 'no grade is stated in a letter',
  },
  {
    pattern:
      /\b(my|our) (health|mental health|anxiety|depression|illness|condition|doctor|GP|sick(ness)?( leave| absence)?)\b|\bsigned off\b|\bmedication\b|\bdiagnos|\bdisab(led|ility)/i,
    why: 'no health detail',
  },
  {
    pattern:
      /!|\bplease be advised\b|\b(do|does|did|is|are|was|were|have|has|had|ca|wo|would|could|should)n[’']t\b|\b(I|we|you)[’'](ve|ll|re|m|d)\b/i,
    why: 'formal, plain and calm',
  },
];

/** The first letter, moreover, does not name the regulator. */
const forbiddenAtFirst: readonly Forbidden[] = [
  { pattern: /\bHSE\b|Health and Safety Executive/, why: 'no regulator in the first letter' },
];

export function checkForbidden(text: string, { first = false } = {}): Fault[] {
  const words = ownWords(text);
  return [...forbidden, ...(first ? forbiddenAtFirst : [])].flatMap(({ pattern, why }) => {
    const found = pattern.exec(words);
    return found ? [`“${found[0]}”: ${why}`] : [];
  });
}

/** Membership is the writer's to tell. */
export function checkUnionUntold(text: string): Fault[] {
  const found =
    /\bmembers? of (the )?(NAHT|a union|a trade union)\b|\bunion (representative|branch|officer)|\b(my|our) union\b/i.exec(
      ownWords(text),
    );
  return found ? [`“${found[0]}” tells that the writer belongs to a union`] : [];
}

/** A subject is read over shoulders and in lists. */
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

/** One person says “I”, several say “we”; published passages keep their “us”. */
export function checkNumber(doc: LetterDocument, signed: 'single' | 'joint'): Fault[] {
  const passages = publishedPassages.filter(({ common }) => !common).map(({ words }) => words);
  const text = passages.reduce((rest, words) => rest.replaceAll(words, '…'), ownWords(letterText(doc)));
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

/** No inspection is put off, and a reply and the assessment are two dates. */
export function checkAssurance(doc: LetterDocument): Fault[] {
  return /\b(seeks|seek) to delay or obstruct\b/.test(letterText(doc)) &&
    /\b[Nn]othing\b/.test(letterText(doc))
    ? []
    : ['the letter does not say that it seeks no delay or obstruction'];
}

export function checkTwoDates(doc: LetterDocument, replyBy: string): Fault[] {
  const text = letterText(doc);
  const asksWhen = /\b(on|by) what date\b[^.?]*\bfinished\b|\bdate (on|by) which\b[^.?]*\bfinished\b/i;
  return [
    ...(text.includes(replyBy) ? [] : ['the letter does not ask for a reply by the date']),
    ...(asksWhen.test(text) ? [] : ['the letter does not ask when the assessment will be finished']),
  ];
}
