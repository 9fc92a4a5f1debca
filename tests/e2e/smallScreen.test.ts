/**
 * The popup at the zoom of the page and on small or scaled screens, in a tab of the size that the browser gives a popup. In a tab it
 * is a page of our own, so its main buttons open an email.
 */
import { describe, expect, test } from 'vitest';
import { answerAsSites } from '../pages/answer';
import { chromiumBuild, firefoxBuild, requireBuild } from '../support/builds';
import { launchChromium, type Chromium } from '../support/chromium';
import { launchFirefox } from '../support/firefox';
import type { FirefoxOwnPage } from '../support/firefoxOwnPage';
import { FirefoxWindow } from '../support/firefoxWindow';
import type { OwnPage } from '../support/ownPage';
import { chromiumOwnPage } from '../support/ownPage';
import { seedDetails } from '../support/seedDetails';
import type { Session } from '../support/session';
import { shareBrowser } from '../support/shareBrowser';
import { waitUntil } from '../support/waitUntil';
import { BROWSERS, takeTurns } from '../support/takeTurns';

/** The extension API in the extension's pages. */
declare const chrome: { tabs: { setZoom(factor: number): Promise<void> } };

/** Browsers give a popup at most 800 by 600 pixels of the screen, whatever its zoom. */
const LARGEST = { width: 800, height: 600 };
const ZOOMS = [1.25, 1.5, 1.75, 2];

/** How the popup stands in its window, in the popup's own pixels. */
interface View {
  width: number;
  height: number;
  /** The top and bottom of the main button, and of the first line of the outcome. */
  button: [number, number];
  outcome: [number, number];
  mustScroll: boolean;
  hasBar: boolean;
}

/** Self-contained: Firefox runs it from its text, with the page's window. */
function readView(win: Window): View {
  const { document: doc, innerWidth: width, innerHeight: height } = win;
  const root = doc.documentElement;
  const edges = (box: DOMRect | undefined): [number, number] => [box?.top ?? NaN, box?.bottom ?? NaN];
  const [button] = [...doc.querySelectorAll('button')].filter(
    ({ textContent }) => textContent.trim() === 'Gmail',
  );
  const words = doc.querySelector('[aria-label=Outcome] span');
  const { overflowY, scrollbarWidth } = win.getComputedStyle(root);
  return {
    width,
    height,
    button: edges(button?.getBoundingClientRect()),
    outcome: edges([...(words?.getClientRects() ?? [])][0]),
    mustScroll: root.scrollHeight > root.clientHeight + 1,
    hasBar: overflowY === 'auto' && scrollbarWidth === 'auto',
  };
}

interface ZoomedPopup {
  popup: OwnPage;
  view: () => Promise<View>;
}

async function openInChromium(chromium: Chromium, zoom: number): Promise<ZoomedPopup> {
  const page = await chromium.openOwnTab('popup.html');
  await page.setViewport(LARGEST);
  await page.evaluate((factor) => chrome.tabs.setZoom(factor), zoom);
  return {
    popup: chromiumOwnPage(page),
    view: () => page.evaluate(`(${String(readView)})(window)`) as Promise<View>,
  };
}

/** Firefox has no narrower window than 450 pixels, but can show a page in a narrower part of it. */
async function openInFirefox(session: Session, zoom: number): Promise<ZoomedPopup> {
  const popup = (await session.openOwnPage('popup.html')) as FirefoxOwnPage;
  const window = await FirefoxWindow.of(session.browser);
  await window.run(
    `const browser = gBrowser.selectedBrowser;
     Object.assign(browser.style, { width: size.width + 'px', maxWidth: size.width + 'px', height: size.height + 'px', maxHeight: size.height + 'px' });
     browser.fullZoom = factor;`,
    { size: LARGEST, factor: zoom },
  );
  return {
    popup,
    view: async () => (await popup.evaluate(`return (${String(readView)})(content);`)) as View,
  };
}

describe.each(BROWSERS)('The popup in %s', (name) => {
  let session: Session;
  shareBrowser(async () => {
    session =
      name === 'chromium'
        ? await launchChromium({ extensionDir: requireBuild(chromiumBuild), answer: answerAsSites })
        : await launchFirefox({ extensionDir: requireBuild(firefoxBuild), answer: answerAsSites });
    await seedDetails(session);
    return session;
  });

  test.each(ZOOMS)(
    'at a zoom of %d shows the main button, then the outcome, and a bar where it must scroll',
    async (zoom) => {
      const { popup, view } = await (name === 'chromium'
        ? openInChromium(session as Chromium, zoom)
        : openInFirefox(session, zoom));
      const waitForView = (what: string, isSo: (now: View) => boolean): Promise<View> => {
        let last: View | undefined;
        return waitUntil(what, async () => isSo((last = await view())) && last).catch(() => {
          throw new Error(`Not shown: ${what}. ${JSON.stringify(last)}`);
        });
      };
      const isIn = ([top, bottom]: [number, number], { height }: View): boolean =>
        top >= -1 && bottom <= height + 1;
      const { mustScroll, hasBar } = await waitForView(
        'the main button',
        (now) => Math.abs(now.height - LARGEST.height / zoom) < 3 && isIn(now.button, now),
      );
      if (mustScroll) expect(hasBar).toBe(true);
      await popup.press('button', 'Copy letter');
      await popup.waitFor('status', 'Outcome', /\S/);
      const after = await waitForView('the outcome', (now) => isIn(now.outcome, now));
      if (after.mustScroll) expect(after.hasBar).toBe(true);
      expect(isIn(after.button, after)).toBe(true);
      await popup.close();
    },
  );

  takeTurns(name);
});

describe('The first questions in Chromium', () => {
  let chromium: Chromium;
  shareBrowser(async () => {
    chromium = await launchChromium({ extensionDir: requireBuild(chromiumBuild), answer: answerAsSites });
    return chromium;
  });

  test.each(ZOOMS)(
    'at a zoom of %d are not covered by the main buttons when they get the focus',
    async (zoom) => {
      const page = await chromium.openOwnTab('popup.html');
      await page.setViewport(LARGEST);
      await page.evaluate((factor) => chrome.tabs.setZoom(factor), zoom);
      await page.waitForSelector('#fullName:focus');
      await page.waitForFunction(
        (height: number) => Math.abs(innerHeight - height) < 3,
        {},
        LARGEST.height / zoom,
      );
      for (const id of ['jobTitle', 'school', 'employment', 'organisation', 'email']) {
        await page.keyboard.press('Tab');
        const isUncovered = await page.waitForFunction(
          (wanted: string) => {
            const field = document.activeElement;
            const { left, bottom } = field?.getBoundingClientRect() ?? new DOMRect();
            return field?.id === wanted && document.elementFromPoint(left + 8, bottom - 2) === field;
          },
          {},
          id,
        );
        expect(await isUncovered.jsonValue()).toBe(true);
      }
      await page.close();
    },
  );
});
