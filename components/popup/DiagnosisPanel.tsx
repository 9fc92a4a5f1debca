import { useEffect, useState } from 'react';
import { copyReport, diagnosePage, formatDiagnosis } from '../../lib/popup/diagnosis';
import { openOptions } from '../../lib/popup/actions';
import { usePopup } from '../../lib/popup/store';
import { detach } from '../../lib/failure/failure';

/** A report on the page as text to copy. It contains no text of the email, no names and no addresses. */
export function DiagnosisPanel() {
  const { diagnosis } = usePopup();
  const [copied, setCopied] = useState('');
  useEffect(() => detach(diagnosePage()), []);
  if (!diagnosis) return <p className="hint">Looking at this page…</p>;
  const report = formatDiagnosis(diagnosis);
  const copy = async () =>
    setCopied(
      (await copyReport(report)) ? 'Copied.' : 'The browser did not allow copying. Select the text instead.',
    );
  return (
    <div className="diagnosis">
      <label>
        What this page offers
        <textarea readOnly rows={6} value={report} />
      </label>
      <p className="hint">No word of your email, no name and no address is in it.</p>
      <button type="button" onClick={() => detach(copy())}>
        Copy report
      </button>{' '}
      <button type="button" onClick={() => openOptions('something-not-working')}>
        What to try
      </button>
      <span role="status"> {copied}</span>
    </div>
  );
}
