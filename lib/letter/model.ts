/**
 * The letter, before and after composing. A template still holds fields and conditions; a document
 * holds neither, so that every output says the same words.
 */

/** A calendar day as `2026-11-23`, without time or zone. */
export type IsoDate = string;

export type EmployerKind = 'council' | 'academy-trust' | 'governing-body' | 'other';

// ── Template: what templates/*.md parses to ────────────────────────────────────────────────────

export interface LetterTemplate {
  id: string;
  /** Id of the built-in letter that this one of the user's own is used instead of. */
  replacesId?: string;
  /** Title in the popup, e.g. "Ask for a risk assessment". */
  title: string;
  /** One sentence for the options page: when to use this letter. */
  when: string;
  subject: TemplateInline[];
  checkedOn: IsoDate;
  /** Whom it addresses. Only the contact's email address is known: other letters leave recipients alone. */
  to: 'contact' | 'next person up';
  /** Fields this letter needs beyond the saved details, in the order the popup asks for them. */
  asks: string[];
  sections: SectionTemplate[];
}

export interface SectionTemplate {
  id: string;
  title: string;
  /** Keys of `templates/sources.md`; empty only for a section that claims nothing. */
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
  /** Optional requests follow the others and are not ticked beforehand. */
  optional: boolean;
  content: TemplateInline[];
}

export type TemplateInline =
  | { type: 'text'; text: string }
  | { type: 'strong'; text: string }
  | { type: 'field'; name: string }
  /** "I" or "we": the first when one person signs, the second when several do. */
  | { type: 'number'; single: string; joint: string };

// ── Document: what composeLetter returns ───────────────────────────────────────────────────────

export interface LetterDocument {
  letterId: string;
  title: string;
  /** The day the letter is written. */
  date: IsoDate;
  subject: Inline[];
  /** Address blocks, one line each; Word prints them, email leaves them out. */
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

export type Block =
  | { type: 'paragraph'; content: Inline[] }
  /** Short lines kept together: Enc., cc, and each signer's name, job title and school (`signature`). */
  | { type: 'lines'; lines: Inline[][]; signature?: true }
  | { type: 'list'; ordered: boolean; start: number; items: ListItem[] };

export interface ListItem {
  /** Set when the item is one of the letter's requests. */
  requestId?: string;
  content: Inline[];
}

export type Inline =
  | { type: 'text'; text: string }
  | { type: 'strong'; text: string }
  /** A detail nobody has filled in: shown highlighted, `text` already in its brackets. */
  | { type: 'missing'; field: string; text: string };

export interface MissingDetail {
  field: string;
  /** E.g. "employer's name": what the popup lists and the draft shows in brackets. */
  label: string;
}

// ── What composing needs ───────────────────────────────────────────────────────────────────────

export interface LetterContext {
  signer: SignerFields;
  employer: EmployerFields;
  choices: LetterChoices;
  today: IsoDate;
}

export interface SignerFields {
  fullName: string;
  jobTitle: string;
  school: string;
  address: string;
  postcode: string;
  phone: string;
  email: string;
  /** Only people who have read the letter and agreed sign it. */
  coSigners: { fullName: string; jobTitle: string; agreed: boolean }[];
}

export interface EmployerFields {
  kind: EmployerKind;
  organisation: string;
  title: string;
  firstName: string;
  lastName: string;
  role: string;
  email: string;
  address: string;
  postcode: string;
  nextPersonUp: string;
}

export interface LetterChoices {
  /** Ids of the ticked requests; `null` means the letter's own defaults. */
  requests: string[] | null;
  ownParagraph: string;
  replyBy: IsoDate;
  /** Say that the writer is a member of NAHT. Off unless chosen. */
  mentionUnion: boolean;
  /** Leave out NAHT's strongest sentences (passages 9 and 10). */
  leaveOutStrongest: boolean;
  /** Names or roles of the ticked copies, as printed after "cc". */
  copies: string[];
  /** A Word copy goes with the email: prints "Enc." there. */
  enclosure: boolean;
  /** The letter's own fields (`asks`): name → what was typed; dates as IsoDate. */
  answers: Record<string, string>;
}
