import { usePopup } from '../popup/store';

import type { FirstField } from './save';

/** Loaded only when needed: a list of 153 names that only signers employed by a council need, and only once. */
const loadCouncils = () => import('../employer/councils');

/** The councils’ formal names. */
export async function listCouncils(): Promise<string[]> {
  return (await loadCouncils()).councils.map(({ formalName }) => formalName);
}

/** Saves one keystroke at a time: the first one creates the record, which the following ones must find. */
let queue: Promise<void> = Promise.resolve();

/** Shows the typed text at once and saves it afterwards; text that cannot be saved stays on screen. */
export function typeFirstDetail(field: FirstField, value: string): Promise<void> {
  usePopup.setState(({ first }) => ({ first: { ...first, [field]: value } }));
  queue = queue.then(() => loadAndSave(field, value));
  return queue;
}

/** Loads the code for saving only when needed: after the first use, the popup no longer asks for these details. */
async function loadAndSave(field: FirstField, value: string): Promise<void> {
  const { saveFirstDetail } = await import('./save');
  await saveFirstDetail(field, value);
}
