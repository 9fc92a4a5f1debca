import { findFirst, type Draft } from './sites/site';
import { type Insertion, leaveAlone, NOT_ASKED, NOT_OFFERED, type StepReport, tell } from './protocol';
import { waitFor } from './wait';

/** Sites upload before they show a chip. */
const SHOWN = 5000;

/** Attaches a file to this draft: its own file input, else a drop onto it. Only the chip with its name counts. */
export async function attachFile(draft: Draft, file: Insertion['file']): Promise<StepReport> {
  if (!file) return NOT_ASKED;
  if (draft.client.site === 'other') return leaveAlone('none here');
  const transfer = toTransfer(file);
  const before = countNames(draft, file.name);
  const input = findFileInput(draft);
  if (input) giveTo(input, transfer);
  else if (!(await dropOnto(draft, transfer))) return NOT_OFFERED;
  const isShown = (): boolean => countNames(draft, file.name) > before;
  return tell(await waitFor(draft.root, isShown, SHOWN));
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
  const own = findFirst(root, fileInput);
  const isAlone = client.site === 'outlook' && client.findDrafts(body.ownerDocument).length === 1;
  const found = own ?? (isAlone ? findFirst(body.ownerDocument, fileInput) : null);
  return found instanceof HTMLInputElement ? found : null;
}

function giveTo(input: HTMLInputElement, { files }: DataTransfer): void {
  input.files = files;
  for (const type of ['input', 'change']) input.dispatchEvent(new Event(type, { bubbles: true }));
}

/** Gmail shows its places for files while something is dragged over a draft; each lies over the draft it serves. */
async function dropOnto(
  { root, body: { ownerDocument: doc } }: Draft,
  transfer: DataTransfer,
): Promise<boolean> {
  const drag = (target: Element, type: string): boolean => {
    const options = { bubbles: true, cancelable: true, dataTransfer: transfer };
    return !target.dispatchEvent(new DragEvent(type, options));
  };
  const isOverRoot = (zone: Element): boolean => {
    const { left, top, width, height } = zone.getBoundingClientRect();
    return doc
      .elementsFromPoint(left + width / 2, top + height / 2)
      .some((element) => root.contains(element));
  };
  const findZone = (): Element | undefined => [...doc.querySelectorAll('.aC7.aWP')].find(isOverRoot);
  drag(root, 'dragenter');
  const isWelcome = drag(root, 'dragover');
  await waitFor(doc.body, () => Boolean(findZone()), 500);
  const target = findZone() ?? root;
  return (isWelcome || target !== root) && drag(target, 'dragover') && drag(target, 'drop');
}

/** Where the file's name shows in the draft, outside what the user writes. */
function countNames({ root, body }: Draft, name: string): number {
  return [...root.querySelectorAll<HTMLElement>('*')].filter(
    (element) =>
      !element.contains(body) &&
      !body.contains(element) &&
      [element.ariaLabel, element.title, element.textContent].join().includes(name),
  ).length;
}
