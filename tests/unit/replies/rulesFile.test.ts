import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parsePhrase, PhraseBook, PhraseError } from '../../../lib/replies/phrases';
import { readWords } from '../../../lib/replies/words';
import { parseReplyRules } from '../../../scripts/replyRulesPlugin';

const lists = { we: ['we', 'the council'] };

/** The words of the sentence that the phrase covers; null when it is not in it. */
function find(phrase: string, sentence: string): string | null {
  const words = readWords(
    sentence,
    { from: 0, to: sentence.length },
    [],
    new Map([['RA', 'risk assessment']]),
    (word) => word,
  );
  const [found] = new PhraseBook([[parsePhrase(phrase, lists), true]]).find(words);
  return found === undefined
    ? null
    : words
        .slice(found.at, found.end)
        .map(({ text }) => text)
        .join(' ');
}

describe('a phrase of the rules', () => {
  test.each([
    ['will not', 'We won’t.', 'will not'],
    ['risk assessment', 'Do the RA', 'risk assessment'],
    ['(decline|refuse) to', 'We refuse to do it', 'refuse to'],
    ['assess*', 'We are assessing it', 'assessing'],
    ['<we> will', 'The Council will reply', 'the council will'],
    ['we [really] will', 'We will', 'we will'],
    ['we will .. assess', 'We will, as you ask, assess', 'we will as you ask assess'],
    ['health and safety', 'Health & Safety', 'health and safety'],
  ])('%j is found in %j', (phrase, sentence, words) => {
    expect(find(phrase, sentence)).toBe(words);
  });

  test.each([
    ['we will .. assess', 'We will not assess'],
    ['we will .. assess', 'We will do all that we can to assess'],
    ['assess', 'We are assessing it'],
  ])('%j is not found in %j', (phrase, sentence) => {
    expect(find(phrase, sentence)).toBeNull();
  });

  test.each(['(we will', 'we) will', '... we will', 'we <nobody> will', 'we will?', ''])(
    '%j is a mistake',
    (phrase) => {
      expect(() => parsePhrase(phrase, lists)).toThrow(PhraseError);
    },
  );
});

describe('the file of rules', () => {
  const file = readFileSync('templates/replies.yaml', 'utf8');

  test('can be read', () => {
    expect(parseReplyRules(file)).toMatchObject({ ok: true });
  });

  test.each([
    [
      'a phrase with a bracket too few',
      file.replace('- without prejudice', '- (without prejudice'),
      /"\(without prejudice"/,
    ],
    ['a weight in words', file.replace('weight: 3', 'weight: three'), /weight/],
    ['a kind that is none', file.replace('\n  holding:', '\n  waiting:'), /holding|waiting/],
    [
      'a slip in the signs of the file',
      file.replace('- without prejudice', '- [without prejudice'),
      /line \d+/,
    ],
  ])('%s is named', (_name, yaml, problem) => {
    const parsed = parseReplyRules(yaml);
    expect(parsed.ok ? '' : parsed.problem).toMatch(problem);
  });
});
