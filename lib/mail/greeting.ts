import type { Memory } from './memory';

/**
 * Whether the draft begins with a greeting of the user's own, above the letter that was inserted last. 25 characters tell it
 * from the letter's. The browser copies this function's source into the page, so it may use nothing from outside its own body.
 */
export function hasOwnGreeting(): boolean {
  const last = (globalThis as { dearEmployer?: Memory }).dearEmployer?.last;
  const own = last?.before.text.trimStart() ?? '';
  const isGreeting = /^(dear|hi|hello|good (morning|afternoon|evening))\b/i.test(own);
  return isGreeting && last?.after.text.trimStart().startsWith(own.slice(0, 25)) === true;
}
