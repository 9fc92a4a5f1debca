import { copyText } from '../browser/clipboardAndDownloads';
import { diagnoseAllFrames } from '../browser/inject';
import type { Diagnosis } from '../mail/protocol';
import { keepDiagnosis } from '../writing/tabState';
import { usePopup } from './store';

/** What this page offers now, for “Something not working?”; kept for the options page too. */
export async function diagnosePage(): Promise<void> {
  const { tab } = usePopup.getState();
  const result = tab ? await diagnoseAllFrames(tab.id) : null;
  const diagnosis = result?.ok ? joinDiagnoses(result.report) : CLOSED_PAGE;
  usePopup.setState({ diagnosis });
  await keepDiagnosis(formatDiagnosis(diagnosis));
}

export async function copyReport(report: string): Promise<boolean> {
  return copyText(report);
}

const CLOSED_PAGE: Diagnosis = {
  lines: [{ what: 'Page', found: 'the browser keeps extensions out of it' }],
};

/** The page itself first, then the frames in which something can be written. */
function joinDiagnoses(frames: { frameId: number; report: Diagnosis }[]): Diagnosis {
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
