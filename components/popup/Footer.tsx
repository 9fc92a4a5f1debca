import { lazy, Suspense, useState } from 'react';
import { openOptions } from '../../lib/popup/actions';
import { ErrorBoundary } from '../ui/ErrorBoundary';

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
        <ErrorBoundary
          fallback={
            <p className="hint" role="alert">
              The report on this page could not be made. Close this, click the icon and try again.
            </p>
          }
        >
          <Suspense>
            <DiagnosisPanel />
          </Suspense>
        </ErrorBoundary>
      )}
    </footer>
  );
}
