import { isEmailAddress } from '../letter/emailAddress';
import { findAll, findFirst, isVisible, type Draft } from './sites/site';
import { offerPlainPaste, deleteAll, typeText } from './editors/richText';
import { holdsCaret, isPlainField, setCaret } from './editable';
import {
  DONE,
  FAILED,
  leaveAlone,
  NOT_ASKED,
  NOT_OFFERED,
  NOT_SEEN,
  type Step,
  type StepReport,
  tell,
} from './protocol';
import { squeeze } from './verify';
import { pause, waitFor } from './wait';
import { readSubjectState } from './recognise';

/** Milliseconds to wait for a field to open, or for a site to turn an address into a chip. */
const LONGEST_WAIT = 1000;
/** Milliseconds after which Gmail resets To and Cc of a new email once a person was added (InboxSDK, since November 2021). */
const RESET_DELAY = 150;

/**
 * Adds people one at a time to an empty field. Only the site’s chips count as proof that a person was added. Sends no key
 * events, and clicks only a suggestion that is the address itself. Fills in nothing unless each text is one address, because the site could turn other
 * text into people whom the user did not choose.
 */
export async function addPeople(
  draft: Draft,
  name: 'to' | 'cc',
  addresses: readonly string[],
): Promise<Step> {
  const refusal = await refuse(draft, name, addresses);
  if (refusal) return { report: refusal };
  let otherwise = FAILED;
  for (const address of addresses) {
    let report = await addPerson(draft, name, address);
    // The field is as it was before, so another way cannot add the person twice.
    if (report === FAILED && draft.client.peopleBy === 'comma' && isEmpty(readField(draft, name)))
      report = await addPerson(draft, name, address, true);
    if (report !== DONE) {
      otherwise = report;
      break;
    }
    // Retry only if the chip appeared and the field was then reset. Without a chip, a late one would make a duplicate.
    if (isEmpty(readField(draft, name))) await addPerson(draft, name, address);
  }
  return tell(() => showsExactly(readField(draft, name), addresses), otherwise);
}

async function refuse(
  draft: Draft,
  name: 'to' | 'cc',
  addresses: readonly string[],
): Promise<StepReport | null> {
  if (!addresses.length) return NOT_ASKED;
  if (!addresses.every(isEmailAddress)) return leaveAlone('not one address');
  if (draft.kind === 'text field') return leaveAlone('none here');
  if (!(await openField(draft, name))) return NOT_OFFERED;
  return isEmpty(readField(draft, name)) ? null : leaveAlone('already filled');
}

interface Field {
  input: HTMLElement | null;
  chips: HTMLElement[];
  /** The text in the field that is not part of a chip. */
  typed: string;
}

function isEmpty({ chips, typed }: Field): boolean {
  return !(chips.length || typed);
}

/** Reads the field again each time, because sites replace the field and its chips after each person. */
function readField({ root, body, client: { selectors } }: Draft, name: 'to' | 'cc'): Field {
  const field = findFirst(root, selectors[name], body);
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
  // Open a closed row of recipients first. Cc may still be hidden then, so open it too.
  for (const opener of [isOpen('to') ? {} : openTo, name === 'cc' ? openCc : {}]) {
    const element = isOpen(name) ? null : findFirst(draft.root, opener, draft.body);
    if (!element) continue;
    element.focus({ preventScroll: true });
    if (!isOpen(name)) element.click();
    await waitFor(draft.root, () => isOpen(name), LONGEST_WAIT);
  }
  return isOpen(name);
}

/**
 * Done if a chip appeared for the person, even if the site has reset the field since. Not seen if the site took the
 * address and shows no chip yet.
 */
async function addPerson(
  draft: Draft,
  name: 'to' | 'cc',
  address: string,
  bySuggestion = false,
): Promise<StepReport> {
  readField(draft, name).input?.focus({ preventScroll: true });
  // Read the field again: the site may have replaced it when it got the focus.
  const { input, chips } = readField(draft, name);
  if (!input) return FAILED;
  putCaretIn(input);
  const isTaken =
    draft.client.peopleBy === 'paste'
      ? offerPlainPaste(input, address)
      : typeText(input, address) && (bySuggestion || typeText(input, ','));
  if (bySuggestion) await pressSuggestion(draft, name, address);
  const hasAppeared = await waitFor(
    draft.root,
    () => readField(draft, name).chips.length > chips.length,
    LONGEST_WAIT,
  );
  await pause(RESET_DELAY);
  const field = readField(draft, name);
  // Remove text that did not become a chip, because the site would not send the email to it.
  if (hasAppeared) return DONE;
  if (!field.input || !field.typed) return isTaken ? NOT_SEEN : FAILED;
  putCaretIn(field.input);
  deleteAll(field.input);
  return FAILED;
}

/**
 * Presses the suggestion to use the address as it is, and no other: it would be another person. The field must hold
 * exactly the address.
 */
async function pressSuggestion(draft: Draft, name: 'to' | 'cc', address: string): Promise<void> {
  const { ownerDocument: doc } = draft.body;
  const find = (): HTMLElement | undefined => {
    const found = findAll(doc, draft.client.selectors.suggestion).filter(
      ({ textContent }) =>
        textContent
          .split(/[\s:：]+/)
          .filter((word) => word.includes('@'))
          .join() === address,
    );
    return found.length === 1 && readField(draft, name).typed === address ? found[0] : undefined;
  };
  await waitFor(doc.body, () => Boolean(find()), LONGEST_WAIT);
  find()?.click();
}

function putCaretIn(input: HTMLElement): void {
  if (isPlainField(input)) input.focus({ preventScroll: true });
  else if (!holdsCaret(input)) setCaret(input, { node: input, offset: input.childNodes.length });
}

/**
 * Whether the field has one chip for each address. Outlook shows only the name of a known contact, so each chip without an
 * address counts for one of the addresses that no chip shows.
 */
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

/** Fills an empty, visible subject. A hidden subject belongs to a reply, and changing it would break the thread. */
export async function writeSubject(draft: Draft, text: string): Promise<Step> {
  const { subject } = draft;
  if (!text) return { report: NOT_ASKED };
  if (!subject) return { report: leaveAlone('none here') };
  const state = readSubjectState(draft);
  if (state !== 'empty') return { report: leaveAlone(state === 'hidden' ? state : 'already filled') };
  const { readOnly, disabled, maxLength } = subject;
  // A subject cut at the field's maximum length would be of no use.
  const isTooLong = maxLength >= 0 && text.length > maxLength;
  if (readOnly || disabled || isTooLong) return { report: NOT_OFFERED };
  subject.focus({ preventScroll: true });
  subject.select();
  typeText(subject, text);
  await pause();
  return tell(() => subject.value === text, subject.value ? NOT_SEEN : FAILED);
}
