import { strToU8, zipSync } from 'fflate';
import type { Request } from '../../lib/reading/readers';

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
const pasted = (text: string): Request => ({ kind: 'pasted', given: { text } });
const word = (body: string): Request => ({ kind: 'word', given: { file: fileOf(makeWord(body), 'a.docx') } });

function makeWord(body: string): Uint8Array<ArrayBuffer> {
  const parts = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  };
  return new Uint8Array(
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]))),
  );
}

const paragraph = (content: string) => `<w:p><w:r>${content}</w:r></w:p>`;
const text = (words: string) => `<w:t xml:space="preserve">${words}</w:t>`;
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
const head = '{"format": "Dear Employer backup", "version": 1, "savedOn"';

/** Files that once took seconds or hours, and others like them. None is over 10 MB. */
export const hostileFiles: [what: string, request: Request][] = [
  ['A wrong backup of 8 kB', backup(`{"a": "${'x\\\\'.repeat(2_700)}`)],
  ['A wrong backup of 40 kB', backup(`{"a": "${'x\\\\'.repeat(13_500)}`)],
  ['A backup of a later version, 6.5 MB', backup(laterBackup)],
  ['A backup of 1,500 letters, 9 MB', backup(manyLetters)],
  ['A table of 5,000 employers, all new', employersTable],
  ['A backup with an object as date', backup(`${head}: {"toString": 1}}`)],
  ['JSON with five million escapes', backup(`${head}: "${'\\n'.repeat(4_900_000)}"}`)],
  ['JSON with five million brackets', backup('['.repeat(5_000_000))],
  ['A table of 150,000 rows', table(lines(150_000, (at) => `Head ${at},Brook,`))],
  ['A table of 150,000 wrong rows', table(lines(150_000, () => ',,nobody'))],
  ['A table of 5 MB in one cell', table([`"${'a""'.repeat(1_600_000)}`])],
  [
    'Word: two million spaces in a field code',
    word(paragraph(`<w:instrText>${' '.repeat(2_000_000)}</w:instrText>`) + paragraph(text('Words'))),
  ],
  ['Word: 19 million letters in one paragraph', word(paragraph(text('a '.repeat(9_500_000))))],
  [
    'Word: 20,000 bold lines',
    word(lines(20_000, (at) => paragraph(`<w:rPr><w:b/></w:rPr>${text(`Line ${at}`)}`)).join('')),
  ],
  ['Word: 200,000 empty paragraphs', word('<w:p/>'.repeat(200_000))],
  ['Pasted: 80,000 spaces', pasted(`A${' '.repeat(80_000)}b`)],
  ['Pasted: 10 MB', pasted('A line of the letter.\n'.repeat(450_000))],
];
