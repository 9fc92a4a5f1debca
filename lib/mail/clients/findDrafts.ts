import type { DraftLook } from '../protocol';
import { findAll, findFirst, findRoot, isVisible, showsSubject, type Draft, type MailClient } from './client';

/** Every draft of a site's page, by its table alone; a look-alike has no root or no mark. */
export function findDraftsOf(client: MailClient, within: ParentNode): Draft[] {
  return findAll(within, client.selectors.body).flatMap((body) => {
    const root = findRoot(body, client.selectors);
    return root ? [toDraft(client, body, root)] : [];
  });
}

function toDraft(client: MailClient, body: HTMLElement, root: HTMLElement): Draft {
  const hit = findFirst(root, client.selectors.subject);
  const subject = hit instanceof HTMLInputElement ? hit : null;
  const draft = { client, body, root, subject, minimised: !isVisible(body) };
  return { ...draft, kind: tellKind(draft) };
}

/** Prefixes of answered and forwarded subjects in some languages: a hint for our wording, nothing else depends on it. */
const PREFIX = /^(re|aw|sv|antw|odp|(fwd?|wg|tr|rv|vs))\s*:/i;

function tellKind({ client, body, root, subject, minimised }: Omit<Draft, 'kind'>): DraftLook['kind'] {
  const [answer, , forward] = PREFIX.exec(subject?.value ?? '') ?? [];
  if (forward) return 'forward';
  const isThreaded = !minimised && (subject ? !showsSubject(subject, root) : client.site === 'outlook');
  // Gmail's id of the message answered; "undefined" in a new one.
  const isAnswer = answer ?? root.querySelector('input[name=rm][value^="#msg"]');
  return isThreaded || isAnswer || findFirst(body, client.selectors.quote) ? 'reply' : 'new message';
}
