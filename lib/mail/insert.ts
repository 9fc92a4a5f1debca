import { type Draft, type MailClient, findDrafts, findFirst } from './sites/site';
import { writeRichText, type Written } from './editors/richText';
import { isPlainField, rememberCaret } from './editable';
import type { LastInsertion, Memory } from './memory';
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
import { isSame } from './verify';
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
  const found = findTarget(target, client, doc, memory);
  if (!found.ok) return refuse(client, found.why);
  const { draft } = found;
  if (!job.allowSecondCopy && isAlreadyThere(draft, job.sections))
    return refuse(client, 'already there', draft);
  // The other steps move the focus, so the caret is saved before them.
  const caret = rememberCaret(draft.body);
  const steps = {
    to: await addPeople(draft, 'to', content.to),
    cc: await addPeople(draft, 'cc', content.cc),
    subject: await writeSubject(draft, content.subject),
    attachment: (content.files && (await memory.rare?.attach(draft, content.files))) ?? {
      report: NOT_ASKED,
    },
  };
  const tellBody = await fillBody(draft, caret, job, memory);
  const tellAll = (): InsertionReport => {
    const reports = {
      to: tellNow(steps.to),
      cc: tellNow(steps.cc),
      subject: tellNow(steps.subject),
      attachment: tellNow(steps.attachment),
    };
    const body = tellBody();
    if (memory.last && body.outcome === 'inserted') memory.last.stays = listWhatStays(reports);
    return { site: client.site, kind: draft.kind, body, ...reports };
  };
  memory.lookAgain = tellAll;
  return tellAll();
}

function tellNow({ report, isThere }: Step): StepReport {
  return { ...(isThere?.() ? DONE : report) };
}

type Steps = Omit<InsertionReport, 'site' | 'kind' | 'body'>;

/** The steps that remain in the draft when the letter is taken out. */
function listWhatStays({ subject, to, cc, attachment }: Steps): LastInsertion['stays'] {
  const steps = { subject: [subject], recipients: [to, cc], attachment: [attachment] };
  return (Object.keys(steps) as LastInsertion['stays']).filter((one) =>
    steps[one].some(({ outcome }) => outcome === 'done'),
  );
}

const NO_STEPS: Steps = { subject: NOT_ASKED, to: NOT_ASKED, cc: NOT_ASKED, attachment: NOT_ASKED };

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
  const save = ({ method, before, after }: Written): void => {
    if (!isSame(before, after)) memory.last = { method, before, after, body: new WeakRef(body), stays: [] };
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
    case 'takeOut':
      return memory.rare?.takeOut(memory) ?? { outcome: 'refused', why: 'nothing to take out' };
    default:
      return memory.lookAgain?.() ?? null;
  }
}

/** Whether the site's tables find all that is in the page's emails. `rareCases.js` is then not needed. */
export function isCovered(win: Window): boolean {
  const drafts = findDrafts(clientOf(win), win.document);
  return drafts.length > 0 && drafts.every(isKnown);
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
