import { findAll, findFirst, isVisible, type Draft } from './clients/client';
import { deleteSelection, typeText } from './editors/native';
import { offerPlainPaste } from './editors/paste';
import type { StepReport } from './protocol';
import { pause, waitFor } from './wait';

type FieldName = 'to' | 'cc';

/** A field may have to open first, and a chip to be made. */
const OPENS = 1000;
const CHIP = 1000;
/** Gmail sets a fresh email's people back shortly after the first were added (InboxSDK, since November 2021). */
const SET_BACK = 150;

/** Adds people one at a time to an empty field, and believes only the chips. Gives no key event and no click on a name. */
export async function addPeople(
  draft: Draft,
  name: FieldName,
  addresses: readonly string[],
): Promise<StepReport> {
  if (!addresses.length) return { outcome: 'not asked' };
  if (draft.client.peopleBy === 'nothing') return { outcome: 'left alone', why: 'none here' };
  const field = await openField(draft, name);
  if (!field) return { outcome: 'failed', why: 'not offered' };
  if (findChips(draft, name).length || readTyped(draft, name))
    return { outcome: 'left alone', why: 'already filled' };
  // One extra round: what was set back is added once more.
  for (let round = 0; round < 2 && isAnyMissing(draft, name, addresses); round += 1) {
    for (const address of addresses)
      if (!hasPerson(draft, name, address)) await addPerson(draft, name, address);
    await pause(SET_BACK);
  }
  const isComplete =
    findChips(draft, name).length === addresses.length && !isAnyMissing(draft, name, addresses);
  return isComplete ? { outcome: 'done' } : { outcome: 'failed', why: 'did not stay' };
}

/** Outlook shows somebody it knows by name alone: such a chip stands for one of the addresses. */
function isAnyMissing(draft: Draft, name: FieldName, addresses: readonly string[]): boolean {
  const missing = addresses.filter((address) => !hasPerson(draft, name, address));
  const nameless = findChips(draft, name).filter((chip) => !describeChip(chip).includes('@'));
  return missing.length > nameless.length;
}

async function openField(draft: Draft, name: FieldName): Promise<HTMLElement | null> {
  const { root, client } = draft;
  const { selectors } = client;
  const isOpen = (): boolean => findInput(draft, name) !== null;
  // A closed row opens first; the field for copies may then still be missing.
  const openers = [findInput(draft, 'to') ? [] : selectors.openTo, name === 'cc' ? selectors.openCc : []];
  for (const opener of openers) {
    const element = isOpen() ? null : findFirst(root, opener)?.element;
    if (!element) continue;
    element.focus({ preventScroll: true });
    if (!isOpen()) element.click();
    await waitFor(root, isOpen, OPENS);
  }
  return isOpen() ? findField(draft, name) : null;
}

async function addPerson(draft: Draft, name: FieldName, address: string): Promise<void> {
  // Sites make the field anew after each person.
  const input = findInput(draft, name);
  if (!input) return;
  input.focus({ preventScroll: true });
  const before = findChips(draft, name).length;
  const isAdded = (): boolean => findChips(draft, name).length > before;
  if (draft.client.peopleBy === 'paste') offerPlainPaste(input, address);
  else if (typeText(input, address)) typeText(input, ',');
  if (!(await waitFor(draft.root, isAdded, CHIP))) clearTyped(draft, name);
}

/** What was typed and became no person goes away again, so that nothing stands there unsent. */
function clearTyped(draft: Draft, name: FieldName): void {
  const input = findInput(draft, name);
  if (!input || !readTyped(draft, name)) return;
  input.focus({ preventScroll: true });
  input.ownerDocument.execCommand('selectAll');
  deleteSelection(input);
}

function findField({ root, client: { selectors } }: Draft, name: FieldName): HTMLElement | null {
  return findFirst(root, selectors[name])?.element ?? null;
}

function findInput(draft: Draft, name: FieldName): HTMLElement | null {
  const field = findField(draft, name);
  return field && isVisible(field)
    ? (findFirst(field, draft.client.selectors.addressInput)?.element ?? null)
    : null;
}

function findChips(draft: Draft, name: FieldName): HTMLElement[] {
  const field = findField(draft, name);
  return field ? findAll(field, draft.client.selectors.chip) : [];
}

function hasPerson(draft: Draft, name: FieldName, address: string): boolean {
  const wanted = address.toLowerCase();
  return findChips(draft, name).some((chip) => describeChip(chip).includes(wanted));
}

function describeChip(chip: HTMLElement): string {
  return [chip.dataset['hovercardId'], chip.ariaLabel, chip.title, chip.textContent].join(' ').toLowerCase();
}

function readTyped(draft: Draft, name: FieldName): string {
  const input = findInput(draft, name);
  if (!input) return '';
  if (input instanceof HTMLInputElement) return input.value;
  const chips = findAll(input, draft.client.selectors.chip).map(({ textContent }) => textContent);
  return chips.reduce((rest, chip) => rest.replace(chip, ''), input.textContent).replace(/[\s\u200b]/g, '');
}
