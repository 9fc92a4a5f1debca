import type { Frame } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { describeInBrowsers } from './inBrowsers';
import { insertLetter, insertWhereClicked, lookAt } from './insertLetter';
import { LETTER_TEXT } from './letter';
import { GMAIL_URL, type MailBrowser, openStandIn, pressWithControl } from './mailBrowser';
import { freshGmailDraft } from '../../pages/gmail/gmailPage';
import { diagnoseInPage, isolatedWorld } from './pageSide';

const DETAIL = { html: 'Larkrise Primary School', text: 'Larkrise Primary School' };

async function openFields({ page }: MailBrowser): Promise<Frame> {
  await page.goto('https://forum.example/');
  return page.mainFrame();
}

/** Clicks into a field and sets its caret or selection. */
async function writeIn(frame: Frame, selector: string, from: number, to = from): Promise<void> {
  await frame.click(selector);
  await frame.$eval(
    selector,
    (field, start, end) => (field as HTMLInputElement).setSelectionRange(start, end),
    from,
    to,
  );
}

function valueOf(frame: Frame, selector: string): Promise<string> {
  return frame.$eval(selector, (field) => (field as HTMLInputElement).value);
}

describeInBrowsers('Any field of any page', (open) => {
  test('a text area gets the letter as plain text, on lines of its own, and one undo removes it', async () => {
    const frame = await openFields(open());
    await writeIn(frame, '#plain', 5);
    expect((await insertLetter(frame)).body).toEqual({ outcome: 'inserted', place: 'at the caret' });
    expect(await valueOf(frame, '#plain')).toBe(`Plain\n${LETTER_TEXT}\n words`);
    await pressWithControl(open(), 'z');
    expect(await valueOf(frame, '#plain')).toBe('Plain words');
  });

  test.each([
    ['cuts the inserted text', (value: string) => value.slice(0, 40)],
    ['removes its line breaks', (value: string) => value.replace(/\n/g, ' ')],
  ] as const)('the user’s text in a text area is restored when the page %s', async (_how, change) => {
    const frame = await openFields(open());
    await writeIn(frame, '#plain', 5);
    await frame.evaluate(
      `document.querySelector('#plain').addEventListener('input', ({ target }) => {
         if (target.value !== 'Plain words') target.value = (${String(change)})(target.value);
       })`,
    );
    expect((await insertLetter(frame)).body).toEqual({ outcome: 'refused', why: 'did not arrive' });
    expect(await valueOf(frame, '#plain')).toBe('Plain words');
  });

  test('selected text in a text area is not replaced', async () => {
    const frame = await openFields(open());
    await writeIn(frame, '#plain', 0, 5);
    expect((await insertWhereClicked(frame, DETAIL)).body).toEqual({
      outcome: 'inserted',
      place: 'after the selection',
    });
    expect(await valueOf(frame, '#plain')).toBe('PlainLarkrise Primary School words');
  });

  test('an input gets the text on one line, and one undo removes it', async () => {
    const frame = await openFields(open());
    await writeIn(frame, '#line', 4);
    expect((await insertWhereClicked(frame, { text: 'first\nsecond' })).body.outcome).toBe('inserted');
    expect(await valueOf(frame, '#line')).toBe('One first second line');
    await pressWithControl(open(), 'z');
    expect(await valueOf(frame, '#line')).toBe('One line');
  });

  test.each([
    ['#short', 'too long for this field'],
    ['#locked', 'read only'],
    ['#password', 'not a text field'],
    ['#number', 'not a text field'],
  ] as const)('%s is left alone: %s', async (selector, why) => {
    const frame = await openFields(open());
    await frame.click(selector);
    const before = await valueOf(frame, selector);
    expect((await insertWhereClicked(frame, DETAIL)).body).toEqual({ outcome: 'refused', why });
    expect(await valueOf(frame, selector)).toBe(before);
  });

  test('a plaintext-only field gets the plain text', async () => {
    const frame = await openFields(open());
    await frame.click('#plaintext-only');
    expect((await insertWhereClicked(frame, DETAIL)).body.outcome).toBe('inserted');
    expect(await frame.$eval('#plaintext-only', (field) => field.textContent)).toContain(DETAIL.text);
  });

  test('a plaintext-only field gets the letter on lines of its own, and one undo removes it', async () => {
    const frame = await openFields(open());
    await frame.click('#plaintext-only');
    await frame.$eval('#plaintext-only', (field) => getSelection()?.selectAllChildren(field));
    await frame.$eval('#plaintext-only', () => getSelection()?.collapseToEnd());
    expect((await insertLetter(frame)).body.outcome).toBe('inserted');
    const read = () => frame.$eval('#plaintext-only', (field) => (field as HTMLElement).innerText.trim());
    expect((await read()).split(/\n+/)).toEqual(['Plain words', ...LETTER_TEXT.split('\n')]);
    await pressWithControl(open(), 'z');
    expect(await read()).toBe('Plain words');
  });

  test('a field in an open shadow root gets the letter', async () => {
    const frame = await openFields(open());
    await frame.click('#host >>> #inShadow');
    expect((await lookAt(frame)).drafts).toMatchObject([{ kind: 'text field', focused: true }]);
    expect((await insertLetter(frame)).body.outcome).toBe('inserted');
    const words = await frame.$eval('#host >>> #inShadow', (field) => (field as HTMLElement).innerText);
    expect(words).toContain('Words in a shadow');
    expect(words).toContain('Dear Mrs Patel');
    await pressWithControl(open(), 'z');
    expect(await frame.$eval('#host >>> #inShadow', (field) => field.textContent)).toBe('Words in a shadow');
  });

  test.each(['same', 'srcdoc'])(
    'a field in the same-origin frame “%s” gets the letter, and the top page offers no draft',
    async (id) => {
      const top = await openFields(open());
      const frame = await (await top.$(`#${id}`))?.contentFrame();
      if (!frame) throw new Error('no frame');
      await frame.click('#rich');
      expect((await lookAt(top)).drafts).toEqual([]);
      expect((await insertLetter(frame)).body.outcome).toBe('inserted');
      expect(await frame.$eval('#rich', (field) => field.textContent)).toContain('Dear Mrs Patel');
    },
  );

  test('a frame of another origin is reported as out of reach', async () => {
    const frame = await openFields(open());
    await frame.click('#other');
    expect(await lookAt(frame)).toMatchObject({ drafts: [], blockedFrame: true });
  });

  test('a detail goes in at the caret, within the line', async () => {
    const frame = await openFields(open());
    await frame.click('#rich');
    await isolatedWorld(frame).evaluate(() => {
      getSelection()?.collapse(document.querySelector('#rich')?.firstChild?.firstChild ?? null, 4);
    });
    expect((await insertWhereClicked(frame, DETAIL)).body.outcome).toBe('inserted');
    expect(await frame.$eval('#rich', (field) => field.textContent)).toBe(
      'RichLarkrise Primary School words',
    );
    await pressWithControl(open(), 'z');
    expect(await frame.$eval('#rich', (field) => field.innerHTML)).toBe('<div>Rich words</div>');
  });
});

describeInBrowsers('A mail page whose email is in a part of its own', (open) => {
  test.each(['a shadow root', 'a frame'])(
    'in %s is told as an email that we do not recognise, also without a caret, and its fields are reported',
    async (part) => {
      const frame = await openStandIn(open().page, GMAIL_URL, { drafts: [freshGmailDraft] });
      await frame.$eval(
        '.Am.editable',
        (body, isFrame) => {
          const host = document.createElement(isFrame ? 'iframe' : 'div');
          host.style.height = '150px';
          body.replaceWith(host);
          (body as HTMLElement).style.height = '150px';
          ((host as HTMLIFrameElement).contentDocument?.body ?? host.attachShadow({ mode: 'open' })).append(
            body,
          );
        },
        part === 'a frame',
      );
      expect(await lookAt(frame)).toMatchObject({ drafts: [], looksLikeEmail: true });
      const { lines } = await diagnoseInPage(frame);
      const found = lines.map((line) => line.found).join('\n');
      expect(found).toMatch(
        part === 'a frame' ? /^iframe \d+×\d+ in /m : /\[g_editable=true\].*in its shadow root/m,
      );
    },
  );
});

describeInBrowsers('A mail page without an open email', (open) => {
  test.each([
    ['the search', '<input type="search" id="at">'],
    ['a box of one line', '<input id="at">'],
    ['a recipient field', '<div name="to"><div contenteditable="true" id="at">Pat</div></div>'],
    ['a field that cannot be edited', '<textarea id="at" readonly></textarea>'],
  ])('does not offer to put the letter into %s', async (_what, html) => {
    const frame = await openStandIn(open().page, GMAIL_URL, { drafts: [freshGmailDraft] });
    await frame.evaluate((field) => {
      document.querySelector('[role=dialog]')?.remove();
      document.body.insertAdjacentHTML('beforeend', field);
      document.querySelector<HTMLElement>('#at')?.focus();
    }, html);
    expect((await lookAt(frame)).drafts).toEqual([]);
  });
});
