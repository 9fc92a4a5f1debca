import { isFieldName } from './fields';

/** The names that may follow `::: if` and `::: unless`, with what each means to the person writing a letter. */
export const plainConditions = {
  council: 'the employer is a council',
  'academy-trust': 'the employer is an academy trust',
  'governing-body': 'the employer is a governing body',
  other: 'the employer is of another kind',
  single: 'one person signs',
  joint: 'several people sign',
  union: 'the writer chose to say that they are a member of NAHT',
  'leave-out-strongest': 'the writer chose to leave out NAHT’s strongest sentences',
  'own-paragraph': 'the writer has written about their school',
  enclosure: 'a Word copy goes with the email',
  copies: 'somebody is copied in',
} as const satisfies Record<string, string>;

export type PlainCondition = keyof typeof plainConditions;

export type Condition =
  | { is: 'plain'; name: PlainCondition }
  | { is: 'request'; id: string }
  | { is: 'has'; field: string };

/** `null`: there is no such condition. */
export function readCondition(text: string): Condition | null {
  if (Object.hasOwn(plainConditions, text)) return { is: 'plain', name: text as PlainCondition };
  const [word, ...rest] = text.split(' ');
  const subject = rest.join(' ');
  if (word === 'request' && subject !== '') return { is: 'request', id: subject };
  if (word === 'has' && isFieldName(subject)) return { is: 'has', field: subject };
  return null;
}
