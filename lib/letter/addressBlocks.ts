import type { LetterFacts } from './facts';
import { fieldLines, fieldValues, missing } from './fieldValues';
import type { FieldName } from './fields';
import type { Inline } from './model';
import { fullNameOf } from './salutation';

/** Sender's address for paper: school, address, postcode, and phone and email where given. */
export function composeSender(facts: LetterFacts): Inline[][] {
  return [
    ...fieldLines('school', facts),
    ...addressOf('school address', 'school postcode', facts),
    ...given('phone', facts),
    ...given('email', facts),
  ];
}

/** Recipient's address for paper. A role alone is an addressee; with neither, the name is what is missing. */
export function composeRecipient(facts: LetterFacts): Inline[][] {
  const { addressee, to } = facts;
  const person = [fullNameOf(addressee), addressee.role].filter(Boolean).map(lineOf);
  return [
    ...(person.length > 0 ? person : [[missing(to)]]),
    ...fieldLines('employer', facts),
    ...addressOf('employer address', 'employer postcode', facts),
  ];
}

/** One bracket for a whole address: a missing postcode beside a typed address is not worth one. */
function addressOf(address: FieldName, postcode: FieldName, facts: LetterFacts): Inline[][] {
  const lines = [...given(address, facts), ...given(postcode, facts)];
  return lines.length > 0 ? lines : fieldLines(address, facts);
}

function given(name: FieldName, facts: LetterFacts): Inline[][] {
  return fieldValues(name, facts).map(lineOf);
}

function lineOf(text: string): Inline[] {
  return [{ type: 'text', text }];
}
