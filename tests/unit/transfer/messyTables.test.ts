import { describe, expect, test } from 'vitest';
import type { AnyRecord } from '../../../lib/storage/lists';
import type { Employer, Signer } from '../../../lib/storage/schema';
import type { TableAnswers } from '../../../lib/files/tableQuestions';
import { emptyFields } from '../../../lib/storage/schema';
import { readEmployersCsv } from '../../../lib/transfer/employersCsv';
import { readSignersCsv } from '../../../lib/transfer/signersCsv';
import { countIds } from '../storage/fakes';
import { pick, utf16, valueOf } from './files';

/** Tables as branch secretaries keep them: none was made for Dear Employer. */

async function read(
  content: string | Uint8Array<ArrayBuffer>,
  answers: TableAnswers = {},
  employers: readonly Employer[] = [],
) {
  const result = await readSignersCsv(pick(content), { signers: [], employers }, countIds('new'), answers);
  const records = valueOf(result);
  const signers = records.flatMap((one) => (one.kind === 'signer' ? [one.record] : []));
  // Most tables in this file have no job titles. What is asked about that has a test of its own.
  const questions = (result.questions ?? []).filter(({ id }) => id !== 'no job title');
  const all = [...employers, ...records.flatMap((one) => (one.kind === 'employer' ? [one.record] : []))];
  return {
    signers,
    employersOf: signers.map(({ employerId }) => all.find(({ id }) => id === employerId)?.organisation ?? ''),
    employers: all,
    questions,
    labels: questions.map(({ label }) => label),
    askedAboutJobs: result.questions?.find(({ id }) => id === 'no job title'),
  };
}

const fieldsOf = (signers: readonly Signer[], ...fields: (keyof Signer)[]) =>
  signers.map((signer) => fields.map((field) => signer[field]));

describe('columns with other names', () => {
  test('are guessed, and each guess is shown and can be changed', async () => {
    const text =
      'Surname,Forename,Academy,LA/Trust,Type,E-mail address,Tel no,Membership no\n' +
      'Nair,Priya,Mill Primary,Oak Learning Trust,MAT,priya@mill.example,01632 960001,12345\n';
    const { signers, employersOf, questions } = await read(text);
    expect(fieldsOf(signers, 'fullName', 'school', 'employment', 'email', 'phone')).toEqual([
      ['Priya Nair', 'Mill Primary', 'trust-with-other-schools', 'priya@mill.example', '01632 960001'],
    ]);
    expect(employersOf).toEqual(['Oak Learning Trust']);
    expect(Object.fromEntries(questions.map(({ label, answer }) => [label, answer]))).toEqual({
      Surname: 'Last name',
      Forename: 'First name',
      Academy: 'School',
      'LA/Trust': 'Employer',
      Type: 'Who employs you?',
      'E-mail address': 'Email',
      'Tel no': 'Phone',
      'Membership no': '',
    });
    expect(questions[0]?.hint).toBe('For example “Nair”');
    const changed = await read(text, { 'column 3': '' });
    expect(changed.employersOf).toEqual(['']);
  });

  test('a column that is needed and was not found can be chosen', async () => {
    const text = 'Colleague,Place\nPriya Nair,Mill Primary\n';
    const refused = await readSignersCsv(pick(text), { signers: [], employers: [] }, countIds());
    expect(refused.ok).toBe(false);
    const asked = (refused.questions ?? []).filter(({ about }) => about === 'columns');
    expect(asked.map(({ label }) => label)).toEqual(['Row 1', 'Colleague', 'Place']);
    const { signers } = await read(text, { 'column 0': 'Full name', 'column 1': 'School' });
    expect(fieldsOf(signers, 'fullName', 'school')).toEqual([['Priya Nair', 'Mill Primary']]);
  });

  test('a table without headings is read from its first row', async () => {
    const text = 'Priya Nair,Mill Primary,priya@mill.example\nTom Hale,Hill Primary,tom@hill.example\n';
    const { signers } = await read(text, {
      'column 0': 'Full name',
      'column 1': 'School',
      'column 2': 'Email',
    });
    expect(fieldsOf(signers, 'fullName', 'email')).toEqual([
      ['Priya Nair', 'priya@mill.example'],
      ['Tom Hale', 'tom@hill.example'],
    ]);
  });

  test('the lines of an address in several columns are joined', async () => {
    const text = 'Name,School,Address 1,Address 2,Town,Post code\nA B,Mill,1 Lane,,Sampleton,ZZ1 1AA\n';
    const { signers } = await read(text);
    expect(fieldsOf(signers, 'address', 'postcode')).toEqual([['1 Lane\nSampleton', 'ZZ1 1AA']]);
  });

  test('a column that appears twice is read once, and the other can be chosen', async () => {
    const { signers, questions } = await read('Name,School,Email,Email\nA B,Mill,,home@b.example\n', {});
    expect(questions.map(({ label, answer }) => [label, answer])).toEqual([['Email', '']]);
    expect(signers[0]?.email).toBe('');
    const chosen = await read('Name,School,Email,Email\nA B,Mill,,home@b.example\n', { 'column 3': 'Email' });
    expect(chosen.signers[0]?.email).toBe('home@b.example');
  });

  test('where council and trust have a column each, the trust employs the head of an academy', async () => {
    const text =
      'Head,School,LA,Trust,Type\nA B,Mill,Kent,Oak Trust,MAT\nC D,Hill,Kent,,Community\nE F,Dale,Kent,n/a,Academy\n';
    const { employersOf, labels } = await read(text);
    expect(employersOf).toEqual(['Oak Trust', 'Kent County Council', '']);
    expect(labels).toContain(
      'The table names a council as the employer (“Kent”) in row 4, but the kind of school there means that someone else is.',
    );
  });
});

describe('words for kinds of school', () => {
  test.each([
    ['VA', 'aided-or-foundation'],
    ['Voluntary Aided', 'aided-or-foundation'],
    ['CofE VA', 'aided-or-foundation'],
    ['RC VA', 'aided-or-foundation'],
    ['Foundation', 'aided-or-foundation'],
    ['VC', 'council-maintained'],
    ['C of E VC', 'council-maintained'],
    ['Community', 'council-maintained'],
    ['Community School', 'council-maintained'],
    ['LA', 'council-maintained'],
    ['LA maintained', 'council-maintained'],
    ['PRU', 'council-maintained'],
    ['MAT', 'trust-with-other-schools'],
    ['Multi-Academy Trust', 'trust-with-other-schools'],
    ['Academy (MAT)', 'trust-with-other-schools'],
    ['SAT', 'single-academy-trust'],
    ['Single academy trust', 'single-academy-trust'],
    ['Non-maintained special', 'charity-special'],
  ])('“%s” is understood', async (word, employment) => {
    const { signers, questions } = await read(`Name,School,Type of school\nA B,Mill,${word}\n`);
    expect(signers[0]?.employment).toBe(employment);
    expect(questions.filter(({ about }) => about === 'cells')).toEqual([]);
  });

  test.each([
    ['Academy', 'trust-with-other-schools'],
    ['Academy converter', 'trust-with-other-schools'],
    ['Free school', 'trust-with-other-schools'],
    ['Maintained', 'council-maintained'],
    ['Independent', 'other'],
  ])('“%s” is guessed and asked about', async (word, employment) => {
    const { signers, questions } = await read(`Name,School,Type\nA B,Mill,${word}\n`);
    expect(signers[0]?.employment).toBe(employment);
    expect(questions.find(({ about }) => about === 'cells')).toMatchObject({ answer: employment });
  });

  test('in aided schools a named council is not taken for the employer unasked', async () => {
    const text = 'Name,School,Type,LA\nA B,St Anne’s,VA,Kent\nC D,St John’s,VA,Kent\n';
    expect((await read(text)).employersOf).toEqual([
      'Governing Body of St Anne’s',
      'Governing Body of St John’s',
    ]);
    const id = 'council aided-or-foundation';
    expect((await read(text, { [id]: '' })).employersOf).toEqual(['', '']);
    expect((await read(text, { [id]: 'as typed' })).employersOf).toEqual(['Kent', 'Kent']);
  });

  test('in aided schools a named diocese is not taken for the employer unasked, but a diocesan trust is one', async () => {
    const text =
      'Name,School,Type,Employer\nA B,St Anne’s,VA,Diocese of Wells\nC D,St John’s,MAT,Diocese of Wells Trust\n';
    const { employersOf, labels } = await read(text);
    expect(employersOf).toEqual(['Governing Body of St Anne’s', 'Diocese of Wells Trust']);
    expect(labels).toContain(
      'The table names a diocese as the employer (“Diocese of Wells”) in row 2, but the kind of school there means that the governing body is.',
    );
    const kept = await read(text, { 'diocese aided-or-foundation': 'as typed' });
    expect(kept.employersOf[0]).toBe('Diocese of Wells');
  });

  test('a council that has no schools is named in one sentence, with every row', async () => {
    const text =
      'Name,School,Type,LA\nA B,Mill,Community,Swale\nC D,Hill,VC,Swale\nE F,Dale,Community,Kent\n';
    const { labels } = await read(text);
    expect(labels.filter((label) => label.includes('none of the 153 councils'))).toEqual([
      '“Swale” (rows 2 and 3) is none of the 153 councils that have schools. It is added as the table says. Look up which council employs them, and correct it under Your employer.',
    ]);
    const saved = { ...emptyFields.employer, v: 1, id: 'own', organisation: 'Swale' } as Employer;
    expect((await read(text, {}, [saved])).labels.join()).not.toContain('153');
  });
});

test('heads without a job title are asked about once, and Headteacher is proposed', async () => {
  const text = 'Name,School,Job title\nA B,Mill,\nC D,Hill,Principal\nE F,Dale,\n';
  const { signers, askedAboutJobs } = await read(text);
  expect(fieldsOf(signers, 'jobTitle')).toEqual([['Headteacher'], ['Principal'], ['Headteacher']]);
  expect(askedAboutJobs).toMatchObject({
    label: 'No job title is given in rows 2 and 4.',
    answer: 'Headteacher',
  });
  const left = await read(text, { 'no job title': '' });
  expect(fieldsOf(left.signers, 'jobTitle')).toEqual([[''], ['Principal'], ['']]);
});

describe('a table about something else', () => {
  const payments = 'Date,Item,Paid to,Amount\n1 May,Tea,Shop,4.20\n';
  const pupils =
    'UPN,Surname,Forename,School,Year group,DOB\nA1,Ash,Tom,Mill,3,1/2/2018\nA2,Bell,Ina,Mill,4,3/5/2017\n';

  test.each([
    ['payments', payments, 'a table of payments: it has the columns “Item”, “Paid to” and “Amount”.'],
    ['payments under a title', `Petty cash book\n\n${payments}`, 'a table of payments'],
    ['pupils', pupils, 'a table of pupils: it has the columns “UPN”, “Year group” and “DOB”.'],
    ['a diary', 'Date,Event,Venue\n1 May,Fair,Hall\n', 'a table of dates or events'],
    ['a pay list', 'Payroll no,Name,Grade,FTE\n12,A B,L18,1\n', 'a table of staff pay or absence'],
  ])('%s: says what it looks like and what is needed, and asks nothing', async (_, text, sentence) => {
    const read1 = await readSignersCsv(pick(text), { signers: [], employers: [] }, countIds());
    const [problem] = read1.ok ? [] : read1.problems;
    expect(problem?.sentence).toContain(sentence);
    expect(problem?.sentence).toContain(
      'A table of signers has one row for each head, with a name and a school.',
    );
    expect(read1.questions ?? []).toEqual([]);
  });

  test('is refused as a table of employers too', async () => {
    const refused = await readEmployersCsv(pick(payments), [], countIds());
    const [problem] = refused.ok ? [] : refused.problems;
    expect(problem?.sentence).toContain('This looks like a table of payments');
    expect(problem?.sentence).toContain('with its name.');
  });

  test('is not what a members’ list is taken for, although it says who has paid', async () => {
    const text = 'Name,School,Date of birth,Amount paid,Balance\nA B,Mill,1/2/1970,4,0\n';
    expect((await read(text)).signers).toHaveLength(1);
  });
});

describe('a cell that names no employer is never one employer for several schools', () => {
  const table = (cell: string) => `Name,School,Employer\nA B,Mill,${cell}\nC D,Hill,${cell}\n`;

  test.each([
    'Governing body',
    'The Governing Body',
    'governing board',
    'Governors',
    'GB',
    'FGB',
    'School’s governors',
  ])('“%s” is the governing body of each school, and is asked about', async (cell) => {
    const { employersOf, labels } = await read(table(cell));
    expect(employersOf).toEqual(['Governing Body of Mill', 'Governing Body of Hill']);
    expect(labels).toContain(
      `The table says “${cell}” in rows 2 and 3, which is a kind of employer and not its name.`,
    );
    const id = 'each governing body';
    expect((await read(table(cell), { [id]: '' })).employersOf).toEqual(['', '']);
    expect((await read(table(cell), { [id]: 'as typed' })).employersOf).toEqual([cell, cell]);
  });

  test.each([
    'LA',
    'Local authority',
    'the council',
    'MAT',
    'Academy Trust',
    'Trust',
    'Diocese',
    'Academy',
    'School',
  ])('“%s” leaves the employer empty, and is asked about', async (cell) => {
    const { employersOf } = await read(table(cell));
    expect(employersOf).toEqual(['', '']);
    expect((await read(table(cell), { 'employer without a name': 'as typed' })).employersOf).toEqual([
      cell,
      cell,
    ]);
  });

  test.each(['Governing Body of Mill', 'Oak Trust', 'Diocese of Wells', 'Kent', 'Hill Foundation'])(
    '“%s” is a name',
    async (cell) => {
      const { labels } = await read(table(cell));
      expect(labels.join()).not.toContain('is a kind of employer');
    },
  );
});

describe('what spreadsheets have around the table', () => {
  test('title rows, blank rows and columns, and a total are left out; rows are numbered as in the spreadsheet', async () => {
    const text =
      'Northmere branch – heads,,,\nUpdated 3 March,,,\n,,,\nName,,School,Email\nA B,,Mill,\n,,,\nC D,,Hill,wrong\nTotal,,2,\n';
    const { signers, labels } = await read(text);
    expect(fieldsOf(signers, 'fullName', 'school')).toEqual([
      ['A B', 'Mill'],
      ['C D', 'Hill'],
    ]);
    expect(labels).toEqual([
      'In row 8 there is a total. It is left out.',
      '“Email”, row 7: “wrong” cannot be used as an email address.',
    ]);
  });

  test('empty cells below a merged one take its value, or stay empty by choice', async () => {
    const text = 'Name,School,Employer\nA,S1,Kent\nB,S2,\nC,S3,\nD,S4,Oak Trust\nE,S5,\n';
    const { employersOf, labels } = await read(text);
    expect(employersOf).toEqual([
      'Kent County Council',
      'Kent County Council',
      'Kent County Council',
      'Oak Trust',
      'Oak Trust',
    ]);
    expect(labels).toEqual([
      '“Employer” is empty in rows 3, 4 and 6, as if its cells had been merged with those above.',
    ]);
    expect((await read(text, { 'merged 2': '' })).employersOf).toEqual([
      'Kent County Council',
      '',
      '',
      'Oak Trust',
      '',
    ]);
  });

  test('headings of groups, footnotes and repeated headings are left out', async () => {
    const text =
      'Name,School,Phone\nOak Learning Trust,,\nA B,Mill,\nName,School,Phone\nC D,Hill,\nPlease keep this list confidential.,,\n';
    const { signers, labels } = await read(text);
    expect(fieldsOf(signers, 'fullName')).toEqual([['A B'], ['C D']]);
    expect(labels).toEqual([
      'Left out: rows 2 and 6, with nothing but “Oak Learning Trust” and “Please keep this list confidential.”.',
    ]);
  });

  test('a row with nothing but what may be a name is left out, unless the user says that it is one', async () => {
    const text = 'Surname,Forename,School\nHale,Ada,Mill\nAwaiting details,,\n';
    const { signers, questions } = await read(text);
    expect(fieldsOf(signers, 'fullName')).toEqual([['Ada Hale']]);
    expect(questions.at(-1)).toMatchObject({
      label: 'In row 3 there is nothing but “Awaiting details”.',
      answer: '',
    });
    const kept = await read(text, { 'name only': 'add' });
    expect(fieldsOf(kept.signers, 'fullName')).toEqual([['Ada Hale'], ['Awaiting details']]);
  });

  test('a row that a comma has split is left out and named', async () => {
    const text =
      'Name,School,Email\nA B,Oak, Elm and Ash School,a@b.example\nC D,Hill,c@d.example\nE F,Dale,\n';
    const { signers, labels } = await read(text);
    expect(fieldsOf(signers, 'fullName')).toEqual([['C D'], ['E F']]);
    expect(labels[0]).toContain('In row 2 there are more cells than headings, so it is left out.');
  });

  test('the same row twice is used once; the same head with other details is asked about', async () => {
    const text = 'Name,School,Phone\nA B,Mill,\nA B,Mill,\nC D,Hill,01632 960001\nc d,hill,01632 960002\n';
    const { signers, labels } = await read(text);
    expect(fieldsOf(signers, 'fullName', 'phone')).toEqual([
      ['A B', ''],
      ['C D', '01632 960001'],
    ]);
    expect(labels).toEqual([
      'Row 3 repeats a row above. It is used once.',
      'In row 5 there is a name that is in a row above too, with other details.',
    ]);
    expect((await read(text, { twice: 'last' })).signers[1]?.phone).toBe('01632 960002');
  });

  test.each(['N/A', 'n/a', '-', '–', 'TBC', 'none', '?'])('“%s” is read as empty', async (word) => {
    const { signers } = await read(`Name,School,Email,Phone\nA B,Mill,${word},${word}\n`);
    expect(fieldsOf(signers, 'email', 'phone')).toEqual([['', '']]);
  });

  test('names that begin with the last name are turned round, if most do', async () => {
    const text =
      'Name,School\n"Smith, Jane (Ms)",Mill\n"O’Neill, Mary-Ann",Hill\n"Patel, Dr Anil",Dale\n"Lee Wong, BEd",Vale\n"Shaw-Brown, Tom A.",Moor\n';
    const { signers, labels } = await read(text);
    expect(fieldsOf(signers, 'fullName')).toEqual([
      ['Ms Jane Smith'],
      ['Mary-Ann O’Neill'],
      ['Dr Anil Patel'],
      ['Lee Wong, BEd'],
      ['Tom A. Shaw-Brown'],
    ]);
    expect(labels[0]).toContain('Names begin with the last name in rows 2, 3, 4 and 6: “Smith, Jane (Ms)”');
    expect((await read(text, { 'turned names': 'keep' })).signers[0]?.fullName).toBe('Smith, Jane (Ms)');
  });

  test.each([
    ['semicolons', 'Name;School;Email\nA B;Oak, Elm;a@b.example\n'],
    ['tabs', 'Name\tSchool\tEmail\nA B\tOak, Elm\ta@b.example\n'],
    ['pipes', 'Name|School|Email\nA B|Oak, Elm|a@b.example\n'],
    ['tabs in UTF-16', utf16('Name\tSchool\tEmail\r\nA B\tOak, Elm\ta@b.example\r\n')],
    ['a byte order mark', '\uFEFFName,School,Email\r\nA B,"Oak, Elm",a@b.example\r\n'],
    ['another order', 'Email,School,Name\na@b.example,"Oak, Elm",A B\n'],
  ])('a table with %s is read without a question', async (_, content) => {
    const { signers, questions } = await read(content);
    expect(fieldsOf(signers, 'fullName', 'school', 'email')).toEqual([['A B', 'Oak, Elm', 'a@b.example']]);
    expect(questions).toEqual([]);
  });
});

describe('employers by other spellings', () => {
  const saved: Employer[] = [
    {
      ...emptyFields.employer,
      v: 2,
      id: 'e1',
      organisation: 'The Oak Multi-Academy Trust',
      kind: 'academy-trust',
    },
  ];

  test('a saved employer is proposed, and a new one can be chosen', async () => {
    const text = 'Name,School,Employer\nA,S1,Oak MAT\nB,S2,Oak MAT\n';
    const { employersOf, questions } = await read(text, {}, saved);
    expect(employersOf).toEqual(['The Oak Multi-Academy Trust', 'The Oak Multi-Academy Trust']);
    expect(questions).toMatchObject([{ label: 'Which employer is “Oak MAT” in rows 2 and 3?' }]);
    const another = await read(text, { [questions[0]?.id ?? '']: 'as typed' }, saved);
    expect(another.employersOf).toEqual(['Oak MAT', 'Oak MAT']);
  });

  test('a council is proposed by its full name', async () => {
    const { employersOf, labels } = await read('Name,School,LA\nA,S1,Kent CC\nB,S2,Kent LA\nC,S3,Kent\n');
    expect(new Set(employersOf)).toEqual(new Set(['Kent County Council']));
    expect(labels).toContain('Which employer is “Kent CC” in row 2?');
  });
});

test('a table of employers with other headings is read', async () => {
  const text =
    'Trust / LA,Type,CEO,Job title,Email address,Address 1,Town\n' +
    'Oak Trust,MAT,Dr Anil Patel,Chief Executive,ceo@oak.example,1 Lane,Sampleton\nKent,LA,,,,,\n';
  const result = await readEmployersCsv(pick(text), [], countIds('new'));
  const records: AnyRecord[] = valueOf(result);
  expect(records).toMatchObject([
    {
      record: {
        organisation: 'Oak Trust',
        kind: 'academy-trust',
        title: 'Dr',
        firstName: 'Anil',
        lastName: 'Patel',
        role: 'Chief Executive',
        email: 'ceo@oak.example',
        address: '1 Lane\nSampleton',
      },
    },
    { record: { organisation: 'Kent County Council', kind: 'council' } },
  ]);
});
