/**
 * The ten published passages of NAHT's template letter, character for character, with the section of the first letter
 * in which each stands. Passage 6 was printed in two fragments, passage 9 as two sentences.
 */
export interface PublishedPassage {
  number: number;
  words: string;
  section: string;
  /** The request in which it stands. */
  request?: string;
  /** NAHT's opinion: in quotation marks and given to NAHT by name. The others are the signer's own words. */
  quoted: boolean;
  /** Dropped by “Leave out NAHT’s strongest sentences”. */
  strongest?: true;
  /** A common word, which other letters may use as their own. */
  common?: true;
}

export const publishedPassages: readonly PublishedPassage[] = [
  {
    number: 1,
    section: 'concern',
    quoted: true,
    words:
      'deeply troubling that Ofsted has pressed ahead with these reforms despite clear evidence of the damage inspections already cause',
  },
  {
    number: 2,
    section: 'concern',
    quoted: true,
    words:
      'prioritises high-stakes accountability over staff well-being, ignoring repeated warnings from the profession, trade unions and',
  },
  { number: 3, section: 'evidence', quoted: true, words: 'stark' },
  {
    number: 4,
    section: 'requests',
    request: 'assess',
    quoted: false,
    words: 'undertake a full risk assessment',
  },
  {
    number: 5,
    section: 'requests',
    request: 'plan',
    quoted: false,
    words: 'a clear plan to mitigate the risks to staff wellbeing',
  },
  {
    number: 6,
    section: 'requests',
    request: 'dialogue',
    quoted: false,
    words: 'maintain open dialogue with staff',
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
    words: 'recognise the very real dangers to staff wellbeing',
  },
  { number: 8, section: 'appeal', quoted: false, words: 'take all necessary steps to protect us' },
  {
    number: 9,
    section: 'appeal',
    quoted: true,
    strongest: true,
    words: 'This is not simply about workload or stress management.',
  },
  {
    number: 9,
    section: 'appeal',
    quoted: true,
    strongest: true,
    words:
      'It is about preventing avoidable harm – including the most serious outcomes – arising from a flawed inspection system.',
  },
  {
    number: 10,
    section: 'appeal',
    quoted: true,
    strongest: true,
    words:
      "We expect you to stand with us in demanding that staff wellbeing is not sacrificed to Ofsted's high-stakes agenda.",
  },
];

/** Something else that was published, with the words of ours that must stand before it and say whose it is. */
interface Quotation {
  words: string;
  lead: RegExp;
}

const ofAssessment = /\b(assessment|It also|It) found that\b|\bIt recommended that Ofsted $/;

/** Exact passages of the independent wellbeing impact assessment, and of HSE’s guidance, that the letters quote. */
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

/** Everything that may stand in quotation marks in any letter. */
export const quotations: readonly string[] = [
  ...publishedPassages.filter(({ quoted }) => quoted).map(({ words }) => words),
  ...otherQuotations.map(({ words }) => words),
];
