import { runInAllFrames, runInFrame } from '../browser/inject';
import { chooseDraft, draftKey, type FoundDraft, joinLooks, whyNoDraft } from '../writing/drafts';
import { keepOutcome, mayStillArrive } from '../writing/letterIn';
import type { JobMessage } from '../writing/messages';
import type { Outcome } from '../writing/outcome';
import { listRunningJobs, readLetterIn, readOutcome } from '../writing/tabState';

type InsertMessage = Extract<JobMessage, { type: 'insert' }>;
type TakeOutMessage = Extract<JobMessage, { type: 'takeOut' }>;

let jobs: Promise<unknown> = Promise.resolve();

/**
 * Runs a job of the popup. It runs in the background because a click on the page closes the popup, which would lose the
 * report. A "wake" message is answered when the running jobs have ended: a popup that was opened meanwhile then notices if the
 * background is stopped.
 */
export async function runJob(message: JobMessage): Promise<void> {
  if (message.type === 'wake') return void (await jobs);
  const job = run(message);
  jobs = Promise.allSettled([jobs, job]);
  return job;
}

async function run(message: InsertMessage | TakeOutMessage): Promise<void> {
  switch (message.type) {
    case 'insert':
      await keepOutcome(message.tabId, { kind: 'running' });
      return runInsert(message);
    case 'takeOut':
      await keepOutcome(message.tabId, { kind: 'running', takingOut: true });
      return runTakeOut(message);
  }
}

async function runInsert(message: InsertMessage): Promise<void> {
  const { tabId, facts } = message;
  const draft = message.draft ?? (await findDraft(message));
  if ('kind' in draft) return keepOutcome(tabId, draft);
  const { frameId } = draft;
  const result = await runInFrame(tabId, frameId, {
    do: 'insert',
    target: { by: 'id', id: draft.id },
    content: message.content,
    allowSecondCopy: message.allowSecondCopy,
    sections: message.sections,
  });
  if (!result.ok) return keepOutcome(tabId, { kind: 'page failed', why: result.why });
  const { report } = result;
  const outcome = {
    kind: 'reported',
    frameId,
    report,
    facts,
    draftKey: draftKey(frameId, draft.id),
  } as const;
  await keepOutcome(tabId, outcome);
  void correctLater(tabId, outcome);
}

/** Milliseconds between the looks, which are 1, 3 and 10 seconds after the report. */
const LOOKS = [1000, 2000, 7000];

/** Corrects the report when something arrives that was not seen to arrive. Ends when the user does something else. */
export async function correctLater(
  tabId: number,
  first: Extract<Outcome, { kind: 'reported' }>,
): Promise<void> {
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

function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Finds the draft that the popup would choose by default, or the outcome that says why there is none. */
async function findDraft({ tabId, sections }: InsertMessage): Promise<FoundDraft | Outcome> {
  const looks = await runInAllFrames(tabId, { do: 'look', sections });
  if (!looks.ok) return { kind: 'page failed', why: looks.why };
  const where = joinLooks(looks.report);
  return where.drafts.find(({ key }) => key === chooseDraft(where)) ?? whyNoDraft(where);
}

async function runTakeOut(message: TakeOutMessage): Promise<void> {
  const { tabId, frameId, facts } = message;
  const result = (await hasLaterPartialInsert(message))
    ? ({ ok: true, report: { outcome: 'refused', why: 'typed since' } } as const)
    : await runInFrame(tabId, frameId, { do: 'takeOut' });
  await keepOutcome(
    tabId,
    result.ok
      ? { kind: 'taken out', frameId, report: result.report, facts }
      : { kind: 'page failed', why: result.why, takingOut: true },
  );
}

/** If a partial insert was made after the letter, the page's undo would remove that part, not the letter. */
async function hasLaterPartialInsert({ tabId, facts }: TakeOutMessage): Promise<boolean> {
  return facts?.part === null && ((await readLetterIn(tabId))?.hasLaterPartialInsert ?? false);
}

/**
 * A job still marked as running when the background starts was interrupted when the background stopped. It is unknown
 * whether the text went in, so the job is reported as failed.
 */
export async function markInterruptedJobs(): Promise<void> {
  for (const { tabId, takingOut } of await listRunningJobs())
    await keepOutcome(tabId, { kind: 'page failed', why: 'lost contact', ...(takingOut && { takingOut }) });
}
