import { browser } from 'wxt/browser';
import { attempt, guardCall, withBrowserLock, REWRITE_COPY } from '../storage/area';
import { finishRewrite } from '../storage/repair';

/**
 * The browser's files on the disk keep a deleted value until the whole store is emptied. So empties the store after a
 * deletion and writes what is left again. A private file holds all of it meanwhile: if the browser stops in between, the
 * next opening writes the store from that file (`finishRewrite`). Where no such file can be made, nothing is done. Nor in
 * Firefox, whose file keeps the text even then.
 */
export async function eraseDeleted(): Promise<void> {
  if (import.meta.env.FIREFOX) return;
  const { local } = browser.storage;
  await attempt(() =>
    withBrowserLock(async () => {
      // If what was saved could not be written back the last time, only the copy of then has it, and a new copy would take its place.
      if (Object.keys(await guardCall(() => local.get(null))).length === 0) await finishRewrite(local);
      const items = await guardCall(() => local.get(null));
      const folder = await openPrivateFolder();
      if (!folder || !(await writeCopy(folder, items))) return { ok: false, why: 'refused' } as const;
      await guardCall(() => local.clear());
      await guardCall(() => local.set(items));
      await folder.removeEntry(REWRITE_COPY);
      return { ok: true } as const;
    }),
  );
}

/** After everything was deleted, no copy may bring it back. */
export async function forgetCopy(): Promise<void> {
  const folder = await openPrivateFolder();
  await folder?.removeEntry(REWRITE_COPY).catch(() => undefined);
}

async function openPrivateFolder(): Promise<FileSystemDirectoryHandle | null> {
  try {
    return await navigator.storage.getDirectory();
  } catch {
    return null;
  }
}

/** The file is complete or empty: the browser puts the text in its place when it is closed. */
async function writeCopy(folder: FileSystemDirectoryHandle, items: object): Promise<boolean> {
  try {
    const file = await folder.getFileHandle(REWRITE_COPY, { create: true });
    const writing = await file.createWritable();
    await writing.write(JSON.stringify(items));
    await writing.close();
    return true;
  } catch {
    return false;
  }
}
