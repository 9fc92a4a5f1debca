import type { Result } from '../failure/failure';
import {
  attempt,
  type Done,
  type Got,
  guardArea,
  localArea,
  type StorageArea,
  withBrowserLock,
  type WithLock,
  type StorageProblem,
  type StorageRefusal,
  INDEX_KEY,
  recordKey,
  recordKinds,
  SETTINGS_KEY,
} from './area';
import {
  type AnyRecord,
  type DetailsIndex,
  entriesOf,
  parseIndex,
  positionOf,
  type SentEntry,
  removeEntries,
  toAny,
} from './lists';
import { openPageDetails, type PageDetails } from './pageDetails';
import {
  deleteFromQuarantine,
  type Quarantined,
  type QuarantinedLetter,
  readLettersInQuarantine,
  readQuarantine,
} from './quarantine';
import {
  checkRecord,
  openLists,
  openRecord,
  openRecords,
  openSettings,
  readSettings,
  repairAll,
  writeLists,
} from './repair';
import type { Choices, Settings } from './choices';
import {
  type Employer,
  type FieldsOf,
  newRecord,
  type OwnLetter,
  type RecordKind,
  type RecordOf,
  type SentLetter,
  type Signer,
} from './schema';
import { keysToPut, putRecords, replaceRecords } from './write';

/** `restore` adds the records again, unchanged and at their previous positions in the list. */
export type Deleted = Result<{ restore: () => Promise<Done> }, { why: StorageProblem }>;

interface Dependencies {
  area: StorageArea;
  withLock: WithLock;
  newId: () => string;
}

const browserDependencies: Dependencies = {
  area: localArea,
  withLock: withBrowserLock,
  newId: () => crypto.randomUUID(),
};

/**
 * The saved details: one key per record, and one small index. Every record read is checked, and quarantined if it is
 * invalid. Every write reads the stored record under the lock and changes only the fields passed.
 */
export class Repository {
  readonly #area: StorageArea;
  readonly #withLock: WithLock;
  readonly #newId: () => string;

  constructor(dependencies: Partial<Dependencies> = {}) {
    const { area, withLock, newId } = { ...browserDependencies, ...dependencies };
    this.#area = guardArea(area);
    this.#withLock = withLock;
    this.#newId = newId;
  }

  /** Reads one key only, so that the popup opens fast. */
  readIndex(): Promise<Got<DetailsIndex>> {
    return attempt(async () => {
      const index = parseIndex((await this.#area.get(INDEX_KEY))[INDEX_KEY]);
      return { ok: true, value: index ?? (await this.#withLock(() => openLists(this.#area))).index };
    });
  }

  /** Names and dates of the sent letters, without their texts. */
  readSentList(): Promise<Got<SentEntry[]>> {
    return this.#locked(async () => ({ ok: true, value: (await openLists(this.#area)).sentList }));
  }

  readRecord<K extends RecordKind>(kind: K, id: string): Promise<Got<RecordOf[K]>> {
    return attempt(async () => {
      const key = recordKey(kind, id);
      const checked = checkRecord(kind, id, (await this.#area.get(key))[key]);
      if (checked.ok && !checked.changed) return { ok: true, value: checked.record };
      const record = await this.#withLock(() => openRecord(this.#area, kind, id));
      return record ? { ok: true, value: record } : { ok: false, why: 'gone' };
    });
  }

  readSigner = (id: string): Promise<Got<Signer>> => this.readRecord('signer', id);
  readEmployer = (id: string): Promise<Got<Employer>> => this.readRecord('employer', id);
  readOwnLetter = (id: string): Promise<Got<OwnLetter>> => this.readRecord('letter', id);
  readSentLetter = (id: string): Promise<Got<SentLetter>> => this.readRecord('sent', id);

  /** The valid records of a kind in list order. */
  readAll<K extends RecordKind>(kind: K): Promise<Got<RecordOf[K][]>> {
    return this.#locked(async () => ({ ok: true, value: await this.#openAll(kind) }));
  }

  async #openAll<K extends RecordKind>(kind: K): Promise<RecordOf[K][]> {
    const ids = entriesOf(await openLists(this.#area), kind).map(({ id }) => id);
    return openRecords(this.#area, kind, ids);
  }

  /** The valid ones of these records. */
  readRecords<K extends RecordKind>(kind: K, ids: string[]): Promise<Got<RecordOf[K][]>> {
    return this.#locked(async () => ({ ok: true, value: await openRecords(this.#area, kind, ids) }));
  }

  /** What the options page shows. Reads no text of a sent letter. */
  readPageDetails(): Promise<Got<PageDetails>> {
    return this.#locked(async () => ({ ok: true, value: await openPageDetails(this.#area) }));
  }

  async readAllKinds(): Promise<Got<AnyRecord[]>> {
    return this.#locked(async () => {
      const records: AnyRecord[] = [];
      for (const kind of recordKinds) records.push(...toAny(kind, await this.#openAll(kind)));
      return { ok: true, value: records };
    });
  }

  /** Replaces everything saved: all of it, or nothing. Quarantined values stay. */
  replaceEverything(records: readonly AnyRecord[], settings: Settings, choices: Choices): Promise<Done> {
    return this.#locked(() => replaceRecords(this.#area, records, settings, choices));
  }

  /** Checks and repairs everything stored, and returns what is in quarantine. Called after the options page has opened. */
  repairAll(): Promise<Got<Quarantined[]>> {
    return this.#locked(async () => {
      await repairAll(this.#area);
      return { ok: true, value: await readQuarantine(this.#area) };
    });
  }

  readQuarantined(): Promise<Got<Quarantined[]>> {
    return this.#locked(async () => ({ ok: true, value: await readQuarantine(this.#area) }));
  }

  /** The user's own letters in quarantine, by title only. */
  readQuarantinedLetters(): Promise<Got<QuarantinedLetter[]>> {
    return this.#locked(async () => ({ ok: true, value: await readLettersInQuarantine(this.#area) }));
  }

  /** Deletes the given quarantined values only: the user has not seen any that were added since. */
  deleteQuarantined(seen: readonly Quarantined[]): Promise<Deleted> {
    return this.#locked(async () => {
      const { restore } = await deleteFromQuarantine(this.#area, seen);
      return { ok: true, restore: () => this.#locked(restore) };
    });
  }

  /** Returns the record that `isKnown` recognises, if any, instead of a second one, also if two pages add it at once. */
  addRecord<K extends RecordKind>(
    kind: K,
    initial: Partial<FieldsOf<K>> = {},
    isKnown?: (saved: RecordOf[K]) => boolean,
  ): Promise<Got<RecordOf[K]>> {
    const record = newRecord(kind, this.#newId(), initial);
    return this.#locked(async () => {
      const known = isKnown && (await this.#openAll(kind)).find(isKnown);
      if (known) return { ok: true, value: known };
      await putRecords(this.#area, toAny(kind, [record]));
      return { ok: true, value: record };
    });
  }

  addSigner = (initial?: Partial<FieldsOf<'signer'>>): Promise<Got<Signer>> =>
    this.addRecord('signer', initial);
  addEmployer = (initial?: Partial<FieldsOf<'employer'>>): Promise<Got<Employer>> =>
    this.addRecord('employer', initial);

  /** Saves one field of a record, or several at once, such as those that choosing an employment proposes. */
  saveFields<K extends RecordKind>(
    kind: K,
    id: string,
    patch: Partial<FieldsOf<K>>,
  ): Promise<Got<RecordOf[K]>> {
    return this.changeRecord(kind, id, (record) => ({ ...record, ...patch }));
  }

  /** `change` receives the record as stored now, so that a change to one list item keeps the other items. */
  changeRecord<K extends RecordKind>(
    kind: K,
    id: string,
    change: (record: RecordOf[K]) => RecordOf[K],
  ): Promise<Got<RecordOf[K]>> {
    return this.#locked(async () => {
      const found = await this.#area.get(keysToPut([{ kind, id }]));
      const stored = await openRecord(this.#area, kind, id, found);
      if (!stored) return { ok: false, why: 'gone' };
      const record = change(stored);
      await putRecords(this.#area, toAny(kind, [record]), undefined, found);
      return { ok: true, value: record };
    });
  }

  deleteRecord(kind: RecordKind, id: string): Promise<Deleted> {
    return this.deleteRecords(kind, [id]);
  }

  /** Deletes those of the records that still exist; `gone` when none does. */
  deleteRecords(kind: RecordKind, ids: string[]): Promise<Deleted> {
    return this.#locked(async () => {
      const lists = await openLists(this.#area);
      const records = await openRecords(this.#area, kind, ids);
      if (records.length === 0) return { ok: false, why: 'gone' };
      const positions = records.map(({ id }) => positionOf(lists, kind, id));
      // Records before lists: an interruption then leaves names without records, not letters that no list shows.
      await this.#area.remove(records.map(({ id }) => recordKey(kind, id)));
      await writeLists(this.#area, lists, removeEntries(lists, kind, new Set(ids)));
      return { ok: true, restore: () => this.#putBack(toAny(kind, records), positions) };
    });
  }

  async readChoices(): Promise<Got<Choices>> {
    const read = await this.readIndex();
    return read.ok ? { ok: true, value: read.value.lastUsed } : read;
  }

  /** `requests` and `copies` are merged by letter and by employer; other fields are overwritten. */
  saveChoices(patch: Partial<Choices>): Promise<Got<Choices>> {
    return this.#locked(async () => {
      const { index } = await openLists(this.#area);
      const { requests, copies } = index.lastUsed;
      const lastUsed = {
        ...index.lastUsed,
        ...patch,
        requests: { ...requests, ...patch.requests },
        copies: { ...copies, ...patch.copies },
      };
      await this.#area.set({ [INDEX_KEY]: { ...index, lastUsed } });
      return { ok: true, value: lastUsed };
    });
  }

  readSettings(): Promise<Got<Settings>> {
    return attempt(async () => {
      const found = (await this.#area.get(SETTINGS_KEY))[SETTINGS_KEY];
      const { settings, unusable } = readSettings(found);
      // Settings can be missing for a moment, while the store is written again under the lock.
      const isSound = found && !unusable;
      return { ok: true, value: isSound ? settings : await this.#withLock(() => openSettings(this.#area)) };
    });
  }

  saveSettings(patch: Partial<Omit<Settings, 'v'>>): Promise<Got<Settings>> {
    return this.#locked(async () => {
      const settings = { ...(await openSettings(this.#area)), ...patch };
      await this.#area.set({ [SETTINGS_KEY]: settings });
      return { ok: true, value: settings };
    });
  }

  #putBack(records: AnyRecord[], positions: number[]): Promise<Done> {
    return this.#locked(() => putRecords(this.#area, records, positions));
  }

  #locked<T extends { ok: boolean }>(work: () => Promise<T>): Promise<T | StorageRefusal> {
    return attempt(() => this.#withLock(work));
  }
}

/** The details saved in this browser. */
export const repository = new Repository();
