import { lazy, Suspense, useState } from 'react';
import { ErrorBoundary } from '../ui/ErrorBoundary';
import { useFailures } from '../ui/useFailures';
import { showOutcome, usePopup } from '../../lib/popup/store';
import { Popup } from './Popup';

const NotShown = lazy(async () => ({ default: (await import('./PopupNotShown')).PopupNotShown }));

/** The popup, or an error message if it cannot be shown or what it shows could not be read. */
export function PopupPage() {
  const [isUnread, setUnread] = useState(false);
  useFailures(() => (usePopup.getState().ready ? showOutcome({ kind: 'did not work' }) : setUnread(true)));
  const notShown = (
    <Suspense>
      <NotShown />
    </Suspense>
  );
  return <ErrorBoundary fallback={notShown}>{isUnread ? notShown : <Popup />}</ErrorBoundary>;
}
