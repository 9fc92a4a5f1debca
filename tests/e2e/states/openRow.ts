import type { Page } from 'puppeteer-core';
import { gmailUrl } from '../../pages/states';
import { findDraft, type Draft } from '../../support/draft';
import type { Point, Session } from '../../support/session';
import { waitUntil } from '../../support/waitUntil';
import type { Language, Row } from './row';

export interface OpenRow {
  page: Page;
  draft: Draft | null;
  /** The tab from which the page was opened, or the page itself. */
  mailbox: Page;
}

/** Opens the row’s page, and its separate window if the row has one. */
export async function openRow(session: Session, row: Row, language: Language): Promise<OpenRow> {
  const { mailbox, page } = await openPages(session, row, row.url(language));
  const draft = row.draft === null ? null : await findDraft(page, row.site, row.draft);
  if (row.draft === null) await page.waitForSelector(row.site === 'gmail' ? '.hP' : '.reading');
  return { page, draft, mailbox };
}

async function openPages(
  session: Session,
  row: Row,
  url: string,
): Promise<Pick<OpenRow, 'page' | 'mailbox'>> {
  if (row.opens === 'page') {
    const page = await session.openPage(url);
    return { page, mailbox: page };
  }
  const mailbox = await session.openPage(
    row.opens === 'window of its own' ? gmailUrl('only-look-alikes') : url,
  );
  const before = new Set(await session.browser.pages());
  if (row.opens === 'window of its own') {
    await mailbox.evaluate((address) => {
      document.addEventListener('click', () => window.open(address, '', 'width=900,height=760'), {
        once: true,
      });
    }, url);
    await mailbox.click('h2');
  } else await mailbox.click('#openWindow');
  const page = await waitUntil('the separate window', async () => {
    return (await session.browser.pages()).find((candidate) => !before.has(candidate)) ?? null;
  });
  // A user clicks into a window that has the focus. Without it, RoosterJS would move the caret when the focus comes later.
  // Firefox forgets a request for the focus that comes while the window is still being opened.
  await waitUntil('the window to have the focus', async () => {
    await page.bringToFront();
    return page.evaluate(() => document.hasFocus());
  });
  return { page, mailbox };
}

/** Puts the caret where the row says. */
export async function placeCaret({ page, draft }: OpenRow, { caret }: Row): Promise<void> {
  if (caret === 'nowhere') return;
  if (caret === 'start') await draft?.body.focus();
  else if ('after' in caret) await draft?.putCaretAfter(caret.after);
  else if ('selected' in caret) await draft?.select(caret.selected);
  else await page.click(caret.elsewhere);
}

/** The point of the right-click. */
export async function pointOf({ page, draft }: OpenRow, row: Row): Promise<Point> {
  const { caret, clickAfter } = row;
  const isElsewhere = typeof caret === 'object' && 'elsewhere' in caret;
  if (!draft || isElsewhere) return centreOf(page, isElsewhere ? caret.elsewhere : 'h2');
  if (clickAfter) return draft.pointAfter(clickAfter);
  if (typeof caret === 'string') return draft.point();
  return 'selected' in caret ? draft.select(caret.selected) : draft.pointAfter(wordsBefore(row));
}

/** The user’s words directly before the place where the text goes. */
export function wordsBefore({ caret, clickAfter }: Row): string {
  if (clickAfter) return clickAfter;
  if (typeof caret === 'string' || 'elsewhere' in caret) return '';
  return 'after' in caret ? caret.after : caret.selected;
}

async function centreOf(page: Page, selector: string): Promise<Point> {
  const element = await page.$(selector);
  await element?.scrollIntoView();
  const box = await element?.boundingBox();
  if (!box) throw new Error(`${selector} is not on the screen`);
  return { x: box.x + Math.min(40, box.width / 2), y: box.y + box.height / 2 };
}
