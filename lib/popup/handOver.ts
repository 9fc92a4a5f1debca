import { sendJob, wakeBackground, type JobMessage } from '../writing/messages';
import { readOutcome } from '../writing/tabState';
import { keepOutcome } from '../writing/letterIn';
import type { Outcome } from '../writing/outcome';
import { showOutcome, usePopup } from './store';

type PageJobMessage = Exclude<JobMessage, { type: 'wake' }>;

/** Has the background do a job and shows how it ended, also when the background is stopped in the middle of it. */
export async function handOver(job: PageJobMessage): Promise<void> {
  showOutcome(job.type === 'takeOut' ? { kind: 'running', takingOut: true } : { kind: 'running' });
  await showEnd(job.tabId, sendJob(job));
}

/** For a job that an earlier opening of the popup has handed over. */
export async function followJob(tabId: number): Promise<void> {
  await showEnd(tabId, wakeBackground());
}

async function showEnd(tabId: number, answer: Promise<void>): Promise<void> {
  const hasAnswered = await answer.then(
    () => true,
    () => false,
  );
  const kept = await readOutcome(tabId);
  // Nobody works on a job that is still marked as running after the answer.
  if (kept?.kind === 'running') {
    const lost = loseContact(kept);
    showOutcome(lost);
    return keepOutcome(tabId, lost);
  }
  if (hasAnswered) return showOutcome(kept);
  // Stopped before the job was marked: what is kept tells of an earlier one.
  const { outcome } = usePopup.getState();
  if (outcome?.kind === 'running') showOutcome(loseContact(outcome));
}

function loseContact({ takingOut }: Extract<Outcome, { kind: 'running' }>): Outcome {
  return { kind: 'page failed', why: 'lost contact', ...(takingOut && { takingOut }) };
}
