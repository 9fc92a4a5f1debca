import { describe, expect, it } from 'vitest';
import { composeLetter } from '../../../lib/letter/compose/compose';
import { blockTexts, inlineText } from '../../../lib/letter/render/text';
import { listRequests } from '../../../lib/letter/compose/requests';
import { sampleContext } from '../../support/sampleLetters';
import { checkNoPassage, checkPassages, letterText } from '../../support/letterRules';
import { composeSample, faults, letterById, type Variant, variants } from './everyLetter';

const later = variants.filter(({ letterId }) => letterId !== 'request');

describe('the first letter', () => {
  const firsts = variants.filter(({ letterId }) => letterId === 'request');

  it('contains the ten published passages word for word, attributed, each in its section', () => {
    expect(faults(firsts, ({ doc }) => checkPassages(doc))).toEqual([]);
  });

  it('leaves out only NAHT’s strongest sentences if the writer chose that', () => {
    const letter = letterById('request');
    const context = sampleContext(letter, 'single', 'council');
    const doc = composeLetter(letter, {
      ...context,
      choices: { ...context.choices, leaveOutStrongest: true },
    });
    expect(checkPassages(doc, { leaveOutStrongest: true })).toEqual([]);
    expect(blockTexts(composeSample('request')).length - blockTexts(doc).length).toBe(1);
  });

  it('has no passage in common with the later letters', () => {
    expect(faults(later, ({ doc }) => checkNoPassage(doc))).toEqual([]);
  });

  it('has the required sections in order', () => {
    expect(letterById('request').sections.map(({ id }) => id)).toEqual([
      'opening',
      'why-now',
      'evidence',
      'concern',
      'our-school',
      'requests',
      'further-requests',
      'duties',
      'my-part',
      'reply',
      'assurance',
      'appeal',
      'close',
    ]);
  });

  it('ticks the three main requests by default, and not the further ones', () => {
    const requests = listRequests(letterById('request'));
    expect(requests.filter(({ optional }) => !optional).map(({ id }) => id)).toEqual([
      'assess',
      'plan',
      'dialogue',
    ]);
    expect(requests.filter(({ optional }) => optional).map(({ id }) => id)).toEqual([
      'named-officer',
      'consult',
      'groups-at-risk',
      'collective-measures',
      'review-date',
    ]);
  });

  it('introduces the further requests with “also” only if others come before', () => {
    const letter = letterById('request');
    const context = sampleContext(letter, 'single', 'council');
    const text = (requests: string[]) =>
      letterText(composeLetter(letter, { ...context, choices: { ...context.choices, requests } }));
    expect(text(['assess', 'consult'])).toContain('I would also be grateful for the following.');
    expect(text(['consult'])).toContain('I would be grateful for the following.');
    expect(text(['consult'])).not.toContain('This is what I ask.');
  });

  it('has the section “Our school” with the writer’s words, or leaves it out if there are none', () => {
    const ids = (choice: 'plain' | 'full') =>
      composeSample('request', 'single', 'council', choice).sections.map(({ id }) => id);
    expect(ids('plain')).not.toContain('our-school');
    expect(ids('full')).toContain('our-school');
  });

  it('names the employer, and the body that is not the employer', () => {
    const text = (employer: Variant['employer']) => letterText(composeSample('request', 'single', employer));
    expect(text('council')).toContain('I ask Northmere County Council, my employer');
    expect(text('council')).toContain('The council is my employer, not the people who govern the school.');
    expect(text('academy trust')).toContain('The trust is my employer.');
    expect(text('trust with one school')).toContain('The trust is my employer.');
    expect(text('governing body')).toContain(
      'The governing body is my employer; the local authority is not.',
    );
    expect(text('other')).toContain('Meadowbank Schools Charity is my employer.');
  });
});

describe('letters to a board', () => {
  it('ask for a confidential item and declare an interest only if addressed to a chair', () => {
    const toBoards = ['governing body', 'trust with one school'];
    for (const { doc, employer, name } of variants.filter(({ letterId }) =>
      ['request', 'second-reminder'].includes(letterId),
    )) {
      const noted = /confidential item/.test(letterText(doc)) && /declare an interest/.test(letterText(doc));
      expect(noted, name).toBe(toBoards.includes(employer));
    }
  });

  it('go to the next person up after an unanswered reminder', () => {
    const dear = (employer: Variant['employer']) =>
      blockTexts(composeSample('second-reminder', 'single', employer))[0];
    expect(dear('council')).toBe('Dear Chief Executive');
    expect(dear('academy trust')).toBe('Dear Chair of Trustees');
    expect(dear('governing body')).toBe('Dear Clerk to the Governors');
    expect(dear('trust with one school')).toBe('Dear Clerk to the Trustees');
  });
});

describe('the letter of the inspection call', () => {
  it('has under 150 words with everything ticked, and its subject starts with INSPECTION NOTIFIED', () => {
    for (const { doc, name } of variants.filter(({ letterId }) => letterId === 'inspection-notified')) {
      expect(letterText(doc).split(/\s+/).length, name).toBeLessThan(150);
      expect(inlineText(doc.subject)).toBe('INSPECTION NOTIFIED: Oakfield Primary School');
    }
  });

  it('confirms a telephone call', () => {
    expect(letterText(composeSample('inspection-notified'))).toContain(
      'This confirms my telephone call today.',
    );
  });

  it('asks for four things, three of them ticked', () => {
    expect(
      listRequests(letterById('inspection-notified')).map(({ title, optional }) => [title, optional]),
    ).toEqual([
      ['Put the agreed plan into effect now', false],
      ['Name today’s contact and their mobile', false],
      ['Say who will be at the feedback meeting', false],
      ['Say who would ask for a deferral or pause', true],
    ]);
  });
});

describe('the meeting letter', () => {
  const letter = letterById('meeting');
  const context = sampleContext(letter, 'single', 'council');
  const text = (answers: Record<string, string>) =>
    letterText(composeLetter(letter, { ...context, choices: { ...context.choices, answers } }));

  it('asks for a meeting without a date, and confirms one with a date', () => {
    expect(text({})).toContain('Please would you meet me');
    expect(text({})).toContain('Please would you suggest two or three times by 7 December 2026.');
    expect(text({ 'meeting date': '2026-12-01' })).toContain(
      'I have noted 1 December 2026. Please would you let me know the time.',
    );
    expect(text({ 'meeting date': '2026-12-01', 'meeting time': '16:00' })).toContain(
      'I have noted 1 December 2026 at 4pm.',
    );
  });
});

describe('the letter after an inspection', () => {
  it('says that provisional outcomes may be shared in confidence, and does not ask for permission to talk', () => {
    const text = letterText(composeSample('after-inspection'));
    expect(text).toContain(
      'Ofsted lets leaders share provisional outcomes in confidence with colleagues, family members, medical advisers and their wider support group.',
    );
    expect(text).not.toMatch(/\b(whom|who) leaders (may|can) talk|\bpermission\b|\bconfirm in writing\b/);
  });
});

describe('the reply that leaves things out', () => {
  it('has a request for each test of adequacy, and one for the stress policy', () => {
    const requests = listRequests(letterById('reply-inadequate'));
    expect(requests.map(({ id }) => id)).toEqual([
      'assessor',
      'this-school',
      'phases',
      'groups-at-risk',
      'consulted',
      'collective-measures',
      'owners',
      'review-date',
      'share',
      'stress-policy',
    ]);
    expect(requests.filter(({ optional }) => optional).map(({ id }) => id)).toEqual(['stress-policy']);
  });
});
