import type { IsoDate } from '../letter/model';
import type { Done } from '../storage/area';
import type { School, Trust } from './schools';

/**
 * The register files that the user picked, saved in this browser so that they are needed only once. The browser may
 * delete them when space runs out, and the page then asks for the files again. They contain none of the user's own data.
 */
export interface Register {
  schools: School[];
  trusts: Trust[];
  /** The day each file was picked; empty for a file that was not. */
  schoolsPickedOn: IsoDate;
  trustsPickedOn: IsoDate;
}

interface EntryOf {
  schools: School;
  trusts: Trust;
}
type Part = keyof EntryOf;

const DATABASE = 'dear-employer-register';
const STORE = 'pages';
/** Writing thirty thousand schools at once would block the page; two thousand take a few milliseconds. */
const PAGE_LENGTH = 2000;

/** Replaces the saved entries of one file in one transaction: all of them, or none if a write fails. */
export async function saveRegister<P extends Part>(
  part: P,
  entries: EntryOf[P][],
  pickedOn: IsoDate,
): Promise<Done> {
  return withStore('readwrite', async (store) => {
    await settle(store.delete(IDBKeyRange.bound(`${part}/`, `${part}/\uFFFF`)));
    for (let from = 0; from < entries.length; from += PAGE_LENGTH) {
      await settle(
        store.put(entries.slice(from, from + PAGE_LENGTH), `${part}/${String(from).padStart(9, '0')}`),
      );
    }
    await settle(store.put(pickedOn, `${part}/pickedOn`));
  });
}

/** Loads the saved register; empty if no file was picked or the browser has deleted it. */
export async function loadRegister(): Promise<Register> {
  const register: Register = { schools: [], trusts: [], schoolsPickedOn: '', trustsPickedOn: '' };
  await withStore('readonly', async (store) => {
    for (const key of (await settle(store.getAllKeys())) as string[]) {
      const found: unknown = await settle(store.get(key));
      if (key === 'schools/pickedOn') register.schoolsPickedOn = found as IsoDate;
      else if (key === 'trusts/pickedOn') register.trustsPickedOn = found as IsoDate;
      else if (key.startsWith('schools/')) register.schools.push(...(found as School[]));
      else register.trusts.push(...(found as Trust[]));
    }
  });
  return register;
}

export async function deleteRegister(): Promise<Done> {
  return asDone(() => settle(indexedDB.deleteDatabase(DATABASE)));
}

async function withStore(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => Promise<void>,
): Promise<Done> {
  return asDone(async () => {
    const database = await openDatabase();
    try {
      const transaction = database.transaction(STORE, mode);
      await Promise.all([work(transaction.objectStore(STORE)), complete(transaction)]);
    } finally {
      database.close();
    }
  });
}

async function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore(STORE));
  const database = await settle(request);
  // Otherwise an open page would block another page that deletes everything.
  database.addEventListener('versionchange', () => database.close());
  return database;
}

function settle<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new DOMException('refused')));
  });
}

function complete(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(transaction.error ?? new DOMException('refused')));
  });
}

async function asDone(work: () => Promise<unknown>): Promise<Done> {
  try {
    await work();
    return { ok: true };
  } catch (thrown) {
    if (!(thrown instanceof DOMException)) throw thrown;
    return { ok: false, why: thrown.name === 'QuotaExceededError' ? 'full' : 'refused' };
  }
}
