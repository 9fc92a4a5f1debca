import { rm } from 'node:fs/promises';
import { answerAsSites } from '../pages/answer';
import { gmailUrl } from '../pages/states';
import { chromiumBuild, requireBuild } from '../support/builds';
import { launchChromium, type Chromium } from '../support/chromium';
import { MANY, seedDetails, seedMany } from '../support/seedDetails';
import { writeEmptyExtension } from './emptyExtension';
import { median, type Measurement } from './measurement';

const ROUNDS = 15;

/** Time from the click on the icon until the popup is usable, measured alternately in several browsers. */
export async function measurePopup(): Promise<Measurement[]> {
  const ours = requireBuild(chromiumBuild);
  const emptyDir = await writeEmptyExtension();
  const launch = (dir: string) => launchChromium({ extensionDir: dir, answer: answerAsSites });
  const [few, many, empty] = [await launch(ours), await launch(ours), await launch(emptyDir)];
  try {
    await seedDetails(few);
    await seedMany(many);
    const times = await timeInTurns([
      { chromium: few, ready: 'main[aria-busy=false]' },
      { chromium: many, ready: 'main[aria-busy=false]' },
      { chromium: empty, ready: 'p' },
    ]);
    const [ofFew = [], ofMany = [], ofEmpty = []] = times;
    return [
      { what: 'Click to popup ready', value: median(ofFew), unit: 'ms' },
      {
        what: 'Click to popup ready, against an empty popup',
        value: median(ofFew) / median(ofEmpty),
        unit: '×',
        goal: 1.5,
      },
      {
        what: `Popup with ${MANY.signers} signers, ${MANY.employers} employers, ${MANY.sent} letters, against 1 of each`,
        value: median(ofMany) / median(ofFew),
        unit: '×',
        goal: 1.2,
      },
    ];
  } finally {
    for (const chromium of [few, many, empty]) await chromium.close();
    await rm(emptyDir, { recursive: true, force: true });
  }
}

/** The extension API in the extension's pages. */
declare const chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };

/** Time until the background answers, while it runs and after the browser has stopped it. */
export async function measureBackground(): Promise<Measurement[]> {
  const chromium = await launchChromium({
    extensionDir: requireBuild(chromiumBuild),
    answer: answerAsSites,
  });
  try {
    const page = await chromium.openOwnTab('manifest.json');
    const timeAnswer = () =>
      page.evaluate(async () => {
        const start = performance.now();
        await chrome.runtime.sendMessage({ type: 'wake' });
        return performance.now() - start;
      });
    await timeAnswer();
    const running: number[] = [];
    const stopped: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      running.push(await timeAnswer());
      await (await chromium.worker()).close();
      stopped.push(await timeAnswer());
    }
    return [
      { what: 'Background to its answer while it runs', value: median(running), unit: 'ms' },
      { what: 'Background to its answer from a stop', value: median(stopped), unit: 'ms', goal: 300 },
    ];
  } finally {
    await chromium.close();
  }
}

interface MeasuredPopup {
  chromium: Chromium;
  ready: string;
}

async function timeInTurns(popups: MeasuredPopup[]): Promise<number[][]> {
  const pages = [];
  for (const { chromium } of popups) pages.push(await chromium.openPage(gmailUrl('new')));
  const times: number[][] = popups.map(() => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, { chromium, ready }] of popups.entries()) {
      const page = pages[index];
      if (!page) continue;
      const start = performance.now();
      const popup = await chromium.clickToolbar(page);
      await popup.waitForSelector(ready);
      times[index]?.push(performance.now() - start);
      await popup.close();
    }
  }
  return times;
}
