import type { ReactNode } from 'react';
import { NOT_SHOWN } from './ErrorBoundary';
import { Notice } from './Notice';

/** The error message of a page that failed to render. Children are further buttons. */
export function NotShown({ children }: { children?: ReactNode }) {
  return (
    <Notice tone="warn">
      <p role="alert">{NOT_SHOWN}</p>
      <p className="actions">
        <button type="button" className="button" onClick={() => window.location.reload()}>
          Try again
        </button>{' '}
        {children}
      </p>
    </Notice>
  );
}
