import type { Frame } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { waitUntil } from '../../support/waitUntil';
import { isIn, readDraftField } from './draftField';
import { describeInBrowsers } from './inBrowsers';
import { insertLetter } from './insertLetter';
import { LINES, REQUESTS } from './letter';
import { type EditorName, type MailBrowser, pressWithControl } from './mailBrowser';
import { openGmail, openOutlook } from './openSite';
import { isolatedWorld, runInPage } from './pageSide';

const LIST = '<ul><li>one</li><li>two</li></ul>';
const TABLE = '<table><tbody><tr><td>one</td><td>two</td></tr></tbody></table>';
const QUOTE = '<blockquote><div>one</div><div>two</div></blockquote>';
const SIGNATURE = '<div><div class="gmail_signature">Head of Larkrise</div></div>';
const QUOTED_MAIL =
  '<div class="gmail_quote"><div class="gmail_attr">On Monday wrote:</div><blockquote class="gmail_quote">Old words</blockquote></div>';

/** Editors in which the browser's editing command writes: there the letter can go between two blocks. */
const native: EditorName[] = ['gmail', 'plain', 'closure SeamlessField', 'closure ContentEditableField'];

const ends = {
  'a list': LIST,
  'a list in a list': `<ul><li>one<ul><li>two</li></ul></li></ul>`,
  'a table': TABLE,
  'a quote': QUOTE,
  'a list in a wrapper': `<div dir="ltr">Own words${LIST}</div>`,
};

describeInBrowsers('The letter goes below', (open) => {
  test.each(native.flatMap((editor) => Object.keys(ends).map((end) => [end, editor] as const)))(
    '%s at the end of the draft in %s, with an exact undo and redo',
    async (end, editor) => {
      const frame = await open().openEditor(editor, `<div>Dear Alex</div>${ends[end as keyof typeof ends]}`);
      await putCaretAfter(frame, 'two');
      await checkWhole(open(), frame, 'below the list, table or quote');
      expect(await isIn(frame, 'Dear Mrs Patel', within('ul,table,blockquote'))).toBe(false);
    },
  );
});

describeInBrowsers('In Gmail the letter goes', (open) => {
  test.each([
    ['below a list and above the signature', `<div>Own</div>${LIST}${SIGNATURE}`, 'above the signature'],
    ['below a table and above the quoted mail', `${TABLE}${QUOTED_MAIL}`, 'above the quoted mail'],
    ['above quoted mail with no line above it', QUOTED_MAIL, 'above the quoted mail'],
    ['above a signature with no line above it', SIGNATURE, 'above the signature'],
    ['above both with no line above them', `${SIGNATURE}${QUOTED_MAIL}`, 'above the signature'],
  ])('%s, with an exact undo and redo', async (_what, words, place) => {
    const frame = await open().openEditor('gmail', words);
    await frame.focus('input[name=subjectbox]');
    await checkWhole(open(), frame, place);
    expect(await isIn(frame, 'Dear Mrs Patel', within('ul,table,.gmail_quote,.gmail_signature'))).toBe(false);
    const { lines } = await readDraftField(frame);
    const landmark = lines.findIndex((line) => /^(Head of Larkrise|On Monday wrote:)$/.test(line));
    expect(lines.indexOf(LINES.at(-1) ?? ''), lines.join('\n')).toBe(landmark - 1);
  });

  test.each([
    ['before', 0],
    ['after', 3],
  ] as const)('%s a link when the caret is in the link, %i characters from its start', async (side, at) => {
    const frame = await open().openEditor(
      'gmail',
      '<div>See <a href="https://school.example/">the plan</a></div>',
    );
    await isolatedWorld(frame).evaluate((offset) => {
      const field = document.querySelector<HTMLElement>('.Am.editable');
      field?.focus();
      getSelection()?.collapse(field?.querySelector('a')?.firstChild ?? null, offset);
    }, at);
    await checkWhole(open(), frame, 'at the caret');
    expect(await isIn(frame, 'Dear Mrs Patel', 'a')).toBe(false);
    const { lines } = await readDraftField(frame);
    const link = lines.findIndex((line) => line.includes('the plan'));
    const letter = lines.indexOf(LINES[0] ?? '');
    expect(side === 'before' ? letter < link : link < letter, lines.join('\n')).toBe(true);
  });
});

describeInBrowsers('The letter goes above', (open) => {
  test('the signature when the selection ends after it, and replaces nothing', async () => {
    const frame = await open().openEditor('gmail', `<div>Own words</div><br>${SIGNATURE}`);
    await isolatedWorld(frame).evaluate(() => {
      const field = document.querySelector<HTMLElement>('.Am.editable');
      field?.focus();
      if (field) getSelection()?.setBaseAndExtent(field, 0, field, field.childNodes.length);
    });
    await checkWhole(open(), frame, 'above the signature');
    expect(await isIn(frame, 'Dear Mrs Patel', '.gmail_signature')).toBe(false);
  });

  test.each([
    ['the rule of a reply without #appendonsend', { quote: 'without marker' }, 'From:'],
    [
      'quoted mail that only its signature marks',
      { words: '<div>Own words</div><div><div>Old words</div><div id="x_Signature">Alex Morgan</div></div>' },
      'Old words',
    ],
  ] as const)('%s in Outlook', async (_what, draft, below) => {
    const frame = await openOutlook(open(), { words: '<div>Own words</div>', ...draft });
    const before = await readDraftField(frame);
    const { body } = await insertLetter(frame);
    expect(body).toEqual({ outcome: 'inserted', place: 'above the quoted mail' });
    const { lines } = await readDraftField(frame);
    const at = lines.findIndex((line) => line.startsWith(below));
    expect(lines.indexOf('Own words'), lines.join('\n')).toBeLessThan(lines.indexOf(LINES[0] ?? ''));
    expect(lines.indexOf(LINES.at(-1) ?? ''), lines.join('\n')).toBeLessThan(at);
    expect(await runInPage(frame, { do: 'takeOut' })).toEqual({ outcome: 'taken out', stays: [] });
    expect((await readDraftField(frame)).html).toBe(before.html);
  });
});

const SIGNATURE_LINES = '<div>Sam Carter</div><div>Headteacher</div>';
const MOBILE =
  '<div dir="ltr"><div><br></div><div>Sent from <a href="https://aka.ms/x">a phone</a></div></div>';

describeInBrowsers('A signature without its marks stays below the letter', (open) => {
  test.each([
    [
      'gmail',
      'has a new class',
      `<br><div><div class="gmail_signature-ql-thx">${SIGNATURE_LINES}</div></div>`,
    ],
    ['gmail', 'follows two dashes', `<div>--&nbsp;<br></div>${SIGNATURE_LINES}`],
    [
      'gmail',
      'follows Gmail’s break',
      '<br clear="all"><div><div dir="ltr">Sam Carter<br>Headteacher</div></div>',
    ],
    ['gmail', 'is the last part', `<div><br></div><div><div dir="ltr">${SIGNATURE_LINES}</div></div>`],
    ['outlook', 'has a new id', `<div><br></div><div id="ownSignature_2">${SIGNATURE_LINES}</div>`],
    ['outlook', 'is the last part', `<div><br></div><div>${SIGNATURE_LINES}</div>`],
    ['outlook', 'is a phone’s', `<div><br></div>${MOBILE}`],
  ] as const)('in %s where it %s', async (site, _how, signature) => {
    const words = `<div>Own words</div><div>and more</div>${signature}`;
    const frame = await (site === 'gmail' ? openGmail(open(), { words }) : openOutlook(open(), { words }));
    const before = await readDraftField(frame);
    expect((await insertLetter(frame)).body).toEqual({ outcome: 'inserted', place: 'above the signature' });
    const { lines } = await readDraftField(frame);
    const at = lines.indexOf(LINES[0] ?? '');
    expect(lines.slice(0, at)).toEqual(['Own words', 'and more']);
    expect(lines.slice(at + LINES.length), lines.join('\n')).toEqual(before.lines.slice(2));
    expect(await runInPage(frame, { do: 'takeOut' })).toEqual({ outcome: 'taken out', stays: [] });
    expect((await readDraftField(frame)).html).toBe(before.html);
  });

  test.each(['<div>more</div>', `<div>${LIST}</div>`, TABLE, '<div><div>P.S.</div></div><div>Sam</div>'])(
    'and these last own words stay above it: %s',
    async (last) => {
      const words = `<div>Own words</div><div><br></div>${last}`;
      const frame = await openGmail(open(), { words });
      const before = await readDraftField(frame);
      const { body } = await insertLetter(frame);
      expect(body).toMatchObject({ outcome: 'inserted' });
      expect(body).not.toMatchObject({ place: 'above the signature' });
      expect((await readDraftField(frame)).lines.slice(0, before.lines.length)).toEqual(before.lines);
    },
  );

  test('a name below a blank line counts as the user’s own words, not as a signature, if the caret is in it', async () => {
    const frame = await openGmail(open(), {
      words: `<div>Own words</div><div><br></div><div>${SIGNATURE_LINES}</div>`,
    });
    await putCaretAfter(frame, 'Sam Carter');
    expect((await insertLetter(frame)).body).toEqual({ outcome: 'inserted', place: 'at the caret' });
  });
});

/** Restricts a selector to the draft, because Gmail’s page itself uses tables. Closure’s Field fills a whole frame. */
function within(selector: string): string {
  return `[contenteditable] :is(${selector}), body:not(:has([contenteditable])) :is(${selector})`;
}

async function putCaretAfter(frame: Frame, words: string): Promise<void> {
  await isolatedWorld(frame).evaluate((sought) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const editable = text.parentElement?.closest<HTMLElement>('[contenteditable]');
      const field = editable ?? (document.designMode === 'on' ? document.body : null);
      const at = (text as Text).data.indexOf(sought);
      if (at < 0 || !field) continue;
      field.focus();
      getSelection()?.collapse(text, at + sought.length);
      return;
    }
    throw new Error(`"${sought}" is not in the draft`);
  }, words);
}

/**
 * Checks that the letter goes in with its numbers, that taking it out and Ctrl+Z restore the draft, and that redo
 * works.
 */
async function checkWhole(browser: MailBrowser, frame: Frame, place: string): Promise<void> {
  const before = await readDraftField(frame);
  expect((await insertLetter(frame)).body).toEqual({ outcome: 'inserted', place });
  const after = await readDraftField(frame);
  expect(after.lines).toEqual(expect.arrayContaining(LINES.slice(0, 3)));
  expect(after.numbered).toEqual(REQUESTS);
  expect(await runInPage(frame, { do: 'takeOut' })).toEqual({ outcome: 'taken out', stays: [] });
  expect((await readDraftField(frame)).html).toBe(before.html);
  // The caret is where the letter was, so a second insertion goes to the same place.
  expect((await insertLetter(frame)).body.outcome).toBe('inserted');
  expect((await readDraftField(frame)).html).toBe(after.html);
  await browser.page.evaluate(() => globalThis.editorPage?.settled?.());
  await pressWithControl(browser, 'z');
  await waitForHtml(frame, 'the former draft', before.html);
  await pressWithControl(browser, browser.name === 'firefox' ? 'Z' : 'y');
  await waitForHtml(frame, 'the letter again', after.html);
}

async function waitForHtml(frame: Frame, what: string, html: string): Promise<void> {
  const isSo = async (): Promise<boolean> => (await readDraftField(frame)).html === html;
  await waitUntil(what, isSo, { timeout: 1500 }).catch(() => undefined);
  expect((await readDraftField(frame)).html, what).toBe(html);
}
