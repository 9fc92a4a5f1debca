import type { ReactNode } from 'react';
import { Notice } from './Notice';

/** The error message of a page that failed to render. Children are further buttons. */
export function NotShown({ children }: { children?: ReactNode }) {
  return (
    <Notice tone="warn">
      <p role="alert">Dear Employer could not show this. Nothing you saved is lost.</p>
      <p className="actions">
        <button type="button" className="button" onClick={() => window.location.reload()}>
          Try again
        </button>{' '}
        {children}
      </p>
    </Notice>
  );
}
