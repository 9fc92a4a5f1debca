import { runInAllFrames, runInFrame } from '../browser/inject';
import { chooseDraft, draftKey, type FoundDraft, joinLooks, whyNoDraft } from '../writing/drafts';
import { keepOutcome } from '../writing/letterIn';
import type { JobMessage } from '../writing/messages';
import type { Outcome } from '../writing/outcome';
import { listRunningJobs, readLetterIn } from '../writing/tabState';

type InsertMessage = Extract<JobMessage, { type: 'insert' }>;
type TakeOutMessage = Extract<JobMessage, { type: 'takeOut' }>;

let jobs: Promise<unknown> = Promise.resolve();

/**
 * Runs a job of the popup in the background: a popup dies when the page is clicked, its report must not. A call to wake is
 * answered when the jobs under way have ended, so that a popup opened meanwhile hears of it when the background is stopped.
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
  const draft = message.draft ?? (await lookForDraft(message));
  if ('kind' in draft) return keepOutcome(tabId, draft);
  const { frameId } = draft;
  const result = await runInFrame(tabId, frameId, {
    do: 'insert',
    target: { by: 'id', id: draft.id },
    content: message.content,
    allowSecondCopy: message.allowSecondCopy,
    sections: message.sections,
  });
  await keepOutcome(
    tabId,
    result.ok
      ? { kind: 'reported', frameId, report: result.report, facts, draftKey: draftKey(frameId, draft.id) }
      : { kind: 'page failed', why: result.why },
  );
}

/** The draft the popup would have chosen, or why there is none. */
async function lookForDraft({ tabId, sections }: InsertMessage): Promise<FoundDraft | Outcome> {
  const looks = await runInAllFrames(tabId, { do: 'look', sections });
  if (!looks.ok) return { kind: 'page failed', why: looks.why };
  const where = joinLooks(looks.report);
  return where.drafts.find(({ key }) => key === chooseDraft(where)) ?? whyNoDraft(where);
}

async function runTakeOut(message: TakeOutMessage): Promise<void> {
  const { tabId, frameId, facts } = message;
  const result = (await isUnderPart(message))
    ? ({ ok: true, report: { outcome: 'refused', why: 'typed since' } } as const)
    : await runInFrame(tabId, frameId, { do: 'takeOut' });
  await keepOutcome(
    tabId,
    result.ok
      ? { kind: 'taken out', frameId, report: result.report, facts }
      : { kind: 'page failed', why: result.why, takingOut: true },
  );
}

/** Then the page would take back the part, and we would call it the letter. */
async function isUnderPart({ tabId, facts }: TakeOutMessage): Promise<boolean> {
  return facts?.part === null && ((await readLetterIn(tabId))?.isUnderPart ?? false);
}

/**
 * A job still marked as running when the background starts was cut off with it: nobody knows what arrived, so it is
 * never called a success.
 */
export async function markInterruptedJobs(): Promise<void> {
  for (const { tabId, takingOut } of await listRunningJobs())
    await keepOutcome(tabId, { kind: 'page failed', why: 'lost contact', ...(takingOut && { takingOut }) });
}
