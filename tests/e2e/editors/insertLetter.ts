import type { Frame } from 'puppeteer-core';
import type { Insertion, InsertionReport, PageLook, SectionText } from '../../../lib/mail/protocol';
import { chooseDraft, joinLooks } from '../../../lib/writing/drafts';
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

/** Inserts into the email that the popup would choose, else into the field it offers; or says that it offers none. */
export async function insertWhereOffered(
  frame: Frame,
  content: Partial<Insertion>,
): Promise<InsertionReport | 'no place to write'> {
  const where = joinLooks([{ frameId: 0, page: '0', report: await lookAt(frame) }]);
  const key = chooseDraft(where);
  const draft = where.drafts.find((one) => one.key === key) ?? where.unknown;
  if (!draft || draft === 'elsewhere') return 'no place to write';
  return runInPage(frame, {
    do: 'insert',
    target: { by: 'id', id: draft.id },
    content: { ...letter, ...content },
    allowSecondCopy: true,
    sections: [],
  });
}
