import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { employmentChoices, type EmployerProposal, proposeEmployer } from '../../../lib/employer/employment';
import { proposeFromSchool } from '../../../lib/employer/proposal';
import { answerForType, registerTypes } from '../../../lib/employer/schoolTypes';
import type { School, TrustKind } from '../../../lib/register/schools';

/** The three tables of docs/who-employs.md: by answer, by type of school, and for academies by their trust. */
const [byAnswer = [], byType = [], byTrust = []] = readFileSync('docs/who-employs.md', 'utf8')
  .split(/^## /m)
  .slice(1)
  .map((section) =>
    section
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .slice(2)
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      ),
  );

const school = (typeCode: string, trustKind: TrustKind = 'unknown'): School => ({
  urn: '100000',
  name: 'Oakfield School',
  typeCode,
  councilCode: '',
  address: '',
  postcode: '',
  phone: '',
  trustId: '',
  trustName: '',
  trustKind,
});

type Proposed = Pick<EmployerProposal, 'kind' | 'role' | 'copies' | 'nextPersonUp'>;

/** Employer, addressee, copies and next person, as the tables write them. */
const cells = ({ kind, role, copies, nextPersonUp }: Proposed) => [
  kind.replace('-', ' '),
  role || '–',
  copies.join('; ') || '–',
  nextPersonUp || '–',
];

/** What somebody gets who picks a school of the type, whose trust is as the register says. */
function proposedFor(code: string, trustKind?: TrustKind): string[] {
  const { employer } = proposeFromSchool(school(code, trustKind), []);
  if (employer) return cells(employer);
  const asked = answerForType(code).kind === 'ask' ? 'the user is asked' : 'not for this letter';
  return [asked, '–', '–', '–'];
}

describe('who is proposed as the employer, as docs/who-employs.md says', () => {
  test('the table has the six answers', () => {
    const answers = byAnswer.map(([answer = '']) => answer).filter((answer) => !answer.includes(','));
    expect(answers).toEqual(employmentChoices.map(({ id }) => id));
  });

  test('for a trust’s own chief executive', () => {
    const [, ...row] = byAnswer.find(([answer = '']) => answer.includes(',')) ?? [];
    expect(cells(proposeEmployer('trust-with-other-schools', { jobTitle: 'Chief Executive' }))).toEqual(row);
  });

  test.each(employmentChoices.map(({ id }) => id))('for the answer %s', (id) => {
    const [, ...row] = byAnswer.find(([answer]) => answer === id) ?? [];
    expect(cells(proposeEmployer(id))).toEqual(row);
  });

  test('the table has the 39 types of the register', () => {
    expect(byType).toHaveLength(39);
    expect(byType.map(([code, name]) => [Number(code), name])).toEqual(
      registerTypes.map(({ code, name }) => [code, name]),
    );
  });

  test.each(byType)('for a school of type %s, %s: %s', (code = '', _name, ...row) => {
    if (row[1] !== 'as for its trust') return expect(proposedFor(code)).toEqual(row);
    for (const [kind, ...ofTrust] of byTrust) expect(proposedFor(code, kind as TrustKind)).toEqual(ofTrust);
  });

  test('the table of trusts has one, several and an unknown number of schools', () => {
    expect(byTrust.map(([kind]) => kind)).toEqual(['multi', 'single', 'unknown']);
  });
});
