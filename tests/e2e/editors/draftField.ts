import type { Frame } from 'puppeteer-core';
import { isolatedWorld } from './pageSide';

/** The one field of a stand-in's email or of an editor's page: the first of these that is there. */
const DRAFT_FIELDS = ['.Am.editable', '.EditorClass', '[contenteditable=true]', '[contenteditable=""]'];

/** What a user sees of a draft, read from outside the editor and without any of our own code. */
export interface Seen {
  html: string;
  /** Characters that show, in order, without white space. */
  characters: string;
  /** Lines as the eye sees them, empty ones left out. */
  lines: string[];
  pictures: number;
  tables: number;
  /** Items of numbered lists. */
  numbered: string[];
}

export function readDraftField(frame: Frame): Promise<Seen> {
  return isolatedWorld(frame).evaluate((selectors) => {
    const found = selectors.map((selector) => document.querySelector<HTMLElement>(selector)).find(Boolean);
    const field = found ?? document.body;
    const copy = field.cloneNode(true) as HTMLElement;
    // What TinyMCE and CKEditor draw over a chosen table or picture is no part of the draft.
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

/** Whether these words stand inside such an element of the draft. */
export function isIn(frame: Frame, words: string, selector: string): Promise<boolean> {
  return isolatedWorld(frame).evaluate(
    (text, within) => [...document.querySelectorAll(within)].some((one) => one.textContent.includes(text)),
    words,
    selector,
  );
}

/** The HTML without what editors draw around the caret: fillers that do not show, and marks of what is selected, and of lists’ own markers. */
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

/** Puts the selection between two of the places a caret can be in, as a user's click and drag would. */
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
            // Never between the halves of one character.
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
        // Browsers keep the event back where nothing changed, and an editor then hears nothing either.
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
