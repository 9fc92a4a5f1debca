import type { Diagnosis } from '../mail/protocol';

export const CLOSED_PAGE: Diagnosis = {
  lines: [{ what: 'Page', found: 'the browser keeps extensions out of it' }],
};

/** The page itself first, then the frames in which something can be written. */
export function joinDiagnoses(frames: { frameId: number; report: Diagnosis }[]): Diagnosis {
  const worthTelling = frames.filter(({ frameId, report }) => frameId === 0 || hasDraft(report));
  const lines = worthTelling.flatMap(({ frameId, report }) =>
    frameId === 0 ? report.lines : [{ what: 'Frame', found: 'inside the page' }, ...report.lines],
  );
  return { lines };
}

function hasDraft({ lines }: Diagnosis): boolean {
  return lines.some(({ what, found }) => what === 'Drafts' && found !== '0');
}

/** The diagnosis as lines of text for a bug report. */
export function formatDiagnosis({ lines }: Diagnosis): string {
  return lines.map(({ what, found }) => `${what}: ${found}`).join('\n');
}
