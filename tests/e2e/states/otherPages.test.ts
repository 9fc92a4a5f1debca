/** Pages other than mail sites: inserts into the clicked field and frame, by the real menu and the real icon. */
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterEach, describe, expect, test } from 'vitest';
import { blockTexts } from '../../../lib/letter/render/text';
import { answerAsSites } from '../../pages/answer';
import { gmailUrl } from '../../pages/states';
import { chromiumBuild, firefoxBuild, requireBuild } from '../../support/builds';
import { launchChromium } from '../../support/chromium';
import { builtInLetter, expectedLetter, firstMissing } from '../../support/expectedLetter';
import { launchFirefox } from '../../support/firefox';
import { exampleEmployer, seedDetails } from '../../support/seedDetails';
import type { Point, Session } from '../../support/session';
import { listMenuItems } from '../../../lib/background/menu/items';
import { shareBrowser } from '../../support/shareBrowser';
import { waitUntil } from '../../support/waitUntil';
import { BROWSERS, takeTurns } from '../../support/takeTurns';

const DETAIL = ['My details', 'Employer’s name'];
const OUT_OF_REACH =
  'You are in a part of this page that belongs to another site, where we cannot write. Copy the letter and paste it there.';

/** Each field, with its frame unless it is in the page itself. */
const FIELDS = [
  { title: 'a text area', field: '#plain', words: 'Plain words' },
  { title: 'a text input', field: '#line', words: 'One line' },
  { title: 'an editable field', field: '#rich', words: 'Rich words' },
  { title: 'a field in an open shadow root', field: '#host >>> #inShadow', words: 'Words in a shadow' },
  { title: 'a field in a closed shadow root', field: '#closed', words: 'Words in a shadow' },
  { title: 'a frame of the same site', frame: '#same', field: '#rich', words: 'Words of the same site' },
  { title: 'a frame without an address', frame: '#srcdoc', field: '#rich', words: 'Words in srcdoc' },
];

describe.each(BROWSERS)('On any other page, in %s', (name) => {
  let session: Session;
  let page: Page;

  shareBrowser(async () => {
    const extensionDir = requireBuild(name === 'chromium' ? chromiumBuild : firefoxBuild);
    const menu = listMenuItems(builtInLetter('request'));
    const options = { extensionDir, answer: answerAsSites };
    session = await (name === 'chromium' ? launchChromium({ ...options, menu }) : launchFirefox(options));
    await seedDetails(session);
    return session;
  });
  afterEach(() => page.close());

  async function open(field: string, frame?: string): Promise<{ handle: ElementHandle; point: Point }> {
    page = await session.openPage('https://forum.example/');
    const within = frame ? await (await page.$(frame))?.contentFrame() : page.mainFrame();
    const handle = await within?.waitForSelector(field);
    await handle?.scrollIntoView();
    const box = await handle?.boundingBox();
    if (!handle || !box) throw new Error(`${field} is not on the screen`);
    return { handle, point: { x: box.x + box.width - 20, y: box.y + 14 } };
  }

  async function pressInsert(popupLine: string): Promise<string> {
    const popup = await session.openPopup(page);
    try {
      await waitUntil(`the popup says “${popupLine}”`, async () => (await popup.text()).includes(popupLine));
      await popup.press('button', 'Insert letter');
      return await popup.waitFor('status', 'Outcome', /^(?!Putting the letter in)[^]/);
    } finally {
      await popup.close();
    }
  }

  const read = (handle: ElementHandle): Promise<string> =>
    handle.evaluate((element) => {
      const field = 'field' in element ? (element.field as Element) : element;
      return ('value' in field ? String(field.value) : (field as HTMLElement).innerText).trim();
    });

  /** The content of every field of the page and its frames, to check that only one changes. */
  async function readAll(): Promise<string[]> {
    const frames = await Promise.all(
      page.frames().map((frame) =>
        frame.evaluate(() => {
          const inShadow =
            document.querySelector('#host')?.shadowRoot?.querySelectorAll('[contenteditable]') ?? [];
          const closed = document.querySelector<HTMLElement & { field: Element }>('#closed');
          const fields = [...document.querySelectorAll('[contenteditable],textarea,input'), ...inShadow];
          return [...fields, ...(closed ? [closed.field] : [])].map((field) =>
            'value' in field ? String(field.value) : field.innerHTML,
          );
        }),
      ),
    );
    return frames.flat();
  }

  test.each(FIELDS)(
    'the right-click menu inserts one detail into $title, at the caret, and nowhere else',
    async (row) => {
      const { handle, point } = await open(row.field, row.frame);
      const before = await readAll();
      await session.chooseFromMenu(page, point, DETAIL);
      expect(await session.readNotice(page)).toBe('“Employer’s name” is in this field.');
      expect(await read(handle)).toBe(row.words + exampleEmployer.organisation);
      const after = await readAll();
      expect(after.filter((field, index) => field !== before[index])).toHaveLength(1);
    },
  );

  test.each(FIELDS.filter(({ field }) => field !== '#line'))(
    'the icon inserts the whole letter into $title that was clicked, and nowhere else',
    async (row) => {
      const { handle, point } = await open(row.field, row.frame);
      await page.mouse.click(point.x, point.y);
      const before = await readAll();
      const sentence = await pressInsert('This page: text field');
      expect(sentence).toMatch(/^The letter is in this field\b/);
      expect(
        firstMissing([row.words, ...blockTexts(expectedLetter('request'))], await read(handle)),
      ).toBeNull();
      const after = await readAll();
      expect(after.filter((field, index) => field !== before[index])).toHaveLength(1);
    },
  );

  /** Gmail’s page after a change of every mark by which we know an email. */
  async function openUnknownGmail(): Promise<void> {
    page = await session.openPage(gmailUrl('words'));
    await page.waitForSelector('.Am.editable');
    await page.evaluate(() => {
      for (const mark of ['g_editable', 'name']) {
        for (const one of document.querySelectorAll(`[${mark}]`)) one.removeAttribute(mark);
      }
      document.querySelector('.Am')?.classList.remove('editable');
    });
  }

  test('an email window that we do not recognise: the letter goes where the user was writing, by one press', async () => {
    await openUnknownGmail();
    const body = (await page.$('[contenteditable=true]'))!;
    const box = (await body.boundingBox())!;
    await body.click({ offset: { x: box.width - 20, y: 14 } });
    const before = await body.evaluate((field) => field.innerHTML);
    const popup = await session.openPopup(page);
    await waitUntil('the popup’s line', async () =>
      (await popup.text()).includes('We do not recognise this email window'),
    );
    await popup.press('button', 'Put the letter where I was writing');
    const sentence = await popup.waitFor('status', 'Outcome', /^(?!Putting the letter in)[^]/);
    expect(sentence).toMatch(/^The letter is in this field\. Your own greeting is above the letter’s\./);
    expect(sentence).toContain(
      'We could not find To and the subject line on this page. Please fill them in yourself.',
    );
    const words = ['Dear Alex, I hope the term is going well.', ...blockTexts(expectedLetter('request'))];
    expect(firstMissing(words, await read(body))).toBeNull();
    expect(
      await page.$$eval('input', (inputs) => inputs.filter((one) => /risk/i.test(one.value)).length),
    ).toBe(0);
    await popup.press('button', 'Take the letter out again');
    await popup.waitFor('status', 'Outcome', /^The letter is out/);
    await popup.close();
    expect(await body.evaluate((field) => field.innerHTML)).toBe(before);
  });

  test('an email window that we do not recognise, without a caret: the popup asks for a click and writes nothing', async () => {
    await openUnknownGmail();
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    const fields = await readAll();
    const sentence = await pressInsert('We do not recognise this email window');
    expect(sentence).toBe(
      'We do not recognise this email window. Click in the text of your email, then click the icon again, or right-click there.',
    );
    expect(await readAll()).toEqual(fields);
  });

  test('in a frame of another site the popup title why nothing goes in', async () => {
    const { handle, point } = await open('#rich', '#other');
    await page.mouse.click(point.x, point.y);
    const sentence = await pressInsert('This part of the page belongs to another site');
    expect(sentence).toBe(OUT_OF_REACH);
    expect(await read(handle)).toBe('Words of another site');
  });

  takeTurns(name);
});
