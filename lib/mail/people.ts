import { isEmailAddress } from '../letter/emailAddress';
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

/**
 * Adds people one at a time to an empty field, and believes only the chips. Gives no key event and clicks no name. Anything
 * but single addresses is left to the user: a site would make people of it that nobody asked for.
 */
export async function addPeople(
  draft: Draft,
  name: 'to' | 'cc',
  addresses: readonly string[],
): Promise<StepReport> {
  if (!addresses.length) return NOT_ASKED;
  if (!addresses.every(isEmailAddress)) return leaveAlone('not one address');
  if (!draft.client.peopleBy) return leaveAlone('none here');
  if (!(await openField(draft, name))) return NOT_OFFERED;
  if (!isEmpty(readField(draft, name))) return leaveAlone('already filled');
  for (const address of addresses) {
    if (!(await addPerson(draft, name, address))) break;
    // Once more only if the person was seen and the field was then set back: one who comes late would be in it twice.
    if (isEmpty(readField(draft, name))) await addPerson(draft, name, address);
  }
  return tell(showsExactly(readField(draft, name), addresses));
}

interface Field {
  input: HTMLElement | null;
  chips: HTMLElement[];
  /** What stands in the field beside the chips. */
  typed: string;
}

function isEmpty({ chips, typed }: Field): boolean {
  return !(chips.length || typed);
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

/** True when a person was seen to come, also where the site has set the field back since. */
async function addPerson(draft: Draft, name: 'to' | 'cc', address: string): Promise<boolean> {
  readField(draft, name).input?.focus({ preventScroll: true });
  // The site may have made it anew for the focus.
  const { input, chips } = readField(draft, name);
  if (!input) return false;
  putCaretIn(input);
  if (draft.client.peopleBy === 'paste') offerPlainPaste(input, address);
  else if (typeText(input, address)) typeText(input, ',');
  const isSeen = await waitFor(draft.root, () => readField(draft, name).chips.length > chips.length, LATEST);
  await pause(SET_BACK);
  const left = readField(draft, name);
  // What was typed and became no person goes away again, so that nothing stands there unsent.
  if (!isSeen && left.input && left.typed) {
    putCaretIn(left.input);
    deleteAll(left.input);
  }
  return isSeen;
}

function putCaretIn(input: HTMLElement): void {
  if (isPlainField(input)) input.focus({ preventScroll: true });
  else if (!holdsCaret(input)) setCaret(input, { node: input, offset: input.childNodes.length });
}

/** Outlook shows somebody it knows by name alone: such a chip stands for one of the addresses that no chip shows. */
function showsExactly({ chips }: Field, addresses: readonly string[]): boolean {
  const shown = chips.map((chip) =>
    [chip.dataset['hovercardId'], chip.ariaLabel, chip.title, chip.textContent].join().toLowerCase(),
  );
  return (
    shown.length === addresses.length &&
    addresses.filter((address) => !shown.some((one) => one.includes(address.toLowerCase()))).length <=
      shown.filter((one) => !one.includes('@')).length
  );
}
