/** Whatever fails in one of our pages ends in a sentence. */
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ErrorBoundary, lastWord } from '../../components/ui/ErrorBoundary';
import { useFailures } from '../../components/ui/useFailures';
import { detach } from '../../lib/failure/failure';

Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  document.body.innerHTML = '<div id="root"></div>';
});
afterEach(() => vi.restoreAllMocks());

function Broken(): never {
  throw new Error('This cannot be rendered');
}

function Page({ show }: { show: () => void }) {
  useFailures(show);
  return <p>The page</p>;
}

async function renderPage(page: React.ReactNode) {
  const root = createRoot(document.getElementById('root')!, lastWord());
  await act(() => root.render(page));
  return root;
}

test('a page whose fallback fails too shows a sentence and a button, written without React', async () => {
  await renderPage(
    <ErrorBoundary fallback={<Broken />}>
      <Broken />
    </ErrorBoundary>,
  );
  expect(document.body.textContent).toMatch(
    /^Dear Employer could not show this\. Nothing you saved is lost\./,
  );
  expect(document.querySelector('button')?.textContent).toBe('Try again');
});

test('an action that fails before the page has rendered is still reported to the user', async () => {
  detach(Promise.reject(new Error('The storage cannot be read')));
  await Promise.resolve();
  const show = vi.fn();
  const root = await renderPage(<Page show={show} />);
  expect(show).toHaveBeenCalledTimes(1);
  await act(() => root.unmount());
});

test('each failing action is reported, and an action that succeeds is not', async () => {
  const show = vi.fn();
  const root = await renderPage(<Page show={show} />);
  detach(Promise.resolve());
  detach(Promise.reject(new Error('The button’s action fails')));
  window.dispatchEvent(new ErrorEvent('error', { error: new Error('A timer fails') }));
  await vi.waitFor(() => expect(show).toHaveBeenCalledTimes(2));
  await act(() => root.unmount());
});
