import { enclosures } from '../letter/model';
import { runInAllFrames, runInFrame } from '../browser/inject';
import { hasGreetingInFrame } from '../browser/besidesJobs';
import { chooseDraft, draftKey, type FoundDraft, joinLooks, whyNoDraft } from '../writing/drafts';
import {
  isEqual,
  keepOutcome,
  mayStillArrive,
  runningJob,
  listRunningJobs,
  readLetterIn,
  readOutcome,
} from '../writing/tabState';
import {
  type JobMessage,
  type LetterFacts,
  type PageJobMessage,
  type Outcome,
  type ReportedOutcome,
  lostContact,
} from '../writing/outcome';
import { detach, reportFailure } from '../failure/failure';
import * as v from 'valibot';
import { browser } from 'wxt/browser';

type AttachMessage = Extract<JobMessage, { type: 'attachNext' }>;
type InsertMessage = Extract<JobMessage, { type: 'insert' }>;
type TakeOutMessage = Extract<JobMessage, { type: 'takeOut' }>;

let jobs: Promise<unknown> = Promise.resolve();

/**
 * Runs a job of the popup. It runs in the background because a click on the page closes the popup, which would lose the
 * report. A "wake" message is answered when the running jobs have ended: a popup that was opened meanwhile then notices if the
 * background is stopped.
 */
export async function runJob(message: JobMessage): Promise<void> {
  if (message.type === 'wake') await jobs;
  else await trackJob(run(message));
}

/** Remembers the job, so that “wake” is answered when it has ended. */
export function trackJob(job: Promise<void>): Promise<void> {
  jobs = Promise.allSettled([jobs, job]);
  return job;
}

async function run(message: PageJobMessage | AttachMessage): Promise<void> {
  if (message.type === 'attachNext') return runAttachNext(message);
  await keepOutcome(message.tabId, runningJob(message));
  return message.type === 'insert' ? runInsert(message) : runTakeOut(message);
}

async function runInsert(message: InsertMessage): Promise<void> {
  const { tabId, facts } = message;
  const draft = message.draft ?? (await findDraft(message));
  if ('kind' in draft) return keepOutcome(tabId, draft);
  const { frameId, id } = draft;
  const refusal = message.instead && (await takeOutEarlier(message, frameId));
  if (refusal) return keepOutcome(tabId, refusal);
  const result = await runInFrame(tabId, frameId, {
    do: 'insert',
    target: { by: 'id', id },
    content: message.content,
    allowSecondCopy: message.allowSecondCopy,
    sections: message.sections,
  });
  if (!result.ok) {
    const job = result.why === 'gone' && { letter: { frameId, facts } };
    return keepOutcome(tabId, { kind: 'page failed', why: result.why, ...job });
  }
  const { report, page } = result;
  const outcome = {
    kind: 'reported',
    frameId,
    page,
    report,
    facts,
    ...(report.body.outcome === 'inserted' &&
      (await hasGreetingInFrame(tabId, frameId)) && { isGreeted: true as const }),
    ...(message.instead && { instead: message.instead }),
    draftKey: draftKey(page, id),
  } as const;
  await keepOutcome(tabId, outcome);
  detach(correctLater(tabId, outcome));
}

/** Milliseconds between the looks, which are 1, 3 and 10 seconds after the report. */
const LOOKS = [1000, 2000, 7000];

/** Corrects the report when something arrives that was not seen to arrive. Ends when the user does something else. */
export async function correctLater(tabId: number, first: ReportedOutcome): Promise<void> {
  let outcome = first;
  for (const delay of LOOKS) {
    if (!mayStillArrive(outcome)) return;
    await new Promise((resolve) => setTimeout(resolve, delay));
    const isStillShown = async (): Promise<boolean> => isEqual(await readOutcome(tabId), outcome);
    if (!(await isStillShown())) return;
    const result = await runInFrame(tabId, outcome.frameId, { do: 'lookAgain' });
    if (!result.ok || !result.report || !(await isStillShown())) return;
    if (isEqual(result.report, outcome.report)) continue;
    outcome = { ...outcome, report: result.report };
    await keepOutcome(tabId, outcome);
  }
}

const NOT_TAKEN = { outcome: 'failed', why: 'not offered' } as const;

/** The outcome shown stays until the page has answered: nothing else changes meanwhile. */
async function runAttachNext({ tabId }: AttachMessage): Promise<void> {
  const outcome = await readOutcome(tabId);
  if (outcome?.kind !== 'reported') return;
  const result = await runInFrame(tabId, outcome.frameId, { do: 'attachNext' });
  // Where the page cannot be reached, the letter is in the email all the same, and the user is told how to attach the file.
  const report = (result.ok && result.report) || { ...outcome.report, attachment: NOT_TAKEN };
  const next = { ...outcome, report };
  await keepOutcome(tabId, next);
  detach(correctLater(tabId, next));
}

/** Finds the draft that the popup would choose by default, or the outcome that says why there is none. */
async function findDraft({ tabId }: InsertMessage): Promise<FoundDraft | Outcome> {
  const looks = await runInAllFrames(tabId, { do: 'look', sections: [] });
  if (!looks.ok) return { kind: 'page failed', why: looks.why };
  const where = joinLooks(looks.report);
  return where.drafts.find(({ key }) => key === chooseDraft(where)) ?? whyNoDraft(where);
}

async function runTakeOut(message: TakeOutMessage): Promise<void> {
  const { tabId, frameId, facts } = message;
  const result = (await hasLaterPartialInsert(message))
    ? TYPED_SINCE
    : await runInFrame(tabId, frameId, { do: 'takeOut' });
  await keepOutcome(
    tabId,
    result.ok
      ? {
          kind: 'taken out',
          frameId,
          report: result.report,
          facts,
          ...('page' in result && { page: result.page }),
        }
      : { kind: 'page failed', why: result.why, takingOut: true },
  );
}

/** Why the earlier letter could not be taken out; null when it is out, also if the user has taken it out already. */
async function takeOutEarlier(message: InsertMessage, frameId: number): Promise<Outcome | null> {
  const result = (await hasLaterPartialInsert(message))
    ? TYPED_SINCE
    : await runInFrame(message.tabId, frameId, { do: 'takeOut' });
  if (!result.ok) return { kind: 'page failed', why: result.why, takingOut: true };
  const { report } = result;
  if (report.outcome === 'taken out' || report.why === 'nothing to take out') return null;
  return { kind: 'not replaced', why: report.why };
}

const TYPED_SINCE = { ok: true, report: { outcome: 'refused', why: 'typed since' } } as const;

/** If a partial insert was made after the letter, the page's undo would remove that part, not the letter. */
async function hasLaterPartialInsert({
  tabId,
  facts,
}: Pick<TakeOutMessage, 'tabId' | 'facts'>): Promise<boolean> {
  return facts?.part === null && ((await readLetterIn(tabId))?.hasLaterPartialInsert ?? false);
}

/**
 * A job still marked as running when the background starts was interrupted when the background stopped. It is unknown
 * whether the text went in, so the job is reported as failed.
 */
export async function markInterruptedJobs(): Promise<void> {
  for (const { tabId, job } of await listRunningJobs()) await keepOutcome(tabId, lostContact(job));
}

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

/** A check for each field, also the optional ones: the compiler asks for the check of a field that is added to a message. */
type Checks<Message> = { [Name in keyof Required<Message>]: v.GenericSchema<unknown, Message[Name]> };
type Checked<Type extends JobMessage['type']> = Checks<Extract<JobMessage, { type: Type }>>;

const facts = v.object({
  letterId: text,
  standsFor: v.exactOptional(text),
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
  supplier: v.exactOptional(text),
  unreachable: v.exactOptional(
    v.object({
      to: v.nullable(v.picklist(['no email saved', 'next person up'])),
      copies: texts,
      notAddresses: v.array(v.object({ typed: text, field: v.picklist(['To', 'Cc']) })),
    }),
  ),
  attached: v.exactOptional(v.array(v.picklist(enclosures))),
  missingOnPaper: v.exactOptional(whole),
  employerLeftOut: v.exactOptional(text),
  part: v.nullable(text),
} satisfies Checks<LetterFacts>);

export const jobSchema = v.variant('type', [
  v.object({ type: v.literal('wake') } satisfies Checked<'wake'>),
  v.object({
    type: v.literal('takeOut'),
    tabId: whole,
    frameId: whole,
    facts: v.nullable(facts),
  } satisfies Checked<'takeOut'>),
  v.object({ type: v.literal('attachNext'), tabId: whole } satisfies Checked<'attachNext'>),
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
    sections: v.array(v.object({ id: text, text, release: v.exactOptional(text) })),
    allowSecondCopy: v.boolean(),
    instead: v.exactOptional(v.object({ to: texts })),
    facts,
  } satisfies Checked<'insert'>),
]);

function isJob(message: unknown): message is JobMessage {
  return v.is(jobSchema, message);
}
