import { readFileSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { answerAsSites } from '../pages/answer';
import { gmailUrl } from '../pages/states';
import { chromiumBuild, requireBuild } from '../support/builds';
import { launchChromium, type Chromium } from '../support/chromium';
import { findDraft } from '../support/draft';
import { chromiumOwnPage } from '../support/ownPage';
import { seedDetails } from '../support/seedDetails';
import { waitUntil } from '../support/waitUntil';
import { writeEmptyExtension } from './emptyExtension';
import { median, type Measurement } from './measurement';

const ROUNDS = 10;
/** A letter has more; a greeting or a toolbar of the extension in the email has less. */
const LETTER_CHARACTERS = 500;

/**
 * What an extension costs a mail page, ours and, in the same run, the unpacked Chromium build in the folder RIVAL_DIR: bytes that
 * run before a click, time that scripts take while the page opens, and the time from the click on the icon to a letter.
 */
export async function measureRival(): Promise<Measurement[]> {
  const rival = process.env.RIVAL_DIR;
  const ours = requireBuild(chromiumBuild);
  const empty = await writeEmptyExtension();
  try {
    const pageAlone = await measureStart(empty);
    return [
      ...(await measureExtension('Ours', ours, pressInsert, pageAlone)),
      ...(rival ? await measureExtension('Rival', rival, async () => {}, pageAlone) : []),
    ];
  } finally {
    await rm(empty, { recursive: true, force: true });
  }
}

async function measureExtension(
  who: string,
  folder: string,
  afterClick: (popup: Page) => Promise<void>,
  pageAlone: number,
): Promise<Measurement[]> {
  const start = await measureStart(folder);
  const clickToText = await measureClick(folder, afterClick);
  return [
    {
      what: `${who}: bytes that run in each frame of Gmail before a click`,
      value: bytesBeforeClick(folder),
      unit: 'B',
    },
    {
      what: `${who}: time of scripts while Gmail’s stand-in opens, beyond the page’s own`,
      value: start - pageAlone,
      unit: 'ms',
    },
    ...(clickToText === null
      ? []
      : [
          {
            what: `${who}: click on the icon until the letter is in the email`,
            value: clickToText,
            unit: 'ms',
          },
        ]),
  ];
}

/** The scripts that the manifest puts into Gmail's page by itself. */
function bytesBeforeClick(folder: string): number {
  const { content_scripts: all = [] } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
    content_scripts?: { matches: string[]; js?: string[] }[];
  };
  const matching = all.filter(({ matches }) =>
    matches.some((each) => /mail\.google|<all_urls>|\*:\/\/\*\//.test(each)),
  );
  return matching
    .flatMap(({ js = [] }) => js)
    .reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
}

async function measureStart(folder: string): Promise<number> {
  const chromium = await launchChromium({ extensionDir: folder, answer: answerAsSites });
  try {
    const times = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const page = await chromium.openPage(gmailUrl('new'));
      times.push(((await page.metrics()).ScriptDuration ?? 0) * 1000);
      await page.close();
    }
    return median(times);
  } finally {
    await chromium.close();
  }
}

/** Null if no letter is in the email ten seconds after the click: then a person must say what else to press. */
async function measureClick(
  folder: string,
  afterClick: (popup: Page) => Promise<void>,
): Promise<number | null> {
  const chromium = await launchChromium({ extensionDir: folder, answer: answerAsSites });
  try {
    if (folder === chromiumBuild) await seedDetails(chromium);
    const times = [];
    for (let round = 0; round < ROUNDS; round += 1) times.push(await timeClick(chromium, afterClick));
    return median(times);
  } catch {
    return null;
  } finally {
    await chromium.close();
  }
}

async function timeClick(chromium: Chromium, afterClick: (popup: Page) => Promise<void>): Promise<number> {
  const page = await chromium.openPage(gmailUrl('new'));
  const draft = await findDraft(page, 'gmail');
  const start = performance.now();
  const extension = (await chromium.browser.extensions()).get(chromium.extensionId);
  await extension?.triggerAction(page);
  // Not awaited: an extension without a popup acts on the click itself.
  const pressed = chromium.browser
    .waitForTarget((target) => target.url().startsWith(`chrome-extension://${chromium.extensionId}/popup`), {
      timeout: 3_000,
    })
    .then(async (target) => {
      const popup = await target.asPage();
      await afterClick(popup);
      return popup;
    })
    .catch(() => null);
  await waitUntil(
    'a letter in the email',
    async () => (await draft.text()).length > LETTER_CHARACTERS || null,
  );
  const took = performance.now() - start;
  await (await pressed)?.close();
  await page.close();
  return took;
}

async function pressInsert(popup: Page): Promise<void> {
  await chromiumOwnPage(popup).press('button', 'Insert letter');
}
