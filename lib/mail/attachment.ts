import { findFirst, isVisible, type Draft } from './clients/client';
import type { Insertion, StepReport } from './protocol';
import { waitFor } from './wait';

/** Sites upload before they show a chip. */
const SHOWN = 5000;

/** Attaches a file to this draft: its own file input, else a drop onto it. Only the chip with its name counts. */
export async function attachFile(draft: Draft, file: Insertion['file']): Promise<StepReport> {
  if (!file) return { outcome: 'not asked' };
  if (draft.client.site === 'other') return { outcome: 'left alone', why: 'none here' };
  const transfer = toTransfer(file);
  const before = countNames(draft, file.name);
  const input = findFileInput(draft);
  if (input) giveTo(input, transfer);
  else if (!(await dropOnto(draft, transfer))) return { outcome: 'failed', why: 'not offered' };
  const isShown = (): boolean => countNames(draft, file.name) > before;
  return (await waitFor(draft.root, isShown, SHOWN))
    ? { outcome: 'done' }
    : { outcome: 'failed', why: 'did not stay' };
}

function toTransfer({ name, type, base64 }: NonNullable<Insertion['file']>): DataTransfer {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const transfer = new DataTransfer();
  transfer.items.add(new File([bytes], name, { type }));
  return transfer;
}

/**
 * Gmail keeps one input in each draft, and the first in the page may belong to a closed one. Outlook keeps them in a
 * ribbon outside; whose they are is known only while one draft shows.
 */
export function findFileInput({ root, client, body }: Draft): HTMLInputElement | null {
  const { fileInput } = client.selectors;
  const own = findFirst(root, fileInput)?.element;
  const isAlone = client.site === 'outlook' && client.findDrafts(body.ownerDocument).length === 1;
  const found = own ?? (isAlone ? findFirst(body.ownerDocument, fileInput)?.element : null);
  return found instanceof HTMLInputElement ? found : null;
}

function giveTo(input: HTMLInputElement, { files }: DataTransfer): void {
  input.files = files;
  for (const type of ['input', 'change']) input.dispatchEvent(new Event(type, { bubbles: true }));
}

/** Gmail shows its places for files while something is dragged over a draft; each lies over the draft it serves. */
async function dropOnto({ root, client, body }: Draft, transfer: DataTransfer): Promise<boolean> {
  const drag = (target: Element, type: string): boolean => {
    const { left, top, width, height } = target.getBoundingClientRect();
    const centre = { clientX: left + width / 2, clientY: top + height / 2 };
    const options = { bubbles: true, cancelable: true, composed: true, dataTransfer: transfer, ...centre };
    return target.dispatchEvent(new DragEvent(type, options));
  };
  drag(root, 'dragenter');
  const isWelcome = !drag(root, 'dragover');
  const findZone = (): Element | null => findDropZone(body.ownerDocument, root);
  if (client.site === 'gmail') await waitFor(body.ownerDocument.body, () => findZone() !== null, 500);
  const target = findZone() ?? (isWelcome ? root : null);
  if (!target) {
    drag(root, 'dragleave');
    return false;
  }
  drag(target, 'dragover');
  return !drag(target, 'drop');
}

function findDropZone(doc: Document, root: HTMLElement): Element | null {
  const own = root.getBoundingClientRect();
  const zones = [...doc.querySelectorAll('.aC7.aWP')].filter(isVisible);
  return (
    zones.find((zone) => {
      const { left, top } = zone.getBoundingClientRect();
      return left >= own.left - 1 && left < own.right && top >= own.top - 1 && top < own.bottom;
    }) ?? null
  );
}

/** Where the file's name shows in the draft, outside what the user writes. */
function countNames({ root, body }: Draft, name: string): number {
  const texts: string[] = [];
  const walker = root.ownerDocument.createTreeWalker(
    root,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    (node) => (node === body ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT),
  );
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof HTMLElement) texts.push(node.ariaLabel ?? '', node.title);
    else texts.push(node.nodeValue ?? '');
  }
  return texts.filter((text) => text.includes(name)).length;
}
