import { describe, expect, it } from 'vitest';
import { letterText } from '../../support/letterRules';
import { measureLetter, measureText } from '../../support/readability';
import { variants } from './everyLetter';

const measured = variants.map((variant) => ({ ...variant, ...measureLetter(variant.doc) }));

describe('every letter', () => {
  it('is readable: Flesch score of at least 45, at most 22 words a sentence on average', () => {
    const shown = measured.filter(
      ({ employer, signer, choice }) => employer === 'council' && signer === 'single' && choice === 'plain',
    );
    console.table(
      Object.fromEntries(
        shown.map(({ letterId, doc, readingEase, meanSentence, words }) => [
          letterId,
          {
            'reading ease': readingEase,
            'words in a sentence': meanSentence,
            'own words': words,
            'all words': letterText(doc).split(/\s+/).length,
          },
        ]),
      ),
    );
    const hard = measured.filter(({ readingEase, meanSentence }) => readingEase < 45 || meanSentence > 22);
    expect(
      hard.map(({ name, readingEase, meanSentence }) => `${name}: ${readingEase}, ${meanSentence}`),
    ).toEqual([]);
  });
});

describe('words', () => {
  it('in the first letter are at most 700 with default ticks, a page and a half with addresses', () => {
    const firsts = measured.filter(({ letterId, choice }) => letterId === 'request' && choice === 'plain');
    expect(
      firsts.filter(({ doc }) => letterText(doc).split(/\s+/).length > 700).map(({ name }) => name),
    ).toEqual([]);
  });

  it('in every later letter are at most 350 with default ticks', () => {
    const later = measured.filter(({ letterId, choice }) => letterId !== 'request' && choice === 'plain');
    expect(
      later.filter(({ doc }) => letterText(doc).split(/\s+/).length > 350).map(({ name }) => name),
    ).toEqual([]);
  });
});

describe('the readability score', () => {
  it('is high for plain sentences and low for official ones', () => {
    const plain = measureText('The cat sat on the mat. It was warm there.');
    const official = measureText(
      'Notwithstanding the aforementioned organisational accountability considerations, implementation necessitates comprehensive interdepartmental collaboration.',
    );
    expect(plain.readingEase).toBeGreaterThan(90);
    expect(official.readingEase).toBeLessThan(0);
    expect(plain.meanSentence).toBe(5);
  });

  it('ignores quoted words', () => {
    expect(measureText('NAHT calls them “stark”. That is all.').words).toBe(6);
  });
});
