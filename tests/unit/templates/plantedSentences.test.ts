import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSources } from '../../support/claimData';
import { checkEntries } from '../../support/claimRules';
import { checkForbidden } from '../../support/forbiddenPhrases';
import type { Fault } from '../../support/letterRules';
import { checkDated, checkEmployerNamed } from '../../support/letterShape';

/**
 * Sentences that somebody might add to a letter and classify without much thought: as resting on sources that sound right, or as
 * stating no fact. That a new sentence has to be classified at all is tested elsewhere; here only its own words give it away.
 */
const sources = readSources(readFileSync('tests/unit/templates/planted/sources.yaml', 'utf8'));

function faultsOf(text: string, refs: readonly string[]): Fault[] {
  const entry = refs.length > 0 ? { says: text, 'rests-on': [...refs] } : text;
  return [
    ...checkEntries('letter', { duties: [entry] }, sources),
    ...checkForbidden(text),
    ...checkDated(text),
  ];
}

const ACT = ['hswa-s2/duty'];
const MENTAL = ['hse-work-right/mental-health', 'hse-work-right/like-other-hazards'];
const REG3 = ['mhswr-reg-3/assessment', 'mhswr-reg-3-record/number'];
const RECORD = ['mhswr-reg-3-record/record'];
const AREAS = ['tes-2025-09/areas', 'tes-2025-09/scale'];
const SAFEGUARDING = ['ofsted-parent-text/safeguarding', 'ofsted-parent-text/grades'];
const NAHT = ['schools-week-2025-10/employers', 'schools-week-2025-10/passage-1'];

const planted: [kind: string, text: string, ...refs: string[]][] = [
  [
    'wrong year',
    'The Management of Health and Safety at Work Regulations 1992 require a suitable and sufficient assessment.',
    ...REG3,
  ],
  [
    'a year written as words',
    'The Act of nineteen seventy-four protects the health of employees at work.',
    ...ACT,
  ],
  [
    'an Act by a nickname',
    'Under the Health and Safety Act every employer must ensure, so far as is reasonably practicable, the health, safety and welfare at work of its employees.',
    ...ACT,
  ],
  [
    'an Act by its year',
    'Under the 1974 Act every employer must ensure, so far as is reasonably practicable, the health, safety and welfare at work of its employees.',
    ...ACT,
  ],
  [
    'an Act by its letters',
    'Under HSWA every employer must ensure, so far as is reasonably practicable, the health, safety and welfare at work of its employees.',
    ...ACT,
  ],
  [
    'an Act with another name',
    'Under section 2 of the Safety and Health at Work etc. Act 1974, every employer must ensure, so far as is reasonably practicable, the health, safety and welfare at work of its employees.',
    ...ACT,
  ],
  [
    'regulations by a nickname',
    'The Management Regulations require a suitable and sufficient assessment of the risks to health.',
    ...REG3,
  ],
  [
    'a deleted qualifier, in the source’s other form',
    'Mental health comes under your general duty as an employer to ensure the health, safety and welfare of your workers.',
    ...MENTAL,
  ],
  [
    'a deleted threshold',
    'Every employer must record the significant findings, and any group of employees identified as being especially at risk.',
    ...RECORD,
  ],
  [
    'another threshold',
    'An employer with three or more employees must record the significant findings.',
    ...RECORD,
  ],
  [
    'a wrong section, abbreviated',
    'Under s. 4 of the Health and Safety at Work etc. Act 1974, every employer must ensure, so far as is reasonably practicable, the health of its employees.',
    ...ACT,
  ],
  [
    'a wrong regulation, abbreviated',
    'A suitable and sufficient assessment of the risks to health is required (reg. 13).',
    ...REG3,
  ],
  [
    'a wrong paragraph',
    'A suitable and sufficient assessment of the risks to health is required (regulation 3(5)).',
    ...REG3,
  ],
  [
    'a regulation written as a word',
    'Regulation nine requires a suitable and sufficient assessment of the risks to health.',
    ...REG3,
  ],
  ['areas in other words', 'Schools are graded in half a dozen areas.', ...SAFEGUARDING],
  ['a scale in other words', 'Schools are graded on a scale with four steps in each area.', ...AREAS],
  ['safeguarding as a pass', 'Safeguarding is a matter of pass or fail.', ...SAFEGUARDING],
  ['safeguarding by its former words', 'We tell you whether safeguarding is effective.', ...SAFEGUARDING],
  ['a headline grade', 'Each area is graded, and so is the overall effectiveness of the school.', ...AREAS],
  ['a grade of former years', 'A school that was graded good has more to lose.'],
  ['a deadline in other words', '{{I/We}} would be glad to have the assessment within a fortnight.'],
  ['a deadline in other words', 'Please send it by return.'],
  ['a deadline of the law', 'A reply to a concern about health is required of every employer.', ...ACT],
  ['the assessment by the date of the reply', '{{I/We}} expect the finished assessment by {{reply date}}.'],
  ['a veiled threat', 'Others are watching how this is handled.'],
  ['a veiled threat', '{{I/We}} am sure that you would not want this to become public.'],
  ['a veiled threat', 'It would be regrettable if this had to go to others.'],
  ['a hint of refusing', 'Inspectors are not welcome in our school for now.'],
  ['a hint of refusing', '{{I/We}} will be on leave on the days of any inspection.'],
  ['a hint of refusing', 'The school may have to close the gates on the day.'],
  ['health', '{{I/We}} have not slept well since the call.'],
  ['health of others', 'Several colleagues suffer from it.'],
  ['health', 'It makes {{me/us}} stressed and anxious.'],
  ['a named person', 'Please ask Mrs Patel to lead the work.'],
  [
    'a named person as the assessor',
    'A competent person such as Jo Hart should lead the work.',
    'mhswr-reg-3/assessment',
  ],
  ['stale', 'The framework is still being rolled out.'],
  ['stale', 'The advisory group has just begun its work.'],
  ['future tense', 'Ofsted will join the advisory group on wellbeing.', 'schools-week-2026-02/group'],
  ['future tense', 'The framework comes into effect for all schools.', ...AREAS],
  ['an undated view', 'According to NAHT, inspections cause damage.', ...NAHT],
  ['an undated view', 'NAHT argued that the reforms cause damage.', ...NAHT],
  ['a view in the present tense', 'In October 2025 NAHT wrote of the damage. NAHT insists on it.', ...NAHT],
  ['another union’s words', 'The teaching unions have called for change.'],
  ['another union’s words', 'Other unions agree with what NAHT wrote in October 2025.', ...NAHT],
  [
    '“statutory” on a source that has a duty',
    'It is your statutory duty to ensure, so far as is reasonably practicable, the health of employees.',
    ...ACT,
  ],
  [
    '“obliged” on a source that has a duty',
    'You are obliged to make a suitable and sufficient assessment of the risks to health.',
    ...REG3,
  ],
  ['a penalty', 'Employers who do not assess the risks to health face penalties.', ...REG3],
  ['a promise of privacy', 'This email is private.'],
  [
    'a source that does not carry the claim',
    'Leaders may share provisional outcomes with their families.',
    'mhswr-reg-3/assessment',
  ],
  ['a claim to general agreement', 'All heads know how hard inspection is.'],
  ['certainty', 'Clearly, inspection does harm.'],
  [
    'a year in Roman numerals',
    'The Management of Health and Safety at Work Regulations MCMXCIX require a suitable and sufficient assessment.',
    ...REG3,
  ],
  [
    'a year with two figures changed',
    'Under section 2 of the Health and Safety at Work etc. Act 1947, every employer must ensure, so far as is reasonably practicable, the health, safety and welfare at work of its employees.',
    ...ACT,
  ],
  [
    'a weaker qualifier',
    'Every employer must ensure, where practicable, the health, safety and welfare at work of its employees.',
    ...ACT,
  ],
  [
    'a stronger qualifier',
    'Every employer must ensure, as far as possible, the health, safety and welfare at work of its employees.',
    ...ACT,
  ],
  [
    'a wrong subsection',
    'Under section 2(4) of the Health and Safety at Work etc. Act 1974, every employer must ensure, so far as is reasonably practicable, the health of its employees.',
    ...ACT,
  ],
  [
    'a threshold upside down',
    'An employer with fewer than five employees must record the significant findings.',
    ...RECORD,
  ],
  [
    'a word added to the law',
    'A suitable and sufficient assessment must be carried out by a doctor.',
    ...REG3,
  ],
  ['a word added to the law', 'The assessment must be repeated each year.', ...REG3],
  [
    'a word added to the law',
    'Every employer must ensure, so far as is reasonably practicable, the happiness at work of its employees.',
    ...ACT,
  ],
  ['a word added to the law', 'The Act names stress at work.', ...ACT],
  ['another number of areas', 'There are five evaluation areas.', ...AREAS],
  ['another number of areas', 'Schools are graded on a five-point scale in eight areas.', ...AREAS],
  ['one grade', 'Each school gets one grade for everything.', ...AREAS],
  ['safeguarding graded', 'Safeguarding is graded on the same scale.', ...SAFEGUARDING],
  ['a deadline in other words', '{{I/We}} need an answer before the week is out.'],
  ['a deadline in other words', 'Please reply without delay.'],
  ['a deadline in other words', 'Ten working days should be ample.'],
  ['a veiled threat', '{{I/We}} hope that {{I/we}} do not need to ask others to step in.'],
  ['a veiled threat', 'You will understand that {{I/we}} cannot leave it there.'],
  ['a veiled threat', 'The local paper may well ask about this.'],
  ['a veiled threat', 'The parents would want to know.'],
  ['a veiled threat', '{{I/We}} have taken advice.'],
  ['an accusation', 'You have done nothing.'],
  ['an accusation', 'It is hard to understand why nothing has been done.'],
  ['a hint of refusing', 'Without an assessment {{I/we}} do not see how an inspection can go ahead.'],
  ['a hint of refusing', '{{I/We}} would not be able to meet the inspectors.'],
  ['a hint of refusing', 'The inspectors may find nobody at the door.'],
  ['a hint of refusing', '{{I/We}} ask that inspectors stay out until it is finished.'],
  ['a hint of refusing', 'Please ask Ofsted not to come before the assessment is finished.'],
  ['health', 'A colleague has been in hospital.'],
  ['health', '{{I/We}} feel unable to face it.'],
  ['health', 'The stress is making {{me/us}} lose weight.'],
  ['health', 'One leader is being treated for it.'],
  ['a named person', 'The chair, Ms Quill, has offered to help.'],
  ['stale', 'By now the group has met.', 'schools-week-2026-02/group'],
  ['stale', 'The framework is in its first year.'],
  ['stale', 'It is a year since the framework began.'],
  ['a hint that the framework fell in court', 'The framework has been tested and found wanting.'],
  ['a number of employers', 'Scores of employers have already replied.'],
  ['spelling', 'Please organize a meeting.'],
];

describe('a planted sentence is given away by its words', () => {
  it.each(planted)('%s: “%s”', (_kind, text, ...refs) => {
    expect(faultsOf(text, refs)).not.toEqual([]);
  });

  it('and sentences of the letters are not', () => {
    const plain: [string, ...string[]][] = [
      [
        'Under section 2 of the Health and Safety at Work etc. Act 1974, every employer must ensure, so far as is reasonably practicable, the health, safety and welfare at work of its employees.',
        ...ACT,
      ],
      [
        'The Management of Health and Safety at Work Regulations 1999 require a suitable and sufficient assessment of the risks to health (regulation 3).',
        ...REG3,
      ],
      ['An employer with five or more employees must record the significant findings.', ...RECORD],
      ['Please tell {{me/us}} by {{reply date}} who is dealing with this.'],
    ];
    expect(plain.flatMap(([text, ...refs]) => faultsOf(text, refs))).toEqual([]);
  });
});

describe('an employer of another kind', () => {
  it.each([
    ['council', 'The trustees are my employer.'],
    ['council', 'The governors employ me.'],
    ['academy-trust', 'It is for the local authority to decide.'],
    ['academy-trust', 'The local governing board is my employer.'],
    ['governing-body', 'The board of trustees is my employer.'],
    ['governing-body', 'Please ask the county council.'],
    ['other', 'The governors are my employer.'],
  ] as const)('is found in a letter to %s: “%s”', (kind, text) => {
    expect(checkEmployerNamed(text, kind)).toHaveLength(1);
  });
});
