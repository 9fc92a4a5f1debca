import { useEffect, Component, type ReactNode, useRef } from 'react';
import { onFailure, reportFailure, watchPage } from '../../lib/failure/failure';
import ui from './controls.module.css';

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
  return <div className={tone === 'warn' ? ui.noticeWarn : ui.notice}>{children}</div>;
}

/** The error message of a page that failed to render. Children are further buttons. */
export function NotShown({ children }: { children?: ReactNode }) {
  return (
    <Notice tone="warn">
      <p role="alert">{NOT_SHOWN}</p>
      <p className={ui.actions}>
        <button type="button" className={ui.button} onClick={() => window.location.reload()}>
          Try again
        </button>{' '}
        {children}
      </p>
    </Notice>
  );
}

/** The region that says what an action did. It is always in the page, because screen readers miss one that comes with its text. */
export function Said({ isShown = false }) {
  return <p id="said" role="status" className={isShown ? undefined : 'visually-hidden'} />;
}

let stopWaiting = (): void => {};
/** Where the focus was moved to because its control disappeared. */
let fallback: Element | null = null;

/**
 * After an action: moves the focus to the element, or to the first one that matches the selector as soon as it is in the page,
 * and says the sentence. For a pressed button that disappears, and for a change elsewhere on the screen. Where `Said` is
 * not shown, the sentence is only for screen readers, so the change must be seen as well.
 */
export function focusAndSay(target: string | HTMLElement | null | undefined, sentence = ''): void {
  stopWaiting();
  const region = document.getElementById('said');
  // The same sentence a second time is read out only if it differs.
  if (region)
    region.textContent = sentence && region.textContent === sentence ? `${sentence}\u00a0` : sentence;
  if (!target) return;
  const isFocused = (): boolean => {
    const element = typeof target === 'string' ? document.querySelector<HTMLElement>(target) : target;
    element?.focus();
    return element !== null && document.activeElement === element;
  };
  if (isFocused()) return;
  const started = document.activeElement;
  const observer = new MutationObserver(() => {
    const isUsersOwn = ![started, document.body, fallback].includes(document.activeElement);
    if (isUsersOwn || isFocused()) stopWaiting();
  });
  observer.observe(document.body, { childList: true, subtree: true, attributes: true });
  stopWaiting = () => observer.disconnect();
}

/**
 * Moves the focus to the first of these elements that is in the page when the focused control disappears. Without it, the
 * focus would be on nothing, and a keyboard user would start again at the top of the page.
 */
export function useKeptFocus(...selectors: string[]): void {
  const list = selectors.join('\n');
  useEffect(() => {
    let focused: Element | null = null;
    const remember = ({ target }: FocusEvent) => (focused = target as Element);
    const observer = new MutationObserver(() => {
      if (!focused || focused.isConnected || document.activeElement !== document.body) return;
      focused = null;
      for (const selector of list.split('\n')) {
        fallback = document.querySelector(selector);
        (fallback as HTMLElement | null)?.focus({ preventScroll: true });
        if (fallback && document.activeElement === fallback) return;
      }
    });
    document.addEventListener('focusin', remember);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', remember);
      observer.disconnect();
    };
  }, [list]);
}

const keys = new WeakMap<object, number>();
let given = 0;

/** A React key for an outcome. Each outcome gets an element of its own, so that the same sentence is read out again. */
export function keyOf(outcome: object): number {
  const key = keys.get(outcome) ?? (given += 1);
  keys.set(outcome, key);
  return key;
}
