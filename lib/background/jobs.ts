import type { Outcome } from '../popup/outcome';
import { chooseDraft, draftKey, joinLooks, whyNoDraft, type FoundDraft } from '../popup/where';
import type { JobMessage } from '../browser/messages';
import { runInAllFrames, runInFrame } from '../browser/pageJobs';
import { writeOutcome } from '../browser/tabSession';

type InsertMessage = Extract<JobMessage, { type: 'insert' }>;

/** Runs a job of the popup in the background: a popup dies when the page is clicked, its report must not. */
export async function runJob(message: JobMessage): Promise<void> {
  if (message.type === 'wake') return;
  await writeOutcome(message.tabId, { kind: 'running' });
  switch (message.type) {
    case 'insert':
      return runInsert(message);
    case 'takeOut':
      return runTakeOut(message);
  }
}

async function runInsert(message: InsertMessage): Promise<void> {
  const { tabId, facts } = message;
  const draft = message.draft ?? (await lookForDraft(message));
  if ('kind' in draft) return writeOutcome(tabId, draft);
  const { frameId } = draft;
  const result = await runInFrame(tabId, frameId, {
    do: 'insert',
    target: { by: 'id', id: draft.id },
    content: message.content,
    allowSecondCopy: message.allowSecondCopy,
    sections: message.sections,
  });
  await writeOutcome(
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

async function runTakeOut({
  tabId,
  frameId,
  facts,
}: Extract<JobMessage, { type: 'takeOut' }>): Promise<void> {
  const result = await runInFrame(tabId, frameId, { do: 'takeOut' });
  await writeOutcome(
    tabId,
    result.ok
      ? { kind: 'taken out', frameId, report: result.report, facts }
      : { kind: 'page failed', why: result.why },
  );
}
