import { describe, expect, it } from 'vitest';
import { inlineText } from '../../../lib/letter/render/text';
import { type SampleEmployer, type SampleSigner } from '../../support/sampleLetters';
import { templateSections } from '../../support/claimRules';
import {
  checkAssurance,
  checkNumber,
  checkSalutation,
  checkSubject,
  checkTwoDates,
} from '../../support/letterRules';
import { measureLetter } from '../../support/readability';
import {
  checkCounts,
  checkDated,
  checkEmployer,
  checkLabels,
  checkMarks,
  checkMembership,
  checkNothingDone,
  checkSignatures,
  checkStandsAlone,
} from '../../support/letterShape';
import { plant, plantTemplate } from './plantFault';

describe('the structure of a letter', () => {
  it('a request that refers to another is found', () => {
    expect(
      checkStandsAlone(plantTemplate('date-passed', 'before the assessment is finished', 'before then')),
    ).toEqual(['the request “until-then” says “before then”, but may stand alone']);
    expect(
      checkStandsAlone(
        plantTemplate(
          'reply-passed-back',
          'tell {{me/us}} what facts are needed',
          'tell {{me/us}} what facts that person needs',
        ),
      ),
    ).toHaveLength(1);
  });

  it.each([
    'Please grant all three requests.',
    'Both requests matter.',
    'These are the points on which I ask for help, those two points.',
  ])('a typed count of requests is found: %s', (sentence) => {
    const letter = plantTemplate('reminder', 'Thank you for your time.', sentence);
    expect(checkCounts(templateSections([letter]))).toHaveLength(1);
  });

  it('words about another kind of employer are found', () => {
    const doc = (employer: SampleEmployer) =>
      plant('request', '{{I/We}} would be glad to meet.', 'The council is my employer.', 'single', employer);
    expect(checkEmployer(doc('council'), 'council')).toEqual([]);
    const trust = plant('reply-holding', '::: if council', '::: unless other', 'single', 'academy trust');
    expect(checkEmployer(trust, 'academy-trust')).toEqual(['“council” in a letter to academy-trust']);
    const board = plant('reply-holding', '::: if other', '::: if governing-body', 'single', 'governing body');
    expect(checkEmployer(board, 'governing-body')).toEqual([]);
    const charity = plant('reply-passed-back', '::: if council', '::: if other', 'single', 'other');
    expect(checkEmployer(charity, 'other')).toHaveLength(1);
  });

  it('membership of signers who did not choose to mention it is found', () => {
    const doc = plant(
      'meeting',
      '{{I/We}} look forward',
      'We are members of NAHT. {{I/We}} look forward',
      'joint',
    );
    expect(checkMembership(doc, 'joint')).toHaveLength(1);
    const done = plant('meeting', '{{I/We}} look forward', 'I am taking its advice. {{I/We}} look forward');
    expect(checkNothingDone(done)).toEqual(['“am taking its advice” may not be true of the writer']);
  });

  it('a missing signature, or one above the close, is found', () => {
    expect(checkSignatures(plant('reminder', '{{signatures}}', 'In haste'), ['Priya Nair'])).not.toEqual([]);
    const above = plant('reminder', '{{valediction}}\n\n{{signatures}}', '{{signatures}}\n\n{{valediction}}');
    expect(checkSignatures(above, ['Priya Nair'])).toEqual(['the close is not above the signatures']);
  });

  it.each([
    '* I know.',
    '1. I know.',
    '# I know.',
    '**I know.',
    'See [this](x).',
    'See <b>this</b>.',
    'See https://example.org.',
    'See {this}}.',
    '> I know.',
  ])('Markdown or HTML outside the letter format is found: %s', (sentence) => {
    expect(checkMarks(plant('reminder', 'Thank you for your time.', sentence))).toHaveLength(1);
  });

  it('a title with an exclamation mark is found', () => {
    expect(
      checkLabels(plantTemplate('reminder', 'title: Send a reminder', 'title: Send a reminder!')),
    ).toEqual(['“!” in “Send a reminder!”']);
  });
});

describe('a subject', () => {
  it.each([
    'Urgent: risk assessment',
    'Stress at Oakfield Primary School',
    'NAHT letter on inspections',
    'FINAL reminder',
    `Request for a risk assessment of Ofsted inspections ${'at our school '.repeat(5)}`,
  ])('that alarms or reveals too much is found: %s', (subject) => {
    const doc = plant(
      'second-reminder',
      "'Request for a risk assessment of Ofsted inspections: {{school}}'",
      JSON.stringify(subject),
    );
    expect(checkSubject(inlineText(doc.subject))).not.toEqual([]);
  });
});

describe('agreement', () => {
  it('of “Dear” and “Yours” is checked both ways', () => {
    expect(checkSalutation(plant('reminder', '{{valediction}}', 'Yours faithfully'))).toEqual([
      '“Dear Ms Okafor” goes with “Yours sincerely”, not “Yours faithfully”',
    ]);
    expect(
      checkSalutation(plant('reminder', '{{valediction}}', 'Yours sincerely', 'single', 'academy trust')),
    ).toEqual(['“Dear Chief Executive Officer” goes with “Yours faithfully”, not “Yours sincerely”']);
    expect(checkSalutation(plant('reminder', '{{valediction}}', 'Kind regards'))).toHaveLength(1);
    expect(checkSalutation(plant('reminder', 'Dear {{addressee}}', 'Hello {{addressee}}'))).toHaveLength(1);
  });

  it('is checked for “I” with several signers and “we” with one', () => {
    const fault = (signer: SampleSigner, to: string) =>
      checkNumber(plant('reminder', 'Thank you for your time.', to, signer), signer);
    expect(fault('joint', 'I know how busy you are.')).toHaveLength(1);
    expect(fault('single', 'We know how busy you are.')).toHaveLength(1);
    expect(fault('joint', 'We am grateful.')).toEqual(['“We am” does not agree']);
    expect(fault('single', 'I are grateful.')).toEqual(['“I are” does not agree']);
  });
});

describe('a report of a view', () => {
  it.each([
    ['without a month', 'NAHT, the school leaders’ union, called the findings “stark”.'],
    ['without a month or a quotation', 'Ofsted had addressed some of the recommendations.'],
    ['with a year only', 'In 2025 it wrote that it was “deeply troubling”.'],
    ['in the present tense', 'In October 2025 NAHT finds it troubling.'],
    ['as “it says”', 'In October 2025 NAHT wrote this. It says more.'],
    ['as “puts”', 'In October 2025 NAHT puts it plainly.'],
  ])('%s is found', (_kind, text) => {
    expect(checkDated(text)).toHaveLength(1);
  });

  it('with month and year, in the past tense, is not a fault', () => {
    expect(checkDated('In October 2025 NAHT called the findings “stark”.')).toEqual([]);
    expect(checkDated('Please tell me who is dealing with this.')).toEqual([]);
  });
});

describe('assurance and dates', () => {
  it('left out are found', () => {
    expect(
      checkAssurance(
        plant('reminder', 'Nothing in this letter seeks to delay or obstruct any inspection', 'All is well'),
      ),
    ).toHaveLength(1);
    expect(checkTwoDates(plant('request', 'when it will be finished', 'how'), '7 December 2026')).toEqual([
      'the letter does not ask when the assessment will be finished',
    ]);
    expect(checkTwoDates(plant('reminder', 'by {{reply date}} ', 'soon '), '7 December 2026')).toEqual([
      'the letter does not ask for a reply by the date',
    ]);
  });
});

describe('a sentence', () => {
  it('that is too long and too hard worsens the readability score', () => {
    const hard =
      'Notwithstanding organisational considerations, the implementation of comprehensive interdepartmental accountability arrangements necessitates consideration of the multiplicity of circumstances in which individuals experience occupational difficulties, and accordingly necessitates the identification of proportionate mitigations.';
    const doc = plant(
      'thanks',
      '{{I/We}} hope that it will make a real difference to the people who work at {{school}}.',
      `${hard} ${hard} ${hard}`,
    );
    const { readingEase, meanSentence } = measureLetter(doc);
    expect(readingEase < 45 || meanSentence > 22).toBe(true);
  });
});
