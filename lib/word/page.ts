import { PageOrientation, type ISectionPropertiesOptions } from 'docx';
import { escapeXml, WORD_NAMESPACE } from './xml';
import type { LetterStyleId } from './styles';

/** Twentieths of a point, as Word counts: 210 mm × 297 mm. */
const A4 = { width: 11906, height: 16838 };
const MARGIN_2_5_CM = 1417;
const MARGIN_1_5_CM = 850;
const FOOTER_1_25_CM = 709;
const FOOTER_0_7_CM = 397;

/** The first page carries no number: its footer is another, empty one. */
export const letterPage = {
  titlePage: true,
  page: {
    size: { ...A4, orientation: PageOrientation.PORTRAIT },
    margin: {
      top: MARGIN_2_5_CM,
      right: MARGIN_2_5_CM,
      bottom: MARGIN_2_5_CM,
      left: MARGIN_2_5_CM,
      header: FOOTER_1_25_CM,
      footer: FOOTER_1_25_CM,
    },
  },
} satisfies ISectionPropertiesOptions;

export const formPage = {
  page: {
    // docx turns the sides itself for landscape.
    size: { ...A4, orientation: PageOrientation.LANDSCAPE },
    margin: {
      top: MARGIN_1_5_CM,
      right: MARGIN_1_5_CM,
      bottom: MARGIN_1_5_CM,
      left: MARGIN_1_5_CM,
      header: FOOTER_0_7_CM,
      footer: FOOTER_0_7_CM,
    },
  },
} satisfies ISectionPropertiesOptions;

/** The whole of the footer: "Page 2 of 3", after the title where the document has one to repeat. */
export function renderPageNumber(title = ''): string {
  const before = title === '' ? 'Page ' : `${title} · Page `;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    `<w:ftr xmlns:w="${WORD_NAMESPACE}"><w:p>`,
    `<w:pPr><w:pStyle w:val="${'PageNumber' satisfies LetterStyleId}"/></w:pPr>`,
    renderRun(before),
    renderField('PAGE'),
    renderRun(' of '),
    renderField('NUMPAGES'),
    '</w:p></w:ftr>',
  ].join('');
}

const renderRun = (text: string) => `<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;

const renderMark = (type: 'begin' | 'separate' | 'end') => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;

/** Counted by the program that opens the file; until then it reads 1. */
function renderField(name: 'PAGE' | 'NUMPAGES'): string {
  const instruction = `<w:r><w:instrText xml:space="preserve"> ${name} </w:instrText></w:r>`;
  return [renderMark('begin'), instruction, renderMark('separate'), renderRun('1'), renderMark('end')].join(
    '',
  );
}
