/**
 * An update as it happens: what release 0.1.0 saved, a draft with the letter in it and the options page with a half-typed
 * field are open; then the files of the extension are replaced and it is loaded again. `OLD_BUILDS=folder` begins with the builds
 * `chrome-mv3` and `firefox-mv3` in that folder instead of today's.
 */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { answerAsSites } from '../pages/answer';
import { gmailUrl } from '../pages/states';
import { chromiumBuild, firefoxBuild, requireBuild } from '../support/builds';
import { launchChromium } from '../support/chromium';
import { findDraft } from '../support/draft';
import { launchFirefox } from '../support/firefox';
import type { Session } from '../support/session';
import { waitUntil } from '../support/waitUntil';
import { asReadNow, goldenStorage } from '../unit/storage/golden';

const OWN_WORDS = 'Dear Alex, these are my own words.';
/** The signer used last, whom the options page shows. */
const SIGNER = 'signer:00000004-1111-4222-8333-444455556666';

let session: Session | undefined;
let folder = '';
afterEach(async () => {
  await session?.close();
  await rm(folder, { recursive: true, force: true });
});

async function installOld(name: Session['name']): Promise<{ opened: Session; update: () => Promise<void> }> {
  folder = await mkdtemp(join(tmpdir(), 'dear-employer-update-'));
  const extensionDir = join(folder, 'extension');
  const today = requireBuild(name === 'chromium' ? chromiumBuild : firefoxBuild);
  const builds = process.env['OLD_BUILDS'];
  const former = builds ? join(builds, name === 'chromium' ? 'chrome-mv3' : 'firefox-mv3') : today;
  await cp(former, extensionDir, { recursive: true });
  const launch = name === 'chromium' ? launchChromium : launchFirefox;
  const opened = await launch({ extensionDir, answer: answerAsSites });
  const update = async () => {
    await rm(extensionDir, { recursive: true });
    await cp(today, extensionDir, { recursive: true });
    await opened.browser.installExtension(extensionDir);
  };
  return { opened, update };
}

/** What is saved of the former release, as it is read now and without the fields that a migration has moved. */
function savedOf(stored: Record<string, unknown>): Record<string, object> {
  const records = Object.entries(asReadNow(stored)).filter(([key]) =>
    /^(?:signer|employer|letter|sent):/.test(key),
  );
  return Object.fromEntries(
    records.map(([key, value]) => {
      const { v: _v, councilCode: _code, ...fields } = value as Record<string, unknown>;
      return [key, fields];
    }),
  );
}

test.each(['chromium', 'firefox'] as const)(
  'an update in %s loses nothing and asks nothing twice, with a draft and the options page open',
  async (name) => {
    const { opened, update } = await installOld(name);
    session = opened;
    await opened.writeStorage(goldenStorage());
    const page = await opened.openPage(gmailUrl('new'));
    const draft = await findDraft(page, 'gmail');
    await draft.body.type(OWN_WORDS);
    const popup = await opened.openPopup(page);
    await waitUntil('the popup has found the draft', async () => /: new message/.test(await popup.text()));
    await popup.press('button', 'Insert letter');
    await popup.waitFor('status', 'Outcome', /The letter is in|is in your/);
    await popup.close();
    const withLetter = await draft.text();
    const before = await opened.readStorage('local');
    const options = await opened.openOwnPage('options.html#about-you');
    await waitUntil('the form', async () => /Job title/.test(await options.text()));
    await options.type('Job title', name === 'chromium' ? ' and SENCo' : 'Headteacher and SENCo');
    const readTyped = async () => {
      const stored = await opened.readStorage('local');
      return (stored[SIGNER] as { jobTitle: string }).jobTitle;
    };
    const typed = await waitUntil('what was typed', async () => {
      const jobTitle = await readTyped();
      return jobTitle.includes('SENCo') && jobTitle;
    });

    await update();

    // Nothing is lost: the draft, every saved record and what was typed last.
    expect(await draft.text()).toBe(withLetter);
    const after = savedOf(await opened.readStorage('local'));
    const expected = savedOf(before);
    expect(after).toMatchObject({ ...expected, [SIGNER]: { ...expected[SIGNER], jobTitle: typed } });
    // Nothing is asked twice: neither to agree, nor who signs, nor about the letter that is in the draft.
    const again = await opened.openOwnPage('options.html#privacy-and-backup');
    await waitUntil('the options page', async () => /Delete everything/.test(await again.text()));
    expect(await again.text()).not.toMatch(/Agree and start|Set aside|could not be read/);
    await again.close();
    const popupNow = await opened.openPopup(page);
    await waitUntil('the popup has found the letter', async () =>
      /: the letter is in your email/.test(await popupNow.text()),
    );
    expect(await popupNow.text()).not.toMatch(/Full name|Who employs you\?/);
    await popupNow.waitFor('status', 'Outcome', /The letter is in an email that is open here/);
    await popupNow.press('button', 'Back to Insert letter');
    await popupNow.press('button', 'Insert letter');
    await popupNow.waitFor('status', 'Outcome', /already/);
    expect(await draft.text()).toBe(withLetter);
    await popupNow.press('button', 'I have sent it');
    await popupNow.waitFor('status', 'Outcome', /Keep the text too|Noted as sent/);
  },
);
