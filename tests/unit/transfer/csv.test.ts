import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { compareRecords } from '../../../lib/transfer/comparison';
import { neutraliseCell, restoreCell } from '../../../lib/files/cells';
import type { TableAnswers } from '../../../lib/files/tableQuestions';
import { readEmployersCsv, renderEmployersCsv } from '../../../lib/transfer/employersCsv';
import { readSignersCsv, renderSignersCsv } from '../../../lib/transfer/signersCsv';
import { type Employer, emptyFields, type Signer } from '../../../lib/storage/schema';
import { countIds } from '../storage/fakes';
import { hugeFile, pick, sentencesOf, utf16, valueOf, wrongFiles } from './files';

function signer(fields: Partial<Signer>): Signer {
  return { ...emptyFields.signer, v: 1, id: 's1', ...fields };
}

function employer(fields: Partial<Employer>): Employer {
  return { ...emptyFields.employer, v: 2, id: 'e1', ...fields };
}

const nothingSaved = { signers: [], employers: [] };
const readSigners = (
  text: string | Uint8Array<ArrayBuffer>,
  saved: Parameters<typeof readSignersCsv>[1] = nothingSaved,
  answers: TableAnswers = {},
) => readSignersCsv(pick(text, 'heads.csv'), saved, countIds('new'), answers);
/** Most tables in this file have no job titles. What is asked about that is tested in messyTables.test.ts. */
const questionsOf = ({ questions = [] }: Awaited<ReturnType<typeof readSignersCsv>>) =>
  questions.filter(({ id }) => id !== 'no job title');
const readEmployers = (text: string, saved: Employer[] = []) =>
  readEmployersCsv(pick(text, 'employers.csv'), saved, countIds('new'));

describe('formulas', () => {
  test.each(['=1+1', '+44 118 496 0000', '-1', '@SUM(A1)', '＝1', '＋1', '－1', '＠x', "'=1"])(
    '%j is exported so that it does not begin like a formula, and is the same when read',
    (text) => {
      expect(neutraliseCell(text)).toBe(`'${text}`);
      expect(restoreCell(neutraliseCell(text))).toBe(text);
    },
  );

  test.each([
    ['Chair;=1+1', "Chair;'=1+1"],
    ['Chair; =1+1', "Chair; '=1+1"],
    ['Chair;"=1+1', `Chair;"'=1+1`],
    ['Chair\t@x', "Chair\t'@x"],
    ['Chair|+1', "Chair|'+1"],
    ['1 Lane\n-1', "1 Lane\n'-1"],
    ["Chair;'=1+1", "Chair;''=1+1"],
  ])(
    '%j is exported as %j, because another separator would begin a cell there, and is the same when read',
    (text, cell) => {
      expect(neutraliseCell(text)).toBe(cell);
      expect(restoreCell(cell)).toBe(text);
    },
  );

  // Each is what LibreOffice Calc 24 changed when a table was opened and saved, or what Excel is known to change.
  test.each([
    '01632960001',
    '01632-960001',
    '441632960001',
    "'01632960001",
    '0044',
    '1.50',
    '1,000',
    '50%',
    '£5',
    '1E5',
    '3/4',
    '1-2',
    '2026-11-23',
    '9:30',
    'true',
    'May 5',
    '5 May',
    '12 Mar 26',
    '9am',
    '10.30 pm',
    '1 1/2',
    '(5)',
    '5£',
  ])(
    '%j is exported as text, so that a spreadsheet does not change it, and is the same when read',
    (text) => {
      expect(neutraliseCell(text)).toBe(`'${text}`);
      expect(restoreCell(neutraliseCell(text))).toBe(text);
    },
  );

  test('any text is the same when read, whatever separators and signs it contains', () => {
    const scraps = fc.array(
      fc.oneof(fc.constantFrom("'", '=', ';', '\t', '\n', '0', '1', '-', ' ', '"', '|'), fc.string()),
    );
    fc.assert(
      fc.property(scraps, (parts) => {
        const text = parts.join('');
        expect(restoreCell(neutraliseCell(text))).toBe(text);
      }),
    );
  });

  test.each([
    'Amina',
    "O'Brien",
    "'quoted'",
    '1+1',
    ' =1',
    '',
    '12',
    '01632 960001',
    'ZZ1 1AA',
    'May',
    '1 Lane\n\nTown',
  ])('%j is exported unchanged', (text) => {
    expect(neutraliseCell(text)).toBe(text);
    expect(restoreCell(text)).toBe(text);
  });

  test('no exported cell begins like a formula, whatever was typed', () => {
    const typed = fc.string({ unit: 'grapheme' }).map((text) => `=${text}`);
    fc.assert(
      fc.property(
        fc.record({ fullName: typed, school: typed, address: typed, phone: typed, email: typed }),
        (fields) => {
          const [, row] = Papa.parse<string[]>(renderSignersCsv([signer(fields)], []).trim()).data;
          for (const cell of row ?? []) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
        },
      ),
    );
  });
});

describe('a table that LibreOffice Calc 24 has saved as a spreadsheet and as text again', () => {
  const people = [
    {
      fullName: 'Zoë O’Hara "Zo"',
      jobTitle: '=Head, Year 3/4',
      school: 'St Mary; Northmere',
      address: '1-3 Mill Lane\n- Northmere',
      postcode: 'E1 6AN',
      phone: '01632960001',
      email: "zo.o'hara@x.example",
    },
    {
      fullName: '@Tom Hale',
      jobTitle: '-',
      school: '12/3',
      address: '2026-11-27',
      postcode: 'NM1 1AA',
      phone: '+44 1632 960002',
      email: 'tom@x.example',
    },
    {
      fullName: 'Łucja Quill',
      jobTitle: '9am',
      school: '+One School',
      address: '1 May',
      postcode: '',
      phone: '0044 1632 960003',
      email: 'lucja@x.example',
    },
  ];
  // What Calc wrote, with "|" for the separator that was chosen.
  const written = [
    'Full name|Job title|School|Who employs you?|School address|School postcode|Phone|Email|Employer',
    `"Zoë O’Hara ""Zo"""|"'=Head, Year 3/4"|"St Mary; Northmere"||"1-3 Mill Lane\n'- Northmere"|E1 6AN|'01632960001|zo.o'hara@x.example|`,
    "'@Tom Hale|'-|'12/3||'2026-11-27|NM1 1AA|'+44 1632 960002|tom@x.example|",
    "Łucja Quill|'9am|'+One School||'1 May||0044 1632 960003|lucja@x.example|",
    '',
  ].join('\n');
  const signersOf = (result: Awaited<ReturnType<typeof readSigners>>) =>
    valueOf(result).flatMap((one) => (one.kind === 'signer' ? [one.record] : []));

  test.each([',', ';', '\t'])('keeps every cell with %j between them', async (separator) => {
    const result = await readSigners(written.replaceAll('|', separator));
    expect(signersOf(result)).toMatchObject(people);
    expect(questionsOf(result)).toEqual([]);
  });

  test('names the letters that Windows-1252 lacks, and keeps the rest', async () => {
    // Calc writes a question mark for “Ł”.
    const text = written.replaceAll('|', ',').replace('Ł', '?').replace('’', '\u0092');
    const result = await readSigners(Uint8Array.from(text, (letter) => letter.charCodeAt(0)));
    const [first, second, third] = people;
    expect(signersOf(result)).toMatchObject([first, second, { ...third, fullName: '?ucja Quill' }]);
    expect(questionsOf(result)).toMatchObject([
      {
        label:
          '“Full name”, row 4: a letter was changed or lost in “?ucja Quill”. Correct it after adding the table.',
      },
    ]);
  });

  test('has no tab, after which Calc would keep our apostrophe', () => {
    expect(renderSignersCsv([signer({ fullName: 'Jo', address: 'a\t=1' })], [])).toContain(',a =1,');
  });
});

describe('exporting and reading a table', () => {
  // A tab is exported as a blank.
  const word = fc
    .string({ unit: 'grapheme', maxLength: 30 })
    .map((text) => text.replaceAll('\t', ' ').trim());
  const named = word.filter((text) => text !== '');

  test('reading exported signers changes none of them', async () => {
    const record = fc.record({ fullName: named, jobTitle: word, school: word, address: word, phone: word });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(record, {
          selector: ({ fullName, school }) => `${fullName}${school}`.toLowerCase(),
          maxLength: 5,
        }),
        async (fields) => {
          fc.pre(fields.length > 0);
          const saved = fields.map((one, at) =>
            signer({ ...one, id: `s${at}`, employerId: 'e1', employment: 'other' }),
          );
          const employers = [employer({ organisation: 'Example Trust' })];
          const records = valueOf(
            await readSigners(renderSignersCsv(saved, employers), { signers: saved, employers }),
          );
          const before = saved.map((one) => ({ kind: 'signer', record: one }) as const);
          expect(compareRecords(before, records)).toMatchObject({ added: [], changed: [] });
        },
      ),
      { numRuns: 100 },
    );
  });

  test('exported employers are read with their kind and copies', async () => {
    const saved = employer({
      organisation: 'Example “Trust”, Ltd',
      kind: 'academy-trust',
      email: 'office@trust.example',
      address: '1 High Street\nSampleton',
      copies: [
        { id: 'c1', name: 'Chair of Trustees', email: 'chair@trust.example' },
        { id: 'c2', name: 'Clerk', email: '' },
      ],
    });
    const [record] = valueOf(await readEmployers(renderEmployersCsv([saved]), [saved]));
    expect(record).toEqual({ kind: 'employer', record: saved });
    const [again] = valueOf(await readEmployers(renderEmployersCsv([saved])));
    expect(again?.record).toEqual({
      ...saved,
      id: 'new1',
      copies: [
        { ...saved.copies[0], id: 'new2' },
        { ...saved.copies[1], id: 'new3' },
      ],
    });
  });

  test('saved values that would not pass the checks are read unchanged', async () => {
    const saved = employer({
      organisation: 'Kent County Council',
      kind: 'other',
      email: 'ask the office',
      copies: [
        { id: 'c1', name: 'Head; Clerk <acting>', email: '' },
        { id: 'c2', name: '', email: 'office@school.example' },
        { id: 'c3', name: 'C:\\Chair\\', email: 'not; an <email>' },
      ],
    });
    const [record] = valueOf(await readEmployers(renderEmployersCsv([saved]), [saved]));
    expect(record?.record).toEqual(saved);
  });

  test.each([
    ['jo@x.example', ['jo@x.example'], 0],
    ['Chair <jo@x.example>; Clerk', ['jo@x.example', ''], 0],
    ['Chair <a@x.example; b@x.example>', ['', ''], 1],
    ['Chair <Jo <jo@x.example>>', [''], 1],
    ['Chair <jo&amp;p@x.example>', ['', ''], 1],
    ['Chair <jo@x·example>', [''], 1],
    ['Chair <jo․p@x.example>', [''], 1],
    ['Chair jo@x.example', [''], 1],
    ['Chair <mailto:jo@x.example>', [''], 1],
  ])(
    'of the copies “%s” only a clean address is used, and the others are asked about',
    async (copies, emails, asked) => {
      const read = await readEmployers(`Organisation,Kind,Copies\nKent County Council,council,"${copies}"\n`);
      const [first] = valueOf(read);
      const record = first?.kind === 'employer' ? first.record : null;
      expect(record?.copies.map(({ email }) => email)).toEqual(emails);
      const questions = (read.ok ? read.questions : undefined) ?? [];
      expect(questions.filter(({ label }) => label.includes('Copies')).length > 0 ? 1 : 0).toBe(asked);
    },
  );

  test('copies with any name are read unchanged', async () => {
    const copy = fc.record({ name: named, email: fc.constantFrom('', 'a@b.example', '<', 'x; y') });
    await fc.assert(
      fc.asyncProperty(fc.array(copy, { minLength: 1, maxLength: 4 }), async (all) => {
        const copies = all.map((one, at) => ({ ...one, name: `${one.name}${at}`, id: `c${at}` }));
        const saved = employer({ organisation: 'Example Trust', copies });
        const [record] = valueOf(await readEmployers(renderEmployersCsv([saved]), [saved]));
        expect(record?.record).toEqual(saved);
      }),
      { numRuns: 100 },
    );
  });

  test('the file has a byte order mark and line ends for Excel', () => {
    expect(renderSignersCsv([], [])).toMatch(/^\uFEFFFull name,Job title,.*\r\n$/);
  });
});

describe('reading a table', () => {
  test.each(['little-endian', 'big-endian'] as const)(
    'a table in UTF-16, %s, with tabs as delimiters is read',
    async (order) => {
      const file = utf16('Full name\tSchool\r\nZoë\tMill\r\n', order);
      expect(valueOf(await readSigners(file))).toMatchObject([
        { record: { fullName: 'Zoë', school: 'Mill' } },
      ]);
    },
  );

  test('empty columns on the right are ignored', async () => {
    const text = 'Full name,School,,\nAmina,Mill,,\nBen,Hill\nCara,Dale,,,,\n';
    expect(valueOf(await readSigners(text))).toHaveLength(3);
  });

  test('an unknown column is left out and can be chosen, and the other columns are read', async () => {
    for (const [heading, label] of [
      ['', 'Column C, without a heading'],
      ['Salary', 'Salary'],
      ['__proto__', '__proto__'],
      ['constructor', 'constructor'],
    ] as const) {
      const text = `Full name,School,${heading}\nAmina,Mill,x\n`;
      const read = await readSigners(text);
      expect(valueOf(read)).toMatchObject([{ record: { fullName: 'Amina', school: 'Mill', phone: '' } }]);
      expect(questionsOf(read)).toMatchObject([
        { about: 'columns', label, hint: 'For example “x”', answer: '' },
      ]);
      const again = await readSigners(text, nothingSaved, { 'column 2': 'Phone' });
      expect(valueOf(again)).toMatchObject([{ record: { phone: 'x' } }]);
    }
  });

  test('line breaks of every system inside a cell are read as line feeds', async () => {
    const text = 'Full name,School,School address\r\nAmina,Mill,"1 Lane\r\nTown\rShire"\r\n';
    expect(valueOf(await readSigners(text))).toMatchObject([{ record: { address: '1 Lane\nTown\nShire' } }]);
  });

  test('a council is recognised by its short or former name', async () => {
    expect(valueOf(await readEmployers('Council\nkent\nMilton Keynes Council\n'))).toMatchObject([
      { record: { organisation: 'Kent County Council', kind: 'council' } },
      { record: { organisation: 'Milton Keynes City Council', kind: 'council' } },
    ]);
    const saved = employer({ organisation: 'Kent County Council', kind: 'council' });
    expect(valueOf(await readEmployers('Council\nkent\n', [saved]))).toEqual([
      { kind: 'employer', record: saved },
    ]);
    expect(valueOf(await readEmployers('Organisation,Kind\nKent,academy trust\n'))).toMatchObject([
      { record: { organisation: 'Kent', kind: 'academy-trust' } },
    ]);
  });

  test('a council named for a signer becomes an employer with its formal name and proposed role', async () => {
    const text =
      'Full name,School,Who employs you?,Employer\nA,B,,Kent\nC,D,council-maintained,kent county council\n';
    const records = valueOf(await readSigners(text));
    expect(records).toMatchObject([
      {
        kind: 'employer',
        record: {
          organisation: 'Kent County Council',
          role: 'Director of Children’s Services',
        },
      },
      { kind: 'signer', record: { fullName: 'A' } },
      { kind: 'signer', record: { fullName: 'C' } },
    ]);
    expect(records[1]).toMatchObject({ record: { employerId: records[0]?.record.id } });
    expect(records[2]).toMatchObject({ record: { employerId: records[0]?.record.id } });
  });

  test('columns are read in any order, with either apostrophe, in any case, and with semicolons as delimiters', async () => {
    const text =
      'SCHOOL;email;full NAME;Who employs them?\nSample Primary;a@b.example;Amina;single-academy-trust\n';
    expect(valueOf(await readSigners(text))).toMatchObject([
      {
        record: {
          fullName: 'Amina',
          school: 'Sample Primary',
          email: 'a@b.example',
          employment: 'single-academy-trust',
        },
      },
    ]);
    const [record] = valueOf(
      await readEmployers("Organisation,Employer's email\nKent County Council,a@b.example"),
    );
    expect(record?.record).toMatchObject({ email: 'a@b.example' });
  });

  test('a missing column does not change that field of a saved signer', async () => {
    const saved = signer({
      fullName: 'Amina Example',
      school: 'Sample Primary',
      phone: '1',
      email: 'a@b.example',
    });
    const records = valueOf(
      await readSigners('Full name,School,Phone\namina  example,Sample primary,2\n', {
        signers: [saved],
        employers: [],
      }),
    );
    expect(records).toEqual([
      {
        kind: 'signer',
        record: { ...saved, fullName: 'amina  example', school: 'Sample primary', phone: '2' },
      },
    ]);
  });

  test('an employer that is not saved yet is added once, with the proposed details for its kind', async () => {
    const text =
      'Full name,School,Who employs you?,Employer\nA,S1,trust-with-other-schools,New Trust\nB,S2,,new trust\n';
    const records = valueOf(await readSigners(text));
    expect(records.map(({ kind }) => kind)).toEqual(['employer', 'signer', 'signer']);
    expect(records[0]?.record).toMatchObject({ kind: 'academy-trust', role: 'Chief Executive Officer' });
    const ids = records.flatMap((one) => (one.kind === 'signer' ? [one.record.employerId] : []));
    expect(new Set(ids)).toEqual(new Set([records[0]?.record.id]));
  });

  test('accents in a Windows-1252 table from Excel are read', async () => {
    const bytes = Uint8Array.from('Full name,School\nZo\u00EB,St Anne\u0092s'.split(''), (c) =>
      c.charCodeAt(0),
    );
    expect(valueOf(await readSigners(bytes))).toMatchObject([
      { record: { fullName: 'Zoë', school: 'St Anne’s' } },
    ]);
  });

  test('Excel’s “sep=” line and empty lines are skipped', async () => {
    const text = 'sep=;\nFull name;School\n\nAmina;Sample\n;\n';
    expect(valueOf(await readSigners(text))).toHaveLength(1);
  });

  test('a phone number that is written as a formula of text is read as the number', async () => {
    const [read] = valueOf(await readSigners('Full name,School,Phone\nA,B,"=""01632960001"""\n'));
    expect(read?.record).toMatchObject({ phone: '01632960001' });
  });

  test('markup in a cell is read as plain text', async () => {
    const [record] = valueOf(await readSigners('Full name,School\n<img src=x onerror=alert(1)>,S\n'));
    expect(record?.record).toMatchObject({ fullName: '<img src=x onerror=alert(1)>' });
  });
});

describe('trouble in a table', () => {
  test.each(wrongFiles)('for %s the message names the kind of file', async (_, content, message) => {
    expect(sentencesOf(await readSigners(content))[0]).toContain(message);
  });

  test('a file of two gigabytes is refused without being read', async () => {
    expect(sentencesOf(await readSignersCsv(hugeFile, nothingSaved, countIds()))[0]).toContain('2 GB');
  });

  test.each([
    [
      'no column for the name',
      'School,Size\nMill,big\n',
      'row 1: there is no column “Full name” or “Last name”, which a table of signers (a .csv file) needs. Choose below which column it is, or add one to the table.',
    ],
    [
      'no column that is known',
      'Colour,Size\nred,big\n',
      'row 1: none of the columns in this table is known here: “Colour” and “Size”. A table of signers has one row for each head, with a name and a school. If it is the right table, choose below which column is which.',
    ],
    ['no rows', 'Full name,School\n,\n', 'row 1: there are no rows under the headings'],
    ['no person', 'Full name,School,Phone\n,,1\n', 'no row has a name and a school'],
    ['an open quotation mark', 'Full name,School\nA,B\n"C,D\n', 'row 3: a quotation mark here is not closed'],
    [
      'a table of employers',
      'Organisation,Kind,Phone\nKent,council,\n',
      'this looks like a table of employers. Open it under “Open a table of employers”',
    ],
    [
      'a spreadsheet',
      'PK\u0003\u0004…',
      'In Excel choose File, Save As and “CSV UTF-8”, and open that file here.',
    ],
  ])('%s is refused with its row and a way on', async (_, text, message) => {
    const [sentence] = sentencesOf(await readSigners(text), 'heads.csv');
    expect(sentence).toContain(`“heads.csv”`);
    expect(sentence).toContain(message);
  });

  test('a table of signers opened as one of employers is named', async () => {
    for (const headings of ['Head,School name,LA', 'Surname and first name,Academy,LA/Trust']) {
      const [sentence] = sentencesOf(await readEmployers(`${headings}\nA,B,Kent\n`));
      expect(sentence).toContain(
        'this looks like a table of signers. Open it under “Open a table of signers”',
      );
    }
  });

  // Each row: the trouble, the table, the sentence, and the field as it is read with the proposed and with each other answer.
  test.each<[string, string, string, Partial<Signer>, Record<string, Partial<Signer>>]>([
    [
      'a wrong email',
      'Full name,School,Email\nA,B,0118 496\n',
      '“Email”, row 2: “0118 496” cannot be used as an email address.',
      { email: '' },
      { keep: { email: '0118 496' } },
    ],
    [
      'a wrong email of several lines',
      'Full name,School,Email\nA,B,"a,\n,b"\n',
      '“Email”, row 2: “a, ,b” cannot be used as an email address.',
      { email: '' },
      { keep: { email: 'a,\n,b' } },
    ],
    [
      'an unknown kind of school',
      'Full name,School,Who employs you?\nA,B,Church\n',
      'We do not know what “Church” means in the column “Who employs you?” (row 2).',
      { employment: '' },
      { 'aided-or-foundation': { employment: 'aided-or-foundation' } },
    ],
    [
      'a kind of school that can mean two things',
      'Full name,School,Who employs you?\nA,B,Academy\n',
      '“Academy” in the column “Who employs you?” (row 2) can mean more than one thing. Most academies and free schools are in a trust with other schools; some have a trust of their own.',
      { employment: 'trust-with-other-schools' },
      { 'single-academy-trust': { employment: 'single-academy-trust' }, '': { employment: '' } },
    ],
    [
      'a phone number without its first 0',
      'Full name,School,Phone\nA,B,1632960001\n',
      '“Phone”, row 2: the first 0 is missing (“1632960001”). Spreadsheets leave it out.',
      { phone: '01632960001' },
      { keep: { phone: '1632960001' } },
    ],
    [
      'a phone number with commas in place of its first 0',
      'Full name,School,Phone\nA,B,"1,632,960,001"\n',
      'the first 0 is missing (“1,632,960,001”)',
      { phone: '01632960001' },
      {},
    ],
    [
      'a phone number with a decimal in place of its first 0',
      'Full name,School,Phone\nA,B,1632960001.0\n',
      'the first 0 is missing (“1632960001.0”)',
      { phone: '01632960001' },
      {},
    ],
    [
      'a phone number without its +',
      'Full name,School,Phone\nA,B,441632960001\n',
      'the first + is missing (“441632960001”)',
      { phone: '+441632960001' },
      {},
    ],
    [
      'a column that was too narrow',
      'Full name,School,Phone\nA,B,########\n',
      '“Phone”, row 2: “########” is what a spreadsheet shows in place of a value.',
      { phone: '' },
      { keep: { phone: '########' } },
    ],
    [
      'a formula that failed',
      'Full name,School\nA,#REF!\n',
      '“School”, row 2: “#REF!” is what a spreadsheet',
      { school: '' },
      {},
    ],
    [
      'a letter as Macs saved it',
      'Full name,School\nZoŽ,B\n',
      'changed or lost in “ZoŽ”',
      { fullName: 'ZoŽ' },
      {},
    ],
    [
      'a letter as DOS saved it',
      'Full name,School\nZo‰,B\n',
      'changed or lost in “Zo‰”',
      { fullName: 'Zo‰' },
      {},
    ],
    [
      'a letter as in web pages',
      'Full name,School\nZo&euml;,B\n',
      'lost in “Zo&euml;”',
      { fullName: 'Zo&euml;' },
      {},
    ],
    ['a lost letter', 'Full name,School\nZo�,B\n', 'changed or lost in “Zo�”', { fullName: 'Zo�' }, {}],
    [
      'a number cut short',
      'Full name,School,Phone\nA,B,4.41633E+11\n',
      '“4.41633E+11” is a number that a spreadsheet has cut short.',
      { phone: '' },
      { keep: { phone: '4.41633E+11' } },
    ],
    [
      'UTF-8 saved as Windows-1252',
      'Full name,School\nZoÃ«,B\n',
      '“Full name”, row 2: letters were changed in “ZoÃ«”: for example, it was “Zoë”.',
      { fullName: 'Zoë' },
      { keep: { fullName: 'ZoÃ«' } },
    ],
    [
      'a curly apostrophe saved in a wrong encoding',
      'Full name,School\nZoë,St Anneâ€™s\n',
      'it was “St Anne’s”',
      { school: 'St Anne’s' },
      {},
    ],
    [
      'a problem below a cell of three lines, counted as a spreadsheet counts rows',
      'Full name,School,Email\n"A\nB\nC",D,\nE,F,x\n',
      '“Email”, row 3',
      { fullName: 'A B C' },
      {},
    ],
  ])('%s is asked about, with an answer proposed', async (_, text, sentence, proposed, others) => {
    const read = await readSigners(text);
    const [question] = questionsOf(read);
    expect(question?.label).toContain(sentence);
    expect(valueOf(read)[0]?.record).toMatchObject(proposed);
    for (const [answer, fields] of Object.entries(others)) {
      const again = await readSigners(text, nothingSaved, { [question?.id ?? '']: answer });
      expect(valueOf(again)[0]?.record).toMatchObject(fields);
      expect(questionsOf(again)[0]).toMatchObject({ id: question?.id, answer });
    }
  });

  test('letters with accents, and a damaged text that is saved already, are no problem', async () => {
    const text = 'Full name,School,Phone\nZoë Ã,Café’s £5 school,1632960001\n';
    const saved = signer({ fullName: 'Zoë Ã', school: 'Café’s £5 school', phone: '1632960001' });
    expect(valueOf(await readSigners(text, { signers: [saved], employers: [] }))).toEqual([
      { kind: 'signer', record: saved },
    ]);
  });

  test.each(['ZZ1  1AA', 'ZZ1\u00a01AA', 'ZZ1 \t1AA'])(
    'the blanks of the postcode %j become one',
    async (typed) => {
      expect(valueOf(await readSigners(`Full name,School,School postcode\nA,B,"${typed}"\n`))).toMatchObject([
        { record: { postcode: 'ZZ1 1AA' } },
      ]);
    },
  );

  test('each kind of trouble is asked about once, for all its rows', async () => {
    const text = 'Full name,School,Email,Who employs you?\nA,B,x,y\nC,D,z,\nE,F,,Y\n';
    expect(questionsOf(await readSigners(text)).map(({ label }) => label)).toEqual([
      'We do not know what “y” means in the column “Who employs you?” (rows 2 and 4).',
      '“Email”, rows 2 and 3: “x” and “z” cannot be used as an email address.',
    ]);
  });

  test('unknown kinds, wrong copies and missing names of employers are asked about or said', async () => {
    const text = 'Organisation,Kind,Copies\nA,church,Chair <chair>\n,council,\nA,,\n';
    const read = await readEmployers(text);
    expect(questionsOf(read).map(({ label }) => label)).toEqual([
      'In row 3 the employer’s name is missing. It is left out.',
      'In row 4 there is a name that is in a row above too, with other details.',
      'We do not know what “church” means in the column “Kind” (row 2).',
      '“Copies”, row 2: “chair” cannot be used as an email address.',
    ]);
    expect(valueOf(read)).toMatchObject([
      { record: { organisation: 'A', copies: [{ name: 'Chair', email: '' }] } },
    ]);
  });

  test('any text gives either signers or problems in full sentences', async () => {
    const scraps = fc.array(
      fc.oneof(fc.constantFrom('Full name', 'School', ',', '\n', '"', ';', '\r\n', '='), fc.string()),
    );
    await fc.assert(
      fc.asyncProperty(scraps, async (parts) => {
        const result = await readSigners(parts.join(''));
        if (!result.ok) for (const { sentence } of result.problems) expect(sentence).toMatch(/\.$/);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a table saved and read by another computer', () => {
  const textFields = (fields: object) =>
    Object.entries(fields).flatMap(([name, empty]) => (empty === '' ? [name] : []));
  /** A value that the field accepts, and that no other field has. */
  const valueFor = (field: string) =>
    /email/i.test(field)
      ? `${field.toLowerCase()}@northmere.example`
      : /postcode/i.test(field)
        ? 'NE1 4XX'
        : `The ${field}`;

  test.each(textFields(emptyFields.employer))('has the employer’s %s', async (field) => {
    const saved = employer({ organisation: 'Northmere Trust', [field]: valueFor(field) });
    const [read] = valueOf(await readEmployers(renderEmployersCsv([saved])));
    expect(read?.record).toMatchObject({ [field]: valueFor(field) });
  });
});
