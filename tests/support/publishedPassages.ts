import { readFileSync } from 'node:fs';

/** The published texts that letters may quote, read from the files so that tests do not retype them. */
interface StoredWords {
  passages: { id: string; text: string }[];
  mc_brearty: string[];
  hse: string[];
}

const stored = JSON.parse(readFileSync('templates/published-passages.json', 'utf8')) as StoredWords;

/** The texts that may be in quotation marks in a letter, in full or in part. */
export const storedTexts: readonly string[] = [
  ...stored.passages.map(({ text }) => text),
  ...stored.mc_brearty,
  ...stored.hse,
];

/** A passage without the reporter's comma at its end, before “it says”. Square brackets are part of the words. */
function passage(id: string): string {
  const found = stored.passages.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`There is no published passage “${id}”`);
  return found.text.replace(/,$/, '');
}

/**
 * One of the ten published passages of NAHT's template letter, with the section of the first letter that contains it.
 * Passage 6 was printed in two fragments, passage 9 as two sentences.
 */
export interface PublishedPassage {
  number: number;
  words: string;
  section: string;
  /** The request that contains the passage. */
  request?: string;
  /**
   * Whether the passage is NAHT's opinion, quoted and attributed to NAHT. The others are used as the signer's own
   * words.
   */
  quoted: boolean;
  /** Whether the voice “Softer” removes the passage. “Do not mention NAHT” also removes every quoted one. */
  strongest?: true;
  /** Whether the passage is a common word that other letters may also use. */
  common?: true;
}

export const publishedPassages: readonly PublishedPassage[] = [
  {
    number: 1,
    section: 'naht',
    quoted: true,
    words: passage('1'),
  },
  {
    number: 2,
    section: 'naht',
    quoted: true,
    words: passage('2'),
  },
  { number: 3, section: 'naht', quoted: true, words: passage('3') },
  {
    number: 4,
    section: 'requests',
    request: 'assess',
    quoted: false,
    words: passage('4'),
  },
  {
    number: 5,
    section: 'requests',
    request: 'plan',
    quoted: false,
    words: passage('5'),
  },
  {
    number: 6,
    section: 'requests',
    request: 'dialogue',
    quoted: false,
    words: passage('6'),
  },
  {
    number: 6,
    section: 'requests',
    request: 'dialogue',
    quoted: false,
    words: 'protect',
    common: true,
  },
  {
    number: 7,
    section: 'close',
    quoted: false,
    strongest: true,
    words: passage('7'),
  },
  { number: 8, section: 'close', quoted: false, strongest: true, words: passage('8') },
  {
    number: 9,
    section: 'naht',
    quoted: true,
    strongest: true,
    words: passage('9a'),
  },
  {
    number: 9,
    section: 'naht',
    quoted: true,
    strongest: true,
    words: passage('9b'),
  },
  {
    number: 10,
    section: 'naht',
    quoted: true,
    strongest: true,
    words: passage('10'),
  },
];

/** Another published text, with the words that must come before it in its sentence to attribute it. */
interface Quotation {
  words: string;
  lead: RegExp;
}

const ofAssessment =
  /\bassessment\b[^.]*\b(found|described)\b|\bIt (also )?found\b|\bIt recommended that Ofsted $/;
const ofHse = /\bHealth and Safety Executive\b[^.]*: $/;

/** The passages that letters quote exactly from the independent wellbeing impact assessment and from HSE’s guidance. */
export const otherQuotations: readonly Quotation[] = [
  ...stored.mc_brearty.map((words) => ({ words: words.replace(/^The /, ''), lead: ofAssessment })),
  ...stored.hse.map((words) => ({ words, lead: ofHse })),
];

/** All texts that may be in quotation marks in any letter. */
export const quotations: readonly string[] = [
  ...publishedPassages.filter(({ quoted }) => quoted).map(({ words }) => words),
  ...otherQuotations.map(({ words }) => words),
];
