import { describe, expect, test } from 'vitest';
import { emptyFields, firstChoices } from '../../../lib/details/emptyRecords';
import type { Choices, Employer } from '../../../lib/details/schema';
import { builtInLetters } from '../../../lib/letter/builtIn';
import {
  findUnreachable,
  toInsertion,
  composeFrom,
  type LetterIngredients,
} from '../../../lib/popup/composing';

const TODAY = '2026-11-23';

const employer: Employer = {
  ...emptyFields.employer,
  v: 1,
  id: 'e',
  organisation: 'Northshire County Council',
  email: 'director@northshire.example',
  copies: [
    { id: 'chair', name: 'Chair of Governors', email: '' },
    { id: 'clerk', name: 'Clerk', email: 'clerk@oakfield.example' },
    { id: 'blank', name: '', email: '' },
  ],
};

function ingredientsOf(letterId: string, patch: Partial<LetterIngredients> = {}): LetterIngredients {
  return {
    letter: builtInLetters.find(({ id }) => id === letterId)!,
    signer: { ...emptyFields.signer, v: 1, id: 's', fullName: 'Sam Carter', school: 'Oakfield School' },
    employer,
    choices: firstChoices,
    words: { ownParagraph: '', replyBy: '2026-12-07', answers: {} },
    today: TODAY,
    ...patch,
  };
}

describe('who is to be filled in and has no email saved', () => {
  const unreachable = (letterId: string, choices: Partial<Choices>, fields: Partial<Employer> = {}) =>
    findUnreachable(
      ingredientsOf(letterId, {
        choices: { ...firstChoices, ...choices },
        employer: { ...employer, ...fields },
      }),
    );
  const ticked = (...ids: string[]) => ({ copies: { e: ids } });

  test.each<[string, ReturnType<typeof unreachable>, ReturnType<typeof unreachable>]>([
    ['an employer with an email', unreachable('request', {}), { to: null, copies: [] }],
    [
      'an employer without one',
      unreachable('request', {}, { email: ' ' }),
      { to: 'no email saved', copies: [] },
    ],
    [
      'an employer nobody wants addressed',
      unreachable('request', { address: false }, { email: '' }),
      { to: null, copies: [] },
    ],
    ['the next person up', unreachable('second-reminder', {}), { to: 'next person up', copies: [] }],
    [
      'a copy without an email',
      unreachable('request', ticked('chair', 'clerk', 'blank')),
      { to: null, copies: ['Chair of Governors'] },
    ],
    ['a copy that is not ticked', unreachable('request', ticked('clerk')), { to: null, copies: [] }],
  ])('%s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });

  test('is said of nobody who is filled in, and of everybody ticked who is not', () => {
    const ingredients = ingredientsOf('request', {
      choices: { ...firstChoices, ...ticked('chair', 'clerk') },
    });
    const { cc } = toInsertion(composeFrom(ingredients), ingredients, null);
    expect(cc).toEqual(['clerk@oakfield.example']);
    expect(findUnreachable({ ...ingredients, employer: null }).to).toBe('no email saved');
  });
});
