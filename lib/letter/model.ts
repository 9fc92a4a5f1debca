/**
 * The letter before and after composing. A template contains fields and conditions; a document contains neither, so
 * that every output has the same words.
 */

import type { DetailValues } from './details';

/** A calendar day as `2026-11-23`, without time or zone; the empty string where a field says that the day may be unknown. */
export type IsoDate = string;

export type EmployerKind = 'council' | 'academy-trust' | 'governing-body' | 'other';

// ── Template: what templates/*.md parses to ────────────────────────────────────────────────────

export interface LetterTemplate {
  id: string;
  /** For one of the user's own letters: id of the built-in letter that it replaces. */
  replacesId?: string;
  /** For one of the user's own letters: the supplier of its wording; empty if nobody is named. */
  supplier?: string;
  /** Title in the popup, e.g. "Ask for a risk assessment". */
  title: string;
  /** The heading above the letter in lists, e.g. "No answer"; empty for a letter without one. */
  stage: string;
  /** One sentence for the options page: when to use this letter. */
  when: string;
  subject: TemplateInline[];
  checkedOn: IsoDate;
  /** The addressee. Only the contact's email address is known, so a letter to another person fills in no recipients. */
  to: 'contact' | 'next person up';
  /** Fields this letter needs beyond the saved details, in the order the popup asks for them. */
  asks: string[];
  sections: SectionTemplate[];
  /** What earlier releases wrote in this letter, so that it is recognised in a draft after an update. */
  released?: { release: string; sentences: string[] }[];
}

export interface SectionTemplate {
  id: string;
  title: string;
  /** Keys of `templates/sources.yaml`; empty only for a section without claims. */
  sources: string[];
  blocks: TemplateBlock[];
}

export type TemplateBlock =
  | { type: 'paragraph'; content: TemplateInline[] }
  | { type: 'lines'; lines: TemplateInline[][] }
  | { type: 'list'; items: TemplateInline[][] }
  | { type: 'requests'; requests: RequestTemplate[] }
  | { type: 'when'; anyOf: string[]; negated: boolean; blocks: TemplateBlock[] };

export interface RequestTemplate {
  id: string;
  /** Label of its checkbox, and its title in the right-click menu. */
  title: string;
  /** Optional requests come after the others and are not ticked by default. */
  optional: boolean;
  content: TemplateInline[];
}

export type TemplateInline =
  | { type: 'text'; text: string }
  | { type: 'strong'; text: string }
  | { type: 'field'; name: string }
  /** Such as "I" or "we": `single` if one person signs, `joint` if several do. */
  | { type: 'number'; single: string; joint: string };

// ── Document: what composeLetter returns ───────────────────────────────────────────────────────

export interface LetterDocument {
  letterId: string;
  title: string;
  /** The day the letter is written. */
  date: IsoDate;
  subject: Inline[];
  /** Address blocks, line by line. Only the Word letter prints them. */
  sender: Inline[][];
  recipient: Inline[][];
  /** The body in order, from salutation to signature, Enc. and cc. Empty sections are left out. */
  sections: LetterSection[];
  /** Each missing detail once, in the order in which it first appears. */
  missing: MissingDetail[];
}

export interface LetterSection {
  id: string;
  title: string;
  blocks: Block[];
}

export interface ListBlock {
  type: 'list';
  ordered: boolean;
  start: number;
  items: ListItem[];
}

export type Block =
  | { type: 'paragraph'; content: Inline[] }
  /** Short lines kept together: Enc., cc, and each signer's name, job title and school (`signature`). */
  | { type: 'lines'; lines: Inline[][]; signature?: true }
  | ListBlock;

export interface ListItem {
  /** Set when the item is one of the letter's requests. */
  requestId?: string;
  content: Inline[];
}

export type Inline =
  | { type: 'text'; text: string }
  | { type: 'strong'; text: string }
  /** A detail not filled in yet, shown highlighted; `text` includes the brackets. */
  | { type: 'missing'; field: string; text: string };

export interface MissingDetail {
  field: string;
  /** E.g. "employer's name", as the popup lists it and the draft shows it in brackets. */
  label: string;
}

// ── What composing needs ───────────────────────────────────────────────────────────────────────

export interface LetterContext {
  signer: SignerFields;
  employer: EmployerFields;
  choices: LetterChoices;
  today: IsoDate;
}

export interface SignerFields extends DetailValues<'signer'> {
  /** Only co-signers who have agreed to the letter sign it. */
  coSigners: {
    fullName: string;
    jobTitle: string;
    /** Empty for the writer’s school. */
    school?: string;
    agreed: boolean;
  }[];
}

export interface EmployerFields extends DetailValues<'employer'> {
  kind: EmployerKind;
}

/**
 * `full`: NAHT’s published words. `softer`: without its strongest sentences (passages 7 to 10). `without NAHT`: no words of
 * NAHT as a quotation, and no mention of it.
 */
export const voices = ['full', 'softer', 'without NAHT'] as const;
export type Voice = (typeof voices)[number];

/** The Word files that can go with the letter, in the order in which it names them: a copy of the writer's first letter, and this letter. */
export const enclosures = ['first letter', 'word copy'] as const;
export type Enclosure = (typeof enclosures)[number];

export interface LetterChoices {
  /** Ids of the ticked requests; `null` means the letter's own defaults. */
  requests: string[] | null;
  ownParagraph: string;
  replyBy: IsoDate;
  /** Say that the writer is a member of NAHT. Off by default. */
  mentionUnion: boolean;
  voice: Voice;
  /** Names or roles of the ticked copies, as printed after "cc". */
  copies: string[];
  /** What is attached to the email; named after "Enc.". */
  enclosures: Enclosure[];
  /** Typed values of the fields that the letter `asks` for, by field name; dates as IsoDate. */
  answers: Record<string, string>;
}

export interface ParseProblem {
  line: number;
  sentence: string;
}

/** Records a problem without stopping the parser, so that one run reports every problem. */
export type Report = (line: number, sentence: string) => void;

interface Sections {
  sections: readonly { blocks: readonly TemplateBlock[] }[];
}

/** Every request of a letter, whatever its condition; optional ones last. */
export function listRequests({ sections }: Sections): RequestTemplate[] {
  return optionalLast(sections.flatMap(({ blocks }) => blocks.flatMap(requestsIn)));
}

/** Ids of the requests that are ticked unless the user changes them. */
export function defaultRequests(letter: Sections): string[] {
  return listRequests(letter).flatMap(({ id, optional }) => (optional ? [] : [id]));
}

export function optionalLast(requests: readonly RequestTemplate[]): RequestTemplate[] {
  return [...requests.filter(({ optional }) => !optional), ...requests.filter(({ optional }) => optional)];
}

function requestsIn(block: TemplateBlock): RequestTemplate[] {
  if (block.type === 'when') return block.blocks.flatMap(requestsIn);
  return block.type === 'requests' ? block.requests : [];
}
