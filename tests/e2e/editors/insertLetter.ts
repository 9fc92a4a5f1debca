import type { Frame } from 'puppeteer-core';
import type { Insertion, InsertionReport, PageLook, SectionText } from '../../../lib/mail/protocol';
import { letter } from './letter';
import { runInPage } from './pageSide';

export function lookAt(frame: Frame, sections: SectionText[] = []): Promise<PageLook> {
  return runInPage(frame, { do: 'look', sections });
}

interface Options {
  content?: Partial<Insertion>;
  /** The index of the draft among those found. Default: the last, which is the newest email. */
  draft?: number;
  allowSecondCopy?: boolean;
  sections?: SectionText[];
}

/** Inserts the letter as the popup's button does. */
export async function insertLetter(frame: Frame, options: Options = {}): Promise<InsertionReport> {
  const { drafts } = await lookAt(frame);
  const id = drafts.at(options.draft ?? -1)?.id ?? '';
  return runInPage(frame, {
    do: 'insert',
    target: { by: 'id', id },
    content: { ...letter, ...options.content },
    allowSecondCopy: options.allowSecondCopy ?? true,
    sections: options.sections ?? [],
  });
}

/** Inserts into the focused field as the right-click menu does in the clicked frame. */
export function insertWhereClicked(frame: Frame, content: Partial<Insertion>): Promise<InsertionReport> {
  return runInPage(frame, {
    do: 'insert',
    target: { by: 'clicked' },
    content: { ...letter, ...content },
    allowSecondCopy: true,
    sections: [],
  });
}
