import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  checkClaims,
  checkCovered,
  checkSources,
  readClaims,
  readSources,
  templateSections,
} from '../../support/claimRules';
import { letters } from './everyLetter';

const claims = readClaims(readFileSync('templates/CLAIMS.md', 'utf8'));
const sources = readSources(readFileSync('templates/sources.md', 'utf8'));

describe('the table of claims', () => {
  it('has a row for every statute, figure, date and quotation in a letter', () => {
    expect(checkCovered(templateSections(letters), claims)).toEqual([]);
  });

  it('has the letters’ words, each with an existing source that was read', () => {
    expect(claims.length).toBeGreaterThan(50);
    expect(checkClaims(letters, claims, sources)).toEqual([]);
  });

  it('uses every source, and every source has the details to look it up', () => {
    expect(checkSources(letters, claims, sources)).toEqual([]);
  });
});
