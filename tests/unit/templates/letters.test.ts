import { describe, expect, it } from 'vitest';
import { blockTexts, inlineText } from '../../../lib/letter/render/text';
import { listRequests } from '../../../lib/letter/model';
import { sampleContext, sampleEmployers } from '../../support/sampleLetters';
import { templateSections } from '../../support/claimRules';
import { checkForbidden, checkUnionUntold } from '../../support/forbiddenPhrases';
import {
  checkAssurance,
  checkNumber,
  checkQuotations,
  checkSalutation,
  checkSubject,
  checkTwoDates,
  letterText,
} from '../../support/letterRules';
import { storedTexts } from '../../support/publishedPassages';
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
import { composeLetter } from '../../../lib/letter/compose/compose';
import { composeSample, faults, letters, variants } from './everyLetter';

/** The letters that must exist, by stage and in order. More may follow, each in one file. */
const requiredLetters = [
  ['Start here', 'request', 'Ask for a risk assessment'],
  ['Start here', 'review-due', 'Ask for the yearly review'],
  ['The call has come', 'inspection-notified', 'Tell them the inspection call has come'],
  ['The call has come', 'after-inspection', 'Ask for a review after the inspection'],
  ['No answer', 'reminder', 'Send a reminder'],
  ['No answer', 'second-reminder', 'Write to someone else there'],
  ['They answered', 'acknowledge', 'Thank them and ask for a date'],
  ['They answered', 'reply-holding', 'Ask for support while they take advice'],
  ['They answered', 'reply-inadequate', 'Ask for what is missing'],
  ['They answered', 'reply-passed-back', 'Say the assessment is for them to carry out'],
  ['They answered', 'reply-refusal', 'Ask them to reconsider'],
  ['They answered', 'date-passed', 'Follow up the date they promised'],
  ['They answered', 'meeting', 'Arrange a meeting'],
  ['They answered', 'thanks', 'Thank them and note what was agreed'],
];

describe('the letters', () => {
  const isRequired = ({ id }: { id: string }) => requiredLetters.some(([, required]) => required === id);

  it('include the fourteen required ones, in their stages, in order and with their titles', () => {
    expect(letters.filter(isRequired).map(({ stage, id, title }) => [stage, id, title])).toEqual(
      requiredLetters,
    );
  });

  it('have no missing detail when everything is filled in', () => {
    expect(faults(variants, ({ doc }) => doc.missing.map(({ label }) => label))).toEqual([]);
  });

  it('contain no forbidden phrase', () => {
    expect(
      faults(variants, ({ doc, letterId }) =>
        checkForbidden(letterText(doc), { first: letterId === 'request' }),
      ),
    ).toEqual([]);
  });

  it('contain no forbidden phrase under any condition, chosen or not', () => {
    const said = [...templateSections(letters)].flatMap(([where, text]) =>
      checkForbidden(text).map((fault) => `${where}: ${fault}`),
    );
    expect(said).toEqual([]);
  });

  it('mention union membership only if the writer chose it', () => {
    const untold = variants.filter(({ choice }) => choice === 'plain');
    expect(faults(untold, ({ doc }) => checkUnionUntold(letterText(doc)))).toEqual([]);
    expect(letterText(composeSample('request', 'single', 'council', 'full'))).toContain('a member of NAHT');
  });

  it('with several signers, mention only the writer’s union membership, and no action that nobody has taken', () => {
    expect(faults(variants, ({ doc, signer }) => checkMembership(doc, signer))).toEqual([]);
    expect(faults(variants, ({ doc }) => checkNothingDone(doc))).toEqual([]);
    expect(letterText(composeSample('request', 'joint', 'council', 'full'))).toContain(
      'Priya Nair is a member of NAHT. Each of us writes in our own name.',
    );
  });

  it('describe the employer correctly for its kind', () => {
    expect(
      faults(variants, ({ doc, employer }) => checkEmployer(doc, sampleEmployers[employer].kind)),
    ).toEqual([]);
  });

  it('are signed by every signer, below the close', () => {
    const people = { single: ['Priya Nair'], joint: ['Priya Nair', 'Tom Adeyemi'] };
    expect(faults(variants, ({ doc, signer }) => checkSignatures(doc, people[signer]))).toEqual([]);
  });

  it('contain no Markdown or HTML', () => {
    expect(faults(variants, ({ doc }) => checkMarks(doc))).toEqual([]);
  });

  it('have no request that refers to another, and no typed count of requests', () => {
    expect(letters.flatMap(checkStandsAlone)).toEqual([]);
    expect(checkCounts(templateSections(letters))).toEqual([]);
  });

  it('have calm titles and labels', () => {
    expect(letters.flatMap(checkLabels)).toEqual([]);
  });

  it('have calm subjects that reveal no more than necessary', () => {
    expect(faults(variants, ({ doc }) => checkSubject(inlineText(doc.subject)))).toEqual([]);
  });

  it('match “Dear” with “Yours”, and “I” or “we” with the number of signers', () => {
    expect(faults(variants, ({ doc }) => checkSalutation(doc))).toEqual([]);
    expect(faults(variants, ({ doc, signer }) => checkNumber(doc, signer))).toEqual([]);
  });

  it('put quotation marks only around published words', () => {
    expect(faults(variants, ({ doc }) => checkQuotations(doc))).toEqual([]);
  });

  it('quote only published words, character for character, for all choices', () => {
    const said = [
      ...templateSections(letters),
      ...variants.map(({ name, doc }) => [name, letterText(doc)] as const),
    ];
    const quoted = said.flatMap(([where, text]) =>
      Array.from(text.matchAll(/“([^”]*)”?/g), ([, words = '']) => ({ where, words })),
    );
    expect(quoted.length).toBeGreaterThan(0);
    expect(
      quoted.filter(({ words }) => words === '' || !storedTexts.some((text) => text.includes(words))),
    ).toEqual([]);
  });

  it('date each quotation or report of a view with month and year in its paragraph, and tell it in the past tense', () => {
    const undated = variants.flatMap(({ name, doc }) =>
      blockTexts(doc)
        .filter((text) => checkDated(text).length > 0)
        .map((text) => `${name}: ${text}`),
    );
    expect(undated).toEqual([]);
  });

  it('name no body that not every employer of the kind has: pupil referral units, federations and trusts differ', () => {
    const elsewhere = variants.filter(({ employer }) => employer !== 'governing body');
    const body = /\bgoverning (body|board)\b|\bgovernors?\b|\bmanagement committee\b/i;
    expect(faults(elsewhere, ({ doc }) => body.exec(letterText(doc))?.slice(0, 1) ?? [])).toEqual([]);
  });

  it('say that they seek no delay or obstruction, except the letter of thanks', () => {
    const others = variants.filter(({ letterId }) => letterId !== 'thanks');
    expect(faults(others, ({ doc }) => checkAssurance(doc))).toEqual([]);
  });

  it('ask for a reply by a date, and separately when the assessment will be finished', () => {
    const asking = [
      'request',
      'reminder',
      'second-reminder',
      'acknowledge',
      'reply-holding',
      'reply-inadequate',
      'reply-passed-back',
      'reply-refusal',
      'date-passed',
      'after-inspection',
      'review-due',
    ];
    const those = variants.filter(({ letterId }) => asking.includes(letterId));
    expect(those).toHaveLength(asking.length * 20);
    expect(faults(those, ({ doc }) => checkTwoDates(doc, '7 December 2026'))).toEqual([]);
  });

  it('give each request a short label that starts with a verb', () => {
    const labels = letters.flatMap((letter) => listRequests(letter).map(({ title }) => title));
    expect(
      labels.filter((label) => label.length > 60 || !/^[A-Z][a-z]+ /.test(label) || label.endsWith('.')),
    ).toEqual([]);
  });

  it.each(letters.map((letter) => [letter.id, letter] as const))(
    'name both schools of two heads: %s',
    (id, letter) => {
      const context = sampleContext(letter, 'joint', 'council', 'full');
      const kim = { fullName: 'Kim Day', jobTitle: 'Headteacher', school: 'Mill School', agreed: true };
      const doc = composeLetter(letter, { ...context, signer: { ...context.signer, coSigners: [kim] } });
      const words = letterText(doc);
      const alone = words.match(/Oakfield Primary School(?! and Mill School)/g) ?? [];
      // An inspection is of one school. The signature of each head has their own.
      const ofOneSchool = ['inspection-notified', 'after-inspection'].includes(id);
      expect([alone.length, words.includes('members of staff')]).toEqual([ofOneSchool ? 3 : 1, false]);
      expect(words).not.toMatch(/the school’s behalf|outside the school\b|govern the school\b/);
      expect(words).toContain('Priya Nair\nHeadteacher\nOakfield Primary School');
      expect(words).toContain('Kim Day\nHeadteacher\nMill School');
    },
  );
});
