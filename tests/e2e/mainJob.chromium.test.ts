import { describe, expect, test } from 'vitest';
import { listMenuItems } from '../../lib/background/menu/items';
import { answerAsSites } from '../pages/answer';
import { chromiumBuild, requireBuild } from '../support/builds';
import { type Chromium, launchChromium } from '../support/chromium';
import { findDraft } from '../support/draft';
import { gmailUrl } from '../pages/states';
import { seedDetails } from '../support/seedDetails';
import { shareBrowser } from '../support/shareBrowser';
import { waitUntil } from '../support/waitUntil';
import { builtInLetter } from '../support/expectedLetter';
import { describeMainJob } from './mainJob';

const launch = () =>
  launchChromium({
    extensionDir: requireBuild(chromiumBuild),
    answer: answerAsSites,
    menu: listMenuItems(builtInLetter('request')),
  });

describe('Chromium', () => {
  describeMainJob(launch);
});

describe('The menu by keyboard in Chromium', () => {
  let chromium: Chromium;
  shareBrowser(async () => (chromium = await launch()));

  test.each(['ContextMenu', 'Shift+F10'] as const)('%s puts the letter where the caret is', async (key) => {
    await seedDetails(chromium);
    const page = await chromium.openPage(gmailUrl('signature'));
    const draft = await findDraft(page, 'gmail');
    const { x, y } = await draft.pointAfter('I attach what you asked for.');
    await page.mouse.click(x, y);
    await chromium.chooseFromMenu(page, { key }, ['Whole letter: Ask for a risk assessment']);
    await waitUntil('the letter', async () => /risk assessment/.test(await draft.text()));
    expect(await draft.text()).toMatch(/I attach what you asked for\.\s+Dear[^]*Sam Carter/);
    await page.close();
  });
});
