import { useFailures } from '../ui/useFailures';
import { ErrorBoundary } from '../ui/ErrorBoundary';
import { NotShown } from '../ui/NotShown';
import { openOptions } from '../../lib/popup/actions';
import { showOutcome } from '../../lib/popup/store';
import { Popup } from './Popup';

/** The popup, or an error message if rendering the popup fails. */
export function PopupPage() {
  useFailures(() => showOutcome({ kind: 'did not work' }));
  return (
    <ErrorBoundary fallback={<PopupNotShown />}>
      <Popup />
    </ErrorBoundary>
  );
}

function PopupNotShown() {
  return (
    <main className="scroll">
      <h1>Dear Employer</h1>
      <NotShown>
        <button type="button" onClick={() => openOptions()}>
          Open your details and letters
        </button>
      </NotShown>
    </main>
  );
}
