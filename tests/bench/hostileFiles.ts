import type { Request } from '../../lib/reading/readers';
import { hostileWords } from './hostileWords';

const fileOf = (content: BlobPart, name = 'file') => new File([content], name);
const lines = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at));

const backup = (content: string): Request => ({
  kind: 'backup',
  given: { file: fileOf(content), saved: [] },
});
const table = (rows: readonly string[]): Request => ({
  kind: 'signers',
  given: { file: fileOf(['Full name,School,Email', ...rows].join('\n')), saved: [] },
});
const laterBackup = JSON.stringify({
  format: 'Dear Employer backup',
  version: 1,
  savedOn: '2026-11-23',
  signers: lines(65_000, (at) => `signer-${at}`).map((id) => ({
    v: 99,
    id,
    fullName: 'Sam Carter',
    school: 'Larkrise Primary School',
  })),
});
const manyLetters = JSON.stringify({
  format: 'Dear Employer backup',
  version: 1,
  savedOn: '2026-11-23',
  signers: [],
  employers: [],
  ownLetters: [],
  sentLetters: lines(1_500, (at) => `0000${1000 + at}-1111-4222-8333-444455556666`).map((id) => ({
    v: 1,
    id,
    title: 'Ask for a risk assessment',
    text: 'The words of a letter that was sent. '.repeat(160),
    sentOn: '2026-11-02',
  })),
  settings: { v: 1 },
  choices: { v: 1 },
});
const employersTable: Request = {
  kind: 'employers',
  given: {
    file: fileOf(
      ['Organisation,Email,Role', ...lines(5_000, (at) => `Trust ${at},hr${at}@trust.example,Clerk`)].join(
        '\n',
      ),
    ),
    saved: [],
  },
};
const asBackup = (parts: object) =>
  JSON.stringify({
    format: 'Dear Employer backup',
    version: 1,
    savedOn: '2026-11-23',
    signers: [],
    employers: [],
    ownLetters: [],
    sentLetters: [],
    settings: { v: 1 },
    choices: { v: 1 },
    ...parts,
  });
const details = (format: 'starter' | 'branch', parts: object): Request => ({
  kind: 'details',
  given: {
    file: fileOf(JSON.stringify({ format: `Dear Employer ${format} file`, version: 1, ...parts })),
    saved: [],
  },
});
const letterOf = (words: string) =>
  `---\nid: a\ntitle: A\nsubject: A\nwhen: Now.\ncheckedOn: 2026-11-23\n---\n\n## Opening {#opening}\n\n${words}\n`;
const times = (text: string, count: number) => text.repeat(count);
const head = '{"format": "Dear Employer backup", "version": 1, "savedOn"';
const utf16 = (content: string) => fileOf(new Uint8Array(Buffer.from(`\uFEFF${content}`, 'utf16le')));
const register = (kind: 'schools' | 'trusts', content: string): Request => ({
  kind,
  given: { file: fileOf(content, 'edubasealldata.csv'), today: '2026-11-23' },
});
const backups: [string, Request][] = [
  ['A wrong backup of 8 kB', backup(`{"a": "${times('x\\\\', 2_700)}`)],
  ['A wrong backup of 40 kB', backup(`{"a": "${times('x\\\\', 13_500)}`)],
  ['A backup of a later version, 6.5 MB', backup(laterBackup)],
  ['A backup of 1,500 letters, 9 MB', backup(manyLetters)],
  ['A backup with an object as date', backup(`${head}: {"toString": 1}}`)],
  ['JSON with five million escapes', backup(`${head}: "${times('\\n', 4_900_000)}"}`)],
  ['JSON with five million brackets', backup(times('[', 5_000_000))],
  ['JSON of 1.6 million groups, each in another', backup(times('{"a":', 1_600_000))],
  ['JSON of one number with 9 million digits', backup(`${head}: ${times('9', 9_000_000)}}`)],
  ['JSON with one name a million times', backup(`${head}: 1${times(',"a": 1', 1_000_000)}}`)],
  [
    'JSON with a million names that are not known',
    backup(asBackup(Object.fromEntries(lines(500_000, (at) => `n${at}`).map((name) => [name, 1])))),
  ],
  [
    'JSON with 1.6 million lone surrogates',
    backup(asBackup({ signers: [{ v: 1, id: 'a', fullName: times('\ud800', 800_000) }] })),
  ],
  [
    'A backup with a name of 9 MB',
    backup(asBackup({ signers: [{ v: 1, id: 'a', fullName: times('Sam ', 2_300_000) }] })),
  ],
  [
    'A backup with 4 million zero characters',
    backup(asBackup({ signers: [{ v: 1, id: 'a', school: times('\0', 1_500_000) }] })),
  ],
  [
    'A backup of right-to-left signs',
    backup(asBackup({ signers: [{ v: 1, id: 'a', school: times('\u202E\u200F', 1_500_000) }] })),
  ],
  [
    'A backup in UTF-16, 10 MB',
    {
      kind: 'backup',
      given: {
        file: utf16(asBackup({ signers: [{ v: 1, id: 'a', school: times('Brook ', 800_000) }] })),
        saved: [],
      },
    },
  ],
  [
    'A backup of 1.4 million empty people',
    backup(asBackup({ signers: lines(1_400_000, () => '').map(() => ({})) })),
  ],
  [
    'A backup of a million numbers as people',
    backup(asBackup({ signers: lines(1_000_000, () => '').map((_, at) => at) })),
  ],
  [
    'One person with 100,000 others signing',
    backup(
      asBackup({
        signers: [
          {
            v: 1,
            id: 'a',
            coSigners: lines(100_000, (at) => `c${at}`).map((id) => ({
              id,
              fullName: 'A',
              jobTitle: 'Head',
              agreed: true,
            })),
          },
        ],
      }),
    ),
  ],
  [
    'One employer with 200,000 copies of one id',
    backup(
      asBackup({
        employers: [
          {
            v: 2,
            id: 'a',
            copies: lines(200_000, () => '').map(() => ({ id: 'c', name: 'A', email: 'a@a' })),
          },
        ],
      }),
    ),
  ],
  [
    'A backup with 200,000 ticks',
    backup(
      asBackup({
        choices: {
          v: 2,
          requests: Object.fromEntries(lines(200_000, (at) => `r${at}`).map((id) => [id, [id]])),
        },
      }),
    ),
  ],
  ['10 MB of spaces as a backup', backup(times(' ', 10_000_000))],
  [
    'A starter file of 400 letters',
    details('starter', {
      letters: lines(400, (at) => `L${at}`).map((title) => ({
        v: 1,
        title,
        markdown: letterOf(times('Some words. ', 1_500)),
      })),
    }),
  ],
  [
    'A starter file with a letter of brackets',
    details('starter', { letters: [{ v: 1, title: 'A', markdown: letterOf(times('{{', 95_000)) }] }),
  ],
  [
    'A starter file with a letter of stars',
    details('starter', { letters: [{ v: 1, title: 'A', markdown: letterOf(times('**a*', 48_000)) }] }),
  ],
  [
    'A starter file with a letter of conditions',
    details('starter', {
      letters: [{ v: 1, title: 'A', markdown: letterOf(times('::: if council\n', 1_900)) }],
    }),
  ],
  [
    'A branch file of 40,000 employers of one name',
    details('branch', {
      from: 'B',
      employers: lines(40_000, () => '').map(() => ({ v: 2, organisation: 'A Trust', email: 'a@a.example' })),
    }),
  ],
];
const tables: [string, Request][] = [
  ['A table of 5,000 employers, all new', employersTable],
  ['A table of 150,000 rows', table(lines(150_000, (at) => `Head ${at},Brook,`))],
  ['A table of 150,000 wrong rows', table(lines(150_000, () => ',,nobody'))],
  ['A table of 5 MB in one cell', table([`"${times('a""', 1_600_000)}`])],
  ['A table with a quotation mark that is never closed', table([`Head,"Brook,${times('a,b\n', 1_200_000)}`])],
  ['A table of quotation marks', table([times('"', 4_900_000)])],
  ['A table of 4.9 million commas', table([times(',', 4_900_000)])],
  ['A table of 4.9 million line ends', table([times('\n', 4_900_000)])],
  ['A table of 240 rows with 10,000 columns', table(lines(240, () => times('a,', 10_000)))],
  [
    'A table of 10,000 columns that are not known',
    {
      kind: 'employers',
      given: {
        file: fileOf(`Organisation,${lines(10_000, (at) => `Column ${at}`).join()}\nA${times(',b', 10_000)}`),
        saved: [],
      },
    },
  ],
  [
    'A table of 5,000 rows with 5,000 words for “Who employs you?”',
    {
      kind: 'signers',
      given: {
        file: fileOf(
          `Full name,Who employs you?\n${lines(5_000, (at) => `Head ${at},word ${at}`).join('\n')}`,
        ),
        saved: [],
      },
    },
  ],
  ['A table with an address of 4 MB', table([`Head,Brook,${times('a@', 2_000_000)}`])],
  ['A table with a name of 4 MB of apostrophes', table([`${times("'", 4_000_000)},Brook,`])],
  [
    'A table in UTF-16 with zero characters',
    { kind: 'signers', given: { file: utf16(`Full name,School\n${times('A\0,B\n', 4_000)}`), saved: [] } },
  ],
  ['A table of 5,000 people of one name', table(lines(5_000, () => 'Sam,Brook,a@b.example'))],
  [
    'A register of 10 MB with a quotation mark that is never closed',
    register('schools', `URN,EstablishmentName\n1,"${times('Brook,', 1_600_000)}`),
  ],
  [
    'A register of 5 million line ends',
    register('trusts', `Group UID,Group Name\n${times('\n', 5_000_000)}`),
  ],
];
/** Files that once took seconds or hours, and their neighbours. None is over 10 MB. */
export const hostileFiles = [...backups, ...tables, ...hostileWords];
