import 'fake-indexeddb/auto';
import { openPage, settle, setUpBrowser } from './pages';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { saveRegister } from '../../../lib/register/store';
import { addSigner, deleteAll, editField, saveChoices, saveSettings } from '../../../lib/options/actions';

beforeEach(setUpBrowser);

test('deleting everything empties every storage area, the page and the register', async () => {
  const page = await openPage();
  const id = await addSigner(page, { fullName: 'Amina Example' });
  await saveSettings(page, { agreedOn: '2026-11-23' });
  await saveChoices(page, { letterId: 'reminder' });
  await fakeBrowser.storage.local.set({ 'signer:broken': 1, 'setAside:x': 2 });
  await fakeBrowser.storage.session.set({ tab1: 'own words' });
  await saveRegister('schools', [], '2026-11-23');
  editField(page, 'signer', id ?? '', 'school', 'typed just now');
  expect(await deleteAll(page)).toBe(true);
  await settle(page);
  for (const area of ['local', 'session', 'sync'] as const) {
    expect(await fakeBrowser.storage[area].get(null)).toEqual({});
  }
  expect(await indexedDB.databases()).toEqual([]);
  expect(page.getState()).toMatchObject({
    records: { signer: [], employer: [], letter: [], sent: [] },
    settings: { agreedOn: '' },
    undo: null,
  });
});

test('if the storage refuses to delete everything, the page reports it and still shows the records', async () => {
  const page = await openPage();
  await addSigner(page, { fullName: 'Amina Example' });
  const refusing = vi.spyOn(fakeBrowser.storage.local, 'clear').mockRejectedValue(new Error('refused'));
  expect(await deleteAll(page)).toBe(false);
  refusing.mockRestore();
  expect(page.getState().records.signer).toHaveLength(1);
  expect(page.getState().saving).toMatchObject({ failed: expect.any(String) });
});
