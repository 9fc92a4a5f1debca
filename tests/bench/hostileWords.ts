import { strToU8, zipSync } from 'fflate';
import type { Request } from '../../lib/reading/readers';

const lines = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at));
const times = (text: string, count: number) => text.repeat(count);
const pasted = (text: string): Request => ({ kind: 'pasted', given: { text } });
const word = (body: string): Request => ({
  kind: 'word',
  given: { file: new File([makeWord(body)], 'a.docx') },
});

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
/** A Word file whose bytes at its end, or in its middle, are not as they should be. */
function damagedWord(change: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>): Request {
  const bytes = change(makeWord(lines(20_000, (at) => paragraph(text(`Line ${at}`))).join('')));
  return { kind: 'word', given: { file: new File([bytes], 'a.docx') } };
}
const nested = (open: string, close: string, count: number) =>
  word(times(open, count) + paragraph(text('Words')) + times(close, count));

/** Word files and pasted words that are far too much for a letter, or damaged. */
export const hostileWords: [what: string, request: Request][] = [
  [
    'Word: two million spaces in a field code',
    word(paragraph(`<w:instrText>${times(' ', 2_000_000)}</w:instrText>`) + paragraph(text('Words'))),
  ],
  ['Word: 19 million letters in one paragraph', word(paragraph(text(times('a ', 9_500_000))))],
  [
    'Word: 20,000 bold lines',
    word(lines(20_000, (at) => paragraph(`<w:rPr><w:b/></w:rPr>${text(`Line ${at}`)}`)).join('')),
  ],
  ['Word: 200,000 empty paragraphs', word(times('<w:p/>', 200_000))],
  ['Word: 100,000 tables, each in another', nested('<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>', 100_000)],
  ['Word: 2,000 tables, each in another', nested('<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>', 2_000)],
  ['Word: 100,000 insertions, each in another', nested('<w:ins w:author="A">', '</w:ins>', 100_000)],
  ['Word: 500,000 runs in one paragraph', word(`<w:p>${times('<w:r><w:t>a</w:t></w:r>', 500_000)}</w:p>`)],
  ['Word: 400,000 breaks', word(paragraph(times('<w:br/>', 400_000) + text('Words')))],
  ['Word: 3 million entities', word(paragraph(text(times('&amp;', 3_000_000))))],
  [
    'Word: 100,000 fields that do not end',
    word(`<w:p>${times('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', 100_000)}</w:p>`),
  ],
  [
    'Word: 90,000 links',
    word(`<w:p>${times('<w:hyperlink r:id="a"><w:r><w:t>a</w:t></w:r></w:hyperlink>', 90_000)}</w:p>`),
  ],
  ['Word: 19 MB of tags that do not close', word(times('<w:p>', 3_800_000))],
  ['Word: one attribute of 10 MB', word(`<w:p w:a="${times('a', 10_000_000)}"/>${paragraph(text('Words'))}`)],
  [
    'Word: 2,000 rows of 20 cells',
    word(
      `<w:tbl>${times(`<w:tr>${times(`<w:tc>${paragraph(text('a'))}</w:tc>`, 20)}</w:tr>`, 2_000)}</w:tbl>`,
    ),
  ],
  ['Word: a zip that is cut off', damagedWord((bytes) => bytes.slice(0, bytes.length - 40))],
  [
    'Word: a zip with wrong lengths',
    damagedWord((bytes) =>
      bytes.map((byte, at) => (at > bytes.length - 90 && at < bytes.length - 60 ? 0xff : byte)),
    ),
  ],
  [
    'Word: a zip with changed words',
    damagedWord((bytes) => bytes.map((byte, at) => (at % 5_000 === 2_500 ? byte ^ 0x55 : byte))),
  ],
  ['Pasted: 80,000 spaces', pasted(`A${times(' ', 80_000)}b`)],
  ['Pasted: 10 MB', pasted(times('A line of the letter.\n', 450_000))],
  ['Pasted: one word of 199,000 letters', pasted(times('a', 199_000))],
  ['Pasted: a web page of 190,000 characters', pasted(times('<div class="a"><p>Dear', 8_600))],
  ['Pasted: 190,000 opening brackets', pasted(times('[', 190_000))],
  ['Pasted: 190,000 signs “less than”', pasted(times('<a', 95_000))],
  ['Pasted: 1,900 lines that begin with a number', pasted(lines(1_900, (at) => `${at}. Please`).join('\n'))],
  ['Pasted: 190,000 underscores and dots', pasted(times('__ ..', 38_000))],
  ['Pasted: 190,000 zero and right-to-left characters', pasted(times('a\0\u202E', 63_000))],
];
