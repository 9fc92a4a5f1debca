import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { School, Trust } from '../../../lib/register/schools';
import { deleteRegister, loadRegister, saveRegister } from '../../../lib/register/store';

const nothing = { schools: [], trusts: [], schoolsPickedOn: '', trustsPickedOn: '' };
const trusts: Trust[] = [{ id: '1', name: 'Northmere Trust', kind: 'multi', address: '', postcode: '' }];

function makeSchools(count: number, name: string): School[] {
  return Array.from({ length: count }, (_, at) => ({
    urn: String(100_000 + at),
    name: `${name} ${at}`,
    typeCode: '1',
    councilCode: '886',
    address: 'Mill Lane\nNorthmere',
    postcode: 'NM1 1AA',
    phone: '',
    trustId: '',
    trustName: '',
    trustKind: 'unknown' as const,
  }));
}

/** The browser refuses one write in the middle: it answers with an error, and takes back the whole transaction. */
function failAt(failingKey: string, error: DOMException): void {
  const put = vi.spyOn(IDBObjectStore.prototype, 'put');
  put.mockImplementation(function (this: IDBObjectStore, value, key) {
    // Adding what is there already fails.
    const request = this.add(value, key === failingKey ? 'trusts/pickedOn' : key);
    return Object.defineProperty(request, 'error', { get: () => error, set() {} });
  });
}

beforeEach(() => {
  vi.restoreAllMocks();
  vi.stubGlobal('indexedDB', new IDBFactory());
});

describe('the register that was picked', () => {
  test('is empty until a file is picked', async () => {
    expect(await loadRegister()).toEqual(nothing);
  });

  test('is read back whole and in the order of the file, the schools and the trusts apart', async () => {
    const schools = makeSchools(4100, 'School');
    expect(await saveRegister('schools', schools, '2026-11-23')).toEqual({ ok: true });
    expect(await saveRegister('trusts', trusts, '2026-11-24')).toEqual({ ok: true });
    expect(await loadRegister()).toEqual({
      schools,
      trusts,
      schoolsPickedOn: '2026-11-23',
      trustsPickedOn: '2026-11-24',
    });
  });

  test('of a former day is replaced, also by a shorter file', async () => {
    await saveRegister('trusts', trusts, '2025-11-24');
    await saveRegister('schools', makeSchools(4100, 'Former school'), '2025-11-23');
    const schools = makeSchools(3, 'School');
    await saveRegister('schools', schools, '2026-11-23');
    expect(await loadRegister()).toMatchObject({ schools, schoolsPickedOn: '2026-11-23', trusts });
  });

  test('stays as it was if the space is used up while a new file is saved', async () => {
    const schools = makeSchools(10, 'School');
    await saveRegister('schools', schools, '2025-11-23');
    await saveRegister('trusts', trusts, '2025-11-23');
    failAt('schools/000004000', new DOMException('no room', 'QuotaExceededError'));
    expect(await saveRegister('schools', makeSchools(6000, 'New school'), '2026-11-23')).toEqual({
      ok: false,
      why: 'full',
    });
    vi.restoreAllMocks();
    expect(await loadRegister()).toMatchObject({ schools, schoolsPickedOn: '2025-11-23' });
  });

  test('is gone after it was deleted, and can be picked again', async () => {
    await saveRegister('trusts', trusts, '2026-11-24');
    expect(await deleteRegister()).toEqual({ ok: true });
    expect(await indexedDB.databases()).toEqual([]);
    expect(await loadRegister()).toEqual(nothing);
    expect(await saveRegister('trusts', trusts, '2026-11-24')).toEqual({ ok: true });
    expect(await loadRegister()).toMatchObject({ trusts });
  });

  test('can be deleted while a page reads it', async () => {
    await saveRegister('schools', makeSchools(4100, 'School'), '2026-11-23');
    const [, deleted] = await Promise.all([loadRegister(), deleteRegister()]);
    expect(deleted).toEqual({ ok: true });
    expect(await loadRegister()).toEqual(nothing);
  });

  test('counts as not saved, and saving it is refused, where the browser refuses its database', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('not in a private window', 'InvalidStateError');
    });
    expect(await loadRegister()).toEqual(nothing);
    expect(await saveRegister('trusts', trusts, '2026-11-24')).toEqual({ ok: false, why: 'refused' });
  });

  test('a mistake of ours is not called the browser’s', async () => {
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new TypeError('ours');
    });
    await expect(loadRegister()).rejects.toThrow('ours');
  });
});
