import { deleteDB, type IDBPObjectStore, openDB } from 'idb';
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

/** Installed copies use these names, and keys such as "schools/000002000" and "schools/pickedOn": never change one. */
const DATABASE = 'dear-employer-register';
const STORE = 'pages';
/** Reading thirty thousand schools at once would block the page; two thousand take a few milliseconds. */
const PAGE_LENGTH = 2000;

/** Replaces the saved entries of one file in one transaction: all of them, or none if a write fails. */
export function saveRegister<P extends Part>(
  part: P,
  entries: EntryOf[P][],
  pickedOn: IsoDate,
): Promise<Done> {
  return withStore('readwrite', async (store) => {
    await store.delete(IDBKeyRange.bound(`${part}/`, `${part}/\uFFFF`));
    for (let from = 0; from < entries.length; from += PAGE_LENGTH) {
      await store.put(entries.slice(from, from + PAGE_LENGTH), `${part}/${String(from).padStart(9, '0')}`);
    }
    await store.put(pickedOn, `${part}/pickedOn`);
  });
}

/** Loads the saved register; empty if no file was picked or the browser has deleted it. */
export async function loadRegister(): Promise<Register> {
  const register: Register = { schools: [], trusts: [], schoolsPickedOn: '', trustsPickedOn: '' };
  await withStore('readonly', async (store) => {
    for await (const { key, value } of store) {
      const [part, name] = (key as string).split('/') as [Part, string];
      if (name === 'pickedOn') register[`${part}PickedOn`] = value as IsoDate;
      else register[part].push(...(value as never[]));
    }
  });
  return register;
}

export function deleteRegister(): Promise<Done> {
  return asDone(() => deleteDB(DATABASE));
}

function withStore<Mode extends IDBTransactionMode>(
  mode: Mode,
  work: (store: IDBPObjectStore<unknown, [typeof STORE], typeof STORE, Mode>) => Promise<void>,
): Promise<Done> {
  return asDone(async () => {
    const database = await openDB(DATABASE, 1, {
      upgrade(created) {
        created.createObjectStore(STORE);
      },
      // Otherwise an open page would block another page that deletes everything.
      blocking: (_from, _to, { target }) => (target as IDBDatabase).close(),
    });
    try {
      const { store, done } = database.transaction(STORE, mode);
      // A write that fails says why. The end of its transaction does not, so it must not be thrown first.
      done.catch(() => undefined);
      await work(store);
      await done;
    } finally {
      database.close();
    }
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
