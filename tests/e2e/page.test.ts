/** The letter without an installation: one file, from a web space without https and from a disk, in both browsers. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import PostalMime from 'postal-mime';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newRecord } from '../../lib/storage/schema';
import { renderStarterFile } from '../../lib/transfer/starterFile';
import { findAxeViolations } from '../support/axe';
import { launchPageBrowser, type PageBrowser } from '../support/pageBrowser';
import { shareBrowser } from '../support/shareBrowser';
import { BROWSERS, takeTurns } from '../support/takeTurns';
import { waitUntil } from '../support/waitUntil';
import { readWord } from '../unit/word/readWord';
import { BRANCH_PAGE, choose, field, fill, fillIn, PAGE, press, preview, take, valueOf } from './page';

const HOSTILE = 'Ashdown </script><img src=x onerror=alert(1)> Council';
let folder: string;
let branchFile: string;
let files: Record<string, string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dear-employer-page-'));
  branchFile = join(folder, 'branch.json');
  const markdown = await readFile('templates/request.md', 'utf8');
  await writeFile(
    branchFile,
    renderStarterFile({
      from: 'Example branch',
      signer: newRecord('signer', 'head', { fullName: 'Sam Green', school: 'Elm Primary School' }),
      employer: newRecord('employer', 'council', {
        kind: 'council',
        organisation: HOSTILE,
        title: 'Mrs',
        lastName: 'Patel',
        email: 'hr@ashdown.example',
      }),
      letters: [
        newRecord('letter', 'own', {
          title: 'The branch’s request',
          markdown: markdown.replace('Thank you for reading this', 'Our branch thanks you for reading this'),
          replaces: 'request',
          supplier: 'Example branch',
        }),
      ],
    }),
  );
  execFileSync('node', ['scripts/runTypeScript.mjs', 'buildPage.ts', '--branch', branchFile]);
  files = {
    '/dear-employer.html': await readFile(PAGE, 'utf8'),
    '/branch.html': await readFile(BRANCH_PAGE, 'utf8'),
  };
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(BROWSERS)('%s', (name) => {
  let pages: PageBrowser;
  shareBrowser(async () => (pages = await launchPageBrowser(name, files)));

  describe.each([
    ['a web space', '/dear-employer.html', 1],
    ['a disk', pathToFileURL(PAGE).href, 0],
  ])('from %s', (_place, address, documents) => {
    test('makes the first letter and hands it over in every way, without a request', async () => {
      const before = pages.requests().length;
      const page = await pages.open(address);
      await fillIn(page);
      const letter = await waitUntil('the letter', async () => {
        const lines = await preview(page);
        return lines.includes('Priya Shah') && lines;
      });
      expect(letter[0]).toBe('Dear Chief Executive Officer');
      expect(await take(page, 'Copy letter')).toContain('The letter is copied');
      expect(await paste(page, name)).toContain('I am the headteacher of St Mary’s Primary School.');
      expect(await take(page, 'Copy subject')).toContain('The subject is copied');
      expect(await paste(page, name)).toMatch(/^Request for a risk assessment .* St Mary’s Primary School$/);
      expect(await take(page, 'Copy address')).toBe('hr@beech.example is copied. Paste it into To.');

      expect(await take(page, 'Download Word letter')).toContain('in your Downloads folder');
      const word = await readDownload(pages, /^\d.*request – St Mary’s Primary School\.docx$/);
      const paragraphs = await readWord(word);
      expect(paragraphs).toEqual(expect.arrayContaining(letter));

      expect(await take(page, 'Download as an email')).toContain('send it yourself');
      const email = await PostalMime.parse(await readDownload(pages, /\.eml$/));
      expect(email.to?.map(({ address: to }) => to)).toEqual(['hr@beech.example']);
      expect(email.subject).toMatch(/^Request for a risk assessment .* St Mary’s Primary School$/);
      expect(email.headers.find(({ key }) => key === 'x-unsent')?.value).toBe('1');
      expect(email.text).toContain(letter[1]);
      expect(email.html).toContain('<ol ');
      const [attached] = email.attachments;
      expect(attached?.filename).toMatch(/St Mary’s Primary School\.docx$/);
      // The letter with a Word copy says so; otherwise the two are the same.
      const copy = await readWord(new Uint8Array(attached!.content as ArrayBuffer));
      const enclosure = 'Enc. this letter as a Word document';
      expect(copy.filter((line) => line !== enclosure)).toEqual(paragraphs);
      expect(copy).toContain(enclosure);

      expect(await take(page, 'Risk assessment form')).toContain('Risk assessment form, one page');
      const form = await readWord(await readDownload(pages, /form, one page/));
      expect(form.join(' ')).toContain('St Mary’s Primary School');
      expect(pages.requests().length - before).toBe(documents);
      await page.close();
    });

    test('makes a reply letter from what was asked', async () => {
      const page = await pages.open(address);
      await fillIn(page);
      await choose(page, 'Letter', 'Ask for support while they take advice');
      await waitUntil('the question', () => page.$('[data-field="their reply date"]'));
      await setDate(page, '[data-field="their reply date"]', '2026-11-16');
      await waitUntil('the date in the letter', async () =>
        (await preview(page)).join(' ').includes('16 November 2026'),
      );
      await page.close();
    });

    test('reads a pasted reply and chooses the letter that answers it', async () => {
      const before = pages.requests().length;
      const page = await pages.open(address);
      await fillIn(page);
      await press(page, 'Paste their reply');
      await waitUntil('the field', () => page.$('form[aria-label="Paste their reply"]'));
      await fill(
        page,
        'Their reply',
        'Thank you for your letter about Ofsted. We are taking legal advice before we respond.',
      );
      await press(page, 'Look at it');
      await press(page, 'Yes: ask for support meanwhile');
      await press(page, 'Use this letter');
      await waitUntil(
        'the letter that answers it',
        async () => (await valueOf(page, 'Letter')) === 'reply-holding',
      );
      await waitUntil('its question', () => page.$('[data-field="their reply date"]'));
      expect(pages.requests().length - before).toBe(documents);
      await page.close();
    });

    test('details go out as a file, and come back from it', async () => {
      const page = await pages.open(address);
      await fillIn(page);
      await press(page, 'Save my details');
      const saved = await pages.waitForDownload(/starter file.*\.json$/);
      await page.close();

      const later = await pages.open(address);
      await fill(later, 'Full name', 'Someone else');
      await (await field(later, 'Open')).uploadFile(saved);
      await waitUntil('the details', async () => (await valueOf(later, 'Full name')) === 'Priya Shah');
      expect(await valueOf(later, 'Employer’s email (optional)')).toBe('hr@beech.example');
      await waitUntil('the letter', async () =>
        (await preview(later)).includes('Dear Chief Executive Officer'),
      );
      await press(later, 'Undo');
      await waitUntil('the former name', async () => (await valueOf(later, 'Full name')) === 'Someone else');
      await rm(saved);
      await later.close();
    });

    takeTurns(name);
  });

  test('a file that is not ours is refused with a sentence, and what was typed stays', async () => {
    const wrong = join(folder, 'wrong.json');
    await writeFile(wrong, '{ "heads": [] }');
    const page = await pages.open('/dear-employer.html');
    await fill(page, 'Full name', 'Priya Shah');
    await (await field(page, 'Open')).uploadFile(wrong);
    await waitUntil('the sentence', async () =>
      (await page.$eval('body', ({ innerText }) => innerText)).includes('wrong.json was not used.'),
    );
    expect(await valueOf(page, 'Full name')).toBe('Priya Shah');
    await page.close();
  });

  test('the page says at its end which version it is, because a report of a wrong sentence needs it', async () => {
    const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
    const page = await pages.open('/dear-employer.html');
    await press(page, 'What this page is made of');
    expect(await page.$eval('footer', ({ innerText }) => innerText)).toContain(`Dear Employer ${version}`);
    await page.close();
  });

  test('a branch’s page knows its employers and letters, shows markup as characters, and holds no head', async () => {
    expect(files['/branch.html']).not.toMatch(/Sam Green|Elm Primary/);
    const page = await pages.open('/branch.html');
    await choose(page, 'Your employer', 'Ashdown');
    await waitUntil('the branch’s letter', async () => {
      const letter = (await preview(page)).join('\n');
      return letter.startsWith('Dear Mrs Patel') && letter.includes('Our branch thanks you');
    });
    expect(await valueOf(page, 'Employer’s name')).toBe(HOSTILE);
    expect(await page.$('img')).toBeNull();
    // Another name is another employer: the contact and the address do not go along.
    const employer = await field(page, 'Employer’s name');
    await employer.click({ count: 3 });
    await employer.type('Beech Learning Trust');
    await waitUntil('a letter to nobody by name', async () => !(await preview(page))[0]!.includes('Patel'));
    expect(await valueOf(page, 'Employer’s email (optional)')).toBe('');
    await page.close();
  });

  test('nothing but its own script and style works in the page: no picture, frame, request or other script', async () => {
    const page = await pages.open('/dear-employer.html');
    await field(page, 'Full name');
    const before = pages.requests().length;
    await page.evaluate(() => {
      document.title = '';
      addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        document.title = [...document.title.split(' '), effectiveDirective].toSorted().join(' ').trim();
      });
      const add = (tag: string, attributes: object) =>
        document.body.append(Object.assign(document.createElement(tag), attributes));
      add('img', { src: 'http://elsewhere.example/a.png' });
      add('iframe', { src: 'http://elsewhere.example/' });
      add('script', { textContent: 'document.title = "run"' });
      add('style', { textContent: 'body { display: none }' });
      fetch('http://elsewhere.example/').catch(() => {});
    });
    const blocked = 'connect-src frame-src img-src script-src-elem style-src-elem';
    await waitUntil(`${blocked} to be refused`, async () => (await page.title()) === blocked);
    expect(pages.requests().slice(before)).toEqual([]);
    await page.close();
  });

  test('all of it can be used with the keyboard alone, and the focus shows', async () => {
    const page = await pages.open('/dear-employer.html');
    await field(page, 'Full name');
    const seen: string[] = [];
    // The first field has the focus. Each Tab goes on, until the focus leaves the page.
    for (let at = 0; at < 80; at += 1) {
      const focused = await page.evaluate(() => {
        const { activeElement: element } = document;
        if (!element || element === document.body) return null;
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        const label = (element as HTMLInputElement).labels?.[0] ?? element;
        return `${outlineStyle === 'none' || outlineWidth === '0px' ? 'UNSEEN ' : ''}${element.getAttribute('aria-label') ?? label.textContent}`;
      });
      if (focused === null || (at > 0 && focused === seen[0])) break;
      seen.push(focused);
      if (focused === 'Copy letter') await pressEnter(page);
      await page.keyboard.press('Tab');
    }
    expect(seen.filter((words) => words.startsWith('UNSEEN'))).toEqual([]);
    for (const words of ['School', 'Save my details', 'Open', 'Letter', 'What will go in', 'Copy letter'])
      expect(seen).toContain(words);
    await page.close();
  });

  test('at a phone’s width nothing is cut off, scrolls sideways or is too low for a finger', async () => {
    const page = await pages.open('/dear-employer.html');
    await page.setViewport({ width: 320, height: 640 });
    await fillIn(page);
    for (const title of ['You and your school', 'What the letter asks for', 'About our school'])
      await press(page, title);
    const wide = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('#root *')]
        .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
        .map(({ outerHTML }) => outerHTML.slice(0, 80)),
    );
    expect(wide).toEqual([]);
    const low = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('button, summary, select, a')]
        .filter((target) => target.checkVisibility() && target.getBoundingClientRect().height < 24)
        .map(({ textContent }) => textContent),
    );
    expect(low).toEqual([]);
    // Firefox’s scroll bar takes a part of the width.
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.close();
  });

  test('only the letter is printed, with the addresses and the words of the Word letter', async () => {
    const page = await pages.open('/dear-employer.html');
    await fillIn(page);
    await take(page, 'Download Word letter');
    const word = await readWord(await readDownload(pages, /^\d.*request.*\.docx$/));
    const printed = await page.evaluate(() => {
      const rules = [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules]);
      for (const rule of rules)
        if (rule instanceof CSSMediaRule && rule.conditionText === 'print') rule.media.mediaText = 'all';
      return document.body.innerText.split('\n').filter((line) => line.trim() !== '');
    });
    expect(printed).toEqual(word);
    await page.close();
  });

  takeTurns(name);
});

test('a file without an employer or a letter is refused in sentences, without a branch’s page', async () => {
  const head = join(folder, 'head.json');
  const signer = newRecord('signer', 'head', { fullName: 'Sam Green' });
  await writeFile(head, renderStarterFile({ from: '', signer, employer: null, letters: [] }));
  const { stdout, stderr, status } = spawnSync(
    'node',
    ['scripts/runTypeScript.mjs', 'buildPage.ts', '--branch', head],
    { encoding: 'utf8' },
  );
  expect(stdout).toMatch(/holds no employer and no letter[^]*The branch’s page was not built\.\n$/);
  expect(stderr).not.toContain('SetUpProblem');
  expect(status).toBe(1);
});

describe('chromium only', () => {
  let pages: PageBrowser;
  shareBrowser(async () => (pages = await launchPageBrowser('chromium', files)));

  test('leaving asks while words are unsaved, and no longer once they are in a file', async () => {
    const page = await pages.open('/dear-employer.html');
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.dismiss();
    });
    await fillIn(page);
    await page.close({ runBeforeUnload: true });
    await waitUntil('the browser’s question', () => asked.length > 0);
    expect(asked).toEqual(['beforeunload']);
    await take(page, 'Download Word letter');
    const closed = new Promise((resolve) => page.once('close', resolve));
    await page.close({ runBeforeUnload: true });
    await closed;
    expect(asked).toEqual(['beforeunload']);
    await readDownload(pages, /\.docx$/);
  });

  test('where the computer forbids a page the clipboard, the letter is copied in the older way', async () => {
    const page = await pages.open(pathToFileURL(PAGE).href);
    await page.browserContext().overridePermissions('file://', []);
    await fillIn(page);
    expect(await take(page, 'Copy letter')).toContain('The letter is copied');
    expect(await paste(page, 'chromium')).toContain('I am the headteacher of St Mary’s Primary School.');
    await page.browserContext().clearPermissionOverrides();
    await page.close();
  });

  test('on paper the close is on the page of the signature, and a lead-in on that of its list', async () => {
    const page = await pages.open('/dear-employer.html');
    await fillIn(page);
    const kept = await page.evaluate(() => {
      const rules = [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules]);
      for (const rule of rules)
        if (rule instanceof CSSMediaRule && rule.conditionText === 'print') rule.media.mediaText = 'all';
      const lines = [...document.querySelectorAll('#root > [lang] p')];
      return lines.filter((line) => getComputedStyle(line).breakAfter === 'avoid').map((p) => p.textContent);
    });
    expect(kept).toEqual(
      expect.arrayContaining([
        'I am asking you to:',
        'Yours faithfully',
        expect.stringContaining('Thank you'),
      ]),
    );
    await page.close();
  });

  test.each(['light', 'dark'] as const)('axe finds nothing in the %s page', async (scheme) => {
    const page = await pages.open('/dear-employer.html');
    await page.setBypassCSP(true);
    await page.reload();
    await fillIn(page);
    for (const title of [
      'You and your school',
      'What the letter asks for',
      'About our school',
      'What this page',
    ])
      await press(page, title);
    await take(page, 'Copy letter');
    expect(await findAxeViolations(page, scheme)).toEqual([]);
    await page.close();
  });
});

/** Presses the button that has the focus, which stays on it. */
async function pressEnter(page: Page): Promise<void> {
  await page.keyboard.press('Enter');
  await waitUntil('the outcome', () =>
    page.$eval('[aria-label=Outcome]', ({ textContent }) => textContent?.includes('The letter is copied')),
  );
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Copy letter');
}

/** What is on the clipboard, as it arrives in a text field of the page. */
async function paste(page: Page, name: 'chromium' | 'firefox'): Promise<string> {
  if (!(await page.$eval('textarea[data-field="own paragraph"]', (area) => area.checkVisibility())))
    await press(page, 'About our school');
  const area = (await page.$('textarea[data-field="own paragraph"]')) as ElementHandle<HTMLTextAreaElement>;
  await area.evaluate((element) => {
    element.focus();
    element.select();
  });
  if (name === 'chromium') await page.keyboard.press('KeyV', { commands: ['Paste'] });
  else {
    await page.keyboard.down('Control');
    await page.keyboard.press('v');
    await page.keyboard.up('Control');
  }
  const text = await waitUntil('the pasted text', () => area.evaluate(({ value }) => value || null));
  await area.evaluate((element) => element.select());
  await page.keyboard.press('Backspace');
  return text;
}

/** The bytes of a downloaded file, which is then removed, so that the next of the same name is waited for. */
async function readDownload(pages: PageBrowser, name: RegExp): Promise<Uint8Array<ArrayBuffer>> {
  const path = await pages.waitForDownload(name);
  const bytes = new Uint8Array(await readFile(path));
  await rm(path);
  return bytes;
}

/** Browsers differ in the order in which a date is typed. */
async function setDate(page: Page, selector: string, date: string): Promise<void> {
  await page.$eval(
    selector,
    (input, value) => {
      (input as HTMLInputElement).value = value;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    date,
  );
}
