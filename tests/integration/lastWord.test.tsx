/** Whatever fails in one of our pages ends in a sentence. */
import './options/fakeExtension';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PopupPage } from '../../components/popup/Popup';
import { ErrorBoundary, lastWord, useFailures } from '../../components/ui/focusAndSay';
import { detach } from '../../lib/failure/failure';
import { type Opened, openPopup } from '../../lib/popup/open';
import type { PopupDeps } from '../../lib/popup/store';
import { composeLetter } from '../../lib/letter/compose/compose';
import { readLetters, sampleContext } from '../support/sampleLetters';

/** As each page calls it: once. */
const options = lastWord();

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

function renderPage(page: React.ReactNode) {
  const root = createRoot(document.getElementById('root')!, options);
  root.render(page);
  return root;
}

const waitForWords = (words: RegExp) =>
  vi.waitFor(() => expect(document.body.textContent).toMatch(words), { timeout: 10_000 });

test('a page whose fallback fails too shows a sentence and a button, written without React', async () => {
  renderPage(
    <ErrorBoundary fallback={<Broken />}>
      <Broken />
    </ErrorBoundary>,
  );
  await waitForWords(/^Dear Employer could not show this\. Nothing you saved is lost\./);
  expect(document.querySelector('button')?.textContent).toBe('Try again');
});

test('an action that fails before the page has rendered is still reported to the user', async () => {
  detach(Promise.reject(new Error('The storage cannot be read')));
  await Promise.resolve();
  const show = vi.fn();
  const root = renderPage(<Page show={show} />);
  await waitForWords(/The page/);
  await vi.waitFor(() => expect(show).toHaveBeenCalledTimes(1));
  root.unmount();
});

test('each failing action is reported, and an action that succeeds is not', async () => {
  const show = vi.fn();
  const root = renderPage(<Page show={show} />);
  await waitForWords(/The page/);
  detach(Promise.resolve());
  detach(Promise.reject(new Error('The button’s action fails')));
  window.dispatchEvent(new ErrorEvent('error', { error: new Error('A timer fails') }));
  await vi.waitFor(() => expect(show).toHaveBeenCalledTimes(2));
  root.unmount();
});

const deps = {
  findActiveTab: async () => null,
  openOptionsPage: vi.fn(async () => {}),
  now: new Date('2026-11-23T12:00:00'),
} as unknown as PopupDeps;

function buttons() {
  return [...document.querySelectorAll('button')];
}

test('a popup whose details cannot be read says so, and opens the details', async () => {
  const opening = new Promise<Opened>(() => {});
  const root = renderPage(<PopupPage opening={opening} deps={deps} />);
  await waitForWords(/Opening your details…/);
  detach(Promise.reject(new Error('The storage cannot be read')));
  await waitForWords(/Dear Employer could not show this\. Nothing you saved is lost\./);
  expect(buttons().map((button) => button.textContent)).toEqual([
    'Try again',
    'Open your details and letters',
  ]);
  buttons()[1]!.click();
  expect(deps.openOptionsPage).toHaveBeenCalledWith('');
  root.unmount();
});

test('a popup that can no longer be shown says so, and offers the letter composed last', async () => {
  const opened = await openPopup(deps);
  const root = renderPage(<PopupPage opening={Promise.resolve(opened)} deps={deps} />);
  await waitForWords(/Insert letter/);
  const [request] = readLetters();
  opened.popup.lastLetter = composeLetter(request!, sampleContext(request!, 'single', 'council'));
  opened.popup.setState({ where: undefined as never });
  await waitForWords(/Dear Employer could not show this\. Nothing you saved is lost\./);
  expect(buttons().map((button) => button.textContent)).toEqual([
    'Try again',
    'Copy letter',
    'Download Word letter',
    'Open your details and letters',
  ]);
  root.unmount();
});
