import { describe, expect, test } from 'vitest';
import type { Employer, Signer } from '../../lib/storage/schema';
import { answerAsSites } from '../pages/answer';
import { chromiumBuild, firefoxBuild, requireBuild } from '../support/builds';
import { launchChromium } from '../support/chromium';
import { launchFirefox } from '../support/firefox';
import type { OwnPage } from '../support/ownPage';
import type { Session } from '../support/session';
import { shareBrowser } from '../support/shareBrowser';
import { waitUntil } from '../support/waitUntil';

const browsers = [
  {
    name: 'Chromium',
    launch: () => launchChromium({ extensionDir: requireBuild(chromiumBuild), answer: answerAsSites }),
  },
  {
    name: 'Firefox',
    launch: () => launchFirefox({ extensionDir: requireBuild(firefoxBuild), answer: answerAsSites }),
  },
];

describe.each(browsers)('$name, after a fresh install', ({ launch }) => {
  let session: Session;
  let page: OwnPage;

  shareBrowser(async () => {
    session = await launch();
    return session;
  });

  async function storedOf<T>(kind: 'signer' | 'employer'): Promise<T[]> {
    const stored = await session.readStorage('local');
    return Object.entries(stored).flatMap(([key, value]) => (key.startsWith(`${kind}:`) ? [value as T] : []));
  }

  /** This is one test, so that a second try starts with a new browser. */
  test('four answers create a signer and an employer, which stay saved until everything is deleted', async () => {
    await answerFirstQuestions();
    await reopenAndUndo();
    await deleteEverything();
    expect(await session.readStorage('local')).toEqual({});
    expect(await session.readStorage('session')).toEqual({});
  });

  /** Expects a signer and an employer with the suggested role. */
  async function answerFirstQuestions(): Promise<void> {
    page = await session.openOwnPage('options.html');
    await page.press('button', 'Agree and start');
    await page.type('Full name', 'Sam Carter');
    await page.type('School', 'Larkrise Primary School');
    await page.choose('Who employs you?', 'Voluntary aided or foundation');
    await waitUntil('the answers to be stored', async () => {
      const [[employer], [signer]] = [await storedOf<Employer>('employer'), await storedOf<Signer>('signer')];
      const isNamed = employer?.organisation === 'Governing Body of Larkrise Primary School';
      return isNamed && signer?.employment === 'aided-or-foundation';
    });
    const [signer] = await storedOf<Signer>('signer');
    const [employer] = await storedOf<Employer>('employer');
    expect(signer?.fullName).toBe('Sam Carter');
    expect(signer?.employerId).toBe(employer?.id);
    expect(employer).toMatchObject({ kind: 'governing-body', role: 'Chair of Governors' });
  }

  /** Expects the typed name after opening the page again, and the signer again after Delete and Undo. */
  async function reopenAndUndo(): Promise<void> {
    await page.press('button', 'Continue');
    await page.close();
    page = await session.openOwnPage('options.html#about-you');
    expect(await page.waitFor('textbox', 'Full name', /Sam/)).toBe('Sam Carter');
    await page.press('button', 'Delete');
    await waitUntil('the signer to be gone', async () => (await storedOf('signer')).length === 0);
    await page.press('button', 'Undo');
    expect(await page.waitFor('textbox', 'Full name', /Sam/)).toBe('Sam Carter');
    expect(await storedOf('signer')).toMatchObject([{ fullName: 'Sam Carter' }]);
  }

  async function deleteEverything(): Promise<void> {
    await page.close();
    page = await session.openOwnPage('options.html#privacy-and-backup');
    await page.press('button', 'Delete everything');
    await page.press('button', 'Yes, delete everything');
    await waitUntil('the confirmation', async () =>
      (await page.text()).includes('Everything has been deleted.'),
    );
    await page.close();
  }
});
