import { describe, expect, it } from 'vitest';
import { composeLetter } from '../../../lib/letter/compose/compose';
import { type LetterChoices, type Voice, listRequests } from '../../../lib/letter/model';
import { blockTexts, inlineText } from '../../../lib/letter/render/text';
import { sampleContext } from '../../support/sampleLetters';
import { checkNoPassage, checkPassages, letterText } from '../../support/letterRules';
import { composeSample, faults, letterById, letters, type Variant, variants } from './everyLetter';

const later = variants.filter(({ letterId }) => letterId !== 'request');

describe('the first letter', () => {
  const firsts = variants.filter(({ letterId }) => letterId === 'request');

  it('contains the ten published passages word for word, attributed, each in its section', () => {
    expect(faults(firsts, ({ doc }) => checkPassages(doc))).toEqual([]);
  });

  const composeVoice = (voice: Voice, choices: Partial<LetterChoices> = {}) => {
    const letter = letterById('request');
    const context = sampleContext(letter, 'single', 'council');
    return composeLetter(letter, { ...context, choices: { ...context.choices, ...choices, voice } });
  };

  it('in the softer voice leaves out passages 7 to 10, and nothing else', () => {
    const doc = composeVoice('softer');
    expect(checkPassages(doc, 'softer')).toEqual([]);
    expect(blockTexts(composeSample('request')).length - blockTexts(doc).length).toBe(2);
  });

  it('in the voice “Do not mention NAHT” has no word of NAHT, its members or its advisory group, with everything ticked', () => {
    expect(checkPassages(composeVoice('without NAHT'), 'without NAHT')).toEqual([]);
    const requests = listRequests(letterById('request')).map(({ id }) => id);
    const full = composeVoice('without NAHT', { mentionUnion: true, requests });
    expect(checkPassages(full, 'without NAHT')).toEqual([]);
  });

  it.each([
    ['full', 640],
    ['softer', 560],
    ['without NAHT', 450],
  ] as const)('in the voice “%s” has at most %i words with default ticks', (voice, most) => {
    expect(letterText(composeVoice(voice)).split(/\s+/).length).toBeLessThanOrEqual(most);
  });

  it('says “please” at most four times with default ticks', () => {
    const often = firsts.filter(
      ({ doc, choice }) => choice === 'plain' && (letterText(doc).match(/please/gi) ?? []).length > 4,
    );
    expect(often.map(({ name }) => name)).toEqual([]);
  });

  it('has no passage in common with the later letters', () => {
    expect(faults(later, ({ doc }) => checkNoPassage(doc))).toEqual([]);
  });

  it('has the required sections in order', () => {
    expect(letterById('request').sections.map(({ id }) => id)).toEqual([
      'opening',
      'requests',
      'further-requests',
      'reply',
      'assurance',
      'our-school',
      'why',
      'naht',
      'duties',
      'my-part',
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
    expect(text(['assess', 'consult'])).toContain('I would also be grateful if you would:');
    expect(text(['consult'])).toContain('I would be grateful if you would:');
    expect(text(['consult'])).not.toContain('I am asking you to:');
  });

  it('has the section “Our school” with the writer’s words, or leaves it out if there are none', () => {
    const ids = (choice: 'plain' | 'full') =>
      composeSample('request', 'single', 'council', choice).sections.map(({ id }) => id);
    expect(ids('plain')).not.toContain('our-school');
    expect(ids('full')).toContain('our-school');
  });

  it('names the employer, and the body that is not the employer', () => {
    const text = (employer: Variant['employer']) => letterText(composeSample('request', 'single', employer));
    expect(text('council')).toContain('I am writing to ask what you, as my employer, will do');
    expect(text('council')).toContain(
      'Northmere County Council is my employer, not the people who govern the school.',
    );
    expect(text('academy trust')).toContain('The Beacon Learning Trust is my employer.');
    expect(text('trust with one school')).toContain('Oakfield Academy Trust is my employer.');
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

  it('tells of a telephone call only if the writer says that there was one', () => {
    const letter = letterById('inspection-notified');
    const context = sampleContext(letter, 'single', 'council');
    const text = (answers: Record<string, string>) =>
      letterText(composeLetter(letter, { ...context, choices: { ...context.choices, answers } }));
    expect(text({})).not.toMatch(/telephone/);
    expect(text({ 'telephone call': 'tried to reach you' })).toContain(
      'I have tried to reach you by telephone.',
    );
    expect(text({ 'telephone call': 'spoken to you' })).toContain('I have spoken to you by telephone.');
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
    expect(text({})).toContain('Please suggest two or three times by 7 December 2026.');
    expect(text({ 'meeting date': '2026-12-01', 'first letter date': '2026-11-09' })).toContain(
      'Thank you for agreeing to meet about the risk assessment of Ofsted inspections at Oakfield Primary School (my letter of 9 November 2026). I have noted 1 December 2026. Please let me know the time.',
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
      'in January 2024 Ofsted named colleagues, family members, medical advisers and their wider support group',
    );
    expect(text).not.toMatch(/\b(whom|who) leaders (may|can) talk|\bpermission\b|\bconfirm in writing\b/);
  });
});

describe('the reply that leaves things out', () => {
  it('has a request for each test of adequacy and one for the stress policy, none ticked beforehand', () => {
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
    expect(requests.filter(({ optional }) => !optional)).toEqual([]);
  });

  it('says that something is missing only if the writer ticked what', () => {
    const letter = letterById('reply-inadequate');
    const context = sampleContext(letter, 'single', 'council');
    const text = (requests: string[]) =>
      letterText(composeLetter(letter, { ...context, choices: { ...context.choices, requests } }));
    expect(text([])).not.toMatch(/missing|grateful if you would/);
    expect(text(['owners'])).toContain('some things that I would expect in it are missing');
  });
});

describe('the letter for the yearly review', () => {
  const letter = letterById('review-due');
  const context = sampleContext(letter, 'single', 'council');
  const text = (answers: Record<string, string>) =>
    letterText(composeLetter(letter, { ...context, choices: { ...context.choices, answers } }));

  it('tells of an earlier letter or of a new writer only if the writer gave the day', () => {
    expect(text({})).not.toMatch(/I wrote|new here|\[/);
    expect(text({ 'first letter date': '2025-11-10' })).toContain(
      'I wrote on 10 November 2025 to ask Northmere County Council, as my employer, for a risk assessment',
    );
    expect(text({ 'start date': '2026-09-01' })).toContain('I am new here: I started on 1 September 2026.');
  });

  it('from a new writer does not claim an earlier letter, which a predecessor may have sent', () => {
    const both = { 'first letter date': '2025-11-10', 'start date': '2026-09-01' };
    expect(text(both)).toContain('I am new here');
    expect(text(both)).not.toContain('I wrote on');
    const joint = sampleContext(letter, 'joint', 'council');
    expect(
      letterText(composeLetter(letter, { ...joint, choices: { ...joint.choices, answers: both } })),
    ).toContain('Priya Nair is new here, and started on 1 September 2026.');
  });

  it('asks for the review date and does not call a review that is not due yearly', () => {
    expect(text({})).not.toMatch(/yearly review/);
    expect(text({})).toContain('review the assessment if its last review was more than a year ago');
    expect(text({})).toContain('and its review date');
  });
});

describe('a letter that answers a reply', () => {
  const answering = letters.filter(({ asks }) =>
    asks.some((asked) => /their reply date|agreed date/.test(asked)),
  );

  it('says which letter of the writer’s it is about, and leaves a bracket where the date is not known', () => {
    const undated = answering.flatMap((letter) => {
      const context = sampleContext(letter, 'single', 'council');
      const text = (answers: Record<string, string>) =>
        letterText(composeLetter(letter, { ...context, choices: { ...context.choices, answers } }));
      const named = text({ 'first letter date': '2026-11-09' }).includes('9 November 2026');
      return named && text({}).includes('[date of your first letter]') ? [] : [letter.id];
    });
    expect(answering.map(({ id }) => id)).toHaveLength(7);
    expect(undated).toEqual([]);
  });
});

describe('reminders', () => {
  const reminders = ['reminder', 'second-reminder'];

  it('do not report what the first letter asked for, because the ticks may differ from it', () => {
    const told = variants.filter(({ letterId }) => reminders.includes(letterId));
    expect(
      faults(
        told,
        ({ doc }) =>
          /\bletter (also )?asked\b|\basked (you )?(to|for the following)\b/
            .exec(letterText(doc))
            ?.slice(0, 1) ?? [],
      ),
    ).toEqual([]);
  });

  it('say that the first letter is attached if it is, and else that it can be sent', () => {
    const told = variants.filter(({ letterId }) => reminders.includes(letterId));
    const wrong = faults(told, ({ doc, choice }) => {
      const text = letterText(doc);
      const offered = /can send the (first letter|earlier letters)/.test(text);
      const attached = /attached/.test(text) && /^Enc\. (my|our) letter of 9 November 2026/m.test(text);
      return (choice === 'full' ? attached && !offered : offered && !attached) ? [] : ['wrong'];
    });
    expect(wrong).toEqual([]);
  });

  it('ask only a clerk to place the letter before the board', () => {
    const letter = letterById('second-reminder');
    const context = sampleContext(letter, 'single', 'governing body');
    const text = (nextPersonUp: string) =>
      letterText(composeLetter(letter, { ...context, employer: { ...context.employer, nextPersonUp } }));
    expect(text('Clerk to the Governors')).toContain('before the full governing body');
    expect(text('Clerk to the Governors')).toContain('tell me on what date it will be considered');
    expect(text('Governance professional')).toContain('before the full governing body');
    expect(text('Vice-chair of Governors')).not.toContain('full governing body');
  });

  it('to a board say that the writer will leave while the letter is discussed, if present', () => {
    expect(letterText(composeSample('second-reminder', 'single', 'governing body'))).toContain(
      'If I am present, I will declare an interest and leave while it is discussed.',
    );
    expect(letterText(composeSample('second-reminder', 'joint', 'governing body'))).toContain(
      'If any of us is present, we will declare an interest and leave while it is discussed.',
    );
  });
});
