import type { DraftLook } from '../protocol';
import { findAll, findFirst, findRoot, isVisible, type Draft, type MailClient } from './client';

/** Every draft of a site's page, by its table alone; a look-alike has no root or no mark. */
export function findDraftsOf(client: MailClient, doc: Document): Draft[] {
  return findAll(doc, client.selectors.body).flatMap((body) => {
    const root = findRoot(body, client.selectors)?.element;
    return root ? [toDraft(client, body, root)] : [];
  });
}

function toDraft(client: MailClient, body: HTMLElement, root: HTMLElement): Draft {
  const hit = findFirst(root, client.selectors.subject)?.element;
  const subject = hit instanceof HTMLInputElement ? hit : null;
  const draft = { client, body, root, subject, minimised: !isVisible(body) };
  return { ...draft, kind: tellKind(draft) };
}

/** Prefixes of subjects, in some languages: a hint for our wording only, nothing else depends on them. */
const ANSWER = /^(re|aw|sv|ynt|odp|antw|vá|回复|返信)\s*[:：]/i;
const FORWARD = /^(fwd?|wg|tr|rv|enc|vs|doorst|转发|転送)\s*[:：]/i;

function tellKind({ client, body, root, subject, minimised }: Omit<Draft, 'kind'>): DraftLook['kind'] {
  const quotes = findFirst(body, client.selectors.quote) !== null;
  // Gmail's id of the message answered; "undefined" in a new one.
  const answers = root.querySelector('input[name="rm"][value^="#msg"]') !== null;
  const threaded = !minimised && (subject ? !isVisible(subject) : client.site === 'outlook');
  if (FORWARD.test(subject?.value ?? '')) return 'forward';
  return quotes || answers || threaded || ANSWER.test(subject?.value ?? '') ? 'reply' : 'new message';
}
