import type { Frame } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { describeInBrowsers } from './inBrowsers';
import { insertLetter, insertWhereClicked, lookAt } from './insertLetter';
import { LETTER_TEXT } from './letter';
import type { MailBrowser } from './mailBrowser';
import { isolatedWorld } from './pageSide';

const DETAIL = { html: 'Larkrise Primary School', text: 'Larkrise Primary School' };

async function openFields({ page }: MailBrowser): Promise<Frame> {
  await page.goto('https://forum.example/');
  return page.mainFrame();
}

/** Clicks into a field and puts its caret, or a selection, there. */
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

async function undo({ page }: MailBrowser): Promise<void> {
  await page.keyboard.down('Control');
  await page.keyboard.press('KeyZ');
  await page.keyboard.up('Control');
}

describeInBrowsers('Any field of any page', (open) => {
  test('a text area takes the letter as plain text, on lines of its own, with one exact undo', async () => {
    const frame = await openFields(open());
    await writeIn(frame, '#plain', 5);
    expect((await insertLetter(frame)).body).toEqual({ outcome: 'inserted', place: 'at the caret' });
    expect(await valueOf(frame, '#plain')).toBe(`Plain\n${LETTER_TEXT}\n words`);
    await undo(open());
    expect(await valueOf(frame, '#plain')).toBe('Plain words');
  });

  test.each([
    ['cuts what is typed', (value: string) => value.slice(0, 40)],
    ['drops its lines', (value: string) => value.replace(/\n/g, ' ')],
  ] as const)(
    'a page that %s in a text area gets back the user’s words as they were',
    async (_how, change) => {
      const frame = await openFields(open());
      await writeIn(frame, '#plain', 5);
      await frame.evaluate(
        `document.querySelector('#plain').addEventListener('input', ({ target }) => {
         if (target.value !== 'Plain words') target.value = (${String(change)})(target.value);
       })`,
      );
      expect((await insertLetter(frame)).body).toEqual({ outcome: 'refused', why: 'did not arrive' });
      expect(await valueOf(frame, '#plain')).toBe('Plain words');
    },
  );

  test('selected text in a text area is not replaced', async () => {
    const frame = await openFields(open());
    await writeIn(frame, '#plain', 0, 5);
    expect((await insertWhereClicked(frame, DETAIL)).body).toEqual({
      outcome: 'inserted',
      place: 'after the selection',
    });
    expect(await valueOf(frame, '#plain')).toBe('PlainLarkrise Primary School words');
  });

  test('an input takes one line, and one undo takes it back', async () => {
    const frame = await openFields(open());
    await writeIn(frame, '#line', 4);
    expect((await insertWhereClicked(frame, { text: 'first\nsecond' })).body.outcome).toBe('inserted');
    expect(await valueOf(frame, '#line')).toBe('One first second line');
    await undo(open());
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

  test('a field for plain text only takes the plain text', async () => {
    const frame = await openFields(open());
    await frame.click('#plaintext-only');
    expect((await insertWhereClicked(frame, DETAIL)).body.outcome).toBe('inserted');
    expect(await frame.$eval('#plaintext-only', (field) => field.textContent)).toContain(DETAIL.text);
  });

  test('a field in an open shadow root is found and takes the letter', async () => {
    const frame = await openFields(open());
    await frame.click('#host >>> #inShadow');
    expect((await lookAt(frame)).drafts).toMatchObject([{ kind: 'text field', focused: true }]);
    expect((await insertLetter(frame)).body.outcome).toBe('inserted');
    const words = await frame.$eval('#host >>> #inShadow', (field) => (field as HTMLElement).innerText);
    expect(words).toContain('Words in a shadow');
    expect(words).toContain('Dear Mrs Patel');
    await undo(open());
    expect(await frame.$eval('#host >>> #inShadow', (field) => field.textContent)).toBe('Words in a shadow');
  });

  test.each(['same', 'srcdoc'])(
    'the frame “%s” of the same site is served in that frame alone',
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

  test('a frame of another site is told, not served', async () => {
    const frame = await openFields(open());
    await frame.click('#other');
    expect(await lookAt(frame)).toMatchObject({ drafts: [], blockedFrame: true });
  });

  test('a detail goes in at the caret, as part of the line', async () => {
    const frame = await openFields(open());
    await frame.click('#rich');
    await isolatedWorld(frame).evaluate(() => {
      getSelection()?.collapse(document.querySelector('#rich')?.firstChild?.firstChild ?? null, 4);
    });
    expect((await insertWhereClicked(frame, DETAIL)).body.outcome).toBe('inserted');
    expect(await frame.$eval('#rich', (field) => field.textContent)).toBe(
      'RichLarkrise Primary School words',
    );
    await undo(open());
    expect(await frame.$eval('#rich', (field) => field.innerHTML)).toBe('<div>Rich words</div>');
  });
});
