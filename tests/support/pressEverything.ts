/** Presses every button and link of a page in jsdom, each on a page opened afresh, and says what a user would miss afterwards. */
import { setImmediate } from 'node:timers/promises';
import { fireEvent, screen, waitFor } from '@testing-library/react';

interface PressOptions {
  /** Whether the press opened another page, a tab or a file: what happened is then said there. */
  hasLeft?: () => boolean;
  /** Presses only the controls whose name matches; all of them without it. */
  only?: RegExp;
  /** Controls that are not pressed, each with a reason in the test. */
  except?: RegExp;
  /** Milliseconds to wait for focus and words. */
  patience?: number;
}

interface Control {
  role: 'button' | 'link';
  name: string;
  element: HTMLElement;
}

/**
 * `open` renders the page in one of its states. Returns a complaint for each control after whose press the focus is on no
 * control, nothing was said in a live region that was there before, or nothing can be seen. What the control itself says
 * (expanded, pressed, checked) counts as said, and so does the focus in a part of the page that the press has opened,
 * because screen readers read out both.
 */
export async function pressEverything(
  open: () => Promise<unknown>,
  options: PressOptions = {},
): Promise<string[]> {
  const complaints: string[] = [];
  await open();
  await idle();
  const count = listControls(options).length;
  if (count === 0) return ['There is nothing to press in this state.'];
  for (let at = 0; at < count; at += 1) {
    if (at > 0) {
      await open();
      await idle();
    }
    const control = listControls(options)[at];
    if (control) complaints.push(...(await pressOne(control, options)));
  }
  return complaints;
}

async function pressOne({ role, name, element }: Control, options: PressOptions): Promise<string[]> {
  const before = remember(element);
  element.focus();
  fireEvent.click(element);
  const find = () => (options.hasLeft?.() ? [] : findFaults(element, before));
  try {
    await waitFor(
      async () => {
        // What is shown while an action runs does not count: it must be true when everything has come to rest.
        await idle();
        if (find().length > 0) throw new Error('not yet');
      },
      { timeout: options.patience ?? 3000 },
    );
    return [];
  } catch {
    return find().map((fault) => `${role} “${name}”: ${fault}`);
  } finally {
    before.stop();
  }
}

type Before = ReturnType<typeof remember>;

function remember(control: HTMLElement) {
  /** The live regions whose words have changed, be it to the same words again. */
  const spoken = new Set<Element>();
  const regions = listLiveRegions();
  const observer = new MutationObserver((changes) => {
    for (const region of regions)
      if (changes.some(({ target }) => region.contains(target))) spoken.add(region);
  });
  observer.observe(document.body, { childList: true, characterData: true, subtree: true });
  return {
    readSpoken: () => [...spoken].filter((region) => region.isConnected && region.textContent !== ''),
    stop: () => observer.disconnect(),
    elements: new Set(document.querySelectorAll('*')),
    state: readState(control),
    shown: readShown(),
  };
}

function findFaults(control: HTMLElement, before: Before): string[] {
  const faults: string[] = [];
  const { activeElement } = document;
  if (!activeElement || activeElement === document.body) faults.push('the focus is on no control');
  const spoken = before.readSpoken();
  const isSaid =
    spoken.length > 0 ||
    readState(control) !== before.state ||
    (activeElement !== null && !before.elements.has(activeElement));
  if (!isSaid) faults.push('nothing was said in a live region that was there before');
  const isSeen = readShown() !== before.shown || spoken.some((region) => !region.closest('.visually-hidden'));
  if (!isSeen) faults.push('nothing can be seen of it');
  return faults;
}

function listLiveRegions(): Element[] {
  return [
    ...document.querySelectorAll(
      '[role=status], [role=alert], [role=log], [aria-live]:not([aria-live=off]), output',
    ),
  ];
}

function readState(control: Element): string {
  const states = ['aria-expanded', 'aria-pressed', 'aria-checked', 'aria-current', 'aria-selected'];
  return states.map((name) => control.getAttribute(name)).join();
}

/** The words and the state of the fields, without what only screen readers read. */
function readShown(): string {
  const copy = document.body.cloneNode(true) as HTMLElement;
  for (const hidden of copy.querySelectorAll('.visually-hidden, [hidden], script, style')) hidden.remove();
  const fields = [...document.querySelectorAll('input, select, textarea')] as HTMLInputElement[];
  const values = fields.map(({ type, value, checked }) => [type, value, checked]);
  const open = [...document.querySelectorAll('details')].map((fold) => fold.open);
  return JSON.stringify([copy.textContent, values, open]);
}

/** The enabled buttons and links in the order of the page, with every fold open. */
function listControls({ only, except }: PressOptions): Control[] {
  for (const fold of document.querySelectorAll('details')) fold.open = true;
  const names = new Map<Element, string>();
  const note = (name: string, element: Element) => names.set(element, name).has(element);
  const found = (['button', 'link'] as const).flatMap((role) =>
    screen
      .queryAllByRole(role, { name: note })
      .map((element): Control => ({ role, name: names.get(element) ?? '', element })),
  );
  const isMeant = ({ name, element }: Control) =>
    !element.matches(':disabled, [aria-disabled=true]') &&
    // The browser itself says that a fold opens.
    element.localName !== 'summary' &&
    (!only || only.test(name)) &&
    !except?.test(name);
  return found
    .filter(isMeant)
    .toSorted((a, b) =>
      a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
    );
}

/** Lets what is under way in memory end: storage, lazy parts that are loaded, and the rendering after them. */
async function idle(): Promise<void> {
  for (let turn = 0; turn < 30; turn += 1) await setImmediate();
}
