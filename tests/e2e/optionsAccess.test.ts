/** What only a browser decides on the options page: layout, zoom, spacing, colours, focus. docs/accessibility.md rests on it. */
import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { sections } from '../../components/options/location';
import { Repository } from '../../lib/storage/repository';
import { findAxeViolations } from '../support/axe';
import { byRole } from '../support/byRole';
import { exampleEmployer, exampleSigner, memoryArea } from '../support/seedDetails';
import { shareBrowser } from '../support/shareBrowser';
import { press, waitForWords } from './details/onPage';
import { openFresh, type OwnBrowser } from './details/ownBrowser';

let own: OwnBrowser;

shareBrowser(async () => (own = await openFresh()));

beforeEach(async () => {
  await own.replaceStored(await makeDetails());
});

async function makeDetails(): Promise<Record<string, unknown>> {
  const items: Record<string, unknown> = {};
  let count = 0;
  const repository = new Repository({
    area: memoryArea(items),
    withLock: (work) => work(),
    newId: () => `seed-${(count += 1)}`,
  });
  const employer = await repository.addEmployer({
    ...exampleEmployer,
    copies: [{ id: 'c', name: 'Chair of Governors', email: 'not an address' }],
  });
  const employerId = employer.ok ? employer.value.id : '';
  await repository.addSigner({ ...exampleSigner, employerId });
  await repository.addRecord('sent', {
    title: 'Ask for a risk assessment',
    letterId: 'request',
    employerId,
    sentOn: '2026-11-02',
    replyBy: '2027-01-16',
    text: 'Dear Mrs Patel',
    replies: [{ id: 'r', date: '2026-11-09', kind: 'holding', note: '', promisedDate: '2027-01-20' }],
  });
  await repository.saveSettings({ agreedOn: '2026-11-23', mailboxWarningSeen: true, keepMonths: null });
  return items;
}

async function open(path: string, width = 1280, height = 900): Promise<Page> {
  const page = await own.openPage(`options.html${path}`);
  await page.setViewport({ width, height });
  await page.waitForSelector('h2');
  await waitForWords(page, /^(?![\s\S]*Opening your details)/);
  return page;
}

/** Opens the first folds of the section: the others have the same structure. */
async function unfold(page: Page): Promise<void> {
  await page.$$eval('main details', (all) => all.slice(0, 4).forEach((one) => (one.open = true)));
}

/** What sticks out of the window at the right, unless it can be scrolled by itself. */
function findOverflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const isScrolled = (element: Element | null): boolean =>
      element !== null &&
      (/auto|scroll|hidden/.test(getComputedStyle(element).overflowX) || isScrolled(element.parentElement));
    return [...document.querySelectorAll('body *')]
      .filter((each) => each.getClientRects().length > 0 && each.getBoundingClientRect().right > width + 1)
      .filter((each) => !each.closest('.visually-hidden') && !isScrolled(each.parentElement))
      .map((each) => `${each.localName}.${each.className} ${each.textContent?.slice(0, 40)}`);
  });
}

const states = [
  ...sections.map(({ id, title }) => ({ path: `#${id}`, title })),
  { path: '', title: 'first' },
];

async function openState({ path, title }: (typeof states)[number], width: number, height: number) {
  if (title === 'first') await own.replaceStored({});
  const page = await open(path, width, height);
  await unfold(page);
  return page;
}

describe('layout', () => {
  test.each(states)(
    '$title needs no sideways scrolling at 320 px (400 % zoom), and loses nothing at 640 px (200 %) with wider text spacing',
    async (state) => {
      const page = await openState(state, 320, 256);
      expect(await findOverflow(page)).toEqual([]);
      await page.setViewport({ width: 640, height: 450 });
      await page.evaluate(() => {
        // The page's own policy forbids a style element.
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(
          '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
        );
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
      });
      expect(await findOverflow(page)).toEqual([]);
      const cut = await page.$$eval('button, label, h1, h2, h3, summary, nav a, [id$=-hint]', (all) =>
        all
          .filter((each) => each.clientHeight > 0 && each.scrollHeight > each.clientHeight + 2)
          .map((each) => each.textContent),
      );
      expect(cut).toEqual([]);
      await page.close();
    },
  );

  test.each(['#about-you', '#your-employer'])(
    'in %s the labels, hints and controls of a row are each on one line, also with an error',
    async (path) => {
      const page = await open(path);
      await page.type('#postcode', 'x');
      await page.keyboard.press('Tab');
      await page.waitForSelector('[id$=-error]');
      const uneven = await page.$$eval('main div:has(> label + :not(label))', (all) =>
        [...Map.groupBy(all, (field) => field.parentElement).values()].flatMap((grid) => {
          const tops = (selector: string, fields: Element[]) =>
            new Set(
              fields.flatMap((field) => {
                const part = field.querySelector(selector);
                return part ? [Math.round(part.getBoundingClientRect().top)] : [];
              }),
            ).size;
          const rows = Map.groupBy(grid, (field) => Math.round(field.getBoundingClientRect().top));
          return [...rows.values()]
            .filter((fields) => fields.length > 1)
            .filter((fields) =>
              ['label', '[id$=-hint]', 'input, select, textarea'].some((part) => tops(part, fields) > 1),
            )
            .map((fields) => fields.map((field) => field.textContent).join(' | '));
        }),
      );
      expect(uneven).toEqual([]);
      const gap = await page.$eval('[id$=-error]', (error) => {
        const control = error.parentElement!.querySelector('input')!;
        return error.getBoundingClientRect().top - control.getBoundingClientRect().bottom;
      });
      expect(gap).toBeGreaterThanOrEqual(4);
      await page.close();
    },
  );
});

test.each(states)('axe finds no violation in $title, light and dark', async (state) => {
  const page = await openState(state, 1280, 900);
  expect(await findAxeViolations(page, 'light', { targets: true })).toEqual([]);
  expect(await findAxeViolations(page, 'dark', { targets: true })).toEqual([]);
  await page.close();
});

async function emulate(page: Page, name: string, value: string): Promise<void> {
  const client = await page.createCDPSession();
  await client.send('Emulation.setEmulatedMedia', { features: [{ name, value }] });
}

test('with forced colours the section, the chosen answer and the focus can still be told', async () => {
  const page = await open('#about-you');
  await emulate(page, 'forced-colors', 'active');
  const borders = await page.evaluate(() =>
    [
      'nav a[aria-current]',
      'nav a:not([aria-current])',
      'div:has(> [type=radio]:checked)',
      'div:has(> [type=radio]:not(:checked))',
    ].map((selector) => {
      const { borderTopStyle, borderTopColor, borderTopWidth } = getComputedStyle(
        document.querySelector(selector)!,
      );
      return [borderTopStyle, borderTopColor, borderTopWidth].join(' ');
    }),
  );
  expect(borders[0]).not.toBe(borders[1]);
  expect(borders[2]).not.toBe(borders[3]);
  await page.focus('#fullName');
  expect(await page.$eval('#fullName', (field) => getComputedStyle(field).outlineStyle)).toBe('solid');
  await page.close();
});

test('with reduced motion nothing moves, not even what a style sheet would move', async () => {
  const page = await open('#your-employer');
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      'input { animation: fade 9s infinite } @keyframes fade { to { opacity: 0.5 } } :root { scroll-behavior: smooth }',
    );
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
  const readMotion = () =>
    page.evaluate(() => [
      document.getAnimations().length > 0,
      getComputedStyle(document.documentElement).scrollBehavior,
    ]);
  expect(await readMotion()).toEqual([true, 'smooth']);
  await emulate(page, 'prefers-reduced-motion', 'reduce');
  expect(await readMotion()).toEqual([false, 'auto']);
  await page.close();
});

test('by Tab alone every control of a long form is reached, shows its focus and is not behind the bar', async () => {
  const page = await open('#your-employer', 900, 500);
  await press(page, 'Delete');
  await byRole(page, 'button', 'Undo');
  await press(page, 'Undo');
  await waitForWords(page, /Put back: Northshire County Council/);
  const faults: string[] = [];
  const reached = new Set<string>();
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      if (element === document.body) return null;
      const box = element.getBoundingClientRect();
      const top = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height / 2, 12));
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const card = element.matches('[type=radio]') ? element.parentElement : null;
      return {
        name: element.id || element.textContent || element.localName,
        isSeen:
          top !== null && (element.contains(top) || top.contains(element) || card?.contains(top) === true),
        hasRing: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
      };
    });
    if (!found || reached.has(found.name)) break;
    reached.add(found.name);
    if (!found.isSeen) faults.push(`${found.name} is hidden`);
    if (!found.hasRing) faults.push(`${found.name} has no ring`);
  }
  expect(faults).toEqual([]);
  for (const id of ['organisation', 'title', 'phone', 'ringFirst', 'nextPersonEmail', 'Delete'])
    expect([...reached]).toContain(id);
  await page.close();
});

test('the first answers are given by keyboard alone', async () => {
  await own.replaceStored({});
  const page = await open('');
  const tabTo = async (name: string) => {
    for (let step = 0; step < 40; step += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate((words) => document.activeElement?.textContent === words, name)) return;
    }
    throw new Error(`“${name}” is not reached by Tab`);
  };
  await tabTo('Agree and start');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.id === 'fullName');
  await page.keyboard.type('Sam Carter');
  // Enter goes to the next empty field.
  await page.keyboard.press('Enter');
  await page.keyboard.type('Larkrise Primary School');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Voluntary');
  await page.waitForFunction(
    () =>
      document.querySelector<HTMLInputElement>('#organisation')?.value ===
      'Governing Body of Larkrise Primary School',
  );
  await tabTo('Continue');
  await page.keyboard.press('Enter');
  await waitForWords(page, /You are ready/);
  await page.waitForFunction(() => document.activeElement?.textContent === 'You are ready');
  expect(await page.title()).toBe('You are ready – Dear Employer');
  await page.close();
});

test('“Delete everything” keeps the rest of the page out of reach, and Escape changes nothing', async () => {
  const page = await open('#privacy-and-backup');
  await press(page, 'Delete everything');
  await byRole(page, 'alertdialog', 'Delete everything?');
  const active = () => page.evaluate(() => document.activeElement?.textContent);
  expect(await active()).toBe('Keep everything');
  for (let step = 0; step < 5; step += 1) {
    await page.keyboard.press('Tab');
    // After the last button, Tab may leave the page for the browser’s own controls.
    const isOutside = await page.evaluate(() => document.activeElement === document.body);
    if (!isOutside) expect(['Keep everything', 'Yes, delete everything']).toContain(await active());
  }
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => !document.querySelector('dialog'));
  expect(await active()).toBe('Delete everything');
  await waitForWords(page, /Nothing was deleted\./);
  expect(Object.keys(await own.readStored()).some((key) => key.startsWith('signer:'))).toBe(true);
  await page.close();
});
