import { PageOrientation, type ISectionPropertiesOptions } from 'docx';
import { type LetterStyleId, escapeXml, WORD_NAMESPACE } from './styles';

/** 210 mm × 297 mm in twentieths of a point, Word's unit for lengths. */
const A4 = { width: 11906, height: 16838 };
const MARGIN_2_5_CM = 1417;
const MARGIN_1_5_CM = 850;
const FOOTER_1_25_CM = 709;
const FOOTER_0_7_CM = 397;

/** `titlePage` gives the first page an empty footer of its own, and so no page number. */
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
    // docx swaps width and height itself for landscape.
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

/** Narrower margins, so that ten rows fit on the page. */
export const onePageFormPage = {
  page: {
    ...formPage.page,
    margin: { ...formPage.page.margin, top: 567, right: 680, bottom: 680, left: 680 },
  },
} satisfies ISectionPropertiesOptions;

/** The whole of `word/footer1.xml`: "Page 2 of 3", after the title if one is given. */
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

/** A field that the program opening the file computes; it shows 1 until then. */
function renderField(name: 'PAGE' | 'NUMPAGES'): string {
  const instruction = `<w:r><w:instrText xml:space="preserve"> ${name} </w:instrText></w:r>`;
  return [renderMark('begin'), instruction, renderMark('separate'), renderRun('1'), renderMark('end')].join(
    '',
  );
}
