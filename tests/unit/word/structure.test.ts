// @vitest-environment jsdom
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { renderDocx } from '../../../lib/word/letter';
import { renderRiskForm } from '../../../lib/word/riskForm';
import { makeLetter } from './exampleLetter';
import { findStructureProblems } from './structure';

// Each test makes many documents, which is slow on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const DOCUMENT = 'word/document.xml';

let letter: Uint8Array;
let form: Uint8Array;

beforeAll(async () => {
  letter = await renderDocx(makeLetter());
  form = await renderRiskForm({ employer: '', school: '', date: '2026-11-23' });
});

function spoil(bytes: Uint8Array, part: string, change: (xml: string) => string): Uint8Array {
  const files = unzipSync(bytes);
  const before = strFromU8(files[part]!);
  const after = change(before);
  expect(after).not.toBe(before);
  return zipSync({ ...files, [part]: strToU8(after) });
}

function drop(bytes: Uint8Array, part: string): Uint8Array {
  const files = unzipSync(bytes);
  delete files[part];
  return zipSync(files);
}

describe('the structural check finds', () => {
  test('a part that is not XML', () => {
    const problems = findStructureProblems(spoil(letter, 'word/numbering.xml', (xml) => xml.slice(0, -5)));
    expect(problems).toContain('word/numbering.xml is not well-formed XML');
  });

  test('a part that is missing', () => {
    expect(findStructureProblems(drop(letter, 'word/footer1.xml'))).toEqual(
      expect.arrayContaining([
        '/word/footer1.xml has a type and is missing',
        'word/_rels/document.xml.rels points at word/footer1.xml, which is missing',
      ]),
    );
  });

  test('a reference to a relationship that does not exist', () => {
    const problems = findStructureProblems(
      spoil(letter, DOCUMENT, (xml) => xml.replace(/r:id="\w+"/, 'r:id="rId99"')),
    );
    expect(problems).toEqual(['word/document.xml uses relationship rId99, which it has not']);
  });

  test('a style that is not defined, and a paragraph without one', () => {
    const undefinedStyle = spoil(letter, DOCUMENT, (xml) => xml.replace('"LetterDate"', '"Fancy"'));
    const noStyle = spoil(letter, DOCUMENT, (xml) => xml.replace('<w:pStyle w:val="LetterDate"/>', ''));
    expect(findStructureProblems(undefinedStyle)).toEqual([
      'word/document.xml uses style Fancy, which is not defined',
    ]);
    expect(findStructureProblems(noStyle)).toEqual(['"23 November 2026" has no named style']);
  });

  test('a list that is not defined', () => {
    const problems = findStructureProblems(
      spoil(letter, DOCUMENT, (xml) => xml.replace(/<w:numId w:val="\d+"/, '<w:numId w:val="77"')),
    );
    expect(problems).toEqual(['list 77, level 0, is not defined']);
  });

  test('an empty paragraph', () => {
    const empty = '<w:p><w:pPr><w:pStyle w:val="LetterBody"/></w:pPr></w:p>';
    const problems = findStructureProblems(
      spoil(letter, DOCUMENT, (xml) => xml.replace('<w:body>', `<w:body>${empty}`)),
    );
    expect(problems).toEqual(['word/document.xml has an empty paragraph (1)']);
  });

  test('a table without a header row, and a row that may split', () => {
    const noHeader = spoil(form, DOCUMENT, (xml) => xml.replace('<w:tblHeader/>', ''));
    const split = spoil(form, DOCUMENT, (xml) => xml.replace('<w:cantSplit/>', ''));
    expect(findStructureProblems(noHeader)).toEqual(['table 1 has no header row']);
    expect(findStructureProblems(split)).toHaveLength(1);
  });

  test('a wrong language, a missing title and a wrong paper size', () => {
    const american = spoil(letter, 'word/styles.xml', (xml) => xml.replace('w:val="en-GB"', 'w:val="en-US"'));
    const untitled = spoil(letter, 'docProps/core.xml', (xml) => xml.replace(/<dc:title>.*<\/dc:title>/, ''));
    const letterPaper = spoil(letter, DOCUMENT, (xml) => xml.replace('w:w="11906"', 'w:w="12240"'));
    expect(findStructureProblems(american)).toEqual(['the language of the text is not en-GB']);
    expect(findStructureProblems(untitled)).toEqual(['the document has no title']);
    expect(findStructureProblems(letterPaper)).toHaveLength(1);
  });
});
