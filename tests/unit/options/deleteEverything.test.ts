import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { saveRegister } from '../../../lib/register/store';
import { openPage, settle, setUpBrowser } from './pages';

beforeEach(setUpBrowser);

test('deleting everything empties every storage area, the page and the register', async () => {
  const page = await openPage();
  const id = await page.addSigner({ fullName: 'Amina Example' });
  await page.saveSettings({ agreedOn: '2026-11-23' });
  await page.saveChoices({ letterId: 'reminder' });
  await fakeBrowser.storage.local.set({ 'signer:broken': 1, 'setAside:x': 2 });
  await fakeBrowser.storage.session.set({ tab1: 'own words' });
  await saveRegister('schools', [], '2026-11-23');
  page.editField('signer', id ?? '', 'school', 'typed just now');
  expect(await page.deleteAll()).toBe(true);
  await settle(page);
  for (const area of ['local', 'session', 'sync'] as const) {
    expect(await fakeBrowser.storage[area].get(null)).toEqual({});
  }
  expect(await indexedDB.databases()).toEqual([]);
  expect(page.useDetails.getState()).toMatchObject({
    records: { signer: [], employer: [], letter: [], sent: [] },
    settings: { agreedOn: '' },
    undo: null,
  });
});

test('if the storage refuses to delete everything, the page reports it and still shows the records', async () => {
  const page = await openPage();
  await page.addSigner({ fullName: 'Amina Example' });
  const refusing = vi.spyOn(fakeBrowser.storage.local, 'clear').mockRejectedValue(new Error('refused'));
  expect(await page.deleteAll()).toBe(false);
  refusing.mockRestore();
  expect(page.useDetails.getState().records.signer).toHaveLength(1);
  expect(page.useDetails.getState().saving).toMatchObject({ failed: expect.any(String) });
});
