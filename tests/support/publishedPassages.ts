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

/** A passage without the reporter's additions at its end: a comma before “it says”, or words in square brackets. */
function passage(id: string): string {
  const found = stored.passages.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`There is no published passage “${id}”`);
  return found.text.replace(/,$| \[[^\]]*\]$/, '');
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
  /** Whether “Leave out NAHT’s strongest sentences” removes the passage. */
  strongest?: true;
  /** Whether the passage is a common word that other letters may also use. */
  common?: true;
}

export const publishedPassages: readonly PublishedPassage[] = [
  {
    number: 1,
    section: 'concern',
    quoted: true,
    words: passage('1'),
  },
  {
    number: 2,
    section: 'concern',
    quoted: true,
    words: passage('2'),
  },
  { number: 3, section: 'evidence', quoted: true, words: passage('3') },
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
    section: 'appeal',
    quoted: false,
    words: passage('7'),
  },
  { number: 8, section: 'appeal', quoted: false, words: passage('8') },
  {
    number: 9,
    section: 'appeal',
    quoted: true,
    strongest: true,
    words: passage('9a'),
  },
  {
    number: 9,
    section: 'appeal',
    quoted: true,
    strongest: true,
    words: passage('9b'),
  },
  {
    number: 10,
    section: 'appeal',
    quoted: true,
    strongest: true,
    words: passage('10'),
  },
];

/** Another published text, with the words that must come before it to attribute it. */
interface Quotation {
  words: string;
  lead: RegExp;
}

const ofAssessment = /\b(assessment|It also|It) found that\b|\bIt recommended that Ofsted $/;

/** The passages that letters quote exactly from the independent wellbeing impact assessment and from HSE’s guidance. */
export const otherQuotations: readonly Quotation[] = [
  {
    words: 'baseline stress level of school and college leaders is concerningly high',
    lead: ofAssessment,
  },
  { words: 'does not reduce the pressure on leaders to achieve a desirable outcome', lead: ofAssessment },
  {
    words:
      'explore and implement changes to reduce the isolation and individual responsibility felt by headteachers and principals',
    lead: ofAssessment,
  },
  {
    words: 'The legal responsibility and thus accountability for health and safety lies with the employer.',
    lead: /\bHealth and Safety Executive says: $/,
  },
];

/** All texts that may be in quotation marks in any letter. */
export const quotations: readonly string[] = [
  ...publishedPassages.filter(({ quoted }) => quoted).map(({ words }) => words),
  ...otherQuotations.map(({ words }) => words),
];
