import { diagnoseAllFrames } from '../browser/besidesJobs';
import type { Diagnosis } from '../mail/protocol';
import { saveDiagnosis } from '../writing/tabState';
import { type PopupStore } from './store';

/** Finds which parts of the page we can use, for “Something not working?”, and saves the report for the options page. */
export async function diagnosePage(popup: PopupStore): Promise<void> {
  const { tab } = popup.getState();
  const result = tab ? await diagnoseAllFrames(tab.id) : null;
  const { lines } = result?.ok ? joinDiagnoses(result.report) : CLOSED_PAGE;
  const diagnosis = { lines: [{ what: 'Dear Employer', found: popup.deps.version }, ...lines] };
  popup.setState({ diagnosis });
  await saveDiagnosis(formatDiagnosis(diagnosis));
}

export async function copyReport(popup: PopupStore, report: string): Promise<boolean> {
  return popup.deps.copyText(report);
}

const CLOSED_PAGE: Diagnosis = {
  lines: [{ what: 'Page', found: 'the browser keeps extensions out of it' }],
};

/** Joins the reports of the page itself and of the frames that contain a draft. */
function joinDiagnoses(frames: { frameId: number; report: Diagnosis }[]): Diagnosis {
  const reported = frames.filter(({ frameId, report }) => frameId === 0 || hasDraft(report));
  const lines = reported.flatMap(({ frameId, report }) =>
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
