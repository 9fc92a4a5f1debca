import { describe, expect, test } from 'vitest';
import { councils, findCouncilByCode, findCouncilByName, findCouncils } from '../../../lib/employer/councils';
import { findSharedFile, readSharedRows } from '../register/sharedData';

describe('the councils', () => {
  test('are the 153 in England, with unique codes', () => {
    expect(councils).toHaveLength(153);
    expect(new Set(councils.map(({ code }) => code)).size).toBe(153);
  });

  const published = findSharedFile('local_authorities_england_153.csv');
  test.skipIf(!published)('have the codes and formal names that are published', () => {
    const rows = readSharedRows(published ?? '');
    const expected = new Map([
      ...rows.map((row) => [row['la_code'], row['council_official_name']?.replaceAll("'", '’')] as const),
      ...citiesSince2022,
    ]);
    expect(new Map(councils.map(({ code, formalName }) => [code, formalName]))).toEqual(expected);
  });
});

/** The published list still has the names from before these places became cities. */
const citiesSince2022 = [
  ['826', 'Milton Keynes City Council'],
  ['882', 'Southend-on-Sea City Council'],
] as const;

describe('finding a council by typing', () => {
  test.each([
    ['kent', 'Kent County Council'],
    ['KENT COUNTY COUNCIL', 'Kent County Council'],
    ['st helens', 'St Helens Council'],
    ['St. Helen’s', 'St Helens Council'],
    ["saint helen's", 'St Helens Council'],
    ['city of london', 'City of London Corporation'],
    ['Bath', 'Bath and North East Somerset Council'],
    ['bath & north', 'Bath and North East Somerset Council'],
    ['bristol', 'Bristol City Council'],
    ['city of bristol', 'Bristol City Council'],
    ['hull', 'Hull City Council'],
    ['kingston upon hull', 'Hull City Council'],
    ['bcp', 'Bournemouth, Christchurch and Poole Council'],
    ['poole', 'Bournemouth, Christchurch and Poole Council'],
    ['york', 'City of York Council'],
    ['county durham', 'Durham County Council'],
    ['durham', 'Durham County Council'],
    ['herefordshire', 'Herefordshire Council'],
    ['hammersmith & ful', 'London Borough of Hammersmith & Fulham'],
    ['hammersmith and ful', 'London Borough of Hammersmith & Fulham'],
    ['stoke on', 'Stoke-on-Trent City Council'],
    ['scilly', 'Council of the Isles of Scilly'],
    ['westminster', 'City of Westminster'],
    ['telford', 'Telford & Wrekin Council'],
    ['essex', 'Essex County Council'],
    ['  kent  ', 'Kent County Council'],
    ['Southend-on-Sea Borough Council', 'Southend-on-Sea City Council'],
    ['Milton Keynes Council', 'Milton Keynes City Council'],
    ['Camden Council', 'London Borough of Camden'],
    ['camden cou', 'London Borough of Camden'],
    ['sommerset c', 'Somerset Council'],
    ['LB Camden', 'London Borough of Camden'],
    ['Rotherham MBC', 'Rotherham Metropolitan Borough Council'],
    ['Somerset County Council', 'Somerset Council'],
    ['Cornwall County Council', 'Cornwall Council'],
    ['Bournemouth Borough Council', 'Bournemouth, Christchurch and Poole Council'],
    ['Doncaster Metropolitan Borough Council', 'City of Doncaster Council'],
    ['Corporation of London', 'City of London Corporation'],
    ['Herts', 'Hertfordshire County Council'],
    ['Birmigham', 'Birmingham City Council'],
    ['Sheffeild city council', 'Sheffield City Council'],
    ['Sommerset', 'Somerset Council'],
    ['Surry', 'Surrey County Council'],
    ['Isle of White', 'Isle of Wight Council'],
  ])('“%s” finds %s first', (query, formalName) => {
    expect(findCouncils(query)[0]?.formalName).toBe(formalName);
  });

  test('a match at the beginning of a word ranks before one in the middle', () => {
    expect(
      findCouncils('ham')
        .map(({ name }) => name)
        .slice(0, 2),
    ).toEqual(['Hammersmith and Fulham', 'Hampshire']);
    expect(findCouncils('ham').map(({ name }) => name)).toContain('Birmingham');
  });

  test('an empty search lists all councils by name, and nonsense finds none', () => {
    expect(findCouncils('')).toHaveLength(153);
    expect(findCouncils('')[0]?.name).toBe('Barking and Dagenham');
    expect(findCouncils('zzz')).toEqual([]);
    expect(findCouncils('(.*')).toHaveLength(153);
  });

  test('every council is the first result for each of its names', () => {
    for (const council of councils) {
      expect(findCouncils(council.name)[0]).toEqual(council);
      expect(findCouncils(council.formalName)[0]).toEqual(council);
      expect(findCouncilByName(council.name.toUpperCase())).toEqual(council);
      expect(findCouncilByCode(council.code)).toEqual(council);
    }
  });

  test.each([
    ['Cumbria', ['Cumberland', 'Westmorland and Furness']],
    ['Cumbria County Council', ['Cumberland', 'Westmorland and Furness']],
    ['Northamptonshire County Council', ['North Northamptonshire', 'West Northamptonshire']],
    ['Cheshire County Council', ['Cheshire East', 'Cheshire West and Chester']],
    ['Bedfordshire', ['Bedford', 'Central Bedfordshire']],
    ['Avon', ['Bath and North East Somerset', 'Bristol', 'North Somerset', 'South Gloucestershire']],
    [
      'Humberside',
      ['East Riding of Yorkshire', 'Kingston upon Hull', 'North East Lincolnshire', 'North Lincolnshire'],
    ],
    [
      'Berkshire',
      ['Bracknell Forest', 'Reading', 'Slough', 'West Berkshire', 'Windsor and Maidenhead', 'Wokingham'],
    ],
  ])('“%s”, a former county, finds all its successors and is replaced by none of them', (query, names) => {
    expect(
      findCouncils(query)
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(names);
    expect(findCouncilByName(query)).toBeUndefined();
  });

  test('a former name left in the field is replaced by today’s council', () => {
    expect(findCouncilByName('southend-on-sea borough council')?.formalName).toBe(
      'Southend-on-Sea City Council',
    );
  });

  test('a typing mistake is tolerated only in a long word, and not in its first letter', () => {
    expect(findCouncils('Kint')).toEqual([]);
    expect(findCouncils('Wirmingham')).toEqual([]);
    expect(findCouncils('Birmingham City Counsil').map(({ name }) => name)).toEqual(['Birmingham']);
  });

  test('half a name is not replaced by the council', () => {
    expect(findCouncilByName('Ken')).toBeUndefined();
    expect(findCouncilByName('')).toBeUndefined();
  });
});
