import { sendJob, wakeBackground, type PageJobMessage } from '../writing/messages';
import { readOutcome } from '../writing/tabState';
import { keepOutcome, runningJob } from '../writing/letterIn';
import { lostContact } from '../writing/outcome';
import { showOutcome, usePopup } from './store';

/** Sends a job to the background and shows its outcome, also if the background stops before the job ends. */
export async function handOver(job: PageJobMessage): Promise<void> {
  showOutcome(runningJob(job));
  await showOutcomeAfter(job.tabId, sendJob(job));
}

/** Shows the outcome of a job that was sent before the popup was opened again. */
export async function followJob(tabId: number): Promise<void> {
  await showOutcomeAfter(tabId, wakeBackground());
}

/** Shows the tab’s outcome as it is when the background has answered. */
export async function showOutcomeAfter(tabId: number, answer: Promise<void>): Promise<void> {
  const hasAnswered = await answer.then(
    () => true,
    () => false,
  );
  const stored = await readOutcome(tabId);
  // A job that is still marked as running after the answer was interrupted.
  if (stored?.kind === 'running') {
    const lost = lostContact(stored);
    showOutcome(lost);
    return keepOutcome(tabId, lost);
  }
  if (hasAnswered) return showOutcome(stored);
  // The background stopped before it marked the job as running, so the stored outcome is of an earlier job.
  const { outcome } = usePopup.getState();
  if (outcome?.kind === 'running') showOutcome(lostContact(outcome));
}
