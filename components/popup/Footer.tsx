import { useState } from 'react';
import { diagnosePage } from '../../lib/popup/letterActions';
import { openOptions } from '../../lib/popup/openField';
import { DiagnosisPanel } from './DiagnosisPanel';

export function Footer() {
  const [diagnosing, setDiagnosing] = useState(false);
  const diagnose = () => {
    setDiagnosing(!diagnosing);
    if (!diagnosing) void diagnosePage();
  };
  return (
    <footer>
      <div className="footer-links">
        <button type="button" onClick={() => openOptions('about-you')}>
          About you and your employer
        </button>
        <button type="button" aria-expanded={diagnosing} onClick={diagnose}>
          Something not working?
        </button>
      </div>
      {diagnosing && <DiagnosisPanel />}
    </footer>
  );
}
