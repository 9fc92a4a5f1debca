// @vitest-environment jsdom
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { renderDocx } from '../../../lib/word/letter';
import { makeLetter, numbered, paragraph, signature, text } from './exampleLetter';
import {
  findStructureProblems,
  mainPart,
  openPackage,
  paragraphText,
  styleOf,
  wordElements,
  wordValue,
} from './structure';

async function readParagraphs(letter = makeLetter()) {
  const word = openPackage(await renderDocx(letter));
  return wordElements(mainPart(word), 'p').map((element) => ({
    style: styleOf(element),
    text: paragraphText(element),
  }));
}

describe('the Word letter', () => {
  test('is a valid Word file', async () => {
    expect(findStructureProblems(await renderDocx(makeLetter()))).toEqual([]);
  });

  test('has the parts of a British business letter in order', async () => {
    expect(await readParagraphs()).toEqual([
      { style: 'LetterSender', text: 'Oakfield Primary' },
      { style: 'LetterSender', text: 'Mill Lane' },
      { style: 'LetterSender', text: 'Ashford' },
      { style: 'LetterSender', text: 'TN23 1AA' },
      { style: 'LetterDate', text: '23 November 2026' },
      { style: 'LetterAddress', text: 'Mrs A Patel' },
      { style: 'LetterAddress', text: 'Director of Children’s Services' },
      { style: 'LetterAddress', text: 'Kent County Council' },
      { style: 'LetterSalutation', text: 'Dear Mrs Patel' },
      {
        style: 'LetterSubject',
        text: 'Request for a risk assessment of Ofsted inspections: Oakfield Primary',
      },
      { style: 'LetterBody', text: 'I write as headteacher.' },
      { style: 'LetterLeadIn', text: 'Please do three things.' },
      { style: 'LetterList', text: 'Assess the risk.' },
      { style: 'LetterList', text: 'Share a plan.' },
      { style: 'LetterList', text: 'Keep talking.' },
      { style: 'LetterLeadIn', text: 'I also ask for this.' },
      { style: 'LetterList', text: 'Name an officer.' },
      { style: 'LetterLastSentence', text: 'Please reply to [your phone number] by 7 December 2026' },
      { style: 'LetterClosing', text: 'Yours sincerely' },
      { style: 'SignatureName', text: 'Jo Field' },
      { style: 'Signature', text: 'Headteacher' },
      { style: 'Signature', text: 'Oakfield Primary' },
      { style: 'SignatureName', text: 'Sam Hill' },
      { style: 'Signature', text: 'Deputy headteacher' },
      { style: 'LetterEnclosure', text: 'Enc.' },
      { style: 'LetterCopies', text: 'cc Chair of Governors' },
      { style: 'LetterNote', text: 'The words quoted were published in October 2025.' },
    ]);
  });

  test('numbers requests as one list across sections', async () => {
    const word = openPackage(await renderDocx(makeLetter()));
    const lists = wordElements(mainPart(word), 'numId').map((element) => wordValue(element));
    expect(new Set(lists).size).toBe(1);
    expect(lists).toHaveLength(4);
  });

  test('starts a separate list at its own number', async () => {
    const section = { id: 'a', title: 'A', blocks: [numbered(1, 'One.', 'Two.'), numbered(7, 'Seven.')] };
    const word = openPackage(await renderDocx(makeLetter({ sections: [section] })));
    const ids = wordElements(mainPart(word), 'numId').map((element) => wordValue(element));
    const starts = wordElements(word.parts.get('word/numbering.xml'), 'num').map((list) => [
      wordValue(list, 'numId'),
      wordValue(wordElements(list, 'startOverride')[0]),
    ]);
    expect(ids[0]).toBe(ids[1]);
    expect(Object.fromEntries(starts)).toMatchObject({ [ids[0]!]: '1', [ids[2]!]: '7' });
  });

  test('keeps a lead-in with its list, and close, signatures, enclosure and copies on one page', async () => {
    const word = openPackage(await renderDocx(makeLetter()));
    const styles = wordElements(word.parts.get('word/styles.xml'), 'style');
    const keepsWithNext = styles
      .filter((style) => wordElements(style, 'keepNext').length > 0)
      .map((style) => wordValue(style, 'styleId'));
    expect(keepsWithNext).toEqual(
      expect.arrayContaining([
        'LetterLeadIn',
        'LetterLastSentence',
        'LetterClosing',
        'SignatureName',
        'Signature',
        'LetterEnclosure',
        'LetterCopies',
      ]),
    );
  });

  test.each([
    [2, []],
    [3, [2, 1]],
    [6, [2, 2, 2]],
  ])('sets %i signatures in rows of %j, in order, none split across pages', async (count, rows) => {
    const names = Array.from({ length: count }, (_, index) => `Signer ${index + 1}`);
    const blocks = [paragraph('Thank you.'), paragraph('Yours faithfully')];
    const signatures = names.map((name) => signature(name, 'Headteacher'));
    const section = { id: 'close', title: 'Close', blocks: [...blocks, ...signatures, paragraph('Enc.')] };
    const letter = makeLetter({ sections: [section] });
    const bytes = await renderDocx(letter);
    expect(findStructureProblems(bytes)).toEqual([]);
    const found = wordElements(mainPart(openPackage(bytes)), 'tr');
    expect(found.map((row) => wordElements(row, 'tc').length)).toEqual(rows);
    const signed = (await readParagraphs(letter)).filter(({ style }) => style === 'SignatureName');
    expect(signed.map((line) => line.text)).toEqual(names);
    expect((await readParagraphs(letter)).at(-1)).toEqual({ style: 'LetterEnclosure', text: 'Enc.' });
  });

  test('lets signers continue on the next page if one page is too small', async () => {
    const signAs = (count: number) => {
      const signatures = Array.from({ length: count }, (_, index) => signature(`Signer ${index + 1}`));
      const blocks = [paragraph('Yours faithfully'), ...signatures];
      return makeLetter({ sections: [{ id: 'close', title: 'Close', blocks }] });
    };
    const countFreed = async (count: number) =>
      wordElements(mainPart(openPackage(await renderDocx(signAs(count)))), 'keepNext').length;
    expect(await countFreed(12)).toBe(0);
    expect(await countFreed(13)).toBe(13);
  });

  test('numbers its pages from the second on', async () => {
    const word = openPackage(await renderDocx(makeLetter()));
    const footers = wordElements(mainPart(word), 'footerReference').map((footer) =>
      wordValue(footer, 'type'),
    );
    expect(wordElements(mainPart(word), 'titlePg')).toHaveLength(1);
    expect(footers).toEqual(['default']);
    expect(word.parts.get('word/footer1.xml')?.documentElement.textContent).toContain('PAGE');
  });

  test('highlights missing details and makes the subject a heading', async () => {
    const word = openPackage(await renderDocx(makeLetter()));
    const marked = wordElements(mainPart(word), 'r').filter(
      (run) => wordElements(run, 'highlight').length > 0,
    );
    const subject = wordElements(word.parts.get('word/styles.xml'), 'style').find(
      (style) => wordValue(style, 'styleId') === 'LetterSubject',
    );
    expect(marked.map(paragraphText)).toEqual(['[your phone number]']);
    expect(wordValue(wordElements(subject, 'outlineLvl')[0])).toBe('0');
  });

  test('gives the same bytes for the same letter at any time', async () => {
    const first = await renderDocx(makeLetter());
    expect(first).toEqual(await renderDocx(makeLetter()));
    expect(readZipDates(first)).toEqual(new Set(['2026-11-23']));
  });

  test('reveals no more in its properties than the letter shows', async () => {
    const core = strFromU8(unzipSync(await renderDocx(makeLetter()))['docProps/core.xml']!);
    const words = core
      .replace(/<[^>]*>/g, '\n')
      .split('\n')
      .filter(Boolean);
    expect(words).toEqual([
      'Request for a risk assessment of Ofsted inspections: Oakfield Primary',
      'Jo Field; Sam Hill',
      'en-GB',
      '2026-11-23T00:00:00Z',
      '2026-11-23T00:00:00Z',
    ]);
  });

  test('has no author in its properties while the signer’s name is missing', async () => {
    const unnamed = {
      ...signature(),
      lines: [[{ type: 'missing' as const, field: 'full name', text: '[your name]' }]],
    };
    const letter = makeLetter({
      sections: [{ id: 'close', title: 'Close', blocks: [paragraph('Yours faithfully'), unnamed] }],
    });
    const core = strFromU8(unzipSync(await renderDocx(letter))['docProps/core.xml']!);
    expect(core).not.toContain('dc:creator');
  });

  test('shows markup and unusual characters as typed', async () => {
    const odd = '<b>&amp;</b> "x" \' 👩‍🏫 مدرسة \u0001 \uD800 ]]> &#0;';
    const bytes = await renderDocx(
      makeLetter({ subject: text(odd), sections: [{ id: 'a', title: 'A', blocks: [paragraph(odd)] }] }),
    );
    const typed = '<b>&amp;</b> "x" \' 👩‍🏫 مدرسة ';
    expect(findStructureProblems(bytes)).toEqual([]);
    expect(paragraphText(wordElements(mainPart(openPackage(bytes)), 'p').at(-1)!)).toContain(typed);
  });

  test('styles no line above the signatures as a note below them', async () => {
    const blocks = [paragraph('Encouraged by this, I write.'), paragraph('cc means copied.')];
    const letter = makeLetter({
      sender: [],
      recipient: [],
      subject: [],
      sections: [{ id: 'a', title: 'A', blocks }],
    });
    expect((await readParagraphs(letter)).map(({ style }) => style)).toEqual(['LetterBody', 'LetterBody']);
  });

  test('has no empty paragraph for an empty part of the letter', async () => {
    const letter = makeLetter({ sender: [[], text(' ')], recipient: [], subject: [], sections: [] });
    expect(await readParagraphs(letter)).toEqual([{ style: 'LetterDate', text: '23 November 2026' }]);
  });

  test('gives a single section neither addresses nor date', async () => {
    const section = { id: 'requests', title: 'Requests', blocks: [numbered(1, 'Assess the risk.')] };
    const part = makeLetter({ sender: [], recipient: [], subject: [], sections: [section] });
    expect(await readParagraphs(part)).toEqual([{ style: 'LetterList', text: 'Assess the risk.' }]);
  });
});

/** The files and dates, as a zip program would list them. */
function readZipDates(zip: Uint8Array): Set<string> {
  const view = new DataView(zip.buffer, zip.byteOffset);
  const dates = new Set<string>();
  for (let offset = 0; offset < zip.length - 46; offset++) {
    const marker = view.getUint32(offset, true);
    if (marker !== 0x02014b50 && marker !== 0x04034b50) continue;
    const date = view.getUint16(offset + (marker === 0x02014b50 ? 14 : 12), true);
    const day = [(date >> 9) + 1980, ((date >> 5) & 15) + '', (date & 31) + ''];
    dates.add(day.map((part) => String(part).padStart(2, '0')).join('-'));
  }
  return dates;
}
