import { findQuotes, type Draft, findDrafts, showsSubject, type MailClient } from './sites/site';
import { isPlainField, findActive, hasFocus, hasFrameFocus, isBlockedFrame } from './editable';
import { holdsMost, type SectionText, type DraftLook, type PageLook } from './protocol';
import { listTexts } from './verify';
import { draftId, type Memory } from './memory';

/** The share of a section's words that must be in the draft, close together. It allows for light editing. */
const MATCH_SHARE = 0.9;

/**
 * Ids of the sections that a draft already contains. The quoted mail does not count: a reminder is a reply to the
 * letter and quotes it.
 */
export function recogniseSections(draft: Draft, sections: readonly SectionText[]): string[] {
  const candidates = sections.length ? findCandidates(draft.body, sections) : [];
  if (!candidates.length) return [];
  const words = listWords(readOwnText(draft));
  return candidates.filter(({ text }) => containsSection(words, listWords(text))).map(({ id }) => id);
}

/**
 * Rules out most sections with a single search, for speed: a draft that contains a section contains most of the
 * section's longest words, and few other drafts do.
 */
function findCandidates(body: HTMLElement, sections: readonly SectionText[]): SectionText[] {
  const longest = sections.map(({ text }) => listLongestWords(text));
  // In reverse alphabetical order a longer word comes before its own prefix, so the search prefers the longer word.
  const search = new RegExp([...new Set(longest.flat())].toSorted().toReversed().join('|'), 'g');
  const text = isPlainField(body) ? body.value : body.textContent;
  const found = new Set<string>(text.toLowerCase().match(search));
  return sections.filter((_, index) => {
    const words = longest[index] ?? [];
    return words.filter((word) => found.has(word)).length * 2 >= words.length;
  });
}

/** The longest quarter of a text's words. Hyphens and apostrophes split words here. */
function listLongestWords(text: string): string[] {
  const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
  return words.toSorted((a, b) => b.length - a.length).slice(0, Math.ceil(words.length / 4));
}

/** Whether an insertion would be a second copy: the draft contains most of the text already. */
export function isAlreadyThere(draft: Draft, sections: readonly SectionText[]): boolean {
  return holdsMost(recogniseSections(draft, sections), sections);
}

function readOwnText({ body, client }: Draft): string {
  if (isPlainField(body)) return body.value;
  const quotes = findQuotes(body, client.selectors);
  const end = client.quoteRunsToEnd && quotes[0];
  // Text of adjacent blocks has no space in between.
  return listTexts(body, quotes, end || null)
    .map(({ data }) => data)
    .join(' ');
}

/**
 * Without apostrophes and hyphens, so that "headteacher’s" and "well-being" count as one word however they are typed.
 */
function listWords(text: string): string[] {
  const plain = text.toLowerCase().replace(/['’-]/g, '');
  return plain.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** Slides a window a little longer than the section over the draft and counts the section's words in it. */
function containsSection(draft: string[], section: string[]): boolean {
  const enough = Math.max(1, section.length * MATCH_SHARE);
  const span = Math.ceil(section.length / MATCH_SHARE);
  /** How often each word is missing from the window; negative when the window has the word too often. */
  const missing = new Map<string, number>();
  const count = (word: string, change: number): number => {
    const left = (missing.get(word) ?? 0) + change;
    missing.set(word, left);
    return left;
  };
  for (const word of section) count(word, 1);
  let found = 0;
  return draft.some((word, at) => {
    if (at >= span && count(draft[at - span] ?? '', 1) > 0) found -= 1;
    if (count(word, -1) >= 0) found += 1;
    return found >= enough;
  });
}

/** Lists this frame's drafts for the popup. */
export function look(client: MailClient, doc: Document, memory: Memory, sections: SectionText[]): PageLook {
  const frameHasFocus = hasFrameFocus(doc.defaultView);
  const emails = findDrafts(client, doc);
  const drafts = emails.length ? emails : (memory.rare?.findField(client, doc) ?? []);
  return {
    site: client.site,
    drafts: drafts.map((draft) => ({
      id: draftId(memory, draft.body, draft.root),
      kind: draft.kind,
      subject: readSubjectState(draft),
      subjectText: draft.subject?.value ?? '',
      focused: !emails.length || (frameHasFocus && hasFocus(draft.body)),
      minimised: draft.minimised,
      plainText: isPlainField(draft.body),
      holds: recogniseSections(draft, sections),
    })),
    blockedFrame: isBlockedFrame(findActive(doc)),
    looksLikeEmail: Boolean(!drafts.length && memory.rare?.looksLikeEmail(doc)),
  };
}

export function readSubjectState({ subject, minimised, root }: Draft): DraftLook['subject'] {
  if (!subject) return 'none';
  if (!minimised && !showsSubject(subject, root)) return 'hidden';
  return subject.value.trim() ? 'filled' : 'empty';
}
