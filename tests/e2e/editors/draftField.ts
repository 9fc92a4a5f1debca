import type { Frame } from 'puppeteer-core';
import { isolatedWorld } from './pageSide';

/** The body of a stand-in's email or an editor's page is the first of these that is found. */
const DRAFT_FIELDS = ['.Am.editable', '.EditorClass', '[contenteditable=true]', '[contenteditable=""]'];

/** What a user sees of a draft. It is read without the editor's and the extension's code. */
export interface Seen {
  html: string;
  /** The visible characters, in order, without white space. */
  characters: string;
  /** The visible lines without empty ones. */
  lines: string[];
  pictures: number;
  tables: number;
  /** The items of numbered lists. */
  numbered: string[];
}

export function readDraftField(frame: Frame): Promise<Seen> {
  return isolatedWorld(frame).evaluate((selectors) => {
    const found = selectors.map((selector) => document.querySelector<HTMLElement>(selector)).find(Boolean);
    const field = found ?? document.body;
    const copy = field.cloneNode(true) as HTMLElement;
    // TinyMCE and CKEditor draw handles over a selected table or picture; these are not part of the draft.
    for (const handle of copy.querySelectorAll(
      '[data-mce-bogus=all],.ck-reset_all,.ck-fake-selection-container',
    ))
      handle.remove();
    const clean = (text: string): string =>
      text
        .replace(/[\u200b\u2060\ufeff]/g, '')
        .replace(/\s+/g, ' ')
        .trim();
    return {
      html: copy.innerHTML,
      characters: copy.textContent.replace(/[\s\u200b\u2060\ufeff]/g, ''),
      lines: field.innerText
        .split(/[\n\t]/)
        .map(clean)
        .filter(Boolean),
      pictures: field.querySelectorAll('img[src]').length,
      tables: field.querySelectorAll('table').length,
      numbered: [...field.querySelectorAll('ol li')].map((item) => clean(item.textContent)),
    };
  }, DRAFT_FIELDS);
}

/** Whether an element that matches the selector contains the text. */
export function isIn(frame: Frame, words: string, selector: string): Promise<boolean> {
  return isolatedWorld(frame).evaluate(
    (text, within) => [...document.querySelectorAll(within)].some((one) => one.textContent.includes(text)),
    words,
    selector,
  );
}

/** Removes what editors add around the caret: invisible fillers, and marks of the selection and of list markers. */
export function withoutCaretMarks(html: string): string {
  return html
    .replace(/[\u200b\u2060\ufeff]/g, '')
    .replace(/ (data-mce-selected|data-mce-bogus)="[^"]*"/g, '')
    .replace(
      / ?\bck-(editor__nested-editable_focused|widget_(selected|type-around\w*)|table-\w+-selected|list-marker-\w+)\b/g,
      '',
    )
    .replace(/ class=""/g, '');
}

export type CaretPlace =
  'on a line' | 'in a list, table or quote' | 'in a list, table or quote with no line below';

/** Selects from one caret position to another, as a click and drag would. Both are shares of all positions, 0 to 1. */
export function placeCaret(frame: Frame, from: number, to: number): Promise<CaretPlace> {
  return isolatedWorld(frame).evaluate(
    async (selectors, start, end) => {
      const found = selectors.map((selector) => document.querySelector<HTMLElement>(selector)).find(Boolean);
      const field = found ?? document.body;
      const places: [Node, number][] = [];
      const walker = document.createTreeWalker(field);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const within = node.parentElement?.closest<HTMLElement>('[contenteditable]');
        if (within?.contentEditable === 'false') continue;
        if (node instanceof Text && node.data.trim()) {
          for (let at = 0; at <= node.data.length; at += 1) {
            // Skip positions inside one character.
            const code = node.data.charCodeAt(at);
            const isInside = (code >= 0xdc00 && code <= 0xdfff) || code === 0x200d || code === 0xfe0f;
            if (!isInside && node.data.charCodeAt(at - 1) !== 0x200d) places.push([node, at]);
          }
        } else if (node.nodeName === 'BR' && node.parentNode) {
          places.push([node.parentNode, [...node.parentNode.childNodes].indexOf(node as ChildNode)]);
        }
      }
      if (!places.length) places.push([field, 0]);
      const at = (share: number): [Node, number] =>
        places[Math.round(share * (places.length - 1))] ?? [field, 0];
      const seen = new Promise((resolve) => {
        document.addEventListener('selectionchange', resolve, { once: true });
        // If the selection does not change, browsers fire no event, so the wait ends by itself.
        // oxlint-disable-next-line dear-employer/no-sleep
        setTimeout(resolve, 100);
      });
      field.focus();
      getSelection()?.setBaseAndExtent(...at(start), ...at(end));
      await seen;
      await new Promise((resolve) => setTimeout(resolve));
      const structures = 'ul,ol,dl,table,blockquote,pre';
      const climb = (element: Element | null | undefined): Element | null => {
        const around = element?.closest(structures);
        return around ? (climb(around.parentElement) ?? around) : null;
      };
      const outermost = climb(getSelection()?.focusNode?.parentElement);
      if (!outermost || !field.contains(outermost)) return 'on a line';
      const below = places.some(
        ([node, offset]) =>
          outermost.compareDocumentPosition(node.childNodes[offset] ?? node) ===
            Node.DOCUMENT_POSITION_FOLLOWING && !node.parentElement?.closest(structures),
      );
      return below ? 'in a list, table or quote' : 'in a list, table or quote with no line below';
    },
    DRAFT_FIELDS,
    from,
    to,
  );
}
