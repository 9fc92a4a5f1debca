import type { StepReport } from './protocol';

export const NOT_ASKED: StepReport = { outcome: 'not asked' };

export function leaveAlone(why: Extract<StepReport, { outcome: 'left alone' }>['why']): StepReport {
  return { outcome: 'left alone', why };
}

export const NOT_OFFERED: StepReport = { outcome: 'failed', why: 'not offered' };

/** What was tried counts as done only if it can be read back. */
export function tell(isThere: boolean): StepReport {
  return isThere ? { outcome: 'done' } : { outcome: 'failed', why: 'did not stay' };
}
