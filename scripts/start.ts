/**
 * npm start: opens a browser with the extension on stand-ins of the mail sites' pages. Without a screen it does the main job by
 * itself, prints the email and says where it saved the pictures and the Word file.
 */
import { copyFile, mkdir, rm } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { hasScreen } from './browsers.mjs';
import { answerAsSites } from '../tests/pages/answer';
import { gmailUrl, outlookUrl } from '../tests/pages/states';
import { chromiumBuild, requireBuild } from '../tests/support/builds';
import { launchChromium, type Chromium } from '../tests/support/chromium';
import { findDraft, type MailSite } from '../tests/support/draft';
import { chromiumOwnPage } from '../tests/support/ownPage';
import { exampleEmployer, exampleSigner, seedDetails } from '../tests/support/seedDetails';
import { waitUntil } from '../tests/support/waitUntil';

const OUTPUT = join(chromiumBuild, '../start');

export async function main(...args: string[]): Promise<void> {
  const headless = args.includes('--headless') || !hasScreen();
  const chromium = await launchChromium({
    extensionDir: requireBuild(chromiumBuild),
    answer: answerAsSites,
    headless,
    keepWelcomePage: !headless,
  });
  await (headless ? demonstrate(chromium) : openForUser(chromium));
}

async function openForUser(chromium: Chromium): Promise<void> {
  await chromium.openPage(outlookUrl('signature'));
  await chromium.openPage(gmailUrl('signature'));
  console.log(
    'The browser is open on a practice mailbox: a Gmail-like email, an Outlook-like email and the options page.\n' +
      'Click the Dear Employer icon (behind the jigsaw piece of the toolbar), or right-click in an email.\n' +
      'Nothing is sent: the pages are stand-ins on this computer. Close the browser to end.',
  );
  await new Promise((resolve) => chromium.browser.once('disconnected', resolve));
  // The stand-in mail server is still open and would keep the process alive.
  process.exit();
}

async function demonstrate(chromium: Chromium): Promise<void> {
  try {
    await rm(OUTPUT, { recursive: true, force: true });
    await mkdir(OUTPUT, { recursive: true });
    await seedDetails(chromium);
    console.log(
      `There is no screen, so here is the main job, done in a browser without a window.\n` +
        `Saved as example: ${exampleSigner.fullName}, ${exampleSigner.school}; ${exampleEmployer.organisation}.`,
    );
    await insertInto(chromium, 'gmail', gmailUrl('signature'));
    await insertInto(chromium, 'outlook', outlookUrl('signature'));
  } finally {
    await chromium.close();
  }
}

async function insertInto(chromium: Chromium, site: MailSite, url: string): Promise<void> {
  const page = await chromium.openPage(url);
  const draft = await findDraft(page, site);
  const popupPage = await chromium.clickToolbar(page);
  const popup = chromiumOwnPage(popupPage);
  const found = await waitUntil('the email', async () => /^.*: new message.*$/m.exec(await popup.text()));
  console.log(`\nClicked the icon in the toolbar. The popup says: “${found[0]}”.`);
  await popup.press('button', 'Insert letter');
  console.log(
    `Pressed “Insert letter”. It says: “${await popup.waitFor('status', 'Outcome', /is in your/)}”`,
  );
  await popupPage.screenshot({ path: join(OUTPUT, `${site}-popup.png`) });
  await page.screenshot({ path: join(OUTPUT, `${site}-email.png`), fullPage: true });
  if (site === 'gmail') {
    console.log(`\nTo: ${(await draft.people()).join(', ')}\nSubject: ${await draft.subject()}\n`);
    console.log(await draft.text());
    await popup.press('button', 'Download Word letter');
    const file = await chromium.waitForDownload(/\.docx$/);
    await copyFile(file, join(OUTPUT, basename(file)));
    console.log(`\nWord file: ${relativeToHere(basename(file))}`);
  }
  console.log(`Pictures: ${relativeToHere(`${site}-popup.png`)} and ${relativeToHere(`${site}-email.png`)}`);
  await popup.close();
  await page.close();
}

function relativeToHere(file: string): string {
  return relative(process.cwd(), join(OUTPUT, file));
}
