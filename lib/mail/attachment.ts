import { findFirst, type Draft } from './sites/site';
import { type Insertion, leaveAlone, NOT_OFFERED, NOT_SEEN, type Step, tell } from './protocol';
import { waitFor } from './wait';

/** Milliseconds. A site uploads the file before it shows the file's chip. */
const CHIP_TIMEOUT = 5000;

/**
 * Attaches a file through the draft's file input, or by a drop onto the draft. The report says "done" only when the
 * draft shows a new chip with the file's name.
 */
export async function attachFile(draft: Draft, file: WordCopy): Promise<Step> {
  if (draft.kind === 'text field') return { report: leaveAlone('none here') };
  const transfer = toTransfer(file);
  const before = countName(draft, file.name);
  const input = findFileInput(draft);
  if (input) setFiles(input, transfer);
  else if (!(await dropOnto(draft, transfer))) return { report: NOT_OFFERED };
  const hasNewChip = (): boolean => countName(draft, file.name) > before;
  await waitFor(draft.root, hasNewChip, CHIP_TIMEOUT);
  return tell(hasNewChip, NOT_SEEN);
}

type WordCopy = NonNullable<Insertion['file']>;

function toTransfer({ name, type, base64 }: WordCopy): DataTransfer {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const transfer = new DataTransfer();
  transfer.items.add(new File([bytes], name, { type }));
  return transfer;
}

/**
 * Gmail has a file input inside each draft, so other inputs in the page belong to other drafts. Outlook's inputs are in
 * a ribbon outside the drafts, so an input can be matched to a draft only while the page shows a single draft.
 */
export function findFileInput({ root, client, body }: Draft): HTMLInputElement | null {
  const { fileInput } = client.selectors;
  const own = findFirst(root, fileInput, body);
  const isAlone = client.site === 'outlook' && client.findDrafts(body.ownerDocument).length === 1;
  const found = own ?? (isAlone ? findFirst(body.ownerDocument, fileInput, body) : null);
  return found instanceof HTMLInputElement ? found : null;
}

function setFiles(input: HTMLInputElement, { files }: DataTransfer): void {
  input.files = files;
  for (const type of ['input', 'change']) input.dispatchEvent(new Event(type, { bubbles: true }));
}

/**
 * While a file is dragged over a draft, Gmail shows drop zones, each on top of its draft. False when the page refuses
 * the drop.
 */
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
  const isAccepted = drag(root, 'dragover');
  await waitFor(doc.body, () => Boolean(findZone()), 500);
  const target = findZone() ?? root;
  return (isAccepted || target !== root) && drag(target, 'dragover') && drag(target, 'drop');
}

/** How many elements of the draft, outside the body, show the file's name. */
function countName({ root, body }: Draft, name: string): number {
  return [...root.querySelectorAll<HTMLElement>('*')].filter(
    (element) =>
      !element.contains(body) &&
      !body.contains(element) &&
      [element.ariaLabel, element.title, element.textContent].join().includes(name),
  ).length;
}
