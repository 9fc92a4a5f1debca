import { describe, expect, it } from 'vitest';
import { templateSections } from '../../support/claimRules';
import { checkForbidden, checkUnionUntold, forbidden } from '../../support/forbiddenPhrases';
import { letterText } from '../../support/letterRules';
import { plant, plantTemplate } from './plantFault';

describe('a forbidden phrase', () => {
  const planted: readonly string[] = [
    'The framework was found to be unlawful.',
    'I may refuse the inspectors.',
    'Some heads will boycott it.',
    'This would be a breach of the Act.',
    'I rely on section 44.',
    'Members may hold a ballot.',
    'The new inspection framework is harsh.',
    'It applies from 10 November 2025.',
    'It grades seven core areas.',
    'It gives an overall grade.',
    'The High Court looked at it.',
    'After the death of a headteacher things changed.',
    'It engages Article 2.',
    'I will speak to a solicitor.',
    'I may raise a grievance.',
    'I will have to take this further.',
    'I will report it to the HSE.',
    'You have failed to answer.',
    'The law requires you to reply within ten days.',
    'The law requires a full risk assessment.',
    'You must guarantee our safety.',
    'Your written consent is needed.',
    'Regulation 14 asks for it.',
    'Ofsted has ignored the findings.',
    'This is NAHT’s official text.',
    'I write to the local education authority.',
    'The school was called inadequate.',
    'It was graded as needs attention.',
    'I am worried about my health.',
    'I don’t agree.',
    'The framework is illegal.',
    'I will not admit the inspectors.',
    'The framework, which is new, worries staff.',
    'It was changed this year.',
    'I hope that it will not be necessary to write again.',
    'I am keeping a record of this.',
    'The harm was foreseeable.',
    'Please postpone the inspection.',
    'Staff may walk away.',
    'Safeguarding is graded too.',
    'The appeal was lost.',
    'Heads take their own lives.',
    'I will tell my MP.',
    'I will not hesitate to write again.',
    'I am surprised by your silence.',
    'The system is dangerous.',
    'Sinead McBrearty wrote it.',
    'I am off sick.',
    'Please find the form attached.',
    'The organization is large.',
    'It is your statutory duty.',
    'Please answer within a fortnight.',
    'Others are watching.',
    'Inspectors are not welcome.',
    'We have not slept.',
    'More will follow soon.',
    'Safeguarding is pass or fail.',
    'The teaching unions agree.',
    'This letter is private.',
    'Under the 1974 Act you must act.',
    'Everyone knows it.',
    'There are eight areas.',
    'Please answer without delay.',
    'The local paper may ask.',
    'You have done nothing.',
    'An inspection cannot go ahead.',
    'A colleague was in hospital.',
    'By now the group has met.',
    'The framework was found wanting.',
  ];

  it.each(planted)('is found: %s', (sentence) => {
    const doc = plant('reminder', 'Thank you for your time.', sentence);
    expect(checkForbidden(letterText(doc))).not.toEqual([]);
  });

  it('has a planted sentence for every pattern', () => {
    const unplanted = forbidden.filter(({ pattern }) => !planted.some((sentence) => pattern.test(sentence)));
    expect(unplanted.map(({ pattern }) => String(pattern))).toEqual([]);
  });

  it('is found under a condition and inside quotation marks too', () => {
    const doc = plant('reply-refusal', 'Ofsted decides how it inspects.', 'Some call it “unlawful”.');
    expect(checkForbidden(letterText(doc))).toEqual(['“unlawful”: nothing was found unlawful']);
  });

  it('can be a regulator’s name, which only later letters may contain', () => {
    const doc = plant(
      'request',
      '{{I/We}} would be glad to meet.',
      'The Health and Safety Executive says so.',
    );
    expect(checkForbidden(letterText(doc), { first: true })).toEqual([
      '“Health and Safety Executive”: no regulator in the first letter',
    ]);
    expect(checkForbidden(letterText(doc))).toEqual([]);
  });

  it('can be the word “grievance”, unless the letter says that it is not one', () => {
    expect(checkForbidden('It is not a grievance: it asks for an assessment.')).toEqual([]);
    expect(checkForbidden('It is a grievance.')).toHaveLength(1);
  });
});

describe('under a condition that no sample meets', () => {
  it('a forbidden phrase is found too', () => {
    const letter = plantTemplate(
      'reminder',
      '::: if enclosure',
      '::: if has meeting date\nI rely on section 44.\n:::\n\n::: if enclosure',
      'asks: [first letter date,',
      'asks: [first letter date, meeting date,',
    );
    const said = [...templateSections([letter])].flatMap(([, text]) => checkForbidden(text));
    expect(said).toEqual(['“section 44”: section 44 stays out of letters']);
  });
});

describe('union membership', () => {
  it('mentioned without the writer’s choice is found', () => {
    const doc = plant('meeting', '::: if union', '::: unless union');
    expect(checkUnionUntold(letterText(doc))).toEqual([
      '“member of NAHT” tells that the writer belongs to a union',
    ]);
  });
});
