import { useEffect, useRef } from 'react';

/**
 * Calls back when an action of this page throws or its promise rejects and nothing else has said so: no button may end
 * without a sentence.
 */
export function useFailures(onFailure: () => void): void {
  const latest = useRef(onFailure);
  useEffect(() => {
    latest.current = onFailure;
  });
  useEffect(() => {
    const onError = ({ error }: ErrorEvent) => {
      // Without an error it is one of the browser’s own notes, such as on an observer of sizes.
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
