import { describe, expect, test } from 'vitest';
import { answerForType, registerTypes, type RegisterAnswer } from '../../../lib/employer/schoolTypes';
import { findSharedFile, readSharedRows } from '../register/sharedData';

/** The kind of answer, named as in the published table. */
function kindOf(answer: RegisterAnswer): string {
  switch (answer.kind) {
    case 'employer':
      return answer.proposal.kind;
    case 'academy':
      return 'academy-trust';
    default:
      return answer.kind;
  }
}

const publishedKinds: Record<string, string> = {
  local_authority: 'council',
  governing_body: 'governing-body',
  academy_trust: 'academy-trust',
  proprietor_or_governing_body: 'other',
  college_corporation: 'other',
  ask_the_user: 'ask',
  out_of_scope: 'out of scope',
};

const file = findSharedFile('establishment_type_to_employer.csv');
const published = file ? readSharedRows(file) : [];

describe.skipIf(!file)('each type of school in the register', () => {
  test('is in our table, and no other type is', () => {
    const expected = published.map((row) => [Number(row['type_code']), row['type_name']]);
    expect(registerTypes.map(({ code, name }) => [code, name])).toEqual(expected);
  });

  test.each(published)('$type_code $type_name: $employer_kind, $default_addressee', (row) => {
    const answer = answerForType(row['type_code'] ?? '');
    expect(kindOf(answer)).toBe(publishedKinds[row['employer_kind'] ?? '']);
    if (answer.kind !== 'employer') return;
    expect(row['default_addressee']).toContain(answer.proposal.role.replace(/^Chair of /, ''));
    for (const copy of (row['usual_copy_to'] ?? '').split(';')) {
      const post =
        copy
          .trim()
          .split(/ if | \(| of the charity/)[0]
          ?.toLowerCase() ?? '';
      expect(answer.proposal.copies.join('; ').toLowerCase()).toContain(post);
    }
  });
});

describe('what a type says', () => {
  test('a code with a leading zero, as in the register, is accepted', () => {
    expect(answerForType('01')).toEqual(answerForType('1'));
  });

  test.each(['', '99', 'community', '4'])('for an unknown code “%s”, the user is asked', (code) => {
    expect(answerForType(code).kind).toBe('ask');
  });

  test('a pupil referral unit copies in its management committee, not governors', () => {
    const answer = answerForType('14');
    if (answer.kind !== 'employer') throw new Error('no employer');
    expect(answer.proposal.copies).toContain('Chair of the Management Committee');
    expect(answer.proposal.copies).not.toContain('Chair of Governors');
  });

  test('only a voluntary aided school copies in the diocese', () => {
    const withDiocese = registerTypes.filter(
      ({ answer }) => answer.kind === 'employer' && answer.proposal.copies.join().includes('Diocesan'),
    );
    expect(withDiocese.map(({ code }) => code)).toEqual([2]);
  });

  test.each([18, 32, 39, 45, 46, 57])(
    'for type %i, the user is told of its different inspection framework',
    (code) => {
      const answer = answerForType(String(code));
      expect('check' in answer && answer.check).toContain('further education and skills');
    },
  );

  test('every question to the user and every reason is a sentence', () => {
    for (const { answer } of registerTypes) {
      const sentence =
        answer.kind === 'employer' ? answer.proposal.reason : 'sentence' in answer ? answer.sentence : 'Yes.';
      expect(sentence).toMatch(/^[A-Z].*\.$/);
    }
  });
});
