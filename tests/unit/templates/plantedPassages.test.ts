import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { composeLetter } from '../../../lib/letter/compose/compose';
import type { LetterDocument } from '../../../lib/letter/model';
import { parseLetter } from '../../../lib/letter/parse/parse';
import { sampleContext } from '../../support/sampleLetters';
import { checkNoPassage, checkPassages, checkQuotations } from '../../support/letterRules';
import { publishedPassages } from '../../support/publishedPassages';
import { composeSample } from './everyLetter';
import { plant } from './plantFault';

describe('a published passage', () => {
  it.each([
    ['a letter changed', 'deeply troubling', 'deeply worrying', 1],
    ['a hyphen lost', 'staff well-being, ignoring', 'staff wellbeing, ignoring', 2],
    ['a word changed', '“stark”', '“bleak”', 3],
    ['one character added', 'undertake a full risk assessment', 'undertake a full risk assessments', 4],
    ['a dash shortened', 'avoidable harm – including', 'avoidable harm - including', 9],
    ['an apostrophe straightened', 'Ofsted’s high-stakes', "Ofsted's high-stakes", 10],
    ['a comma added', 'take all necessary steps to protect us', 'take all necessary steps, to protect us', 8],
    ['straight marks round it', '“stark”', '"stark"', 3],
    ['a full stop of ours inside the marks', 'stress management”.', 'stress management.”', 9],
    ['a capital letter', 'a clear plan to mitigate', 'a clear Plan to mitigate', 5],
    ['a no-break space', 'recognise the very real', 'recognise the\u00a0very real', 7],
  ])('is reported missing if it has %s', (_fault, from, to, number) => {
    const faults = checkPassages(plant('request', from, to));
    expect(faults.some((fault) => fault.startsWith(`passage ${number} `))).toBe(true);
  });

  it('is found if it is in the wrong section', () => {
    const doc = plant(
      'request',
      '{{I/We}} would be glad to meet.',
      '{{I/We}} would like you to undertake a full risk assessment.',
    );
    expect(checkPassages(doc)).toEqual(['passage 4 is also in “reply”']);
  });

  it('is reported missing if it is only in another section', () => {
    const moved = plant('request', 'recognise the very real dangers to staff wellbeing', 'see them');
    expect(checkPassages(moved)).toEqual(['passage 7 is not word for word in “close”']);
  });

  it('must be attributed to NAHT', () => {
    expect(checkPassages(plant('request', 'It wrote that it was “deeply', 'It is “deeply'))).toEqual([
      'passage 1 is not attributed to NAHT in its place',
    ]);
  });

  it.each([
    ['passage 2', ', and that Ofsted’s approach “', '. Ofsted’s approach “', 2],
    [
      'passage 3',
      'NAHT, the school leaders’ union, called that report’s findings “',
      'The findings are “',
      3,
    ],
    ['passage 9', 'NAHT also wrote: “', 'To put it plainly: “', 9],
    ['passage 10', 'In its template letter for school leaders it wrote: “', 'And so: “', 10],
  ])('needs its own attribution to NAHT, even after another quotation: %s', (_passage, from, to, number) => {
    const faults = checkPassages(plant('request', from, to));
    expect(faults).toContain(`passage ${number} is not attributed to NAHT in its place`);
  });

  it('is found if it is in the wrong request', () => {
    const markdown = readFileSync('templates/request.md', 'utf8');
    const [four, five] = [
      'undertake a full risk assessment',
      'a clear plan to mitigate the risks to staff wellbeing',
    ];
    const swapped = markdown.replace(four, '…').replace(five, four).replace('…', five);
    const parsed = parseLetter(swapped, 'request.md');
    if (!parsed.ok) throw new Error('the swapped letter does not parse');
    const doc = composeLetter(parsed.letter, sampleContext(parsed.letter, 'single', 'council'));
    expect(checkPassages(doc)).toEqual([
      'passage 4 is not in the request “assess”',
      'passage 5 is not in the request “plan”',
    ]);
  });

  it('is reported missing if any one character differs', () => {
    const doc = composeSample('request');
    const whole = JSON.stringify(doc);
    const missed = publishedPassages.flatMap(({ number, words, common }) =>
      common ? [] : Array.from(words, (_, at) => ({ number, words, at })),
    );
    const overlooked = missed.filter(({ number, words, at }) => {
      const changed = `${words.slice(0, at)}${words[at] === 'x' ? 'y' : 'x'}${words.slice(at + 1)}`;
      const altered = whole.replace(JSON.stringify(words).slice(1, -1), JSON.stringify(changed).slice(1, -1));
      const faults = checkPassages(JSON.parse(altered) as LetterDocument);
      return altered === whole || !faults.some((fault) => fault.startsWith(`passage ${number} `));
    });
    expect(overlooked).toEqual([]);
  });

  it('must be in quotation marks if it is NAHT’s', () => {
    expect(checkPassages(plant('request', '“stark”', 'stark'))).toEqual([
      'passage 3 is not in quotation marks of its own',
    ]);
  });

  it('must not be in quotation marks if it is the signer’s own', () => {
    expect(
      checkPassages(
        plant(
          'request',
          'take all necessary steps to protect us',
          '“take all necessary steps to protect us”',
        ),
      ),
    ).toEqual(['passage 8 is the signer’s own words, but is quoted']);
  });

  it('must be left out in the softer voice if it is one of the strongest', () => {
    const doc = plant('request', '::: unless leave-out-strongest', '::: unless union');
    expect(checkPassages(doc, 'softer')).toHaveLength(5);
  });

  it('must be left out if NAHT is not to be mentioned', () => {
    expect(checkPassages(composeSample('request'), 'without NAHT')).not.toEqual([]);
  });

  it('must have its publication named in the last line', () => {
    expect(checkPassages(plant('request', 'by Schools Week in October 2025', 'in the press'))).toEqual([
      'the last line does not say where NAHT’s words were published',
    ]);
  });

  it('must not be in the later letters', () => {
    expect(
      checkNoPassage(plant('reminder', 'assess the risks', 'undertake a full risk assessment of the risks')),
    ).toEqual(['passage 4 belongs to the first letter only']);
  });
});

describe('quotation marks', () => {
  it('around a paraphrase are found', () => {
    expect(
      checkQuotations(
        plant('reply-refusal', 'Ofsted decides how it inspects.', 'You said “it is Ofsted’s job”.'),
      ),
    ).toEqual(['not a published passage: “it is Ofsted’s job”']);
  });

  it('around a quotation with one word added are found', () => {
    expect(
      checkQuotations(plant('request', 'is concerningly high”', 'is concerningly high indeed”')),
    ).toHaveLength(1);
  });
});

describe('quotation marks of another kind', () => {
  it.each([
    ['straight', 'You wrote "it is for Ofsted".'],
    ['single', 'You wrote ‘it is for Ofsted’.'],
    ['a straight apostrophe', "It is Ofsted's job."],
    ['without an end', 'You wrote “it is for Ofsted.'],
  ])('are found: %s', (_kind, sentence) => {
    expect(checkQuotations(plant('reply-refusal', 'Ofsted decides how it inspects.', sentence))).toHaveLength(
      1,
    );
  });
});

describe('a quotation that is not NAHT’s', () => {
  it.each([
    [
      'request',
      'published in September 2025, found that the “baseline',
      'as everybody knows, says the “baseline',
    ],
    ['reply-refusal', 'It recommended that Ofsted “explore', 'You should “explore'],
    ['reply-passed-back', 'the Health and Safety Executive said: “The', 'the law said: “The'],
    ['reply-holding', 'the Health and Safety Executive said: “', 'everybody knows: “'],
  ])('must be attributed to its author: %s, %s', (id, from, to) => {
    const [first] = checkQuotations(plant(id, from, to));
    expect(first).toContain('is not attributed to its author');
  });
});
