import { readEmailAddress } from '../letter/emailAddress';
import type { LetterTemplate } from '../letter/model';
import { lookUp } from '../letter/text';
import type { Insertion } from '../mail/protocol';
import type { Choices } from '../storage/choices';
import type { Employer } from '../storage/schema';
import type { LetterIngredients } from './inputs';
import type { RecipientField, Unreachable } from './outcome';

/** Whom a letter goes to: the employer’s contact and the ticked copies. */

export function tickedCopies(employer: Employer | null, choices: Choices) {
  const ids = employer ? (lookUp(choices.copies, employer.id) ?? []) : [];
  return (employer?.copies ?? []).filter((copy) => ids.includes(copy.id));
}

/** The email, as typed, of the person the letter goes to; empty if none is saved. */
export function recipientEmail(letter: Pick<LetterTemplate, 'to'>, employer: Employer | null): string {
  return (letter.to === 'contact' ? employer?.email : employer?.nextPersonEmail) ?? '';
}

/** The addresses as typed: the addressee’s if “address” is ticked, and those of the ticked copies. */
function listRecipients({ letter, employer, choices }: LetterIngredients) {
  return {
    to: choices.address ? [recipientEmail(letter, employer)].filter(isTyped) : [],
    cc: tickedCopies(employer, choices)
      .map(({ email }) => email)
      .filter(isTyped),
  };
}

function isTyped(text: string): boolean {
  return text.trim() !== '';
}

/** The valid addresses only; text that is not one email address is left out. */
export function validRecipients(ingredients: LetterIngredients): Pick<Insertion, 'to' | 'cc'> {
  const { to, cc } = listRecipients(ingredients);
  const addresses = (typed: string[]): string[] => typed.flatMap((one) => readEmailAddress(one) ?? []);
  return { to: addresses(to), cc: addresses(cc) };
}

/** Shown before the letter is inserted, for example "To: hr@council.example · Wording: Example branch". */
export function describeAddressees(ingredients: LetterIngredients): string {
  const { to, cc } = validRecipients(ingredients);
  const { supplier } = ingredients.letter;
  const lines = { To: to.join(), Cc: cc.join(', '), Wording: supplier === '' ? 'your own letter' : supplier };
  return Object.entries(lines)
    .filter(([, value]) => value)
    .map(([label, value]) => `${label}: ${value}`)
    .join(' · ');
}

/** The ticked recipients that cannot be filled in on any page, because no valid email address is saved for them. */
export function findUnreachable(ingredients: LetterIngredients): Unreachable {
  const { letter, employer, choices } = ingredients;
  const { to, cc } = listRecipients(ingredients);
  const withoutEmail = tickedCopies(employer, choices).filter(({ email }) => !isTyped(email));
  const notAddresses = (typed: string[], field: RecipientField) =>
    typed.filter((one) => readEmailAddress(one) === null).map((one) => ({ typed: one, field }));
  return {
    to: !choices.address || to.length > 0 ? null : letter.to === 'contact' ? 'no email saved' : letter.to,
    copies: withoutEmail.map(({ name }) => name.trim()).filter(Boolean),
    notAddresses: [...notAddresses(to, 'To'), ...notAddresses(cc, 'Cc')],
  };
}

/** The address that will be filled in, or a sentence why none will be; empty if nothing is saved. */
export function describeRecipient(typed: string, field: RecipientField): string {
  if (typed.trim() === '') return '';
  return readEmailAddress(typed) ?? describeNotAddress(typed, field, 'will be');
}

/**
 * Says why a text that is not one email address is not filled in. Characters outside ASCII become �, because some of them
 * are invisible.
 */
export function describeNotAddress(typed: string, field: RecipientField, tense = 'was'): string {
  const words = typed
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[^ -~]/g, '�');
  return `“${words.length > 60 ? `${words.slice(0, 59)}…` : words}” is not one email address, so ${field} ${tense} left to you.`;
}
