import { rm } from 'node:fs/promises';
import { Repository } from '../../lib/storage/repository';
import { answerAsSites } from '../pages/answer';
import { gmailUrl } from '../pages/states';
import { chromiumBuild, requireBuild } from '../support/builds';
import { launchChromium, type Chromium } from '../support/chromium';
import { exampleEmployer, exampleSigner, memoryArea, seedDetails } from '../support/seedDetails';
import { writeEmptyExtension } from './emptyExtension';
import { median, type Measurement } from './measurement';

const ROUNDS = 15;
const MANY = { signers: 100, employers: 100, sent: 1_000 };

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

/** Saved details of a branch secretary: a hundred signers and employers, and a thousand sent letters. */
async function seedMany(chromium: Chromium): Promise<void> {
  const items: Record<string, unknown> = {};
  let count = 0;
  const repository = new Repository({
    area: memoryArea(items),
    withLock: (work) => work(),
    newId: () => `seed-${(count += 1)}`,
  });
  for (let at = 0; at < MANY.employers; at += 1)
    await repository.addEmployer({ ...exampleEmployer, organisation: `Council ${at}` });
  for (let at = 0; at < MANY.signers; at += 1)
    await repository.addSigner({ ...exampleSigner, fullName: `Head ${at}` });
  for (let at = 0; at < MANY.sent; at += 1)
    await repository.addRecord('sent', {
      letterId: 'request',
      title: 'Ask for a risk assessment',
      text: 'The words of a letter. '.repeat(150),
      sentOn: '2026-11-02',
      replyBy: '2027-01-16',
    });
  await repository.saveSettings({ agreedOn: '2026-11-23', mailboxWarningSeen: true });
  await chromium.writeStorage(items);
}
