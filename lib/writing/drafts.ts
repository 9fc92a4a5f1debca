import type { DraftLook, PageLook, Site } from '../mail/protocol';
import type { Outcome } from './outcome';

/** A draft and the frame that contains it. */
export interface FoundDraft extends DraftLook {
  key: string;
  frameId: number;
}

/** The drafts found in the tab, or why none can be found. */
export type Where =
  | { state: 'looking' }
  /** The browser keeps extensions out of this page. */
  | { state: 'forbidden' }
  | Looked;

export interface Looked {
  state: 'looked';
  site: Site;
  /** The page of each frame, as in FrameReport. */
  pages: string[];
  drafts: FoundDraft[];
  /** The user is in a frame of another origin, which the browser does not let us read. */
  blockedFrame: boolean;
  /**
   * On a mail site where no email is found by its marks: the field with the caret, or "elsewhere" if two other fields
   * are arranged like an email. Absent if there is no such field.
   */
  unknown: FoundDraft | 'elsewhere' | undefined;
}

/**
 * Joins the frames’ reports. Text fields count only if no frame has a draft of a mail site; on a mail site, they are only
 * offered.
 */
export function joinLooks(frames: { frameId: number; page: string; report: PageLook }[]): Looked {
  const drafts = frames.flatMap(({ frameId, page, report }) =>
    report.drafts.map((draft) => ({ ...draft, frameId, key: draftKey(page, draft.id) })),
  );
  const emails = drafts.filter((draft) => draft.kind !== 'text field');
  const site = frames.map(({ report }) => report.site).find((name) => name !== 'other') ?? 'other';
  const unknown =
    emails.length || site === 'other'
      ? undefined
      : (drafts[0] ?? (frames.some(({ report }) => report.looksLikeEmail) ? 'elsewhere' : undefined));
  return {
    state: 'looked',
    site,
    pages: frames.map(({ page }) => page),
    drafts: emails.length || site !== 'other' ? emails : drafts,
    blockedFrame: frames.some(({ report }) => report.blockedFrame),
    unknown,
  };
}

/** Adds what a second look, with the letter’s words, recognised in the drafts of some frames. */
export function addHolds(where: Looked, frames: { page: string; report: PageLook }[]): Looked {
  const holds = new Map(
    frames.flatMap(({ page, report }) =>
      report.drafts.map((draft) => [draftKey(page, draft.id), draft.holds]),
    ),
  );
  const drafts = where.drafts.map((draft) => ({ ...draft, holds: holds.get(draft.key) ?? draft.holds }));
  return { ...where, drafts };
}

/** The page is part of the key: after a reload another draft has the same id. */
export function draftKey(page: string, id: string): string {
  return `${page}:${id}`;
}

/** The key of the only draft, or of the only focused one; otherwise null, and the user chooses. */
export function chooseDraft(where: Where): string | null {
  if (where.state !== 'looked') return null;
  const [first, second] = where.drafts;
  if (first && !second) return first.key;
  const focused = where.drafts.filter((draft) => draft.focused);
  return focused.length === 1 ? (focused[0]?.key ?? null) : null;
}

/** Why no draft is chosen. */
export function whyNoDraft({ drafts, blockedFrame, unknown }: Looked): Outcome {
  if (drafts.length > 1) return { kind: 'choose a draft' };
  if (unknown && !blockedFrame) return { kind: 'unknown email', hasCaret: unknown !== 'elsewhere' };
  return { kind: blockedFrame ? 'frame out of reach' : 'no draft' };
}

const SITE_NAMES = { gmail: 'Gmail', outlook: 'Outlook', other: 'This page' } satisfies Record<Site, string>;

/** The line under the popup’s heading: the mail site and the email that is open. */
export function describeWhere(where: Where): string {
  if (where.state === 'looking') return 'Looking at this tab…';
  if (where.state === 'forbidden') return 'Extensions may not work on this page';
  const site = SITE_NAMES[where.site];
  const [first, ...more] = where.drafts;
  if (!first && where.blockedFrame) return 'This part of the page belongs to another site';
  if (where.unknown) return 'We do not recognise this email window';
  if (!first) return 'No email is open for writing in this tab';
  if (more.length > 0) return `${site}: ${where.drafts.length} emails are open`;
  return `${site}: ${first.kind}${describeSubject(first)}`;
}

/** The same line while the letter is in an email of the tab. */
export function describeWhereDone(where: Where): string {
  return where.state === 'looked'
    ? `${SITE_NAMES[where.site]}: the letter is in your email`
    : 'The letter is in your email';
}

/** Replies and forwards always have a subject. A minimised email must be opened first, so the subject does not matter yet. */
function describeSubject({ kind, subject, minimised }: DraftLook): string {
  if (minimised) return ', minimised';
  if (kind === 'reply' || kind === 'forward') return '';
  switch (subject) {
    case 'empty':
      return ', subject empty';
    case 'filled':
      return ', subject filled in';
    case 'hidden':
    case 'none':
      return '';
  }
}

/** The answer to “Which email?”, saved for the tab. */
export interface DraftChoice {
  key: string;
  /** The emails that were open when the user chose, and which of them had the focus; see `describeDrafts`. */
  among: string;
}

export function noteChoice(key: string, where: Where): DraftChoice {
  return { key, among: describeDrafts(where) };
}

/** Reuses an earlier choice only while the open emails and the focus are unchanged; otherwise chooses again. */
export function chooseAgain(choice: DraftChoice | null, where: Where): string | null {
  return choice && choice.among === describeDrafts(where) ? choice.key : chooseDraft(where);
}

/** Leaves out the subjects’ text: we must not save the content of the user’s other emails. */
function describeDrafts(where: Where): string {
  if (where.state !== 'looked') return '';
  return JSON.stringify(where.drafts.map(({ key, kind, subject, focused }) => [key, kind, subject, focused]));
}
