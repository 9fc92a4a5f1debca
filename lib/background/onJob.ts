import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { reportFailure } from '../failure/failure';
import type { JobMessage } from '../writing/messages';

/**
 * Accepts jobs from our own pages only, and only whole ones. Our script in a mail page could send messages too if the page
 * took it over. The address tells them apart: our pages in a tab have a `sender.tab` as well.
 */
export function onJob(handle: (message: JobMessage) => Promise<void>): void {
  browser.runtime.onMessage.addListener((message: unknown, sender, respond) => {
    const isOurs = sender.id === browser.runtime.id && sender.url?.startsWith(browser.runtime.getURL('/'));
    if (!isOurs || !isJob(message)) return undefined;
    handle(message).then(
      () => respond(true),
      (error: unknown) => {
        reportFailure(error);
        respond(false);
      },
    );
    return true;
  });
}

const text = v.string();
const texts = v.array(text);
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));

const facts = v.object({
  letterId: text,
  standsFor: v.optional(text),
  title: text,
  text,
  wordingVersion: text,
  signerId: text,
  signerName: text,
  employerId: text,
  employerName: text,
  requests: texts,
  replyBy: text,
  missingCount: whole,
  to: texts,
  cc: texts,
  supplier: v.optional(text),
  unreachable: v.optional(
    v.object({
      to: v.nullable(v.picklist(['no email saved', 'next person up'])),
      copies: texts,
      notAddresses: v.array(v.object({ typed: text, field: v.picklist(['To', 'Cc']) })),
    }),
  ),
  attached: v.optional(v.array(v.picklist(['first letter', 'word copy']))),
  missingOnPaper: v.optional(whole),
  employerLeftOut: v.optional(text),
  part: v.nullable(text),
});

export const jobSchema = v.variant('type', [
  v.object({ type: v.literal('wake') }),
  v.object({ type: v.literal('takeOut'), tabId: whole, frameId: whole, facts: v.nullable(facts) }),
  v.object({ type: v.literal('attachNext'), tabId: whole }),
  v.object({
    type: v.literal('insert'),
    tabId: whole,
    draft: v.nullable(v.object({ frameId: whole, id: text })),
    content: v.object({
      html: text,
      text,
      subject: text,
      to: texts,
      cc: texts,
      files: v.nullable(v.array(v.object({ name: text, type: text, base64: text }))),
    }),
    sections: v.array(v.object({ id: text, text, release: v.optional(text) })),
    allowSecondCopy: v.boolean(),
    instead: v.optional(v.object({ to: texts })),
    facts,
  }),
]);

function isJob(message: unknown): message is JobMessage {
  return v.is(jobSchema, message);
}
