import type { ReactNode } from 'react';
import { NOT_SHOWN } from './ErrorBoundary';

/** A tinted block for a message to the user. */
export function Notice({ tone = 'plain', children }: { tone?: 'plain' | 'warn'; children: ReactNode }) {
  return <div className={tone === 'warn' ? 'notice notice-warn' : 'notice'}>{children}</div>;
}

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
