import { lazy, Suspense, useState } from 'react';
import { openOptions } from '../../lib/popup/actions';

const DiagnosisPanel = lazy(async () => ({ default: (await import('./DiagnosisPanel')).DiagnosisPanel }));

export function Footer() {
  const [diagnosing, setDiagnosing] = useState(false);
  return (
    <footer>
      <div className="footer-links">
        <button type="button" onClick={() => openOptions('about-you')}>
          About you and your employer
        </button>
        <button type="button" aria-expanded={diagnosing} onClick={() => setDiagnosing(!diagnosing)}>
          Something not working?
        </button>
      </div>
      {diagnosing && (
        <Suspense>
          <DiagnosisPanel />
        </Suspense>
      )}
    </footer>
  );
}
