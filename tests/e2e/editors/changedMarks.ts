import type { Frame } from 'puppeteer-core';
import type { InsertionReport, Place } from '../../../lib/mail/protocol';
import { gmailSelectors } from '../../../lib/mail/sites/gmail';
import { outlookSelectors } from '../../../lib/mail/sites/outlook';
import type { SelectorTable, SiteSelectors } from '../../../lib/mail/sites/site';
import { outlookLine } from '../../pages/outlook/outlookBody';
import { waitUntil } from '../../support/waitUntil';
import { readDraftField, withoutCaretMarks } from './draftField';
import { insertWhereOffered } from './insertLetter';
import { LINES } from './letter';
import { type MailBrowser, pressWithControl } from './mailBrowser';
import { openGmail, openOutlook } from './openSite';

/** Changes the marks by which we know a mail page, as the sites do without asking, and inserts a letter all the same. */

export type Change = 'removed' | 'renamed' | 'wrapped';
export const CHANGES: readonly Change[] = ['removed', 'renamed', 'wrapped'];

export interface Mark {
  site: 'gmail' | 'outlook';
  table: keyof SiteSelectors;
  /** The name of the selector in its table. */
  name: string;
  selector: string;
}

export const MARKS: readonly Mark[] = (['gmail', 'outlook'] as const).flatMap((site) =>
  Object.entries(site === 'gmail' ? gmailSelectors : outlookSelectors).flatMap(([table, selectors]) =>
    Object.entries(selectors as SelectorTable).map(([name, selector]) => ({
      site,
      table: table as keyof SiteSelectors,
      name,
      selector,
    })),
  ),
);

const OPEN = { gmail: openGmail, outlook: openOutlook };
const WORDS = { gmail: '<div>Thank you for today.</div>', outlook: outlookLine('Thank you for today.') };
const FIELDS = {
  gmail: { body: '.Am.editable', subject: 'input[name=subjectbox]' },
  outlook: { body: '.EditorClass', subject: 'input.subject' },
};
const ADDRESS = 'pat.lee@trust.example';
const COPY = 'kim.day@trust.example';
const FILE = { name: 'Letter.docx', type: 'application/octet-stream', base64: 'UEsDBA==' };
const SUBJECT = 'A risk assessment';
const NOT_OURS = ['Sam Carter', 'Please send me the dates'];
const TOLD: Record<string, Place[]> = {
  'Please send me the dates': ['at the end'],
};

/** Empty if the letter is in the email, one undo is exact and the report is true; otherwise, what is wrong. */
export async function tryChangedMarks(
  browser: MailBrowser,
  marks: readonly Mark[],
  change: Change,
): Promise<string> {
  const [{ site }] = marks as [Mark];
  const has = (...tables: (keyof SiteSelectors)[]): boolean =>
    marks.some(({ table }) => tables.includes(table));
  const isAboutAround = has('signature', 'quote');
  const signature = site === 'gmail' ? 'with dashes' : 'plain';
  const quote = site === 'gmail' ? 'expanded' : 'with marker';
  const frame = await OPEN[site](
    browser,
    { words: WORDS[site], ...(isAboutAround ? { signature, quote } : {}) } as object,
    (has('openTo') ? { recipients: 'after a click' } : {}) as object,
  );
  await keepFields(frame, FIELDS[site]);
  for (const { selector } of marks) await changeMark(frame, selector, change);
  // A signature and a quoted mail matter only when no caret says where the letter goes.
  if (!isAboutAround) await clickIntoBody(browser, frame);
  const before = await readDraftField(frame);
  const isAboutPeople = has('to', 'cc', 'addressInput', 'chip', 'openTo', 'openCc');
  const report = await insertWhereOffered(frame, {
    subject: SUBJECT,
    to: isAboutPeople ? [ADDRESS] : [],
    cc: isAboutPeople ? [COPY] : [],
    files: has('fileInput') ? [FILE] : null,
  });
  if (typeof report === 'string') return report;
  return (await findWrong(frame, report)) || (await findWrongUndo(browser, frame, before.html, report));
}

declare global {
  /** The fields of the email, kept before their marks are changed. */
  // eslint-disable-next-line no-var -- only `var` declares a property of the window
  var keptFields: { body: HTMLElement; subject: HTMLInputElement } | undefined;
}

/** Like tryChangedMarks, for a change of any kind that runs in the page. */
export async function tryOtherChange(
  browser: MailBrowser,
  site: 'gmail' | 'outlook',
  change: () => void,
): Promise<string> {
  const frame = await OPEN[site](browser, { words: WORDS[site] });
  await keepFields(frame, FIELDS[site]);
  await frame.evaluate(change);
  await clickIntoBody(browser, frame);
  const before = await readDraftField(frame);
  const report = await insertWhereOffered(frame, { subject: SUBJECT, to: [ADDRESS] });
  if (typeof report === 'string') return report;
  return (await findWrong(frame, report)) || (await findWrongUndo(browser, frame, before.html, report));
}

function keepFields(frame: Frame, { body, subject }: { body: string; subject: string }): Promise<void> {
  return frame.evaluate(
    (bodySelector, subjectSelector) => {
      const [bodyField, subjectField] = [bodySelector, subjectSelector].map((one) =>
        document.querySelector<HTMLElement>(one),
      );
      if (!bodyField || !(subjectField instanceof HTMLInputElement)) throw new Error('No email is open');
      globalThis.keptFields = { body: bodyField, subject: subjectField };
    },
    body,
    subject,
  );
}

/** Changes each attribute, class and id that the selector asks for, wherever the page has it. */
function changeMark(frame: Frame, selector: string, change: Change): Promise<void> {
  return frame.evaluate(
    (marked, how) => {
      if (how === 'wrapped') {
        // React removes elements from the parent that it knows.
        // oxlint-disable-next-line typescript/unbound-method
        const { removeChild } = Node.prototype;
        Node.prototype.removeChild = function remove<T extends Node>(this: Node, child: T): T {
          return removeChild.call(child.parentNode ?? this, child) as T;
        };
        for (const element of document.querySelectorAll(marked)) {
          const wrapper = document.createElement('div');
          element.before(wrapper);
          wrapper.append(element);
        }
        return;
      }
      // Without these a field is no longer editable, or a file input no longer takes files.
      const kept = /^\[(contenteditable|type)\b/;
      const parts = marked.match(/\.[\w-]+|#[\w-]+|\[[^\]]+\]/g) ?? [];
      for (const part of parts.filter((one) => !kept.test(one))) {
        const name = /^\[([\w-]+)/.exec(part)?.[1] ?? (part.startsWith('#') ? 'id' : 'class');
        for (const element of document.querySelectorAll(part)) {
          if (name === 'class') element.classList.remove(part.slice(1));
          else element.removeAttribute(name);
          if (how === 'removed') continue;
          if (name === 'class') element.classList.add('q7x-ldTrA');
          else element.setAttribute(name, 'q7x-ldTrA');
        }
      }
    },
    selector,
    change,
  );
}

async function clickIntoBody({ page }: MailBrowser, frame: Frame): Promise<void> {
  const { x, y } = await frame.evaluate(() => {
    const [box] = globalThis.keptFields?.body.firstElementChild?.getClientRects() ?? [];
    return { x: (box?.left ?? 0) + 200, y: (box?.top ?? 0) + 8 };
  });
  await page.mouse.click(x, y);
}

async function findWrong(frame: Frame, report: InsertionReport): Promise<string> {
  if (report.body.outcome !== 'inserted') return `letter refused: ${report.body.why}`;
  const { place } = report.body;
  const seen = await frame.evaluate((wanted) => {
    const { body, subject } = globalThis.keptFields ?? {};
    const squeeze = (text = ''): string => text.replace(/[\s\u200b]+/g, '');
    const around = document.body.cloneNode(true) as HTMLElement;
    for (const field of around.querySelectorAll('.Am, .EditorClass')) field.remove();
    return {
      lines: body?.innerText.split('\n').map((line) => line.trim().toLowerCase()) ?? [],
      text: squeeze(body?.textContent),
      subject: subject?.value,
      isElsewhere: [...document.querySelectorAll('input')].some(
        (one) => one !== subject && one.value === wanted,
      ),
      around: around.textContent,
    };
  }, SUBJECT);
  // As plain text, the requests have their numbers in the text.
  const text = seen.text.replace(/\d\./g, '');
  const wrongs = [
    text.includes(LINES.join('').replace(/\s+/g, '')) ? '' : 'the email lacks the letter',
    seen.lines.includes('dear mrs patel') ? '' : 'the letter shares a line with the own words',
    // Where no mark tells a signature from the own words, the letter is told to be after them, or above the earlier emails.
    NOT_OURS.some((words) => {
      const at = text.indexOf(words.replace(/\s+/g, ''));
      return at >= 0 && at < text.indexOf('DearMrsPatel') && !TOLD[words]?.includes(place);
    })
      ? 'the letter is below the signature or the quoted mail'
      : '',
    (report.subject.outcome === 'done') === (seen.subject === SUBJECT) ? '' : 'the subject is told wrongly',
    seen.isElsewhere ? 'the subject is in another field' : '',
    report.to.outcome === 'done' && !seen.around.includes(ADDRESS) ? 'nobody is in To' : '',
    report.cc.outcome === 'done' && !seen.around.includes(COPY) ? 'nobody is in Cc' : '',
    report.attachment.outcome === 'done' && !seen.around.includes(FILE.name) ? 'no file is attached' : '',
  ];
  return wrongs.filter(Boolean).join(', ');
}

async function findWrongUndo(
  browser: MailBrowser,
  frame: Frame,
  html: string,
  { site }: InsertionReport,
): Promise<string> {
  await pressWithControl(browser, 'z');
  const isRestored = async (): Promise<boolean> =>
    withoutCaretMarks((await readDraftField(frame)).html) === withoutCaretMarks(html);
  try {
    await waitUntil(`one undo in ${site}`, isRestored, { timeout: 2000 });
    return '';
  } catch {
    return 'one undo does not restore the email';
  }
}
