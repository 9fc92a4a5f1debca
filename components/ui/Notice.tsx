import { Component, type ReactNode, useEffect, useRef } from 'react';
import { onFailure, reportFailure, watchPage } from '../../lib/failure/failure';

interface ErrorBoundaryProps {
  /** Shown instead of children that fail to render. Must not read saved data, which may be the cause of the failure. */
  fallback: ReactNode;
  children: ReactNode;
}

/** Shows a fallback if a component throws while rendering. Without a boundary, React would empty the whole page. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    return this.state.hasFailed ? this.props.fallback : this.props.children;
  }
}

const NOT_SHOWN = 'Dear Employer could not show this. Nothing you saved is lost.';

/** For `createRoot`: if even a fallback fails, a sentence and a button are written without React. */
export function lastWord() {
  watchPage(window);
  const onUncaughtError = (error: unknown) => {
    reportFailure(error);
    const sentence = document.createElement('p');
    sentence.textContent = NOT_SHOWN;
    const button = document.createElement('button');
    button.textContent = 'Try again';
    button.addEventListener('click', () => window.location.reload());
    document.body.replaceChildren(sentence, button);
  };
  return { onUncaughtError };
}

/** Calls back for each failure in this page, so that every button ends with a message to the user, even if its action fails. */
export function useFailures(show: () => void): void {
  const latest = useRef(show);
  useEffect(() => {
    latest.current = show;
  });
  useEffect(() => onFailure(() => latest.current()), []);
}

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
