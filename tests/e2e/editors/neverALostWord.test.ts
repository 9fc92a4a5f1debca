import fc from 'fast-check';
import type { Frame } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { shareBrowser } from '../../support/shareBrowser';
import { waitUntil } from '../../support/waitUntil';
import { draftCases, type DraftCase } from './drafts';
import { isIn, placeCaret, readDraftField, withoutCaretMarks, type Seen } from './draftField';
import { letter, LINES, REQUESTS } from './letter';
import { editorNames, openMailBrowser, type EditorName, type MailBrowser } from './mailBrowser';
import { runInPage } from './pageSide';

/** 30 in `npm test`, 500 in the soak run. */
const DRAFTS = Number(process.env['DRAFTS'] ?? 30);
const SEED = Number(process.env['SEED'] ?? 20261123);
const BROWSERS = (process.env['BROWSERS'] ?? 'chromium,firefox').split(',') as MailBrowser['name'][];
const ONLY = process.env['EDITORS']?.split(',');
/** CKEditor redraws what it shows of a chosen table in its own time: it is tried in the soak run, not in every run. */
const SOAK_ONLY = process.env['DRAFTS'] ? [] : ['ckeditor'];

/** What the sites put around the user's words. */
const NOT_THE_USERS = '.gmail_signature,.gmail_quote,#Signature,#divRplyFwdMsg';
const CHARACTERS = LINES.join('').replace(/\s/g, '');

// As in the table of states, the two browsers take their editors side by side.
describe.concurrent.each(BROWSERS)('in %s', (browserName) => {
  let browser: MailBrowser;
  shareBrowser(async () => {
    browser = await openMailBrowser(browserName);
    return browser;
  });

  test.sequential.each(editorNames.filter((name) => ONLY?.includes(name) ?? !SOAK_ONLY.includes(name)))(
    'no word is lost in %s, one undo is exact and redo brings the letter back',
    async (editor) => {
      await fc.assert(
        fc.asyncProperty(draftCases, (draft) => tryDraft(browser, editor, draft)),
        {
          numRuns: DRAFTS,
          seed: SEED,
          interruptAfterTimeLimit: DRAFTS * 5_000,
          markInterruptAsFailure: true,
        },
      );
    },
    DRAFTS * 6_000,
  );
});

/** These leave the writing to the browser, which can stand between two blocks. */
const WRITES_BELOW: EditorName[] = [
  'gmail',
  'plain',
  'closure SeamlessField',
  'closure Field',
  'closure ContentEditableField',
];

/** RoosterJS 9.7 itself doubles a quote when a list is pasted into it and another follows; Outlook's way avoids it. */
const ROOSTER_DOUBLES = /<\/blockquote><[ou]l>/;

async function tryDraft(browser: MailBrowser, editor: EditorName, draft: DraftCase): Promise<void> {
  fc.pre(editor !== 'roosterjs' || !ROOSTER_DOUBLES.test(draft.html));
  const frame = await browser.openEditor(editor, draft.html, draft.around);
  const place = await placeCaret(frame, draft.from, draft.to);
  const before = await readDraftField(frame);
  const { drafts } = await runInPage(frame, { do: 'look', sections: [] });
  const id = drafts[0]?.id ?? '';
  const report = await runInPage(frame, {
    do: 'insert',
    target: { by: 'id', id },
    content: letter,
    allowSecondCopy: true,
    sections: [],
  });
  // A whole table chosen in CKEditor: a paste would replace it, so nothing goes in.
  if (editor === 'ckeditor' && report.body.outcome === 'refused') {
    expect(report.body.why).toBe('did not arrive');
    expect((await readDraftField(frame)).characters).toBe(before.characters);
    return;
  }
  const after = await readDraftField(frame);
  checkNothingLost(before, after);
  // Lexical melts what is pasted into a paragraph of a quote into one line: then that is what the user is told.
  const isMelted = editor === 'lexical' && report.body.outcome === 'refused';
  if (isMelted) {
    expect(report.body).toEqual({ outcome: 'refused', why: 'arrived changed' });
    expect(after.lines.join()).toContain(LINES.slice(0, 2).join(''));
  } else {
    expect(report.body).toMatchObject({ outcome: 'inserted' });
    checkOwnLines(before, after);
  }
  expect(await isIn(frame, 'Dear Mrs Patel', NOT_THE_USERS), 'in the signature or the quoted mail').toBe(
    false,
  );
  // Where an editor leaves no way out of a list, the letter is whole but follows that list's own marks.
  const isFree = place !== 'in a list, table or quote with no line below' || WRITES_BELOW.includes(editor);
  if (isFree && !isMelted) expect(after.numbered).toEqual(expect.arrayContaining(REQUESTS));

  await browser.page.evaluate(() => globalThis.editorPage?.settled?.());
  await press(browser, 'z');
  await waitForDraft(
    frame,
    'the former draft',
    (now) => withoutCaretMarks(now.html) === withoutCaretMarks(before.html),
    before.html,
  );
  await press(browser, redoKey(browser, editor));
  await waitForDraft(frame, 'the letter again', (now) => now.characters === after.characters, after.html);
}

function checkNothingLost(before: Seen, after: Seen): void {
  const at = [...after.characters.matchAll(new RegExp(escapePattern(CHARACTERS), 'g'))].map(
    ({ index }) => index,
  );
  const rests = at.map(
    (index) => after.characters.slice(0, index) + after.characters.slice(index + CHARACTERS.length),
  );
  expect(rests).toContain(before.characters);
  expect(after.pictures).toBe(before.pictures);
  // Quill parts a table in two around what is pasted into a cell.
  expect(after.tables).toBeGreaterThanOrEqual(before.tables);
}

/** Every line of ours is a line, and every line of the user's still is one, except that the caret may part one in two. */
function checkOwnLines(before: Seen, after: Seen): void {
  const start = after.lines.findIndex((_, index) =>
    LINES.every((line, offset) => stripMarker(after.lines[index + offset] ?? '') === line),
  );
  expect(start, `our lines among ${JSON.stringify(after.lines)}`).toBeGreaterThanOrEqual(0);
  const others = [...after.lines.slice(0, start), ...after.lines.slice(start + LINES.length)];
  const [head = '', tail = ''] = [others[start - 1], others[start]];
  const joined = [...others.slice(0, start - 1), head + tail, ...others.slice(start + 1)];
  const squeeze = (lines: string[]): string[] => lines.map((line) => line.replace(/\s/g, ''));
  expect([squeeze(others), squeeze(joined)]).toContainEqual(squeeze(before.lines));
}

function stripMarker(line: string): string {
  return line.replace(/^(\d+\.|•)\s*/, '');
}

async function waitForDraft(
  frame: Frame,
  what: string,
  isSo: (now: Seen) => boolean,
  wanted: string,
): Promise<void> {
  try {
    await waitUntil(what, async () => isSo(await readDraftField(frame)), { timeout: 1500 });
  } catch {
    expect((await readDraftField(frame)).html, what).toBe(wanted);
    throw new Error(`${what}: the same HTML, but not in time`);
  }
}

async function press({ page }: MailBrowser, key: string): Promise<void> {
  await page.keyboard.down('Control');
  if (key === 'Z') await page.keyboard.down('Shift');
  await page.keyboard.press(key === 'Z' ? 'KeyZ' : key === 'z' ? 'KeyZ' : 'KeyY');
  if (key === 'Z') await page.keyboard.up('Shift');
  await page.keyboard.up('Control');
}

/** Quill on Linux knows only the second key of the two. */
function redoKey({ name }: MailBrowser, editor: EditorName): string {
  return editor === 'quill' || name === 'firefox' ? 'Z' : 'y';
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
