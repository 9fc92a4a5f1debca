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
import { plantTemplate } from './plantFault';

describe('a claim', () => {
  const claims = readClaims(readFileSync('templates/CLAIMS.md', 'utf8'));
  const sources = readSources(readFileSync('templates/sources.md', 'utf8'));
  const covered = (id: string, from: string, to: string) =>
    checkCovered(templateSections([plantTemplate(id, from, to)]), claims);
  const [first, ...rest] = claims;
  if (!first) throw new Error('CLAIMS.md has no row');
  const changed = (change: Partial<typeof first>) =>
    checkClaims([plantTemplate('request', '##', '##')], [{ ...first, ...change }], sources);

  it.each([
    ['a statute', 'It also rests on the Employment Act.'],
    ['a regulation', 'Regulation 6 asks for more.'],
    ['a figure', 'Of all heads, 70% say so.'],
    ['a figure in words', 'It covers seven areas.'],
    ['a date', 'This began in March 2026.'],
    ['a quotation', 'Some say “it is too much”.'],
    ['a finding', 'Ofsted has decided so.'],
    ['a duty', 'Every employer must answer.'],
    ['a duty of another kind', 'You owe me a duty of care.'],
    ['a share in words', 'A third of heads say so.'],
    ['a majority', 'The majority of heads agree.'],
    ['a figure in words of its own', 'Some seventy schools wrote.'],
    ['a month', 'This began in March.'],
    ['an opinion of a body', 'NAHT advises it.'],
    ['research', 'Research shows that it helps.'],
    ['a code', 'The code of practice asks for it.'],
    ['an obligation', 'You are required to act.'],
    ['another body', 'ACAS thinks the same.'],
    ['a person', 'Paul Whiteman said so.'],
    ['a crowd', 'Many heads have written.'],
  ])('without a row is found: %s', (_kind, sentence) => {
    expect(covered('reminder', 'Thank you for your time.', sentence)).not.toEqual([]);
  });

  it('is not covered by a row of another section', () => {
    const sentence = 'Ofsted’s framework has been in force since 10 November 2025.';
    expect(covered('request', '{{I/We}} would be glad to meet.', sentence)).toEqual([
      'request#reply: “10” has no row in CLAIMS.md',
      'request#reply: “2025” has no row in CLAIMS.md',
      'request#reply: “November” has no row in CLAIMS.md',
    ]);
  });

  it('whose row is removed is found, except in the signer’s own passages, which have a separate rule', () => {
    const sections = templateSections(letters);
    const idle = claims
      .filter(({ claim }) => !claim.endsWith('in the signer’s own words'))
      .filter((claim) => {
        const others = claims.filter((other) => other !== claim);
        return [...checkCovered(sections, others), ...checkSources(letters, others, sources)].length === 0;
      });
    expect(idle.map(({ words }) => words)).toEqual([]);
  });

  it('that is only known or inferred is rejected', () => {
    expect(changed({ howSure: 'K' })).toEqual([`“${first.claim}” is marked K, and only V may be stated`]);
    expect(changed({ howSure: 'I' })).toHaveLength(1);
  });

  it('with wrong words, place, source or date is found', () => {
    expect(changed({})).toEqual([]);
    expect(changed({ words: 'Ofsted’s framework is old' })).toHaveLength(1);
    expect(changed({ where: ['request#nowhere'] })).toEqual(['“request#nowhere” is no section']);
    expect(changed({ source: 'no-such-source' })).toHaveLength(2);
    expect(changed({ checkedOn: '23 November 2026' })).toContainEqual(
      expect.stringContaining('was checked on “23 November 2026”'),
    );
    expect(changed({ checkedOn: '2026-12-01' })).toEqual([
      `“${first.claim}” was checked after ${first.source} was read`,
    ]);
  });

  it('missing for a source is found, and so is a source that is repeated, unused or cannot be looked up', () => {
    const request = [plantTemplate('request', '##', '##')];
    const named = sources.filter(({ key }) =>
      request.some(({ sections }) => sections.some((section) => section.sources.includes(key))),
    );
    expect(checkSources(request, claims, named)).toEqual([]);
    expect(
      checkSources(
        request,
        rest.filter(({ source }) => source !== first.source),
        named,
      ),
    ).toEqual([`${first.where[0]} names ${first.source}, but no row says for what`]);
    const [one] = named;
    if (!one) throw new Error('the first letter names no source');
    expect(checkSources(request, claims, [...named, one])).toEqual([`${one.key} is in sources.md twice`]);
    const unlinked = named.map((source) =>
      source === one ? { ...one, details: { ...one.details, Link: 'the web' } } : source,
    );
    expect(checkSources(request, claims, unlinked)).toHaveLength(1);
    expect(checkSources(request, claims, [...named, { key: 'idle', details: {} }])).toEqual([
      'no letter names idle',
      'idle lacks a publisher, title, month, link or day of reading',
    ]);
  });
});
