import { copyText } from '../browser/clipboardAndDownloads';
import { keepDiagnosis } from '../writing/tabState';
import { diagnoseAllFrames } from '../browser/inject';
import { CLOSED_PAGE, formatDiagnosis, joinDiagnoses } from './formatDiagnosis';
import { usePopup } from './popupStore';

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
