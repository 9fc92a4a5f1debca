import { openAsBlob } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatProblem } from '../../../lib/files/readText';
import { proposeFromSchool } from '../../../lib/employer/proposal';
import { readSchools, readTrusts } from '../../../lib/register/file';
import { searchOf } from '../../../lib/register/schools';
import { findSharedFile } from './sharedData';

const HEADER =
  'URN,EstablishmentName,TypeOfEstablishment (code),EstablishmentStatus (name),LA (code),Town,HeadLastName';
const GROUPS = 'Group UID,Group Name,Group Type (code),Group Status,Group Town';

/** A file in the department's encoding and format. */
function windows1252(text: string): Blob {
  const special: Record<string, number> = { '’': 0x92, '“': 0x93, '”': 0x94, '–': 0x96, '€': 0x80 };
  return new Blob([
    Uint8Array.from(text.split(''), (character) => special[character] ?? character.charCodeAt(0)),
  ]);
}

async function schoolsOf(file: Blob) {
  const read = await readSchools(file);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

async function problemOf(
  file: Blob,
  read: typeof readSchools | typeof readTrusts = readSchools,
): Promise<string> {
  const result = await read(file);
  if (result.ok) throw new Error('no problem found');
  return result.problems.map((problem) => formatProblem('register.csv', problem)).join('\n');
}

describe('reading the register of schools', () => {
  test('keeps open schools, in the department’s encoding, without the head’s name', async () => {
    const rows = [
      '1,St Anne’s École,01,Open,886,Sampleton,Secretname',
      '2,Closed School,01,Closed,886,Sampleton,Secretname',
    ];
    const schools = await schoolsOf(windows1252([HEADER, ...rows].join('\r\n') + '\r\n'));
    expect(schools).toEqual([
      {
        urn: '1',
        name: 'St Anne’s École',
        typeCode: '01',
        councilCode: '886',
        address: 'Sampleton',
        postcode: '',
        phone: '',
        trustId: '',
        trustName: '',
        trustKind: 'unknown',
      },
    ]);
    expect(JSON.stringify(schools)).not.toContain('Secretname');
  });

  test('columns may be in any order, and others may be present', async () => {
    const shuffled =
      'New column,LA (code),EstablishmentStatus (name),TypeOfEstablishment (code),EstablishmentName,URN';
    expect(await schoolsOf(new Blob([`${shuffled}\nx,886,Open,03,Example School,7`]))).toMatchObject([
      { urn: '7', name: 'Example School', typeCode: '03' },
    ]);
  });

  test('a file saved again as UTF-8 gives the same schools, with or without a byte order mark', async () => {
    const text = `${HEADER}\n1,St Anne’s École,01,Open,886,Sampleton,x`;
    for (const mark of ['', '\uFEFF']) {
      expect((await schoolsOf(new Blob([mark + text])))[0]?.name).toBe('St Anne’s École');
    }
  });

  test('quotes, commas and line breaks inside a cell are part of the name', async () => {
    const name = '"The ""Old"" School,\r\nNorth"';
    const [school] = await schoolsOf(new Blob([`${HEADER}\r\n1,${name},01,Open,886,Sampleton,x\r\n`]));
    expect(school?.name).toBe('The "Old" School,\r\nNorth');
  });

  test('every school is read once, wherever the file is split into pieces', async () => {
    const row = (urn: number) =>
      `${urn},"School ${urn}, ""é"" ${'x'.repeat(urn % 97)}",01,Open,886,"Sample\r\nton",x`;
    const count = 12_000;
    const rows = Array.from({ length: count }, (_, at) => row(at + 1));
    const steps: number[] = [];
    const read = await readSchools(windows1252([HEADER, ...rows].join('\r\n')), (done) => steps.push(done));
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    expect(read.value.map(({ urn }) => Number(urn))).toEqual(
      Array.from({ length: count }, (_, at) => at + 1),
    );
    expect(steps.length).toBeGreaterThan(3);
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    expect(steps.at(-1)).toBe(1);
  });
});

describe('a wrong file gets a sentence that says what is expected', () => {
  test.each([
    ['empty', '', 'this file is empty'],
    ['a web page', '<!doctype html><title>Sign in</title>', 'this is a web page'],
    ['a zip', 'PK\u0003\u0004rest', 'pick the .csv file in it'],
    ['other columns', 'a,b,c\n1,2,3', 'these are not the columns of the register of schools'],
    [
      'one column missing',
      HEADER.replace('LA (code),', '') + '\n1,A,01,Open,T,x',
      'line 1, column “LA (code)”',
    ],
    ['the trusts', `${GROUPS}\n1,Trust,06,Open,T`, 'this is the register of trusts'],
    ['only closed schools', `${HEADER}\n1,A,01,Closed,886,T,x`, 'there is no open entry'],
    [
      'cut off in a row',
      `${HEADER}\n1,A,01,Open,886,T,x\n2,B,01`,
      'line 3: the file ends here, in the middle',
    ],
    [
      'cut off in quotes',
      `${HEADER}\n1,A,01,Open,886,T,x\n2,"B`,
      'line 3: the file ends here, in the middle',
    ],
    [
      'too many columns',
      `${HEADER}\n1,A,01,Open,886,T,x\n2,B,01,Open,886,T,x,y\n`,
      'line 3: there are 8 columns here and 7',
    ],
    ['a wild quote', `${HEADER}\n1,"A"B,01,Open,886,T,x\n2,B,01,Open,886,T,x\n`, 'line 2'],
    [
      'a line after a cell of several lines',
      `${HEADER}\n1,"A\nA\nA",01,Open,886,T,x\n2,B\n3,C,01,Open,886,T,x`,
      'line 5',
    ],
    ['binary', 'URN\u0000\u0001', 'this file is not text'],
  ])('%s', async (_, content, expected) => {
    expect(await problemOf(new Blob([content]))).toContain(expected);
  });

  test('a file of two gigabytes is rejected before it is read', async () => {
    const huge = { size: 2_000_000_000 } as Blob;
    expect(await problemOf(huge)).toBe(
      '“register.csv”: this file is 2 GB; the register of schools (edubasealldata….csv) is about 60 MB.',
    );
  });

  test('a file moved during reading gives a sentence, not an exception', async () => {
    const moved = {
      size: 10,
      slice: () => ({ arrayBuffer: () => Promise.reject(new Error('NotFoundError')) }),
    };
    expect(await problemOf(moved as unknown as Blob)).toContain('could not read this file');
  });

  test('an unclosed quotation mark does not block the page', async () => {
    const file = new Blob([`${HEADER}\n1,"A,01,Open,886,T,x\n`, 'y'.repeat(3_000_000)]);
    expect(await problemOf(file)).toContain('line 2: a quotation mark here is not closed');
  });

  test('any bytes give schools or a sentence, never an exception', async () => {
    const scraps = fc.array(
      fc.oneof(fc.constantFrom('"', ',', '\r\n', '\n', HEADER, 'Open', '\uFEFF'), fc.string()),
    );
    await fc.assert(
      fc.asyncProperty(scraps, async (parts) => {
        const read = await readSchools(new Blob(parts));
        if (!read.ok) expect(read.problems[0]?.sentence).toMatch(/\.$/);
      }),
    );
  });
});

describe('the register of trusts', () => {
  test('keeps open trusts of both kinds and leaves out other groups', async () => {
    const rows = [
      '1,Many,06,Open,T',
      '2,One,10,Open,T',
      '3,Gone,06,Closed,T',
      '4,Federation,01,Open,T',
      '5,Sponsor,05,Open,T',
    ];
    const read = await readTrusts(new Blob([[GROUPS, ...rows].join('\n')]));
    expect(read).toMatchObject({
      ok: true,
      value: [
        { name: 'Many', kind: 'multi' },
        { name: 'One', kind: 'single' },
      ],
    });
  });

  test('the file of schools is recognised where the file of trusts is expected', async () => {
    expect(await problemOf(new Blob([`${HEADER}\n`]), readTrusts)).toContain(
      'this is the register of schools',
    );
  });
});

describe('finding a school', () => {
  const names = [
    'Sample Primary School',
    'St Anne’s Primary',
    'Old Sample Primary School',
    'Sampleton Academy',
  ];
  const schools = names.map((name, at) => ({
    urn: `10000${at}`,
    name,
    typeCode: '01',
    councilCode: '886',
    address: 'High Street\nExampleford',
    postcode: 'ZZ1 1ZZ',
    phone: '',
    trustId: '',
    trustName: '',
    trustKind: 'unknown' as const,
  }));
  const search = searchOf(schools);

  test.each([
    ['sample primary school', 'Sample Primary School'],
    ['SAMPLE PRI', 'Sample Primary School'],
    ['saint annes', 'St Anne’s Primary'],
    ["st. anne's", 'St Anne’s Primary'],
    ['primary anne', 'St Anne’s Primary'],
    ['academy exampleford', 'Sampleton Academy'],
    ['100003', 'Sampleton Academy'],
  ])('“%s” finds %s first', (query, name) => {
    expect(search.find(query)[0]?.name).toBe(name);
  });

  test('an empty search finds nothing, and a long list of results is cut', () => {
    expect(search.find(' ')).toEqual([]);
    expect(search.find('1000')).toHaveLength(4);
    expect(search.find('zz1', 2)).toHaveLength(2);
  });
});

const everyType = findSharedFile('gias_shaped_fictional_one_per_type_cp1252.csv');
const groups = findSharedFile('gias_groups_shaped_fictional_cp1252.csv');
describe.skipIf(!everyType || !groups)('a file in the register’s own shape', () => {
  test('gives each type of school its employer', async () => {
    const schools = await schoolsOf(await openAsBlob(everyType ?? ''));
    expect(schools).toHaveLength(38);
    expect(schools[0]).toMatchObject({
      name: 'St Anne’s Example School 1',
      address: '1 Imaginary Street\nSampleton',
    });
    expect(JSON.stringify(schools)).not.toContain('Okafor');
    const byType = new Map(schools.map((school) => [Number(school.typeCode), proposeFromSchool(school, [])]));
    expect(byType.get(3)?.signer.employment).toBe('council-maintained');
    expect(byType.get(2)?.employer?.organisation).toBe(
      'Governing Body of Fictional Lane Primary, Nursery & Infant School 2',
    );
    expect(byType.get(28)).toMatchObject({
      signer: { employment: 'trust-with-other-schools' },
      employer: {
        kind: 'academy-trust',
        role: 'Chief Executive Officer',
        organisation: 'The Fictional Learning Trust',
      },
    });
    expect(byType.get(33)).toMatchObject({
      signer: { employment: 'single-academy-trust' },
      employer: { role: 'Chair of Trustees' },
    });
    expect(byType.get(24)?.employer).toBeNull();
    expect(byType.get(30)?.sentences.join()).toContain('schools in Wales');
  });

  test('gives an academy its trust’s address once the file of trusts is picked', async () => {
    const read = await readTrusts(await openAsBlob(groups ?? ''));
    if (!read.ok) throw new Error('not read');
    expect(read.value).toHaveLength(2);
    const [school] = await schoolsOf(new Blob([`${HEADER},Trusts (code)\n1,A,34,Open,886,T,x,90002`]));
    expect(proposeFromSchool(school!, read.value)).toMatchObject({
      signer: { employment: 'single-academy-trust' },
      employer: {
        organisation: 'Invented School Trust',
        address: '2 Imaginary Street\nSampleton\nExampleshire',
        postcode: 'ZZ2 2ZZ',
      },
    });
  });
});

const published = findSharedFile('gias_establishments_anonymised_140cols.csv');
test.skipIf(!published)('the department’s own header of 140 columns is read', async () => {
  const schools = await schoolsOf(await openAsBlob(published ?? ''));
  expect(schools).toHaveLength(60);
  expect(JSON.stringify(schools)).not.toMatch(/Jane|Doe/);
  const proposal = proposeFromSchool(schools[0]!, []);
  expect(proposal.employer).toMatchObject({ kind: 'academy-trust', organisation: 'trust name 1' });
  expect(proposal.sentences.join()).toContain('whether the trust runs other schools');
});
