import { listRunningJobs } from '../writing/tabState';
import { keepOutcome } from '../writing/letterIn';

/**
 * A job still marked as running when the background starts was cut off with it: nobody knows what arrived, so it is
 * never called a success.
 */
export async function markInterruptedJobs(): Promise<void> {
  for (const { tabId, takingOut } of await listRunningJobs())
    await keepOutcome(tabId, { kind: 'page failed', why: 'gone', ...(takingOut && { takingOut }) });
}
