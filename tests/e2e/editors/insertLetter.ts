import type { Frame } from 'puppeteer-core';
import type { Insertion, InsertionReport, PageLook, SectionText } from '../../../lib/mail/protocol';
import { letter } from './letter';
import { runInPage } from './pageSide';

export function lookAt(frame: Frame, sections: SectionText[] = []): Promise<PageLook> {
  return runInPage(frame, { do: 'look', sections });
}

interface Wish {
  content?: Partial<Insertion>;
  /** Which of the drafts found; the last by default, as the newest email is. */
  draft?: number;
  allowSecondCopy?: boolean;
  sections?: SectionText[];
}

/** What the popup's button does in the page. */
export async function insertLetter(frame: Frame, wish: Wish = {}): Promise<InsertionReport> {
  const { drafts } = await lookAt(frame);
  const id = drafts.at(wish.draft ?? -1)?.id ?? '';
  return runInPage(frame, {
    do: 'insert',
    target: { by: 'id', id },
    content: { ...letter, ...wish.content },
    allowSecondCopy: wish.allowSecondCopy ?? true,
    sections: wish.sections ?? [],
  });
}

/** What the right-click menu does in the frame that was clicked. */
export function insertWhereClicked(frame: Frame, content: Partial<Insertion>): Promise<InsertionReport> {
  return runInPage(frame, {
    do: 'insert',
    target: { by: 'clicked' },
    content: { ...letter, ...content },
    allowSecondCopy: true,
    sections: [],
  });
}
