import type { Frame, Page } from 'puppeteer-core';
import { firstChoices } from '../../../lib/storage/choices';
import { emptyFields } from '../../../lib/storage/schema';
import { builtInLetters } from '../../../lib/letter/builtIn';
import { composeFrom, toBody } from '../../../lib/writing/insertion';

/** The built-in request, composed with its lists, two signatures and a paragraph by the user. */
export function composeRequest(): { html: string; text: string } {
  const letter = builtInLetters.find(({ id }) => id === 'request');
  if (!letter) throw new Error('There is no built-in letter “request”');
  const document = composeFrom({
    letter,
    signer: {
      ...emptyFields.signer,
      v: 1,
      id: 's',
      fullName: 'Sam Carter',
      jobTitle: 'Headteacher',
      school: 'Larkrise Primary School',
      coSigners: [{ id: 'd', fullName: 'Kim Day', jobTitle: 'Deputy headteacher', school: '', agreed: true }],
    },
    employer: {
      ...emptyFields.employer,
      v: 1,
      id: 'e',
      organisation: 'Larkrise Trust',
      title: 'Mrs',
      lastName: 'Patel',
      copies: [{ id: 'c', name: 'Chair of Governors', email: 'chair@larkrise.example' }],
    },
    choices: { ...firstChoices, copies: { e: ['c'] }, attachWord: true },
    words: { ownParagraph: 'We are a small school.', replyBy: '2026-12-10', answers: {} },
    today: '2026-11-26',
  });
  return toBody(document);
}

/** The HTML that the site would send for the draft. */
export async function readSent(frame: Frame, site: 'gmail' | 'outlook'): Promise<string> {
  if (site === 'gmail')
    return frame.$eval('.Am.editable', ({ innerHTML }) => `<div dir="ltr">${innerHTML}</div>`);
  const draft = await frame.evaluate(() => globalThis.exportOutlookDraft?.() ?? '');
  // Outlook on the web puts this style sheet into the emails that it sends.
  return `<html><head><style type="text/css">P {margin-top:0;margin-bottom:0;}</style></head><body dir="ltr">${draft}</body></html>`;
}

export interface Gap {
  /** Between two paragraphs or lists, between items of one list, or between two lines of one paragraph. */
  between: 'blocks' | 'items' | 'lines';
  above: string;
  below: string;
  pixels: number;
}

/** Shows an email in an empty page without a style sheet, and measures the vertical gaps between its lines. */
export async function measureGaps(page: Page, html: string): Promise<Gap[]> {
  // Leave the mail site, because its content security policy would apply to the email's styles.
  await page.goto('https://forum.example/');
  await page.setContent(`<!doctype html>${html}`);
  return page.evaluate(() => {
    const texts: { node: Text; block: Element; top: number; bottom: number }[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const block = node.parentElement?.closest('p,li,div,td,body');
      if (!block || !node.data.trim()) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const { top, bottom } of range.getClientRects()) texts.push({ node, block, top, bottom });
    }
    const gaps: Gap[] = [];
    for (const [at, below] of texts.entries()) {
      const above = texts[at - 1];
      // Skip text on the same line.
      if (!above || below.top < above.bottom - 3) continue;
      const isList = (list: Element | null | undefined) =>
        list?.localName === 'ol' || list?.localName === 'ul';
      const list = above.block.closest('ol,ul');
      const isOneList = isList(list) && list === below.block.closest('ol,ul');
      const between = above.block === below.block ? 'lines' : isOneList ? 'items' : 'blocks';
      const words = (text: Text) => text.data.trim().slice(0, 40);
      gaps.push({
        between,
        above: words(above.node),
        below: words(below.node),
        pixels: below.top - above.bottom,
      });
    }
    return gaps;
  });
}
