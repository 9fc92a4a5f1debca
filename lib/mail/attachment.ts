import type { Memory } from './memory';
import { findFirst, isForeign, type Draft } from './sites/site';
import { type Insertion, leaveAlone, NOT_OFFERED, NOT_SEEN, type Step } from './protocol';
import { waitFor } from './wait';

/** Milliseconds. A site uploads the file before it shows the file's chip. */
const CHIP_TIMEOUT = 5000;

/**
 * Attaches files through the draft's file input, or by a drop onto the draft. The report says "done" only when the
 * draft shows a new chip with the name of each file. One way is tried for each press, because a file that is not seen may
 * still come; `memory.attachNext` tries the next one with the files that have not come.
 */
export async function attach(draft: Draft, files: Files, isAlone: boolean, memory: Memory): Promise<Step> {
  if (draft.kind === 'text field') return { report: leaveAlone('none here') };
  const wanted = files.map((file) => ({ file, before: countName(draft, file.name) }));
  const listMissing = (): Files =>
    wanted.flatMap(({ file, before }) => (countName(draft, file.name) > before ? [] : [file]));
  const isThere = (): boolean => listMissing().length === 0;
  const step: Step = { report: NOT_OFFERED, isThere };
  const ways = listWays(draft, isAlone);
  memory.attachNext = async () => {
    // It may have come since the report.
    if (isThere()) return;
    step.report = NOT_OFFERED;
    for (let way = ways.shift(); way; way = ways.shift()) {
      if (!(await way(listMissing()))) continue;
      await waitFor(draft.root, isThere, CHIP_TIMEOUT);
      step.report = NOT_SEEN;
      return;
    }
  };
  await memory.attachNext();
  return step;
}

/** True when the page was given the files. */
type Way = (files: Files) => Promise<boolean>;

function listWays(draft: Draft, isAlone: boolean): Way[] {
  const known = findFileInput(draft, isAlone);
  const toWay =
    (input: HTMLInputElement): Way =>
    async (files) => {
      if (input.isConnected) setFiles(input, toTransfer(files));
      return input.isConnected;
    };
  const drop: Way = (files) => dropOnto(draft, toTransfer(files));
  const others = listFileInputs(draft, isAlone).filter((input) => input !== known && takesWord(input));
  return [...(known ? [toWay(known)] : [drop]), ...others.map(toWay), ...(known ? [drop] : [])];
}

function takesWord({ accept, disabled }: HTMLInputElement): boolean {
  return !disabled && (accept === '' || /\*\/\*|doc|word/i.test(accept));
}

type Files = NonNullable<Insertion['files']>;

function toTransfer(files: Files): DataTransfer {
  const transfer = new DataTransfer();
  for (const { name, type, base64 } of files) {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    transfer.items.add(new File([bytes], name, { type }));
  }
  return transfer;
}

/**
 * Gmail has a file input inside each draft, so other inputs in the page belong to other drafts. Outlook's inputs are in
 * a ribbon outside the drafts, so an input can be matched to a draft only while the page shows a single draft.
 */
export function findFileInput(draft: Draft, isAlone: boolean): HTMLInputElement | null {
  const { client, body } = draft;
  const { fileInput } = client.selectors;
  const [found] = listPlaces(draft, isAlone).flatMap((place) => findFirst(place, fileInput, body) ?? []);
  return found instanceof HTMLInputElement ? found : null;
}

function listPlaces({ root, client, body }: Draft, isAlone: boolean): ParentNode[] {
  return client.site === 'outlook' && isAlone ? [root, body.ownerDocument] : [root];
}

/** All file inputs that may be this draft's, those inside the draft first. */
function listFileInputs(draft: Draft, isAlone: boolean): HTMLInputElement[] {
  const all = listPlaces(draft, isAlone).flatMap((place) => [
    ...place.querySelectorAll<HTMLInputElement>('input[type=file]'),
  ]);
  return [...new Set(all)].filter((input) => !isForeign(input, draft.body));
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
