import { findAll, findFirst, isVisible, type Draft } from './sites/site';
import { deleteAll, typeText } from './editors/native';
import { offerPlainPaste } from './editors/paste';
import { holdsCaret, isPlainField, setCaret } from './editable';
import { leaveAlone, NOT_ASKED, NOT_OFFERED, type StepReport, tell } from './protocol';
import { squeeze } from './verify';
import { pause, waitFor } from './wait';

/** A field may have to open first, and a chip to be made. */
const LATEST = 1000;
/** Gmail sets a fresh email's people back shortly after the first were added (InboxSDK, since November 2021). */
const SET_BACK = 150;

/** Adds people one at a time to an empty field, and believes only the chips. Gives no key event and clicks no name. */
export async function addPeople(
  draft: Draft,
  name: 'to' | 'cc',
  addresses: readonly string[],
): Promise<StepReport> {
  if (!addresses.length) return NOT_ASKED;
  if (!draft.client.peopleBy) return leaveAlone('none here');
  if (!(await openField(draft, name))) return NOT_OFFERED;
  const field = readField(draft, name);
  if (field.chips.length || field.typed) return leaveAlone('already filled');
  const findMissing = (): string[] => listMissing(readField(draft, name), addresses);
  // One extra round: what was set back is added once more.
  for (let round = 0; round < 2 && findMissing().length; round += 1) {
    for (const address of findMissing()) await addPerson(draft, name, address);
    await pause(SET_BACK);
  }
  return tell(!findMissing().length && readField(draft, name).chips.length === addresses.length);
}

interface Field {
  input: HTMLElement | null;
  chips: HTMLElement[];
  /** What stands in the field beside the chips. */
  typed: string;
}

/** As it is now: sites make the field and its chips anew after each person. */
function readField({ root, client: { selectors } }: Draft, name: 'to' | 'cc'): Field {
  const field = findFirst(root, selectors[name]);
  if (!field || !isVisible(field)) return { input: null, chips: [], typed: '' };
  const input = findFirst(field, selectors.addressInput);
  const chips = findAll(field, selectors.chip);
  const text = input instanceof HTMLInputElement ? input.value : (input?.textContent ?? '');
  const typed = chips.reduce((rest, { textContent }) => rest.replace(textContent, ''), text);
  return { input, chips, typed: squeeze(typed) };
}

async function openField(draft: Draft, name: 'to' | 'cc'): Promise<boolean> {
  const { openTo, openCc } = draft.client.selectors;
  const isOpen = (one: 'to' | 'cc'): boolean => readField(draft, one).input !== null;
  // A closed row opens first; the field for copies may then still be missing.
  for (const opener of [isOpen('to') ? {} : openTo, name === 'cc' ? openCc : {}]) {
    const element = isOpen(name) ? null : findFirst(draft.root, opener);
    if (!element) continue;
    element.focus({ preventScroll: true });
    if (!isOpen(name)) element.click();
    await waitFor(draft.root, () => isOpen(name), LATEST);
  }
  return isOpen(name);
}

async function addPerson(draft: Draft, name: 'to' | 'cc', address: string): Promise<void> {
  readField(draft, name).input?.focus({ preventScroll: true });
  // The site may have made it anew for the focus.
  const { input, chips } = readField(draft, name);
  if (!input) return;
  putCaretIn(input);
  if (draft.client.peopleBy === 'paste') offerPlainPaste(input, address);
  else if (typeText(input, address)) typeText(input, ',');
  if (await waitFor(draft.root, () => readField(draft, name).chips.length > chips.length, LATEST)) return;
  // What was typed and became no person goes away again, so that nothing stands there unsent.
  const left = readField(draft, name);
  if (!left.input || !left.typed) return;
  putCaretIn(left.input);
  deleteAll(left.input);
}

function putCaretIn(input: HTMLElement): void {
  if (isPlainField(input)) input.focus({ preventScroll: true });
  else if (!holdsCaret(input)) setCaret(input, { node: input, offset: input.childNodes.length });
}

/** Addresses no chip shows. Outlook shows somebody it knows by name alone: such a chip stands for one of them. */
function listMissing({ chips }: Field, addresses: readonly string[]): string[] {
  const shown = chips.map((chip) =>
    [chip.dataset['hovercardId'], chip.ariaLabel, chip.title, chip.textContent].join(' ').toLowerCase(),
  );
  const missing = addresses.filter((address) => !shown.some((one) => one.includes(address.toLowerCase())));
  return missing.slice(shown.filter((one) => !one.includes('@')).length);
}
