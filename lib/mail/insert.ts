import { type Draft, type MailClient, findDrafts, findFirst } from './sites/site';
import { writeRichText, type Written } from './editors/richText';
import { isPlainField, rememberCaret, setFocus } from './editable';
import type { Memory } from './memory';
import { addPeople, writeSubject } from './subjectAndPeople';
import { findSpot } from './place';
import {
  type BodyReport,
  DONE,
  type InsertJob,
  type InsertionReport,
  NOT_ASKED,
  type RefusalReason,
  type Step,
  type StepReport,
  type PageJob,
  type PageReports,
} from './protocol';
import { isAlreadyThere, look } from './recognise';
import { findTarget } from './target';
import { clientOf } from './sites/sites';

/**
 * Fills in recipients, subject and attachment, and the body last: Chromium has one undo stack for the page, and the
 * first Ctrl+Z must remove the letter.
 */
export async function insert(
  job: InsertJob,
  client: MailClient,
  doc: Document,
  memory: Memory,
): Promise<InsertionReport> {
  const { content, target } = job;
  const draft = findTarget(target, client, doc, memory);
  if (typeof draft === 'string') return refuse(client, draft);
  if (!job.allowSecondCopy && isAlreadyThere(draft, job.sections))
    return refuse(client, 'already there', draft);
  // The other steps move the focus, so the caret is saved before them.
  const caret = rememberCaret(draft.body);
  // Under a modal dialogue the page gives the email no focus, so that nothing at all can be filled in.
  if (!setFocus(draft.body)) return refuse(client, 'read only', draft);
  const steps = {
    to: await addPeople(draft, 'to', content.to),
    cc: await addPeople(draft, 'cc', content.cc),
    subject: await writeSubject(draft, content.subject),
    attachment: (content.files &&
      (await memory.rare?.attach(draft, content.files, findDrafts(client, doc).length === 1))) ?? {
      report: NOT_ASKED,
    },
  };
  const tellBody = await fillBody(draft, caret, job, memory);
  const tellAll = (): InsertionReport => {
    const body = tellBody();
    if (memory.last) memory.last.tell ??= tellAll;
    return {
      site: client.site,
      kind: draft.kind,
      body,
      to: tellNow(steps.to),
      cc: tellNow(steps.cc),
      subject: tellNow(steps.subject),
      attachment: tellNow(steps.attachment),
    };
  };
  memory.lookAgain = tellAll;
  return tellAll();
}

function tellNow({ report, isThere }: Step): StepReport {
  return { ...(isThere?.() ? DONE : report) };
}

const NO_STEPS = { subject: NOT_ASKED, to: NOT_ASKED, cc: NOT_ASKED, attachment: NOT_ASKED };

function refuse({ site }: MailClient, why: RefusalReason, draft?: Draft): InsertionReport {
  return { site, kind: draft?.kind ?? 'email', body: { outcome: 'refused', why }, ...NO_STEPS };
}

async function fillBody(
  draft: Draft,
  caret: Range | null,
  { target: { by }, content }: InsertJob,
  memory: Memory,
): Promise<() => BodyReport> {
  const { body } = draft;
  const tellGone = (): BodyReport => GONE;
  if (!body.isConnected) return tellGone;
  const result = await (isPlainField(body)
    ? memory.rare?.writePlainField(draft, by, caret !== null, content)
    : writeRichText(draft, findSpot(draft, by, caret), content, memory.rare));
  if (!result || !body.isConnected) return tellGone;
  // Save it even when it went in incorrectly, so that the user can take it out.
  const save = ({ method, before, after, why }: Written): void => {
    if (!why || why === 'arrived changed') memory.last = { method, before, after, body: new WeakRef(body) };
  };
  save(result);
  let written = result;
  return () => {
    const now = written.why === 'not seen' && written.readAgain?.();
    if (now && !now.why) save((written = now));
    const { place, why } = written;
    return why ? { outcome: 'refused', why } : { outcome: 'inserted', place };
  };
}

const GONE: BodyReport = { outcome: 'refused', why: 'draft gone' };

/** Runs one job in this page and returns its report. */
export async function runJob(job: PageJob, win: Window, memory: Memory): Promise<PageReports[PageJob['do']]> {
  const client = { ...clientOf(win), shapes: memory.rare?.shapes };
  const doc = win.document;
  switch (job.do) {
    case 'look':
      return look(client, doc, memory, job.sections);
    case 'insert':
      return insert(job, client, doc, memory);
    default:
      return memory.lookAgain?.() ?? null;
  }
}

/** Whether the site's tables find one email, and all that is in it. `rareCases.js` is then not needed. */
export function isCovered(win: Window): boolean {
  const drafts = findDrafts(clientOf(win), win.document);
  return drafts.length === 1 && drafts.every(isKnown);
}

/** A signature matters only where neither a caret nor an empty email tells the place. */
function isKnown({ body, subject, client }: Draft): boolean {
  const hasPlace = rememberCaret(body) ?? !body.textContent.trim();
  return (
    !isPlainField(body) &&
    subject !== null &&
    Boolean(hasPlace || findFirst(body, client.selectors.signature))
  );
}
