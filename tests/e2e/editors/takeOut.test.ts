import { expect, test } from 'vitest';
import { placeCaret, readDraftField, withoutCaretMarks } from './draftField';
import { describeInBrowsers } from './inBrowsers';
import { insertLetter } from './insertLetter';
import { editorNames } from './mailBrowser';
import { openGmail } from './openSite';
import { runInPage } from './pageSide';

const DRAFT = '<div>Dear Alex</div><div><br></div><div>Kind regards</div>';

describeInBrowsers('Taking the letter out', (open) => {
  test.each(editorNames)('restores the draft in %s', async (editor) => {
    const frame = await open().openEditor(editor, DRAFT);
    await placeCaret(frame, 0.5, 0.5);
    const before = await readDraftField(frame);
    expect((await insertLetter(frame)).body.outcome).toBe('inserted');
    expect(await runInPage(frame, { do: 'takeOut' })).toEqual({ outcome: 'taken out', stays: [] });
    expect(withoutCaretMarks((await readDraftField(frame)).html)).toBe(withoutCaretMarks(before.html));
    expect(await runInPage(frame, { do: 'takeOut' })).toEqual({
      outcome: 'refused',
      why: 'nothing to take out',
    });
  });

  test.each(['gmail', 'outlook'] as const)('refuses in %s when the user has typed since', async (editor) => {
    const frame = await open().openEditor(editor, DRAFT);
    await placeCaret(frame, 0.5, 0.5);
    await insertLetter(frame);
    await open().page.keyboard.type('More words');
    const typed = await readDraftField(frame);
    expect(await runInPage(frame, { do: 'takeOut' })).toEqual({ outcome: 'refused', why: 'typed since' });
    expect((await readDraftField(frame)).html).toBe(typed.html);
  });

  test('is told as done when the letter is gone and the page has added a line of its own', async () => {
    const frame = await open().openEditor('gmail', DRAFT);
    await insertLetter(frame);
    await frame.$eval('.Am.editable', (body) => {
      new MutationObserver((_changes, observer) => {
        if (body.textContent.includes('Dear Mrs Patel')) return;
        observer.disconnect();
        const tip = document.createElement('div');
        tip.textContent = 'Tip of the page';
        body.append(tip);
      }).observe(body, { childList: true, subtree: true });
    });
    expect(await runInPage(frame, { do: 'takeOut' })).toEqual({ outcome: 'taken out', stays: [] });
    expect((await readDraftField(frame)).lines).toEqual(['Dear Alex', 'Kind regards', 'Tip of the page']);
  });

  test('reports what stays: subject, recipients and attachment', async () => {
    const frame = await open().openEditor('gmail', DRAFT);
    const content = {
      subject: 'Request',
      to: ['pat.lee@trust.example'],
      files: [{ name: 'Letter.docx', type: 'application/octet-stream', base64: 'UEs=' }],
    };
    await insertLetter(frame, { content });
    expect(await runInPage(frame, { do: 'takeOut' })).toEqual({
      outcome: 'taken out',
      stays: ['subject', 'recipients', 'attachment'],
    });
  });

  test('undoes nothing else when the last edit was in another field', async () => {
    const frame = await open().openEditor('gmail', DRAFT);
    await insertLetter(frame);
    await frame.focus('input[name=subjectbox]');
    await open().page.keyboard.type('My own subject');
    const { outcome } = await runInPage(frame, { do: 'takeOut' });
    expect(await frame.$eval('input[name=subjectbox]', (input) => input.value)).toBe('My own subject');
    // Firefox keeps an undo for each field, Chromium one for the page.
    expect(outcome).toBe(open().name === 'firefox' ? 'taken out' : 'refused');
  });
});

describeInBrowsers('A page that changes the letter afterwards', (open) => {
  const CHANGES: Record<string, (body: Element) => void> = {
    'writes the whole email anew': (body) => {
      const { innerHTML } = body;
      body.innerHTML = innerHTML;
    },
    'makes lines of the numbered list': (body) => {
      const lines = [...body.querySelectorAll('li')].map((item) => {
        const line = document.createElement('div');
        line.textContent = item.textContent;
        return line;
      });
      body.querySelector('ol')?.replaceWith(...lines);
    },
  };

  test.each(Object.keys(CHANGES))('and %s is never told to be without a letter that it has', async (what) => {
    const frame = await openGmail(open(), { words: '<div>Thank you for today.</div>' });
    await insertLetter(frame);
    await frame.$eval('.Am.editable', CHANGES[what] ?? (() => undefined));
    const before = (await readDraftField(frame)).characters;
    const { outcome } = await runInPage(frame, { do: 'takeOut' });
    const after = (await readDraftField(frame)).characters;
    expect([outcome, after]).toEqual(
      outcome === 'taken out' ? [outcome, 'Thankyoufortoday.'] : ['refused', before],
    );
  });
});
