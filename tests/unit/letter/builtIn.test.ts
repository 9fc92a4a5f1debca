// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { builtInLetters } from '../../../lib/letter/builtIn';
import { composeLetter } from '../../../lib/letter/compose/compose';
import { fields, isFieldName } from '../../../lib/letter/compose/fields';
import {
  type EmployerKind,
  type LetterContext,
  type LetterDocument,
  type LetterTemplate,
  voices,
  defaultRequests,
  listRequests,
} from '../../../lib/letter/model';
import { blockTexts, inlineText, renderText } from '../../../lib/letter/render/text';
import { renderHtml } from '../../../lib/letter/render/html';
import { contextWith, deputy } from './fixtures';
import { paragraphsOf } from './readBack';

const kinds: EmployerKind[] = ['council', 'academy-trust', 'governing-body', 'other'];

const ticks = {
  'its own ticks': (letter: LetterTemplate) => defaultRequests(letter),
  'every tick': (letter: LetterTemplate) => listRequests(letter).map(({ id }) => id),
  'no tick': () => [],
  'the last tick': (letter: LetterTemplate) =>
    listRequests(letter)
      .slice(-1)
      .map(({ id }) => id),
};

const sampleAnswers = {
  date: '2026-12-01',
  time: '09:30',
  choice: 'full',
  text: 'The library',
  lines: 'One\nTwo',
};

function answersFor(letter: LetterTemplate): Record<string, string> {
  return Object.fromEntries(
    letter.asks.map((name) => [name, isFieldName(name) ? sampleAnswers[fields[name].input] : '']),
  );
}

interface Case {
  name: string;
  letter: LetterTemplate;
  context: LetterContext;
}

/**
 * 32 cases of employer, signature and ticks, encoded in the five bits of the case number. Each on/off choice is the
 * parity of the bits under its own mask, so that every pair of choices occurs in all four combinations.
 */
function casesOf(letter: LetterTemplate): Case[] {
  return Array.from({ length: 32 }, (_, number) => {
    const isOn = (mask: number) => [1, 2, 4, 8, 16].filter((bit) => number & mask & bit).length % 2 === 1;
    const kind = kinds[number & 3] ?? 'other';
    const joint = isOn(4);
    const [tick, choose] = Object.entries(ticks)[number >> 3] ?? ['', () => []];
    return {
      name: `${kind}, ${joint ? 'joint' : 'single'}, ${tick}`,
      letter,
      context: contextWith({
        signer: { coSigners: joint ? [deputy] : [] },
        employer: { kind, role: isOn(5) ? 'Chair of Governors' : 'Chief Executive' },
        choices: {
          requests: choose(letter),
          ownParagraph: isOn(6) ? 'We have one form of entry.\n\nTwo leaders teach.' : '',
          mentionUnion: isOn(9),
          voice: voices[number % 3] ?? 'full',
          copies: isOn(12) ? ['Chair of Governors', 'Clerk'] : [],
          enclosures: isOn(17) ? ['first letter', 'word copy'] : [],
          answers: isOn(20) ? answersFor(letter) : {},
        },
      }),
    };
  });
}

const cases = builtInLetters.flatMap(casesOf);

function numbersOf(doc: LetterDocument): number[] {
  return doc.sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) =>
      block.type === 'list' && block.ordered ? block.items.map((_, index) => block.start + index) : [],
    );
}

describe('the built-in letters', () => {
  test('are sorted as in the popup, starting with the request, and have unique ids', () => {
    const ids = builtInLetters.map(({ id }) => id);
    expect(ids[0]).toBe('request');
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(
      expect.arrayContaining(['reminder', 'second-reminder', 'inspection-notified', 'after-inspection']),
    );
  });

  test.each(builtInLetters)('$id: HTML, plain text and document have the same words', (letter) => {
    for (const { name, context } of casesOf(letter)) {
      const doc = composeLetter(letter, context);
      const texts = blockTexts(doc);
      expect(paragraphsOf(renderHtml(doc)), name).toEqual(texts);
      const lines = renderText(doc)
        .split('\n')
        .filter((line) => line !== '');
      expect(
        lines.map((line) => line.replace(/^ ?\d+\. |^- /, '')),
        name,
      ).toEqual(texts);
    }
  });

  test.each(builtInLetters)(
    '$id: contains no placeholder and no grammar mistake around a filled-in field',
    (letter) => {
      for (const { name, context } of casesOf(letter)) {
        const doc = composeLetter(letter, context);
        const text = [inlineText(doc.subject), ...blockTexts(doc)].join('\n');
        expect(text, name).not.toMatch(/\{\{|\}\}|:::|\{#|\*\*|\\/);
        expect(text, name).not.toMatch(/ {2}| [,.;:]|\.\.|’s’s|\bthe the\b|\ba [aeio]/i);
        expect(text, name).not.toMatch(/^[ ,.]|[ ,]$/m);
      }
    },
  );

  test.each(builtInLetters)('$id: requests are numbered from one without gaps', (letter) => {
    for (const { name, context } of casesOf(letter)) {
      const numbers = numbersOf(composeLetter(letter, context));
      expect(numbers, name).toEqual(numbers.map((_, index) => index + 1));
    }
  });

  test.each(builtInLetters)(
    '$id: with all details saved, only fields that the popup asks for are missing',
    (letter) => {
      for (const { name, context } of casesOf(letter)) {
        const unanswered = letter.asks.filter((field) => !(field in context.choices.answers));
        const missing = composeLetter(letter, context).missing.map(({ field }) => field);
        expect(unanswered, name).toEqual(expect.arrayContaining(missing));
      }
    },
  );

  test('composing and rendering twice gives the same result', () => {
    for (const { letter, context } of cases.filter((_, index) => index % 7 === 0)) {
      const once = composeLetter(letter, context);
      expect(composeLetter(letter, structuredClone(context))).toEqual(once);
      expect(renderHtml(once)).toBe(renderHtml(structuredClone(once)));
      expect(renderText(once, { width: 72 })).toBe(renderText(structuredClone(once), { width: 72 }));
    }
  });

  test('plain text wrapped at 72 columns has no longer line and no trailing blanks', () => {
    for (const { letter, context } of cases.filter((_, index) => index % 5 === 0)) {
      const lines = renderText(composeLetter(letter, context), { width: 72 }).split('\n');
      expect(lines.filter((line) => line.length > 72 || line.endsWith(' '))).toEqual([]);
    }
  });
});
