import { describe, expect, test } from 'vitest';
import { blockTexts, inlineText } from '../../../lib/letter/render/text';
import { asking, compose, deputy, type ContextChanges } from './fixtures';

function sentence(body: string, changes: ContextChanges = {}, front?: string): string {
  return blockTexts(compose(body, changes, front)).join('\n');
}

const atSchool = (school: string) => ({ signer: { school } });
const employedBy = (organisation: string) => ({ employer: { organisation } });

describe('grammar around a name', () => {
  test.each([
    ['{{school}}’s staff', 'Oakfield Primary', 'Oakfield Primary’s staff'],
    ['{{school}}’s staff', 'St James', 'St James’ staff'],
    ['{{school}}’s staff', 'St James’', 'St James’ staff'],
    ['{{school}}’s staff', 'All Saints', 'All Saints’ staff'],
    ["{{school}}'s staff", 'All Saints', "All Saints' staff"],
    ['{{school}}’safe', 'All Saints', 'All Saints’safe'],
    ['The staff of the {{school}}', 'The Oak School', 'The staff of The Oak School'],
    ['At {{school}}.', 'Oak Prim.', 'At Oak Prim.'],
    ['At {{school}}.', 'Oak', 'At Oak.'],
    ['At {{school}}', 'St Mary’s “Hilltop” & Co', 'At St Mary’s “Hilltop” & Co'],
  ])('%s with %s', (body, school, expected) => expect(sentence(body, atSchool(school))).toBe(expected));

  test.each([
    ['I ask {{employer}} to act.', 'London Borough of Camden', 'I ask the London Borough of Camden to act.'],
    [
      'I ask the {{employer}} to act.',
      'London Borough of Camden',
      'I ask the London Borough of Camden to act.',
    ],
    ['{{employer}} is asked.', 'Royal Borough of Greenwich', 'The Royal Borough of Greenwich is asked.'],
    [
      'Thank you. {{employer}} is asked.',
      'City of Westminster',
      'Thank you. The City of Westminster is asked.',
    ],
    ['I ask {{employer}}.', 'City of York Council', 'I ask City of York Council.'],
    ['I ask {{employer}}.', 'Council of the Isles of Scilly', 'I ask the Council of the Isles of Scilly.'],
    ['I ask {{employer}}.', 'Kent County Council', 'I ask Kent County Council.'],
    ['I ask {{employer}}.', 'Governing Body of Oak School', 'I ask the Governing Body of Oak School.'],
    ['I ask {{employer}}.', 'The Oak Trust', 'I ask The Oak Trust.'],
    ['I ask the {{employer}}.', 'The Oak Trust', 'I ask The Oak Trust.'],
    [
      'For the attention of\\\n{{employer}}',
      'London Borough of Camden',
      'For the attention of\nLondon Borough of Camden',
    ],
  ])('%s with %s', (body, organisation, expected) =>
    expect(sentence(body, employedBy(organisation))).toBe(expected),
  );

  test.each([
    [
      'The Trustees of the Oak Trust',
      'The Trustees of the Oak Trust are my employer. I ask the Trustees of the Oak Trust.',
    ],
    [
      'Trustees of the Oak Trust',
      'The Trustees of the Oak Trust are my employer. I ask the Trustees of the Oak Trust.',
    ],
    [
      'Governors of Oak School',
      'The Governors of Oak School are my employer. I ask the Governors of Oak School.',
    ],
    ['Oak School Governors', 'The Oak School Governors are my employer. I ask the Oak School Governors.'],
    ['Oak School’s Governors', 'Oak School’s Governors are my employer. I ask Oak School’s Governors.'],
    [
      'Oak School Governing Body',
      'The Oak School Governing Body is my employer. I ask the Oak School Governing Body.',
    ],
    [
      'Oak School Board of Trustees',
      'The Oak School Board of Trustees is my employer. I ask the Oak School Board of Trustees.',
    ],
    [
      'The Board of Trustees of Oak',
      'The Board of Trustees of Oak is my employer. I ask the Board of Trustees of Oak.',
    ],
    ['Ash and Elm Councils', 'Ash and Elm Councils are my employer. I ask Ash and Elm Councils.'],
    [
      'Ash Council and Elm Council',
      'Ash Council and Elm Council are my employer. I ask Ash Council and Elm Council.',
    ],
    ['Ash and Elm Council', 'Ash and Elm Council is my employer. I ask Ash and Elm Council.'],
    ['the Oak Trust', 'The Oak Trust is my employer. I ask the Oak Trust.'],
    ['The Oak Trust', 'The Oak Trust is my employer. I ask The Oak Trust.'],
    ['Diocese of Ash', 'The Diocese of Ash is my employer. I ask the Diocese of Ash.'],
    ['Sisters of Oak', 'The Sisters of Oak are my employer. I ask the Sisters of Oak.'],
    ['Star Academies', 'Star Academies is my employer. I ask Star Academies.'],
    ['Oak Ltd.', 'Oak Ltd. is my employer. I ask Oak Ltd.'],
    ['', '[employer’s name] is my employer. I ask [employer’s name].'],
  ])('the words around the employer “%s” agree with the name', (organisation, expected) => {
    expect(sentence('{{employer}} is my employer. I ask {{employer}}.', employedBy(organisation))).toBe(
      expected,
    );
  });

  test.each([
    ['Trustees of Oak', 'I asked them.'],
    ['Oak Trust', 'I asked it.'],
    ['', 'I asked it.'],
  ])('the pronoun for the employer “%s” is “%s”', (organisation, expected) => {
    expect(sentence('I asked {{employer pronoun}}.', employedBy(organisation))).toBe(expected);
  });

  test.each([
    ['headteacher', 'I am a headteacher.'],
    ['executive headteacher', 'I am an executive headteacher.'],
    ['Assistant Head', 'I am an assistant head.'],
    ['Headteacher and SENCO', 'I am a headteacher and SENCO.'],
    ['HR lead', 'I am an HR lead.'],
    ['SENCO', 'I am a SENCO.'],
    ['university tutor', 'I am a university tutor.'],
    ['uninspected head', 'I am an uninspected head.'],
    ['one-form-entry head', 'I am a one-form-entry head.'],
    ['honorary head', 'I am an honorary head.'],
  ])('the article “a” is correct before %s', (jobTitle, expected) => {
    expect(sentence('I am a {{job title}}.', { signer: { jobTitle } })).toBe(expected);
  });

  test('a job title keeps its capitals where it is not part of a sentence', () => {
    const signer = { jobTitle: 'Executive Headteacher' };
    expect(sentence('By {{full name}}, {{job title}}.', { signer })).toContain(', Executive Headteacher.');
  });

  const two = '### A {#a}\nFirst.\n\n### B {#b}\nSecond.\n\n### C {#c optional}\nThird.';
  const counting = `## Asks {#asks}\n\n${two}\n\n## Count {#count}\n\nI make {{all requests}}. {{the requests}}: {{request count}}.`;

  test.each([
    [['a'], 'I make this request. The request: one.'],
    [['a', 'b'], 'I make both requests. The two requests: two.'],
    [['a', 'b', 'c'], 'I make all three requests. The three requests: three.'],
  ])('requests %j are counted in words', (requests, expected) => {
    expect(sentence(counting, { choices: { requests } }).split('\n').at(-1)).toBe(expected);
  });

  test('a sentence that counts the requests is left out if none is ticked', () => {
    expect(sentence(counting, { choices: { requests: [] } })).toBe('');
  });

  test('one signer is “I”, several are “we”, and either wording may be empty', () => {
    const body = '{{I/We}} sign{{s/}}, {{an employee/employees}} {{/all }}of {{ my / our }} school.';
    expect(sentence(body)).toBe('I signs, an employee of my school.');
    expect(sentence(body, { signer: { coSigners: [deputy] } })).toBe('We sign, employees all of our school.');
  });

  test('only co-signers who have agreed count as signers', () => {
    const coSigners = [
      { ...deputy, agreed: false },
      { fullName: ' ', jobTitle: '', agreed: true },
    ];
    expect(sentence('{{I/We}}', { signer: { coSigners } })).toBe('I');
  });

  test('names in a sentence are joined with “and”, and an address on one line with commas', () => {
    expect(sentence('Sent to {{copies}}.', { choices: { copies: ['A', 'B', 'C'] } })).toBe(
      'Sent to A, B and C.',
    );
    expect(sentence('At {{school address}}.')).toBe('At 1 School Lane, Oakfield.');
  });

  test('times and dates are formatted, and unreadable ones stay as typed', () => {
    const front = asking('call time', 'inspection date');
    const body = 'At {{call time}} on {{inspection date}}.';
    const answered = (time: string, date: string) =>
      sentence(body, { choices: { answers: { 'call time': time, 'inspection date': date } } }, front);
    expect(answered('09:30', '2026-12-01')).toBe('At 9.30am on 1 December 2026.');
    expect(answered('half nine', 'Tuesday')).toBe('At half nine on Tuesday.');
  });

  test('the subject is composed like the body', () => {
    expect(inlineText(compose('Text.', atSchool('St James')).subject)).toBe('About St James');
  });
});
