import {
  Footer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
  type ISectionPropertiesOptions,
} from 'docx';
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

/** "Page 2 of 3", after the title where the document has one to repeat. */
export function renderPageNumber(title = ''): Footer {
  const before = title === '' ? 'Page ' : `${title} · Page `;
  const number = new TextRun({ children: [before, PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] });
  return new Footer({
    children: [new Paragraph({ style: 'PageNumber' satisfies LetterStyleId, children: [number] })],
  });
}
