import type { Frame } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { waitUntil } from '../../support/waitUntil';
import { placeCaret, readDraftField } from './draftField';
import { describeInBrowsers } from './inBrowsers';
import { insertLetter, insertWhereClicked } from './insertLetter';
import { LINES } from './letter';
import { pressWithControl } from './mailBrowser';
import { runInPage } from './pageSide';

/** Editors with a document of their own. What counts is this document: it is sent, whatever the page shows. */
const DRAFT = '<div>Dear Alex</div><div>thank you</div>';
const OWN_LINES = ['Dear Alex', 'thank you'];
/** Slate and Trix number nothing themselves when they get plain text, so a number can be part of the line. */
const withoutNumber = (line: string): string => line.replace(/^\d+\.\s/, '').trim();

async function readLines(frame: Frame): Promise<string[]> {
  const lines = await frame.evaluate(() => globalThis.readDocument?.() ?? []);
  return lines.map(withoutNumber).filter(Boolean);
}

describeInBrowsers('An editor with a document of its own', (open) => {
  const editors = ['slate', 'trix'] as const;
  const openAtEnd = async (editor: (typeof editors)[number], draft: string): Promise<Frame> => {
    const frame = await open().openEditor(editor, draft);
    await placeCaret(frame, 1, 1);
    return frame;
  };

  test.each([
    ['slate', DRAFT],
    ['trix', `${DRAFT}<div><br></div>`],
  ] as const)('%s gets the letter into its document, and one undo takes it out', async (editor, draft) => {
    const frame = await openAtEnd(editor, draft);
    const before = await readDraftField(frame);
    expect((await insertLetter(frame)).body).toMatchObject({ outcome: 'inserted' });
    expect(await readLines(frame)).toEqual([...OWN_LINES, ...LINES]);
    await pressWithControl(open(), 'z');
    await waitUntil('the former draft', async () => (await readLines(frame)).length === OWN_LINES.length);
    expect(await readLines(frame)).toEqual(OWN_LINES);
    expect((await readDraftField(frame)).characters).toBe(before.characters);
  });

  test('trix joins the letter with a line of the user, and the report says so', async () => {
    const frame = await openAtEnd('trix', DRAFT);
    expect((await insertLetter(frame)).body).toEqual({ outcome: 'refused', why: 'arrived changed' });
    expect((await readLines(frame)).join()).toBe([OWN_LINES[0], `thank you${LINES.join()}`].join());
    expect(await runInPage(frame, { do: 'takeOut' })).toMatchObject({ outcome: 'taken out' });
    expect(await readLines(frame)).toEqual(OWN_LINES);
  });

  test('slate gives the letter back when it is taken out', async () => {
    const frame = await openAtEnd('slate', DRAFT);
    await insertLetter(frame);
    expect(await runInPage(frame, { do: 'takeOut' })).toMatchObject({ outcome: 'taken out' });
    expect(await readLines(frame)).toEqual(OWN_LINES);
  });

  test.each(editors)('%s gets one detail into the line by right-click', async (editor) => {
    const frame = await openAtEnd(editor, DRAFT);
    const name = 'Larkrise Trust';
    const report = await insertWhereClicked(frame, { html: name, text: name });
    expect(report.body).toMatchObject({ outcome: 'inserted' });
    expect(await readLines(frame)).toEqual(['Dear Alex', `thank you${name}`]);
  });
});
