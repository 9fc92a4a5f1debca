import { attachFile } from './attachment';
import type { Draft, MailClient } from './clients/client';
import { writePlainField } from './editors/plainField';
import { writeRichText } from './editors/richText';
import { isPlainField, type PlainField } from './fields';
import type { LastInsertion, Memory } from './memory';
import { addPeople } from './people';
import { findSpot } from './place';
import { findPlainSpot } from './placeInPlainText';
import type {
  BodyReport,
  DraftTarget,
  Insertion,
  InsertionReport,
  PageJob,
  Place,
  RefusalReason,
  StepReport,
} from './protocol';
import { isAlreadyThere } from './recognise';
import { hasFocus, readSelection } from './selection';
import { fillSubject } from './subject';
import { findTarget } from './target';
import { readDraft, type Arrival } from './verify';

type InsertJob = Extract<PageJob, { do: 'insert' }>;

/** Recipients, subject, attachment, and the body last: the first Ctrl+Z must take back the letter. */
export async function insert(
  job: InsertJob,
  client: MailClient,
  doc: Document,
  memory: Memory,
): Promise<InsertionReport> {
  const { content, target } = job;
  const found = findTarget(target, client, doc, memory);
  if ('why' in found) return refuse(client, found.why);
  const { draft } = found;
  if (!job.allowSecondCopy && isAlreadyThere(draft, job.sections))
    return refuse(client, 'already there', draft);
  // The steps before the body take the focus, and with it the caret.
  const caret = rememberCaret(draft);
  const to = await addPeople(draft, 'to', content.to);
  const cc = await addPeople(draft, 'cc', content.cc);
  const subject = await fillSubject(draft, content.subject);
  const attachment = await attachFile(draft, content.file);
  const body = await fillBody(draft, caret, job, memory);
  if (memory.last && body.outcome === 'inserted')
    memory.last.stays = listWhatStays({ subject, to, cc, attachment });
  return { site: client.site, kind: draft.kind, body, subject, to, cc, attachment };
}

function refuse({ site }: MailClient, why: RefusalReason, draft?: Draft): InsertionReport {
  const none: StepReport = { outcome: 'not asked' };
  const body: BodyReport = { outcome: 'refused', why };
  return { site, kind: draft?.kind ?? 'email', body, subject: none, to: none, cc: none, attachment: none };
}

function listWhatStays({
  subject,
  to,
  cc,
  attachment,
}: Record<'subject' | 'to' | 'cc' | 'attachment', StepReport>): LastInsertion['stays'] {
  const isDone = ({ outcome }: StepReport): boolean => outcome === 'done';
  const stays: LastInsertion['stays'] = [];
  if (isDone(subject)) stays.push('subject');
  if (isDone(to) || isDone(cc)) stays.push('recipients');
  if (isDone(attachment)) stays.push('attachment');
  return stays;
}

/** Where the user was when they asked. */
interface Caret {
  range: Range | null;
  isFocused: boolean;
}

function rememberCaret({ body }: Draft): Caret {
  // A copy keeps to its place while the page changes around it.
  return { range: readSelection(body)?.cloneRange() ?? null, isFocused: hasFocus(body) };
}

async function fillBody(
  draft: Draft,
  caret: Caret,
  { target: { by }, content }: InsertJob,
  memory: Memory,
): Promise<BodyReport> {
  const { body } = draft;
  if (!body.isConnected) return { outcome: 'refused', why: 'draft gone' };
  const before = readDraft(body);
  const { place, method, why } = isPlainField(body)
    ? await fillPlain(body, by, caret, content)
    : await fillRich(draft, by, caret, content);
  if (!body.isConnected) return { outcome: 'refused', why: 'draft gone' };
  // Also when it arrived changed: then taking it out is what the user will want.
  const after = readDraft(body);
  if (after.words !== before.words)
    memory.last = { body: new WeakRef(body), method, before, after, stays: [] };
  return why ? { outcome: 'refused', why } : { outcome: 'inserted', place };
}

interface Filled {
  place: Place;
  method: LastInsertion['method'];
  why: RefusalReason | null;
}

async function fillPlain(
  field: PlainField,
  by: DraftTarget['by'],
  { isFocused }: Caret,
  { text }: Insertion,
): Promise<Filled> {
  const { at, place } = findPlainSpot(field, by, isFocused);
  return { place, method: 'typed', why: await writePlainField(field, text, at) };
}

async function fillRich(
  draft: Draft,
  by: DraftTarget['by'],
  { range }: Caret,
  { html, text }: Insertion,
): Promise<Filled> {
  const spot = findSpot(draft, by, range);
  const { arrival, method } = await writeRichText(draft, spot, html, text);
  return { place: spot.place, method, why: REASONS[arrival] };
}

const REASONS = { whole: null, nothing: 'did not arrive', changed: 'arrived changed' } satisfies Record<
  Arrival,
  RefusalReason | null
>;
