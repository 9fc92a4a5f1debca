import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { byRole } from '../support/byRole';
import { waitUntil } from '../support/waitUntil';
import { makeProfile, type OwnBrowser, type Profile } from './details/ownBrowser';
import { makeBranch } from './details/seeding';

let profile: Profile;
let own: OwnBrowser;

beforeAll(async () => {
  profile = await makeProfile();
  own = await profile.open();
});
afterAll(async () => {
  await own.close();
  await profile.remove();
});

/** Where Chromium keeps what an extension stores. What it keeps of a page for its next start is not ours to delete. */
const STORES = /Local Extension Settings|File System|IndexedDB/;

/** The files of the extension's storage that contain the text in a readable form. */
async function findOnDisk(text: string): Promise<string[]> {
  const forms = [Buffer.from(text), Buffer.from(text, 'utf16le')];
  const entries = await readdir(profile.folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.filter((one) => one.isFile() && STORES.test(one.parentPath))) {
    // The browser removes files while this test reads.
    const bytes = await readFile(join(entry.parentPath, entry.name)).catch(() => Buffer.alloc(0));
    if (forms.some((form) => bytes.includes(form))) found.push(entry.name);
  }
  return found;
}

test('a deleted signer is not readable in the browser’s files, and the others are still saved', async () => {
  const secret = 'Unmistakable Lane 9172';
  const stored = await makeBranch(3, 2);
  const [key, signer] = Object.entries(stored).find(([name]) => name.startsWith('signer:'))!;
  await own.writeStored({ ...stored, [key]: { ...(signer as object), address: secret } });
  await waitUntil('the address on the disk', async () => (await findOnDisk(secret)).length > 0);
  const { id } = signer as { id: string };
  const page = await own.openPage(`options.html#about-you/address/${id}`);
  await (await byRole(page, 'button', 'Delete')).click();
  await byRole(page, 'button', 'Undo');
  await waitUntil(
    'the address to be gone from the disk',
    async () => (await findOnDisk(secret)).length === 0,
  );
  const records = (items: object) => Object.keys(items).filter((name) => /^(signer|employer):/.test(name));
  expect(records(await own.readStored()).toSorted()).toEqual(
    records(stored)
      .filter((name) => name !== key)
      .toSorted(),
  );
});
