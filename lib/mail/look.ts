import { findDrafts, showsSubject, type Draft, type MailClient } from './sites/site';
import { findActive, findFocusedField, isBlockedFrame, isPlainField } from './editable';
import { draftId, type Memory } from './memory';
import type { DraftLook, PageLook, SectionText } from './protocol';
import { recogniseSections } from './recognise';

/** Lists this frame's drafts for the popup. */
export function look(client: MailClient, doc: Document, memory: Memory, sections: SectionText[]): PageLook {
  const focused = findFocusedField(doc);
  const emails = findDrafts(client, doc);
  const drafts = emails.length ? emails : (memory.rare?.findField(client, doc) ?? []);
  return {
    site: client.site,
    drafts: drafts.map((draft) => ({
      id: draftId(memory, draft.body, draft.root),
      kind: draft.kind,
      subject: readSubjectState(draft),
      subjectText: draft.subject?.value ?? '',
      focused: draft.body === focused || !emails.length,
      minimised: draft.minimised,
      plainText: isPlainField(draft.body),
      holds: recogniseSections(draft, sections),
    })),
    blockedFrame: isBlockedFrame(findActive(doc)),
    looksLikeEmail: !drafts.length && (memory.rare?.looksLikeEmail(doc) ?? false),
  };
}

export function readSubjectState({ subject, minimised, root }: Draft): DraftLook['subject'] {
  if (!subject) return 'none';
  if (!minimised && !showsSubject(subject, root)) return 'hidden';
  return subject.value.trim() ? 'filled' : 'empty';
}
