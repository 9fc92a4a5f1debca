import type { DraftLook, PageLook, Site } from '../mail/protocol';
import type { LetterIn, Outcome } from './outcome';

/** A draft together with the frame it lives in. */
export interface FoundDraft extends DraftLook {
  key: string;
  frameId: number;
}

/** What a look at the tab found. */
export type Where =
  | { state: 'looking' }
  /** The browser keeps extensions out of this page. */
  | { state: 'forbidden' }
  | Looked;

interface Looked {
  state: 'looked';
  site: Site;
  drafts: FoundDraft[];
  /** A frame of another origin has the focus. */
  blockedFrame: boolean;
}

/** Joins what each frame reported. The mail sites’ own drafts come before a text field of any other kind. */
export function joinLooks(frames: { frameId: number; report: PageLook }[]): Looked {
  const drafts = frames.flatMap(({ frameId, report }) =>
    report.drafts.map((draft) => ({ ...draft, frameId, key: draftKey(frameId, draft.id) })),
  );
  const emails = drafts.filter((draft) => draft.kind !== 'text field');
  const site = frames.map(({ report }) => report.site).find((name) => name !== 'other') ?? 'other';
  return {
    state: 'looked',
    site,
    drafts: emails.length > 0 ? emails : drafts,
    blockedFrame: frames.some(({ report }) => report.blockedFrame),
  };
}

export function draftKey(frameId: number, id: string): string {
  return `${frameId}:${id}`;
}

/** An email the letter went into earlier may have been sent since: then nothing of the letter is in sight. */
export function isElsewhere(letterIn: LetterIn | null, where: Where): boolean {
  if (!letterIn?.draftKey || where.state !== 'looked') return false;
  const { draftKey: key } = letterIn;
  return !where.drafts.some((draft) => draft.key === key || draft.holds.length > 0);
}

/** The draft chosen beforehand: the only one, or the focused one; with several and no focus, none. */
export function chooseDraft(where: Where): string | null {
  if (where.state !== 'looked') return null;
  const [first, second] = where.drafts;
  if (first && !second) return first.key;
  const focused = where.drafts.filter((draft) => draft.focused);
  return focused.length === 1 ? (focused[0]?.key ?? null) : null;
}

/** Why none of the drafts is meant. */
export function whyNoDraft({ drafts, blockedFrame }: Looked): Outcome {
  if (drafts.length > 1) return { kind: 'choose a draft' };
  return { kind: blockedFrame ? 'frame out of reach' : 'no draft' };
}

const SITE_NAMES = { gmail: 'Gmail', outlook: 'Outlook', other: 'This page' } satisfies Record<Site, string>;

/** The line under the heading: where we are. */
export function describeWhere(where: Where): string {
  if (where.state === 'looking') return 'Looking at this tab…';
  if (where.state === 'forbidden') return 'Extensions may not work on this page';
  const site = SITE_NAMES[where.site];
  const [first, ...more] = where.drafts;
  if (!first && where.blockedFrame) return 'This part of the page belongs to another site';
  if (!first) return 'No email is open for writing in this tab';
  if (more.length > 0) return `${site}: ${where.drafts.length} emails are open`;
  return `${site}: ${first.kind}${describeSubject(first)}`;
}

/** A reply’s subject is a matter of course; an email that is folded away has to be opened first. */
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

/** The answer to “Which email?”, kept for the tab. */
export interface DraftChoice {
  key: string;
  /** The emails it was chosen among, and which of them had the caret. */
  among: string;
}

export function noteChoice(key: string, where: Where): DraftChoice {
  return { key, among: describeDrafts(where) };
}

/** A choice made earlier holds while nothing has moved since: another caret or another email is a newer word. */
export function chooseAgain(choice: DraftChoice | null, where: Where): string | null {
  return choice && choice.among === describeDrafts(where) ? choice.key : chooseDraft(where);
}

/** Without the subjects themselves: what stands in the user’s other emails is not ours to keep. */
function describeDrafts(where: Where): string {
  if (where.state !== 'looked') return '';
  return JSON.stringify(where.drafts.map(({ key, kind, subject, focused }) => [key, kind, subject, focused]));
}
