import { describe, expect, test } from 'vitest';
import { type Choices, firstChoices } from '../../../lib/storage/choices';
import { type Employer, emptyFields } from '../../../lib/storage/schema';
import { builtInLetters } from '../../../lib/letter/builtIn';
import { parseLetter } from '../../../lib/letter/parse/parse';
import { composeFrom, toFacts, toInsertion } from '../../../lib/writing/insertion';
import type { LetterIngredients } from '../../../lib/writing/inputs';
import { ringFirstSentence } from '../../../lib/writing/questions';
import { findUnreachable, validRecipients } from '../../../lib/writing/recipients';

function ownLetter(sentence: string, frontMatter = '') {
  const head = ['---', 'id: own', 'title: Own', 'when: Now.', 'subject: Own', 'checkedOn: 2026-11-23'];
  const lines = [...head, ...(frontMatter ? [frontMatter] : []), '---', '', '## Text {#text}', '', sentence];
  const parsed = parseLetter(`${lines.join('\n')}\n`, 'own.md');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.letter;
}

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

describe('recipients that cannot be filled in', () => {
  const unreachable = (letterId: string, choices: Partial<Choices>, fields: Partial<Employer> = {}) =>
    findUnreachable(
      ingredientsOf(letterId, {
        choices: { ...firstChoices, ...choices },
        employer: { ...employer, ...fields },
      }),
    );
  const ticked = (...ids: string[]) => ({ copies: { e: ids } });

  test.each<[string, ReturnType<typeof unreachable>, ReturnType<typeof unreachable>]>([
    [
      'none for an employer with an email',
      unreachable('request', {}),
      { to: null, copies: [], notAddresses: [] },
    ],
    [
      'an employer without an email',
      unreachable('request', {}, { email: ' ' }),
      { to: 'no email saved', copies: [], notAddresses: [] },
    ],
    [
      'none if “Address it to my employer” is not ticked',
      unreachable('request', { address: false }, { email: '' }),
      { to: null, copies: [], notAddresses: [] },
    ],
    [
      'the next person up',
      unreachable('second-reminder', {}),
      { to: 'next person up', copies: [], notAddresses: [] },
    ],
    [
      'none for a next person up with an email of their own',
      unreachable('second-reminder', {}, { nextPersonEmail: 'chief@northshire.example' }),
      { to: null, copies: [], notAddresses: [] },
    ],
    [
      'only the ticked copy that has a name and no email',
      unreachable('request', ticked('chair', 'clerk', 'blank')),
      { to: null, copies: ['Chair of Governors'], notAddresses: [] },
    ],
    [
      'none for a copy without an email that is not ticked',
      unreachable('request', ticked('clerk')),
      { to: null, copies: [], notAddresses: [] },
    ],
  ])('%s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });

  test.each(['a@x.example, b@x.example', '"Jo Patel" <jo@x.example>', 'mailto:jo@x.example', 'see website'])(
    '“%s” is not filled in, and is reported as not one address',
    (typed) => {
      const copies = [{ id: 'chair', name: 'Chair of Governors', email: typed }];
      const ingredients = ingredientsOf('request', {
        choices: { ...firstChoices, ...ticked('chair') },
        employer: { ...employer, email: typed, copies },
      });
      expect(toInsertion(composeFrom(ingredients), ingredients, null)).toMatchObject({ to: [], cc: [] });
      expect(toFacts(composeFrom(ingredients), ingredients)).toMatchObject({ to: [], cc: [] });
      expect(findUnreachable(ingredients)).toEqual({
        to: null,
        copies: [],
        notAddresses: [
          { typed, field: 'To' },
          { typed, field: 'Cc' },
        ],
      });
    },
  );

  test('white space around an address is not filled in', () => {
    const ingredients = ingredientsOf('request', { employer: { ...employer, email: ' jo@x.example ' } });
    expect(toInsertion(composeFrom(ingredients), ingredients, null).to).toEqual(['jo@x.example']);
  });

  test('only ticked copies with an email are filled in, and a missing employer has no email', () => {
    const ingredients = ingredientsOf('request', {
      choices: { ...firstChoices, ...ticked('chair', 'clerk') },
    });
    const { cc } = toInsertion(composeFrom(ingredients), ingredients, null);
    expect(cc).toEqual(['clerk@oakfield.example']);
    expect(findUnreachable({ ...ingredients, employer: null }).to).toBe('no email saved');
  });
});

test('the facts of a letter that replaces ours contain both ids', () => {
  const letter = { ...ingredientsOf('reminder').letter, id: '0d9c1f', replacesId: 'reminder' };
  const ingredients = ingredientsOf('reminder', { letter });
  const facts = toFacts(composeFrom(ingredients), ingredients);
  expect(facts).toMatchObject({ letterId: '0d9c1f', standsFor: 'reminder' });
});

describe('the reply-by date in the facts', () => {
  const factsOf = (patch: LetterIngredients) => toFacts(composeFrom(patch), patch);

  test('is set exactly for the letters that contain it', () => {
    const withoutDate = builtInLetters.filter(({ id }) => factsOf(ingredientsOf(id)).replyBy === '');
    expect(withoutDate.map(({ id }) => id)).toEqual(['inspection-notified']);
    for (const { id } of builtInLetters) {
      const { replyBy, text } = factsOf(ingredientsOf(id));
      expect(text.includes('7 December 2026'), id).toBe(replyBy === '2026-12-07');
    }
  });

  test('is empty if no request that contains it is ticked', () => {
    const choices = { ...firstChoices, requests: { thanks: [] } };
    expect(factsOf(ingredientsOf('thanks', { choices })).replyBy).toBe('');
    expect(factsOf(ingredientsOf('thanks')).replyBy).toBe('2026-12-07');
  });

  test('is empty if only another field of the letter has the same date', () => {
    const letter = ownLetter('We met on {{meeting date}}.', 'asks: [meeting date]');
    const words = { ownParagraph: '', replyBy: '2026-12-07', answers: { 'meeting date': '2026-12-07' } };
    const facts = factsOf(ingredientsOf('request', { letter, words }));
    expect(facts.text).toContain('We met on 7 December 2026.');
    expect(facts.replyBy).toBe('');
  });

  test('is set for an own letter that contains it', () => {
    const letter = ownLetter('Please answer by {{reply date}}.');
    expect(factsOf(ingredientsOf('request', { letter })).replyBy).toBe('2026-12-07');
  });
});

test.each([
  ['request', 'director@northshire.example'],
  ['second-reminder', 'chief@northshire.example'],
])('%s is addressed to %s', (letterId, address) => {
  const ingredients = ingredientsOf(letterId, {
    employer: { ...employer, nextPersonUp: 'Chief Executive', nextPersonEmail: 'chief@northshire.example' },
  });
  expect(validRecipients(ingredients).to).toEqual([address]);
});

test.each([
  [{}, 'Ring your employer first. This letter confirms the call.'],
  [{ phone: '01632 960100' }, 'Ring your employer first, on 01632 960100. This letter confirms the call.'],
  [
    { phone: '01632 960100', ringFirst: 'Jo Patel' },
    'Ring Jo Patel first, on 01632 960100. This letter confirms the call.',
  ],
])('the letter of the inspection call says whom to ring first: %j', (fields, sentence) => {
  const ring = (letterId: string) =>
    ringFirstSentence(ingredientsOf(letterId).letter, { ...employer, ...fields });
  expect(ring('inspection-notified')).toBe(sentence);
  expect(ring('request')).toBe('');
});
