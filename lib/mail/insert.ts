import type { Draft, MailClient } from './clients/client';
import { writePlainField } from './editors/plainField';
import { writeRichText } from './editors/richText';
import { isPlainField } from './fields';
import type { LastInsertion, Memory } from './memory';
import { findSpot } from './place';
import { findPlainSpot } from './placeInPlainText';
import type { BodyReport, DraftTarget, Insertion, InsertionReport, PageJob, RefusalReason, StepReport } from './protocol';
import { isAlreadyThere } from './recognise';
import { fillSubject } from './subject';
import { findTarget } from './target';
import { readDraft } from './verify';

type InsertJob = Extract<PageJob, { do: 'insert' }>;

const NOT_ASKED: StepReport = { outcome: 'not asked' };

/** Recipients, subject, attachment, and the body last: the first Ctrl+Z must take back the letter. */
export async function insert(job: InsertJob, client: MailClient, doc: Document, memory: Memory): Promise<InsertionReport> {
  const found = findTarget(job.target, client, doc, memory);
  if ('why' in found) return refuse(client, found.why);
  const { draft } = found;
  if (!job.allowSecondCopy && isAlreadyThere(draft, job.sections)) return refuse(client, 'already there', draft);
  const { content, target } = job;
  const subject = await fillSubject(draft, content.subject);
  const body = draft.body.isConnected ? await fillBody(draft, target.by, content, memory) : gone();
  return { site: client.site, kind: draft.kind, body, subject, to: NOT_ASKED, cc: NOT_ASKED, attachment: NOT_ASKED };
}

function gone(): BodyReport {
  return { outcome: 'refused', why: 'draft gone' };
}

function refuse({ site }: MailClient, why: RefusalReason, draft?: Draft): InsertionReport {
  return {
    site,
    kind: draft?.kind ?? 'email',
    body: { outcome: 'refused', why },
    subject: NOT_ASKED,
    to: NOT_ASKED,
    cc: NOT_ASKED,
    attachment: NOT_ASKED,
  };
}

async function fillBody(draft: Draft, by: DraftTarget['by'], content: Insertion, memory: Memory): Promise<BodyReport> {
  const { body } = draft;
  const before = readDraft(body);
  const remember = (method: LastInsertion['method']): void => {
    memory.last = { body: new WeakRef(body), method, before, after: readDraft(body), stays: [] };
  };
  if (isPlainField(body)) {
    const { at, place } = findPlainSpot(body, by);
    const result = await writePlainField(body, content.text, at);
    if (!result.ok) return { outcome: 'refused', why: result.why };
    remember('typed');
    return { outcome: 'inserted', place };
  }
  const spot = findSpot(draft, by);
  const { arrival, method } = await writeRichText(draft, spot, content.html, content.text);
  if (!body.isConnected) return gone();
  if (arrival === 'nothing') return { outcome: 'refused', why: 'did not arrive' };
  remember(method);
  if (arrival === 'changed') return { outcome: 'refused', why: 'arrived changed' };
  return { outcome: 'inserted', place: spot.place };
}
