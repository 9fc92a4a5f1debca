import { openPage, settle, setUpBrowser } from './pages';
import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  addSigner,
  deleteSigner,
  editField,
  saveChoices,
  saveSettings,
  undoDeletion,
} from '../../../lib/options/actions';
import { addItem, coSigners, deleteItem, editItem } from '../../../lib/options/items';
import { saveAll } from '../../../lib/options/saving';
import type { DetailsStore } from '../../../lib/options/store';
import { repository } from '../../../lib/storage/repository';

beforeEach(setUpBrowser);

async function stored(key: string): Promise<Record<string, unknown>> {
  return (await fakeBrowser.storage.local.get(key))[key] as Record<string, unknown>;
}

function signerOf(page: DetailsStore, id: string) {
  return page.getState().records.signer.find((signer) => signer.id === id);
}

async function openWithSigner() {
  const page = await openPage();
  const id = await addSigner(page, { fullName: 'Amina Example' });
  if (!id) throw new Error('not added');
  return { page, id };
}

describe('typing', () => {
  test('typed text is shown at once and then stored', async () => {
    const { page, id } = await openWithSigner();
    editField(page, 'signer', id, 'school', 'Sample Primary');
    expect(signerOf(page, id)?.school).toBe('Sample Primary');
    expect(page.getState().saving).toBe('saving');
    await settle(page);
    expect(page.getState().saving).toBe('saved');
    expect(await stored(`signer:${id}`)).toMatchObject({ school: 'Sample Primary' });
  });

  test('typed text never becomes shorter on screen while earlier text is being stored', async () => {
    const { page, id } = await openWithSigner();
    const shown: string[] = [];
    page.subscribe(() => shown.push(signerOf(page, id)?.phone ?? ''));
    for (const phone of ['0', '01', '011', '0118']) {
      editField(page, 'signer', id, 'phone', phone);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await settle(page);
    expect(shown).toEqual(shown.toSorted((a, b) => a.length - b.length));
    expect(await stored(`signer:${id}`)).toMatchObject({ phone: '0118' });
  });

  test('two pages that edit different fields both show both edits', async () => {
    const { page: first, id } = await openWithSigner();
    const second = await openPage();
    editField(first, 'signer', id, 'phone', '0118');
    editField(second, 'signer', id, 'school', 'Sample Primary');
    await settle(first, second);
    for (const page of [first, second]) {
      expect(signerOf(page, id)).toMatchObject({ phone: '0118', school: 'Sample Primary' });
    }
  });

  test('two pages that edit the same field both show the later edit', async () => {
    const { page: first, id } = await openWithSigner();
    const second = await openPage();
    editField(first, 'signer', id, 'school', 'First');
    await settle(first, second);
    editField(second, 'signer', id, 'school', 'Second');
    await settle(first, second);
    expect([signerOf(first, id)?.school, signerOf(second, id)?.school]).toEqual(['Second', 'Second']);
  });

  test('two pages that edit different co-signers keep both edits', async () => {
    const { page: first, id } = await openWithSigner();
    addItem(first, coSigners, id, { fullName: '', jobTitle: '', school: '', agreed: false });
    addItem(first, coSigners, id, { fullName: '', jobTitle: '', school: '', agreed: false });
    await settle(first);
    const second = await openPage();
    const [one, two] = signerOf(first, id)?.coSigners.map((item) => item.id) ?? [];
    editItem(first, coSigners, id, one!, { fullName: 'Ben Sample' });
    editItem(second, coSigners, id, two!, { agreed: true });
    await settle(first, second);
    const expected = [
      { id: one, fullName: 'Ben Sample', jobTitle: '', school: '', agreed: false },
      { id: two, fullName: '', jobTitle: '', school: '', agreed: true },
    ];
    expect(signerOf(first, id)?.coSigners).toEqual(expected);
    expect(signerOf(second, id)?.coSigners).toEqual(expected);
  });
});

describe('deleting', () => {
  test('undoing a deletion restores the signer with text typed just before', async () => {
    const { page, id } = await openWithSigner();
    for (const phone of ['0', '01', '0118']) editField(page, 'signer', id, 'phone', phone);
    await deleteSigner(page, id);
    expect(signerOf(page, id)).toBeUndefined();
    expect(page.getState().undo?.what).toBe('Amina Example');
    await undoDeletion(page);
    await settle(page);
    expect(signerOf(page, id)).toMatchObject({ fullName: 'Amina Example', phone: '0118' });
    expect(page.getState().undo).toBeNull();
  });

  test('undoing a deletion restores a co-signer at the same position', async () => {
    const { page, id } = await openWithSigner();
    for (const fullName of ['One', 'Two', 'Three'])
      addItem(page, coSigners, id, { fullName, jobTitle: '', school: '', agreed: true });
    await settle(page);
    deleteItem(page, coSigners, id, signerOf(page, id)!.coSigners[1]!.id, 'Two');
    await settle(page);
    expect(signerOf(page, id)?.coSigners.map((item) => item.fullName)).toEqual(['One', 'Three']);
    await undoDeletion(page);
    await settle(page);
    expect(signerOf(page, id)?.coSigners.map((item) => item.fullName)).toEqual(['One', 'Two', 'Three']);
  });

  test('a signer deleted in one page disappears from the other page', async () => {
    const { page: first, id } = await openWithSigner();
    const second = await openPage();
    await deleteSigner(first, id);
    await settle(first, second);
    expect(signerOf(second, id)).toBeUndefined();
  });
});

describe('storage failures', () => {
  test('an edit that cannot be stored stays on screen, is reported, and is stored by a retry', async () => {
    const { page, id } = await openWithSigner();
    const refusing = vi
      .spyOn(fakeBrowser.storage.local, 'set')
      .mockRejectedValue(new Error('QUOTA_BYTES quota exceeded'));
    editField(page, 'signer', id, 'school', 'Sample Primary');
    await settle(page);
    expect(signerOf(page, id)?.school).toBe('Sample Primary');
    expect(page.getState().saving).toMatchObject({ failed: expect.stringContaining('not saved') });
    refusing.mockRestore();
    await saveAll(page);
    expect(page.getState().saving).toBe('saved');
    expect(await stored(`signer:${id}`)).toMatchObject({ school: 'Sample Primary' });
  });

  test('a signer that could not be added is added once by a retry', async () => {
    const page = await openPage();
    const refusing = vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('refused'));
    expect([await addSigner(page), await addSigner(page)]).toEqual([null, null]);
    expect(page.getState().saving).toMatchObject({ failed: expect.stringContaining('not saved') });
    refusing.mockRestore();
    await saveAll(page);
    expect(page.getState()).toMatchObject({ saving: 'saved', records: { signer: [{ v: 1 }] } });
  });

  test('settings and choices that could not be saved are saved by a retry', async () => {
    const page = await openPage();
    const refusing = vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('refused'));
    await saveSettings(page, { keepMonths: 6 });
    await saveChoices(page, { letterId: 'reminder' });
    await saveAll(page);
    expect(page.getState().saving).toMatchObject({ failed: expect.stringContaining('not saved') });
    refusing.mockRestore();
    await saveAll(page);
    expect(page.getState().saving).toBe('saved');
    expect(await stored('settings')).toMatchObject({ keepMonths: 6 });
    expect(await stored('index')).toMatchObject({ lastUsed: { letterId: 'reminder' } });
  });

  test('a deletion that is refused keeps the signer, is reported as such, and is done by a retry', async () => {
    const { page, id } = await openWithSigner();
    const refusing = vi.spyOn(fakeBrowser.storage.local, 'remove').mockRejectedValue(new Error('refused'));
    await deleteSigner(page, id);
    expect(signerOf(page, id)).toBeDefined();
    expect(page.getState().undo).toBeNull();
    expect(page.getState().saving).toMatchObject({
      failed: expect.stringContaining('This was not deleted'),
    });
    refusing.mockRestore();
    await saveAll(page);
    expect(signerOf(page, id)).toBeUndefined();
    expect(page.getState()).toMatchObject({ saving: 'saved', undo: { what: 'Amina Example' } });
  });

  test('an undo that is refused is reported and can be repeated', async () => {
    const { page, id } = await openWithSigner();
    await deleteSigner(page, id);
    const refusing = vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('refused'));
    await undoDeletion(page);
    expect(page.getState().undo).not.toBeNull();
    expect(page.getState().saving).toMatchObject({
      failed: expect.stringContaining('This was not brought back'),
    });
    refusing.mockRestore();
    await undoDeletion(page);
    await settle(page);
    expect(signerOf(page, id)).toMatchObject({ fullName: 'Amina Example' });
    expect(page.getState()).toMatchObject({ undo: null, saving: 'saved' });
  });

  test('text typed in a record that another page has deleted stays on screen', async () => {
    const { page: first, id } = await openWithSigner();
    await repository.deleteRecord('signer', id);
    editField(first, 'signer', id, 'school', 'Sample Primary');
    await settle(first);
    expect(signerOf(first, id)?.school).toBe('Sample Primary');
    expect(first.getState().saving).toMatchObject({
      failed: expect.stringContaining('another window'),
    });
  });

  test('a damaged record is quarantined and the page shows the others', async () => {
    const { id } = await openWithSigner();
    await fakeBrowser.storage.local.set({ 'signer:broken': { v: 1, id: 'broken', fullName: 7 } });
    const page = await openPage();
    expect(page.getState().records.signer.map((signer) => signer.id)).toEqual([id]);
    expect(page.getState().quarantined).toMatchObject([{ key: 'signer:broken', why: 'damaged' }]);
  });

  test('an unreadable storage is reported as an error, not shown as empty', async () => {
    await openWithSigner();
    const refusing = vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValue(new Error('corrupt'));
    const page = await openPage();
    refusing.mockRestore();
    expect(page.getState().reading).toMatchObject({
      failed: expect.stringContaining('Nothing was deleted'),
    });
  });
});

const fields = ['fullName', 'jobTitle', 'school', 'phone', 'email'] as const;
const someEdit = fc.record({
  page: fc.nat({ max: 2 }),
  signer: fc.nat({ max: 1 }),
  field: fc.constantFrom(...fields),
  /** Whether all pages settle before and after the edit, so that it is certainly the last of its field. */
  alone: fc.nat({ max: 9 }).map((die) => die === 0),
});

test('three pages that edit at once end with the same records and lose no last edit', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(someEdit, { minLength: 200, maxLength: 200 }), async (script) => {
      setUpBrowser();
      const first = await openPage();
      const ids = [await addSigner(first), await addSigner(first)].map(String);
      const pages = [first, await openPage(), await openPage()];
      /** The possible values of each field: each page's last edit since the pages settled. */
      const possible = new Map<string, Map<number, string>>();
      for (const [at, { page, signer, field, alone }] of script.entries()) {
        const slot = `${ids[signer]}.${field}`;
        if (alone) await settle(...pages);
        if (alone) possible.delete(slot);
        editField(pages[page]!, 'signer', ids[signer]!, field, `edit ${at}`);
        possible.set(slot, new Map(possible.get(slot)).set(page, `edit ${at}`));
        if (alone) await settle(...pages);
      }
      await settle(...pages);
      for (const id of ids) {
        const record = await stored(`signer:${id}`);
        for (const page of pages) expect(signerOf(page, id)).toEqual(record);
        for (const field of fields) {
          expect([...(possible.get(`${id}.${field}`)?.values() ?? [''])]).toContain(record[field]);
        }
      }
    }),
    { numRuns: 5, endOnFailure: true },
  );
});
