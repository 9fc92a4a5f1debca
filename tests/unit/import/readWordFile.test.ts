import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { readWordFile } from '../../../lib/import/docx';
import { wordsOf } from '../../../lib/import/paragraphs';
import { readPastedWording, readWordWording } from '../../../lib/import/readWording';
import { hugeFile, movedFile, pick, sentencesOf, valueOf, wrongFiles } from '../transfer/files';
import {
  bold,
  bullet,
  editPart,
  heading,
  makeWordFile,
  numbered,
  para,
  runs,
  table,
  withComment,
  withFootnote,
  zip,
} from './wordFiles';

let plainFile: Uint8Array<ArrayBuffer>;

beforeAll(async () => {
  plainFile = await makeWordFile([para('Dear Director'), para('Words.')]);
});

async function read(...children: Parameters<typeof makeWordFile>[0]) {
  return valueOf(await readWordFile(pick(await makeWordFile(children), 'wording.docx')));
}

const refusal = async (content: string | Uint8Array<ArrayBuffer>) =>
  sentencesOf(await readWordFile(pick(content, 'wording.docx')), 'wording.docx').join('\n');

describe('the words of a Word file', () => {
  test('are read with headings, lists, bold words and line breaks', async () => {
    const { paragraphs, leftOut } = await read(
      heading('Why now'),
      runs('It is ', { bold: 'urgent' }, ' now.', { br: 'Really.' }),
      numbered('Assess'),
      numbered('Part', 1),
      bullet('One'),
      bold('All of it'),
    );
    expect(paragraphs.map(({ style, list, spans }) => [style, list, wordsOf(spans)])).toEqual([
      ['Heading 1', null, 'Why now'],
      ['', null, 'It is urgent now.\nReally.'],
      ['List Paragraph', { ordered: true, level: 0 }, 'Assess'],
      ['List Paragraph', { ordered: true, level: 1 }, 'Part'],
      ['List Paragraph', { ordered: false, level: 0 }, 'One'],
      ['', null, 'All of it'],
    ]);
    expect(leftOut).toEqual([]);
    expect(paragraphs[1]?.spans.filter((span) => span.bold).map(({ text }) => text)).toEqual(['urgent']);
  });

  test('millions of spaces in a field code, or of tags in a header, do not slow down reading', async () => {
    const spaces = ' '.repeat(2_000_000);
    const coded = await makeWordFile([para('Dear CODE'), para('Words.')], { header: 'H' });
    const code = `</w:t></w:r><w:r><w:instrText>${spaces}<!-- -->${spaces}</w:instrText></w:r><w:r><w:t>Director`;
    const file = editPart(
      editPart(coded, 'word/document.xml', (xml) => xml.replace('CODE', code)),
      'word/header1.xml',
      () => '<w:t '.repeat(400_000),
    );
    const { paragraphs } = valueOf(await readWordFile(pick(file, 'wording.docx')));
    expect(paragraphs.map(({ spans }) => wordsOf(spans))).toEqual(['Dear Director', 'Words.']);
  });

  test('a table is read cell by cell, and a footnote is put at the end', async () => {
    const { paragraphs } = await read(
      table(['Who', 'What'], ['Head', 'Helps']),
      withFootnote('As NAHT says'),
    );
    expect(paragraphs.map(({ spans }) => wordsOf(spans))).toEqual([
      'Who',
      'What',
      'Head',
      'Helps',
      'As NAHT says[1]',
      expect.stringMatching(/^\[1\] .*Schools Week, October 2025$/),
    ]);
  });

  test('content that a letter cannot contain is left out and listed', async () => {
    const file = await makeWordFile([runs('Keep this', { struck: ' not this' }), withComment('Commented')], {
      header: 'NAHT draft',
    });
    const { paragraphs, leftOut } = valueOf(await readWordFile(pick(file, 'wording.docx')));
    expect(paragraphs.map(({ spans }) => wordsOf(spans))).toEqual(['Keep this', 'Commented']);
    expect(leftOut).toEqual(['words that are struck out', 'comments', 'headers and footers']);
  });

  const word = 'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"';
  const box = (text: string) => `<w:txbxContent><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:txbxContent>`;
  const drawn = `<w:drawing><wp:inline><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><wps:wsp ${word}><wps:txbx>${box('Boxed')}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>`;
  const old = `<mc:Fallback><w:pict><v:shape><v:textbox>${box('Boxed')}</v:textbox></v:shape></w:pict></mc:Fallback>`;
  const chosen = (inside: string) =>
    `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${drawn}</mc:Choice>${inside}</mc:AlternateContent></w:r>`;
  const run = (text: string, properties = '') =>
    `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
  const field = (code: string, result: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const control = (properties: string, text: string) =>
    `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${run(text)}</w:sdtContent></w:sdt>`;

  test.each<[string, string, string, string[], string[]]>([
    [
      'words added with Track Changes',
      `<w:ins w:id="1">${run('new')}</w:ins>`,
      'Dear new',
      [],
      ['words added with Track Changes'],
    ],
    [
      'words deleted with Track Changes',
      `<w:del w:id="1"><w:r><w:delText>old</w:delText></w:r></w:del>`,
      'Dear',
      ['words deleted with Track Changes'],
      [],
    ],
    [
      'words moved with Track Changes',
      `<w:moveFrom w:id="1">${run('here')}</w:moveFrom><w:moveTo w:id="2">${run('there')}</w:moveTo>`,
      'Dear there',
      ['words deleted with Track Changes'],
      ['words added with Track Changes'],
    ],
    ['a text box without a copy for old versions', chosen(''), 'Dear', ['text boxes'], []],
    ['a text box outside a choice', `<w:r>${drawn}</w:r>`, 'Dear', ['text boxes'], []],
    ['a text box', chosen(old), 'Dear Boxed', [], ['text boxes, which may come in another place']],
    [
      'a mail merge field',
      field('MERGEFIELD Head_name', '«Head_name»'),
      'Dear «Head_name»',
      [],
      ['fields that Word fills in (MERGEFIELD Head_name)'],
    ],
    [
      'a date field',
      field('DATE \\@ "d MMMM yyyy"', '1 May 2026'),
      'Dear 1 May 2026',
      [],
      ['fields that Word fills in (DATE)'],
    ],
    [
      'a simple field',
      `<w:fldSimple w:instr=" MERGEFIELD School ">${run('«School»')}</w:fldSimple>`,
      'Dear «School»',
      [],
      ['fields that Word fills in (MERGEFIELD School)'],
    ],
    ['a link', field('HYPERLINK "https://x.example"', 'a link'), 'Dear a link', [], []],
    [
      'a place to fill in',
      control('<w:showingPlcHdr/>', 'Click or tap here to enter text.'),
      'Dear Click or tap here to enter text.',
      [],
      ['places that Word asks people to fill in'],
    ],
    [
      'a list to choose from',
      control('<w:dropDownList/>', 'Choose an item.'),
      'Dear Choose an item.',
      [],
      ['lists to choose from'],
    ],
    ['a date to choose', control('<w:date/>', '1 May'), 'Dear 1 May', [], ['dates to choose']],
    ['hidden words', run('secret', '<w:vanish/>'), 'Dear secret', [], ['hidden words']],
    [
      'words in custom XML',
      `<w:customXml w:element="x">${run('wrapped')}</w:customXml>`,
      'Dear wrapped',
      [],
      [],
    ],
    ['an equation', '<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>', 'Dear', ['equations'], []],
    ['words in white', run('faint', '<w:color w:val="FFFFFF"/>'), 'Dear faint', [], ['words in white']],
    ['words hidden on the web', run('web', '<w:webHidden/>'), 'Dear web', [], ['hidden words']],
    [
      'WordArt',
      '<w:r><w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict></w:r>',
      'Dear',
      ['words drawn as WordArt'],
      [],
    ],
    ['handwriting', '<w:r><w:contentPart r:id="rId99"/></w:r>', 'Dear', ['handwriting'], []],
    [
      'a reading aid',
      `<w:r><w:ruby><w:rt>${run('over')}</w:rt><w:rubyBase>${run('under')}</w:rubyBase></w:ruby></w:r>`,
      'Dear',
      ['words with a reading aid above them'],
      [],
    ],
    [
      'the words of a place to fill in, as plain text',
      run('Click or tap here to enter text.'),
      'Dear Click or tap here to enter text.',
      [],
      ['places that Word asks people to fill in'],
    ],
    ['a typed merge field', run('«Head»'), 'Dear «Head»', [], ['names of details between « and »']],
    [
      'a property of the file',
      control('<w:dataBinding w:xpath="/company"/>', 'Mill Trust'),
      'Dear Mill Trust',
      [],
      ['details that Word fills in from the file’s properties'],
    ],
    [
      'lines and tabs of other kinds',
      '<w:r><w:t>one</w:t><w:cr/><w:t>two</w:t><w:ptab w:alignment="right"/><w:t>three</w:t></w:r>',
      'Dear one two three',
      [],
      [],
    ],
    [
      'words in the white of the theme',
      run('faint', '<w:color w:themeColor="background1" w:val="FFFFFF"/>'),
      'Dear faint',
      [],
      ['words in white'],
    ],
    ['tiny words', run('tiny', '<w:sz w:val="2"/>'), 'Dear tiny', [], ['words too small to read']],
    [
      'a field in small letters',
      field('date \\@ "d"', '1 May'),
      'Dear 1 May',
      [],
      ['fields that Word fills in (DATE)'],
    ],
    [
      'a button to type a name',
      field('MacroButton NoMacro [Click here]', '[Click here]'),
      'Dear [Click here]',
      [],
      ['fields that Word fills in (MACROBUTTON)'],
    ],
    ['a condition', field('IF 1 = 1 "a" "b"', 'a'), 'Dear a', [], ['fields that Word fills in (IF)']],
    ['words struck out twice', run('struck', '<w:dstrike/>'), 'Dear', ['words that are struck out'], []],
    [
      'a sign that no font of ours has',
      '<w:r><w:sym w:font="Northmere" w:char="F041"/></w:r>',
      'Dear',
      ['signs of a special font'],
      [],
    ],
    ['a tick of a known font', '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', 'Dear 🗹', [], []],
    [
      'the day and a page number',
      '<w:r><w:dayLong/><w:pgNum/></w:r>',
      'Dear',
      ['page numbers and dates that Word fills in'],
      [],
    ],
    [
      'a mark on a line of its own',
      `<w:ins\n w:id="1">${run('new')}</w:ins>`,
      'Dear new',
      [],
      ['words added with Track Changes'],
    ],
    ['words that only may be hidden', run('seen', '<w:vanish w:val="0"/>'), 'Dear seen', [], []],
    ['words of one colour', run('plain', '<w:color w:val="FF0000"/>'), 'Dear plain', [], []],
  ])('%s: what is taken, left out and to be checked', async (_name, xml, words, leftOut, toCheck) => {
    const file = editPart(await makeWordFile([para('Dear HERE')]), 'word/document.xml', (document) =>
      document.replace('HERE</w:t></w:r>', `</w:t></w:r>${xml}`),
    );
    const wording = valueOf(await readWordFile(pick(file, 'wording.docx')));
    const taken = wording.paragraphs
      .map(({ spans }) => wordsOf(spans))
      .join(' ')
      .replaceAll(/\s+/g, ' ')
      .trim();
    expect([taken, wording.leftOut, wording.toCheck]).toEqual([words, leftOut, toCheck]);
  });

  test('words that a style hides are to be checked, and an unused style says nothing', async () => {
    const hidden =
      '<w:style w:type="character" w:styleId="Quiet"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>';
    const file = editPart(await makeWordFile([para('Dear HERE')]), 'word/styles.xml', (styles) =>
      styles.replace('</w:styles>', hidden),
    );
    const used = editPart(file, 'word/document.xml', (document) =>
      document.replace('HERE</w:t></w:r>', `</w:t></w:r>${run('secret', '<w:rStyle w:val="Quiet"/>')}`),
    );
    const checks = async (content: typeof file) =>
      valueOf(await readWordFile(pick(content, 'wording.docx'))).toCheck;
    expect([await checks(file), await checks(used)]).toEqual([[], ['hidden words']]);
  });

  test('tracked changes are found in a document under another name, as Word on the web saves it', async () => {
    const tracked = editPart(await makeWordFile([para('Dear HERE')]), 'word/document.xml', (document) =>
      document.replace('HERE</w:t></w:r>', `</w:t></w:r><w:ins w:id="1">${run('new')}</w:ins>`),
    );
    const renamed = Object.entries(unzipSync(tracked)).map(([name, content]) => [
      name
        .replace('word/document.xml', 'word/document2.xml')
        .replace('/document.xml.rels', '/document2.xml.rels'),
      name.endsWith('.rels') || name.startsWith('[')
        ? strToU8(strFromU8(content).replace('word/document.xml', 'word/document2.xml'))
        : content,
    ]);
    const file = new Uint8Array(zipSync(Object.fromEntries(renamed)));
    const { paragraphs, toCheck } = valueOf(await readWordFile(pick(file, 'wording.docx')));
    expect(paragraphs.map(({ spans }) => wordsOf(spans))).toEqual(['Dear new']);
    expect(toCheck).toEqual(['words added with Track Changes']);
  });

  test('a footnote is taken and to be checked', async () => {
    expect((await read(withFootnote('As NAHT says'))).toCheck).toEqual([
      'footnotes or endnotes, which come at the end',
    ]);
  });

  test('markup and script are read as plain text', async () => {
    const odd = '<script>alert(1)</script> <img src=x onerror=alert(1)> &lt;b&gt; javascript:x';
    const { paragraphs } = await read(para(odd));
    expect(paragraphs.map(({ spans }) => wordsOf(spans))).toEqual([odd]);
  });
});

describe('a file that is refused', () => {
  test.each(wrongFiles.filter(([name]) => !['blank lines', 'a zip', 'binary'].includes(name)))(
    'for %s the message names the kind of file',
    async (_name, content, message) => {
      expect(await refusal(content)).toContain(message);
    },
  );

  test.each<[string, string | Uint8Array<ArrayBuffer>, RegExp]>([
    ['text', 'Dear Director', /this is not a Word document; a Word document \(a \.docx file\) is expected/],
    ['rich text', '{\\rtf1 Dear}', /rich text file/],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x7b, 0), /text in an encoding \(UTF-16\)/],
    [
      'an old Word file',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1),
      /old Word file, or one with a password/,
    ],
    ['an Excel file', zip({ '[Content_Types].xml': '<x/>', 'xl/workbook.xml': '<x/>' }), /an Excel file/],
    ['an OpenDocument file', zip({ mimetype: 'application/vnd.oasis.opendocument.text' }), /OpenDocument/],
    ['any other zip', zip({ 'photo.xml': '<x/>' }), /a zip file without a Word document in it/],
    ['only the beginning of a zip', 'PK\u0003\u0004 and no more', /damaged or was cut off/],
  ])('for %s the message says so', async (_name, content, message) => {
    expect(await refusal(content)).toMatch(message);
  });

  test('a Word file cut off anywhere is refused as damaged', async () => {
    for (const share of [0.1, 0.5, 0.9, 0.99]) {
      const cut = plainFile.slice(0, Math.floor(plainFile.length * share));
      expect(await refusal(cut)).toMatch(/damaged or was cut off/);
    }
  });

  test.each([
    ['not well-formed', (xml: string) => xml.slice(0, -30)],
    ['not XML', () => 'hello'],
    ['without a body', (xml: string) => xml.replaceAll('w:body', 'w:tail')],
    ['empty', () => ''],
  ])('a document part that is %s is refused as damaged', async (_name, change) => {
    expect(await refusal(editPart(plainFile, 'word/document.xml', change))).toMatch(
      /this Word file is damaged/,
    );
  });

  test('one changed bit is refused as damaged', async () => {
    const stored = new Uint8Array(zipSync(unzipSync(plainFile), { level: 0 }));
    const at = Buffer.from(stored).indexOf('</w:document>') - 20;
    stored[at] = stored[at]! ^ 1;
    expect(await refusal(stored)).toMatch(/damaged or was cut off/);
  });

  test('a part longer than its stated size is refused as damaged', async () => {
    const file = new Uint8Array(
      zip({ '[Content_Types].xml': '<x/>', 'word/document.xml': 'x'.repeat(5000) }),
    );
    const view = new DataView(file.buffer);
    const entry = Buffer.from(file).lastIndexOf('word/document.xml') - 46;
    view.setUint32(entry + 24, 100, true);
    expect(await refusal(file)).toMatch(/damaged or was cut off/);
  });

  test('a document without words is refused', async () => {
    expect(await refusal(await makeWordFile([para(' ')]))).toMatch(/there are no words in this Word file/);
  });

  test('twenty thousand nested elements are refused as damaged', async () => {
    const deep = '<w:sdt><w:sdtContent>'.repeat(20_000) + '</w:sdtContent></w:sdt>'.repeat(20_000);
    const file = editPart(plainFile, 'word/document.xml', (xml) =>
      xml.replace('<w:body>', `<w:body>${deep}`),
    );
    expect(await refusal(file)).toMatch(/damaged/);
  });

  test.each([
    ['a thousand fields that never end', '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', 1_000, /damaged/],
    [
      'half a million runs',
      '<w:r><w:t>a</w:t></w:r>',
      500_000,
      /pieces of formatting, far more than a letter/,
    ],
  ])('%s are refused, because reading them would take minutes', async (_what, run, count, said) => {
    const file = editPart(plainFile, 'word/document.xml', (xml) =>
      xml.replace('<w:body>', `<w:body><w:p>${run.repeat(count)}</w:p>`),
    );
    expect(await refusal(file)).toMatch(said);
  });

  test('a file that is too large, packed or unpacked, is refused', async () => {
    expect(sentencesOf(await readWordFile(hugeFile)).join()).toMatch(/this file is 2 GB/);
    const bomb = zip({ '[Content_Types].xml': '<x/>', 'word/document.xml': ' '.repeat(21_000_000) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await refusal(bomb)).toMatch(/unpacks to 21 MB, far more than a letter/);
    const noise = Array.from({ length: 900_000 }, (_, at) =>
      ((at * 2_654_435_761) % 4_294_967_296).toString(36),
    );
    const large = zip({ '[Content_Types].xml': '<x/>', 'word/document.xml': noise.join('') });
    expect(await refusal(large)).toMatch(/the words of this file take \d.* MB, far more than a letter/);
  });

  test('a file moved after it was picked gives a message that it could not be read', async () => {
    expect(sentencesOf(await readWordFile(movedFile)).join()).toMatch(/could not read this file/);
  });
});

describe('blanks to fill in that have no name are to be checked', () => {
  test.each([
    ['Dear ________,', 'blanks to fill in, such as “________”'],
    ['I am the head of ……………', 'blanks to fill in, such as “……………”'],
    ['by .......... at the latest', 'blanks to fill in, such as “..........”'],
    ['Dear XXXX', 'blanks to fill in, such as “XXXX”'],
    ['at <name of school>', 'blanks to fill in, such as “<name of school>”'],
    ['and so on … and on', undefined],
    ['Dear [name]', undefined],
    ['a < b and c > d', undefined],
  ])('pasted and from Word: “%s”', async (text, toCheck) => {
    const pasted = await readPastedWording(`Dear Director\n\n${text}`);
    const file = new File([await makeWordFile([para('Dear Director'), para(text)])], 'wording.docx');
    const fromWord = await readWordWording(file);
    expect([pasted, fromWord].map((wording) => valueOf(wording).toCheck[0])).toEqual([toCheck, toCheck]);
  });
});
