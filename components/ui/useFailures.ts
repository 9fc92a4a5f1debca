import { useEffect, useRef } from 'react';

/**
 * Calls back for each uncaught error and unhandled rejection in this page, so that every button ends with a message to the
 * user, even if its action fails.
 */
export function useFailures(onFailure: () => void): void {
  const latest = useRef(onFailure);
  useEffect(() => {
    latest.current = onFailure;
  });
  useEffect(() => {
    const onError = ({ error }: ErrorEvent) => {
      // Events without an error are warnings of the browser, such as ResizeObserver loop notifications.
      if (error) latest.current();
    };
    const onRejection = () => latest.current();
    window.addEventListener('error', onError);
    window.addEventListener('unhandledrejection', onRejection);
    return () => {
      window.removeEventListener('error', onError);
      window.removeEventListener('unhandledrejection', onRejection);
    };
  }, []);
}
