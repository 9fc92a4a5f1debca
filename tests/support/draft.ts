import type { ElementHandle, Page } from 'puppeteer-core';
import type { Misuse } from '../pages/misuse';
import type { Point } from './session';

/** A draft on a stand-in page, as a user sees and handles it. */
export interface Draft {
  body: ElementHandle<HTMLElement>;
  /** The visible text of the body. */
  text(): Promise<string>;
  html(): Promise<string>;
  subject(): Promise<string>;
  people(): Promise<string[]>;
  attachments(): Promise<string[]>;
  /** Puts the caret directly after these words. */
  putCaretAfter(words: string): Promise<void>;
  /** Selects these words and returns a point within them. */
  select(words: string): Promise<Point>;
  /** A point in the body for a right-click, which also puts the caret there. */
  point(): Promise<Point>;
  /** A point for a right-click that puts the caret directly after these words. */
  pointAfter(words: string): Promise<Point>;
  pressUndo(): Promise<void>;
  pressRedo(): Promise<void>;
  /** Events that the extension must never cause. */
  misuse(): Promise<Misuse>;
}

export type MailSite = keyof typeof PARTS;

const PARTS = {
  gmail: {
    body: '.M9 [g_editable=true]',
    root: '.M9',
    subject: 'input[name=subjectbox]',
    people: '.afV',
    attachment: '.vI',
  },
  outlook: {
    body: '[id^=editorParent_] [aria-multiline=true], [id^=editorParent_] textarea',
    root: '[id^=docking_InitVisiblePart_]',
    subject: 'input[id$=_SUBJECT]',
    people: '._Entity',
    attachment: '.card',
  },
};

/** The visible draft with this index among the visible ones. */
export async function findDraft(page: Page, site: MailSite, index = 0): Promise<Draft> {
  const parts = PARTS[site];
  const handle = await page.waitForFunction(
    (selector, at) =>
      [...document.querySelectorAll<HTMLElement>(selector)].filter(
        (body) => body.getClientRects().length > 0,
      )[at],
    {},
    parts.body,
    index,
  );
  const body = handle.asElement() as ElementHandle<HTMLElement>;
  const list = (selector: string) =>
    body.evaluate(
      (element, root, found) =>
        [...(element.closest(root)?.querySelectorAll(found) ?? [])].map((one) =>
          (one.textContent ?? '').trim(),
        ),
      parts.root,
      selector,
    );
  return {
    body,
    text: () => body.evaluate((element) => ('value' in element ? String(element.value) : element.innerText)),
    html: () => body.evaluate((element) => element.innerHTML),
    subject: () =>
      body.evaluate(
        (element, root, subject) =>
          element.closest(root)?.querySelector<HTMLInputElement>(subject)?.value ?? '',
        parts.root,
        parts.subject,
      ),
    people: () => list(parts.people),
    attachments: () => list(parts.attachment),
    putCaretAfter: (words) => putCaretAfter(body, words),
    select: (words) => select(body, words),
    point: async () => {
      const box = await body.boundingBox();
      if (!box) throw new Error('The body is not on the screen');
      return { x: Math.round(box.x + 30), y: Math.round(box.y + Math.min(30, box.height / 2)) };
    },
    pointAfter: (words) => pointAfter(body, words),
    pressUndo: () => pressKeys(page, ['Control'], 'z'),
    pressRedo: () => pressKeys(page, ['Control'], 'y'),
    misuse: () => page.evaluate(() => globalThis.standInMisuse),
  };
}

function putCaretAfter(body: ElementHandle<HTMLElement>, words: string): Promise<void> {
  return setSelection(body, words, false);
}

async function select(body: ElementHandle<HTMLElement>, words: string): Promise<Point> {
  await setSelection(body, words, true);
  return body.evaluate((element) => {
    const range = element.ownerDocument.getSelection()?.getRangeAt(0).getBoundingClientRect();
    // A selection in a text area has no rectangle.
    const box = range && range.width > 0 ? range : element.getBoundingClientRect();
    return { x: box.x + Math.min(30, box.width / 2), y: box.y + Math.min(30, box.height / 2) };
  });
}

async function setSelection(
  body: ElementHandle<HTMLElement>,
  words: string,
  fromStart: boolean,
): Promise<void> {
  await body.evaluate(
    (element, sought, isWhole) => {
      const setIn = (text: string, set: (start: number, end: number) => void): boolean => {
        const at = text.indexOf(sought);
        if (at < 0) return false;
        element.focus();
        set(isWhole ? at : at + sought.length, at + sought.length);
        return true;
      };
      if (element.localName === 'textarea') {
        const area = element as HTMLTextAreaElement;
        if (setIn(area.value, (start, end) => area.setSelectionRange(start, end))) return;
      }
      const texts = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        const node = text;
        const selection = element.ownerDocument.getSelection();
        const set = (start: number, end: number) => selection?.setBaseAndExtent(node, start, node, end);
        if (setIn(node.nodeValue ?? '', set)) return;
      }
      throw new Error(`"${sought}" is not in the body`);
    },
    words,
    fromStart,
  );
}

async function pointAfter(body: ElementHandle<HTMLElement>, words: string): Promise<Point> {
  await putCaretAfter(body, words);
  return body.evaluate((element) => {
    if (element.localName === 'textarea') {
      // A click to the right of a line's end puts the caret at the end of that line.
      const { value, selectionEnd } = element as HTMLTextAreaElement;
      const { lineHeight, fontSize, paddingTop } = getComputedStyle(element);
      const height = Number.parseFloat(lineHeight) || Number.parseFloat(fontSize) * 1.15;
      const lines = value.slice(0, selectionEnd).split('\n').length - 0.5;
      const { right, top } = element.getBoundingClientRect();
      return { x: right - 30, y: top + Number.parseFloat(paddingTop) + lines * height };
    }
    const caret = element.ownerDocument.getSelection()?.getRangeAt(0).getBoundingClientRect();
    if (!caret) throw new Error('There is no caret');
    return { x: caret.x, y: caret.y + caret.height / 2 };
  });
}

async function pressKeys(page: Page, held: 'Control'[], key: 'z' | 'y'): Promise<void> {
  for (const one of held) await page.keyboard.down(one);
  await page.keyboard.press(key);
  for (const one of held.toReversed()) await page.keyboard.up(one);
}
