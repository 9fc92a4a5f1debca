import type { JobMessage } from './messages';
import { runInFrame } from './pageJobs';
import { writeOutcome } from './tabSession';

/** Runs a job of the popup in the background: a popup dies when the page is clicked, its report must not. */
export async function runJob(message: JobMessage): Promise<void> {
  await writeOutcome(message.tabId, { kind: 'running' });
  switch (message.type) {
    case 'insert':
      return runInsert(message);
    case 'takeOut':
      return runTakeOut(message);
  }
}

async function runInsert(message: Extract<JobMessage, { type: 'insert' }>): Promise<void> {
  const { tabId, frameId, facts } = message;
  const result = await runInFrame(tabId, frameId, {
    do: 'insert',
    target: { by: 'id', id: message.draftId },
    content: message.content,
    allowSecondCopy: message.allowSecondCopy,
    sections: message.sections,
  });
  await writeOutcome(
    tabId,
    result.ok
      ? { kind: 'reported', frameId, report: result.report, facts }
      : { kind: 'page failed', why: result.why },
  );
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
      ? { kind: 'taken out', report: result.report, facts }
      : { kind: 'page failed', why: result.why },
  );
}
