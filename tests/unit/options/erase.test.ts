import 'fake-indexeddb/auto';
import { openPage, settle, setUpBrowser } from './pages';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { eraseDeleted } from '../../../lib/options/erase';
import { repository } from '../../../lib/storage/repository';
import { createLock } from '../storage/fakes';
import { addSigner, deleteAll, deleteSigner, saveSettings, undoDeletion } from '../../../lib/options/actions';

/** The private file, and how many more steps the browser does before it stops. */
const disk = { text: null as string | null, stepsLeft: Infinity };

async function step<T>(work: () => T): Promise<T> {
  // A stopped browser answers nothing any more.
  if (disk.stepsLeft-- <= 0) return new Promise<never>(() => undefined);
  return work();
}

const folder = {
  getFileHandle: (_name: string, { create = false } = {}) =>
    step(() => {
      if (disk.text === null && !create) throw new Error('NotFoundError');
      disk.text ??= '';
      return file;
    }),
  removeEntry: () =>
    step(() => {
      if (disk.text === null) throw new Error('NotFoundError');
      disk.text = null;
    }),
};
const file = {
  getFile: () => step(() => ({ text: async () => disk.text })),
  createWritable: () => {
    let written = '';
    return step(() => ({
      write: (text: string) => step(() => void (written += text)),
      close: () => step(() => void (disk.text = written)),
    }));
  },
};

/** A new start of the browser: no page is open, and nothing waits for the lock. */
function startBrowser(): void {
  const lock = createLock();
  vi.stubGlobal('navigator', {
    locks: { request: (_name: string, work: () => Promise<unknown>) => lock(work) },
    storage: { getDirectory: () => step(() => folder) },
  });
}

const { local } = fakeBrowser.storage;
const clear = local.clear.bind(local);
const set = local.set.bind(local);

beforeEach(() => {
  setUpBrowser();
  disk.text = null;
  disk.stepsLeft = Infinity;
  vi.restoreAllMocks();
  startBrowser();
});

async function saveThree() {
  const page = await openPage();
  const ids = [];
  for (const fullName of ['Amina Example', 'Ben Sample', 'Cara Instance']) {
    ids.push((await addSigner(page, { fullName })) ?? '');
  }
  await saveSettings(page, { agreedOn: '2026-11-23' });
  return { page, ids };
}

/** As many as `eraseDeleted` takes: for the copy, to empty and write the store, and to remove the copy. */
const STEPS = 9;

/** The fakes answer at once, so whatever can finish has finished after some turns of the event loop. */
async function waitForTurns(): Promise<false> {
  for (let turn = 0; turn < 10; turn++) await new Promise<void>((resolve) => setImmediate(resolve));
  return false;
}

describe('after a deletion', () => {
  test('the store is emptied and written again, and the copy is removed', async () => {
    const { page, ids } = await saveThree();
    const emptied = vi.spyOn(local, 'clear');
    await deleteSigner(page, ids[1]!);
    expect(emptied).toHaveBeenCalledTimes(1);
    expect(disk.text).toBeNull();
    const stored = JSON.stringify(await local.get(null));
    expect(stored).toContain('Amina Example');
    expect(stored).not.toContain('Ben Sample');
    await undoDeletion(page);
    await settle(page);
    expect(page.getState().records.signer.map(({ fullName }) => fullName)).toEqual([
      'Amina Example',
      'Ben Sample',
      'Cara Instance',
    ]);
  });

  test.each(Array.from({ length: STEPS + 1 }, (_, steps) => steps))(
    'a browser that stops after %i steps of writing the store again loses nothing',
    async (steps) => {
      const { ids } = await saveThree();
      await local.remove(`signer:${ids[1]}`);
      vi.spyOn(local, 'clear').mockImplementation(() => step(clear));
      vi.spyOn(local, 'set').mockImplementation((items) => step(() => set(items)));
      disk.stepsLeft = steps;
      const isOver = await Promise.race([eraseDeleted().then(() => true), waitForTurns()]);
      expect(isOver).toBe(steps === STEPS);
      vi.restoreAllMocks();
      disk.stepsLeft = Infinity;
      startBrowser();
      const again = await openPage();
      await settle(again);
      const { records, settings } = again.getState();
      expect(records.signer.map(({ fullName }) => fullName)).toEqual(['Amina Example', 'Cara Instance']);
      expect(settings.agreedOn).toBe('2026-11-23');
      // A file whose writing was not finished is empty.
      expect(disk.text ?? '').toBe('');
    },
  );
});

test('what could not be written back is not lost by the next deletion', async () => {
  const saved = { 'signer:1': { fullName: 'Amina Example' } };
  await local.set(saved);
  const refusing = vi.spyOn(local, 'set').mockRejectedValueOnce(new Error('refused'));
  await eraseDeleted();
  expect(await local.get(null)).toEqual({});
  refusing.mockRestore();
  await eraseDeleted();
  expect(await local.get(null)).toEqual(saved);
});

test('settings read while the store is empty are the saved ones', async () => {
  const { page, ids } = await saveThree();
  const readings: ReturnType<typeof repository.readSettings>[] = [];
  vi.spyOn(local, 'clear').mockImplementation(async () => {
    await clear();
    readings.push(repository.readSettings());
  });
  await deleteSigner(page, ids[1]!);
  expect(await Promise.all(readings)).toMatchObject([{ value: { agreedOn: '2026-11-23' } }]);
});

test('where the browser has no private files, deleting works and nothing is emptied', async () => {
  const { page, ids } = await saveThree();
  vi.stubGlobal('navigator', { locks: navigator.locks });
  const emptied = vi.spyOn(local, 'clear');
  await deleteSigner(page, ids[1]!);
  expect(emptied).not.toHaveBeenCalled();
  expect(page.getState().records.signer).toHaveLength(2);
});

test('deleting everything removes a copy that an interrupted rewriting left', async () => {
  const { page } = await saveThree();
  disk.text = JSON.stringify(await local.get(null));
  expect(await deleteAll(page)).toBe(true);
  const again = await openPage();
  await settle(again);
  expect(await local.get(null)).toEqual({});
});
