import { describe, expect, test } from 'vitest';
import { employmentChoices, proposeEmployer } from '../../../lib/employer/employment';
import { applyProposal } from '../../../lib/employer/proposal';
import { employments } from '../../../lib/storage/schema';

describe('who employs you', () => {
  test('the choices are the six employments of the schema, in the same order', () => {
    expect(employmentChoices.map(({ id }) => id)).toEqual([...employments]);
  });

  test.each([
    ['council-maintained', 'council', 'Director of Children’s Services', 'Chief Executive'],
    ['aided-or-foundation', 'governing-body', 'Chair of Governors', 'Clerk to the Governing Body'],
    ['trust-with-other-schools', 'academy-trust', 'Chief Executive Officer', 'Chair of Trustees'],
    ['single-academy-trust', 'academy-trust', 'Chair of Trustees', 'Clerk to the Trustees'],
    ['charity-special', 'other', 'Chair of Trustees', 'Clerk to the Trustees'],
    ['other', 'other', '', ''],
  ] as const)(
    '%s proposes a %s, addressed to “%s”, with “%s” as the next person up',
    (employment, kind, role, nextPersonUp) => {
      expect(proposeEmployer(employment)).toMatchObject({ kind, role, nextPersonUp });
    },
  );

  test.each(employments)('the reason given for %s is one sentence', (employment) => {
    expect(proposeEmployer(employment).reason).toMatch(/^[A-Z][^.!]*\.$/);
  });

  test('the local governing body of a trust gets a copy and is not addressed', () => {
    const { role, nextPersonUp, copies } = proposeEmployer('trust-with-other-schools');
    expect(`${role} ${nextPersonUp}`).not.toMatch(/govern/i);
    expect(copies).toContain('Chair of the local governing body');
  });

  test('the reason for a governing body says to write the federation’s name', () => {
    expect(proposeEmployer('aided-or-foundation').reason).toContain('write the federation’s name');
  });

  test('the reason for a trust names its local governing body only “where there is one”', () => {
    expect(proposeEmployer('trust-with-other-schools').reason).toContain(
      'a local governing body, where there is one,',
    );
  });

  test('the council of a voluntary aided school gets a copy and is not addressed', () => {
    const { kind, copies } = proposeEmployer('aided-or-foundation');
    expect(kind).toBe('governing-body');
    expect(copies.join()).toContain('Director of Children’s Services (for information)');
  });

  test.each(['Chief Executive Officer', 'CEO', 'Executive Headteacher and chief executive'])(
    'a writer who is the trust’s %s writes to the Chair of Trustees',
    (jobTitle) => {
      expect(proposeEmployer('trust-with-other-schools', { jobTitle })).toMatchObject({
        kind: 'academy-trust',
        role: 'Chair of Trustees',
        copies: ['Vice-Chair of Trustees'],
      });
    },
  );

  test.each([
    'Headteacher',
    'Deputy Chief Executive',
    'PA to the CEO',
    'Assistant CEO',
    'Head of Oceanography',
  ])('a writer who is %s writes to the chief executive', (jobTitle) => {
    expect(proposeEmployer('trust-with-other-schools', { jobTitle }).role).toBe('Chief Executive Officer');
  });

  test('the suggested name of a governing body contains the school’s name', () => {
    expect(proposeEmployer('aided-or-foundation', { school: 'Sample Primary' }).organisationHint).toBe(
      'Governing Body of Sample Primary',
    );
  });

  test.each(['Larkrise Pupil Referral Unit', 'Larkrise PRU'])('%s has a management committee', (school) => {
    const { copies, role } = proposeEmployer('council-maintained', { school });
    expect(role).toBe('Director of Children’s Services');
    expect(copies).toContain('Chair of the Management Committee');
    expect(copies).not.toContain('Chair of Governors');
  });

  test('the suggested organisation is the council that was picked', () => {
    const { organisationHint } = proposeEmployer('council-maintained', { council: 'Kent County Council' });
    expect(organisationHint).toBe('Kent County Council');
  });
});

test('another answer does not give the next person’s email to another person', () => {
  const former = proposeEmployer('council-maintained');
  const answer = proposeEmployer('trust-with-other-schools');
  const change = (nextPersonEmail: string) =>
    applyProposal(
      { lastName: '', role: '', nextPersonUp: former.nextPersonUp, nextPersonEmail, copies: [] },
      answer,
      [former],
      () => 'new',
    ).nextPersonUp;
  expect(change('')).toBe('Chair of Trustees');
  expect(change('chief@council.example')).toBe('Chief Executive');
});
