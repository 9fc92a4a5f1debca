import { usePopup } from '../popup/store';

import type { FirstField } from './save';

/** A list of 153 names, needed once by some. */
const loadCouncils = () => import('../employer/councils');

/** The councils’ formal names, to choose from. */
export async function listCouncils(): Promise<string[]> {
  return (await loadCouncils()).councils.map(({ formalName }) => formalName);
}

/** One keystroke at a time: the first creates the record it belongs to, the others find it. */
let queue: Promise<void> = Promise.resolve();

/** Shows what was typed at once and saves it behind; what cannot be saved stays on screen. */
export function typeFirstDetail(field: FirstField, value: string): Promise<void> {
  usePopup.setState(({ first }) => ({ first: { ...first, [field]: value } }));
  queue = queue.then(() => saveBehind(field, value));
  return queue;
}

/** Loaded when it is needed: most popups never ask. */
async function saveBehind(field: FirstField, value: string): Promise<void> {
  const { saveFirstDetail } = await import('./save');
  await saveFirstDetail(field, value);
}
