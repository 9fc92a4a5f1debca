import { fieldValues, type LetterFacts } from './fieldValues';
import { isFieldName, type FieldName } from './fields';

/** The conditions that are a single word after `::: if` or `::: unless`. */
const plainTests = {
  council: ({ context }) => context.employer.kind === 'council',
  'academy-trust': ({ context }) => context.employer.kind === 'academy-trust',
  'governing-body': ({ context }) => context.employer.kind === 'governing-body',
  other: ({ context }) => context.employer.kind === 'other',
  // The letter is addressed to the chair of a board: a governing body, or the trustees of a trust with one school.
  chair: ({ context }) => /\bchair/i.test(context.employer.role),
  // The next person up takes papers to the board, so the letter can ask them to do that.
  clerk: ({ context }) =>
    /\b(clerk|governance professional|company secretary)\b/i.test(context.employer.nextPersonUp),
  single: ({ signers }) => signers.length === 1,
  joint: ({ signers }) => signers.length > 1,
  union: ({ context: { choices } }) => choices.mentionUnion && choices.voice !== 'without NAHT',
  'leave-out-strongest': ({ context }) => context.choices.voice !== 'full',
  'do-not-mention-naht': ({ context }) => context.choices.voice === 'without NAHT',
  'own-paragraph': (facts) => fieldValues('own paragraph', facts).length > 0,
  enclosure: ({ context }) => context.choices.enclosures.length > 0,
  'first-letter': ({ context }) => context.choices.enclosures.includes('first letter'),
  copies: (facts) => fieldValues('copies', facts).length > 0,
} satisfies Record<string, (facts: LetterFacts) => boolean>;

type PlainCondition = keyof typeof plainTests;

type Condition =
  { is: 'plain'; name: PlainCondition } | { is: 'request'; id: string } | { is: 'has'; field: FieldName };

/** Parses the text of a condition; `null` if there is no such condition. */
export function readCondition(text: string): Condition | null {
  if (isPlainCondition(text)) return { is: 'plain', name: text };
  const [word, ...rest] = text.split(' ');
  const subject = rest.join(' ');
  if (word === 'request' && subject !== '') return { is: 'request', id: subject };
  if (word === 'has' && isFieldName(subject)) return { is: 'has', field: subject };
  return null;
}

function isPlainCondition(text: string): text is PlainCondition {
  return Object.hasOwn(plainTests, text);
}

/** An unknown condition is false here; the parser has already rejected the letter that contains it. */
export function isConditionMet(text: string, facts: LetterFacts): boolean {
  const condition = readCondition(text);
  switch (condition?.is) {
    case 'plain':
      return plainTests[condition.name](facts);
    case 'request':
      return facts.ticked.has(condition.id);
    case 'has':
      return fieldValues(condition.field, facts).length > 0;
    case undefined:
      return false;
  }
}
