import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Entries, readSources } from '../../support/claimData';
import { checkAccounted, checkEntries, checkNamedSources } from '../../support/claimRules';
import {
  CLAIMS_PAGE,
  classifiedTexts,
  printClaims,
  printSources,
  readEntriesOf,
  SOURCES,
  SOURCES_PAGE,
} from '../../../scripts/claims';
import { letters } from './everyLetter';

const sources = readSources(readFileSync(SOURCES, 'utf8'));
const texts = classifiedTexts().map((text) => ({ ...text, entries: readEntriesOf(text.name) }));

describe('every sentence of the letters', () => {
  it('is classified as a claim or as stating no fact, in its place (npm run letters:claims)', () => {
    const faults = texts.flatMap(({ name, sentences, entries }) => checkAccounted(name, sentences, entries));
    expect(faults.join('\n')).toBe('');
  });

  it('says no more than its sources, or states no fact', () => {
    expect(texts.flatMap(({ name, entries }) => checkEntries(name, entries, sources)).join('\n')).toBe('');
  });

  it('rests on the sources that its section names', () => {
    const entriesOf = (id: string): Entries => texts.find(({ name }) => name === id)?.entries ?? {};
    const faults = letters.flatMap((letter) => checkNamedSources(letter, entriesOf(letter.id)));
    expect(faults.join('\n')).toBe('');
  });
});

describe('the sources', () => {
  it('hold the published passages character for character', () => {
    const stored = JSON.parse(readFileSync('templates/published-passages.json', 'utf8')) as {
      passages: { text: string }[];
      mc_brearty: string[];
      hse: string[];
    };
    const words = Object.values(sources).flatMap((source) => Object.values(source.words));
    const passages = [...stored.passages.map(({ text }) => text), ...stored.mc_brearty, ...stored.hse];
    expect(passages.filter((passage) => !words.some((text) => text.includes(passage)))).toEqual([]);
  });
});

describe('the printed pages', () => {
  it.each([
    [CLAIMS_PAGE, () => printClaims(texts, sources)],
    [SOURCES_PAGE, () => printSources(sources)],
  ])('%s is printed from the present sentences and sources (npm run letters:claims)', (page, print) => {
    expect(readFileSync(page, 'utf8')).toBe(print());
  });
});
