import * as v from 'valibot';
import {
  attempt,
  type Done,
  type Got,
  guardArea,
  localArea,
  type StorageArea,
  withBrowserLock,
  type WithLock,
} from './area';
import {
  INDEX_KEY,
  LEAVING_KEY,
  LETTERS_ASIDE_KEY,
  parseRecordKey,
  recordKey,
  recordKinds,
  SETTINGS_KEY,
} from './keys';
import {
  type AnyRecord,
  buildLists,
  changedLists,
  type DetailsIndex,
  enterRecords,
  entriesOf,
  type Lists,
  parseIndex,
  positionOf,
  type SentEntry,
  strikeRecords,
  toAny,
} from './lists';
import {
  checkRecord,
  type LetterAside,
  mendAll,
  openLists,
  openRecord,
  openRecords,
  openSettings,
  parseLettersAside,
  pickSetAside,
  readSettings,
  removeLeaving,
  type SetAside,
  setAsideItem,
  writeLists,
} from './repair';
import {
  type Choices,
  type Employer,
  type FieldsOf,
  newRecord,
  type OwnLetter,
  type RecordKind,
  type RecordOf,
  recordSchemas,
  type SentLetter,
  type Settings,
  type Signer,
} from './schema';

/** `restore` puts the record back as it was, at its former place in the list. */
export type Deleted = { ok: true; restore: () => Promise<Done> } | Extract<Done, { ok: false }>;

interface Surroundings {
  area: StorageArea;
  withLock: WithLock;
  newId: () => string;
}

const browserSurroundings: Surroundings = {
  area: localArea,
  withLock: withBrowserLock,
  newId: () => crypto.randomUUID(),
};

/**
 * The saved details: one key per record, one small index. Everything read is checked first, and set aside when it cannot
 * be used. Every write reads the stored record under the lock and changes only the fields it is about.
 */
export class Repository {
  readonly #area: StorageArea;
  readonly #withLock: WithLock;
  readonly #newId: () => string;

  constructor(surroundings: Partial<Surroundings> = {}) {
    const { area, withLock, newId } = { ...browserSurroundings, ...surroundings };
    this.#area = guardArea(area);
    this.#withLock = withLock;
    this.#newId = newId;
  }

  /** All that the popup reads at opening: one key. */
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
      if (checked.ok && !checked.migrated) return { ok: true, value: checked.record };
      const record = await this.#withLock(() => openRecord(this.#area, kind, id));
      return record ? { ok: true, value: record } : { ok: false, why: 'gone' };
    });
  }

  readSigner = (id: string): Promise<Got<Signer>> => this.readRecord('signer', id);
  readEmployer = (id: string): Promise<Got<Employer>> => this.readRecord('employer', id);
  readOwnLetter = (id: string): Promise<Got<OwnLetter>> => this.readRecord('letter', id);
  readSentLetter = (id: string): Promise<Got<SentLetter>> => this.readRecord('sent', id);

  /** The good records of a kind in the order of their list. */
  readAll<K extends RecordKind>(kind: K): Promise<Got<RecordOf[K][]>> {
    return this.#locked(async () => {
      const ids = entriesOf(await openLists(this.#area), kind).map(({ id }) => id);
      return { ok: true, value: await openRecords(this.#area, kind, ids) };
    });
  }

  async readAllKinds(): Promise<Got<AnyRecord[]>> {
    return this.#locked(async () => {
      const lists = await openLists(this.#area);
      const records: AnyRecord[] = [];
      for (const kind of recordKinds) {
        const ids = entriesOf(lists, kind).map(({ id }) => id);
        records.push(...toAny(kind, await openRecords(this.#area, kind, ids)));
      }
      return { ok: true, value: records };
    });
  }

  /** Stores many records at once: all of them, or nothing. */
  storeTogether(records: readonly AnyRecord[]): Promise<Done> {
    return this.#locked(() => putRecords(this.#area, records));
  }

  /** Puts these in the place of everything saved: all of it, or nothing. What was set aside stays. */
  replaceEverything(records: readonly AnyRecord[], settings: Settings, choices: Choices): Promise<Done> {
    return this.#locked(() => replaceRecords(this.#area, records, settings, choices));
  }

  /** Checks and mends everything stored, and says what is kept aside; for the opening of the options page. */
  mend(): Promise<Got<SetAside[]>> {
    return this.#locked(async () => {
      await mendAll(this.#area);
      return { ok: true, value: pickSetAside(await this.#area.get(null)) };
    });
  }

  readSetAside(): Promise<Got<SetAside[]>> {
    return this.#locked(async () => ({ ok: true, value: pickSetAside(await this.#area.get(null)) }));
  }

  /** The user's own letters among them, by name only. */
  readLettersAside(): Promise<Got<LetterAside[]>> {
    return attempt(async () => {
      const stored = await this.#area.get(LETTERS_ASIDE_KEY);
      return { ok: true, value: parseLettersAside(stored[LETTERS_ASIDE_KEY]) };
    });
  }

  /** Once the user has the file of these, or wants none. What was set aside since then stays. */
  dropSetAside(seen: readonly SetAside[]): Promise<Deleted> {
    const items = Object.assign({}, ...seen.map(setAsideItem)) as Record<string, SetAside>;
    return this.#locked(async () => {
      const before = await this.#area.get(LETTERS_ASIDE_KEY);
      await this.#area.remove(Object.keys(items));
      const left = pickSetAside(await this.#area.get(null)).map(({ key }) => key);
      const letters = parseLettersAside(before[LETTERS_ASIDE_KEY]);
      const kept = letters.filter(({ id }) => left.includes(recordKey('letter', id)));
      if (kept.length < letters.length) await this.#area.set({ [LETTERS_ASIDE_KEY]: kept });
      return { ok: true, restore: () => this.#locked(() => this.#put({ ...items, ...before })) };
    });
  }

  async #put(items: Record<string, unknown>): Promise<Done> {
    await this.#area.set(items);
    return { ok: true };
  }

  addRecord<K extends RecordKind>(kind: K, initial: Partial<FieldsOf<K>> = {}): Promise<Got<RecordOf[K]>> {
    const record = newRecord(kind, this.#newId(), initial);
    return this.#locked(async () => {
      await putRecords(this.#area, toAny(kind, [record]));
      return { ok: true, value: record };
    });
  }

  addSigner = (initial?: Partial<FieldsOf<'signer'>>): Promise<Got<Signer>> =>
    this.addRecord('signer', initial);
  addEmployer = (initial?: Partial<FieldsOf<'employer'>>): Promise<Got<Employer>> =>
    this.addRecord('employer', initial);

  saveField<K extends RecordKind, F extends keyof FieldsOf<K>>(
    kind: K,
    id: string,
    field: F,
    value: FieldsOf<K>[F],
  ): Promise<Got<RecordOf[K]>> {
    return this.changeRecord(kind, id, (record) => ({ ...record, [field]: value }));
  }

  /** Several fields of one record at once, e.g. what choosing an employment proposes. */
  saveFields<K extends RecordKind>(
    kind: K,
    id: string,
    patch: Partial<FieldsOf<K>>,
  ): Promise<Got<RecordOf[K]>> {
    return this.changeRecord(kind, id, (record) => ({ ...record, ...patch }));
  }

  /** For lists inside a record: `change` gets the record as it is stored now. */
  changeRecord<K extends RecordKind>(
    kind: K,
    id: string,
    change: (record: RecordOf[K]) => RecordOf[K],
  ): Promise<Got<RecordOf[K]>> {
    return this.#locked(async () => {
      const stored = await openRecord(this.#area, kind, id);
      if (!stored) return { ok: false, why: 'gone' };
      const record = change(stored);
      await putRecords(this.#area, toAny(kind, [record]));
      return { ok: true, value: record };
    });
  }

  deleteRecord(kind: RecordKind, id: string): Promise<Deleted> {
    return this.deleteRecords(kind, [id]);
  }

  /** All of them or, when none of them is there any more, `gone`. */
  deleteRecords(kind: RecordKind, ids: string[]): Promise<Deleted> {
    return this.#locked(async () => {
      const lists = await openLists(this.#area);
      const records = await openRecords(this.#area, kind, ids);
      if (records.length === 0) return { ok: false, why: 'gone' };
      const positions = records.map(({ id }) => positionOf(lists, kind, id));
      // The records go first: killed or full after that, names are left over, not letters nobody can see.
      await this.#area.remove(records.map(({ id }) => recordKey(kind, id)));
      await writeLists(this.#area, lists, strikeRecords(lists, kind, new Set(ids)));
      return { ok: true, restore: () => this.#putBack(toAny(kind, records), positions) };
    });
  }

  async readChoices(): Promise<Got<Choices>> {
    const read = await this.readIndex();
    return read.ok ? { ok: true, value: read.value.lastUsed } : read;
  }

  /** `requests` and `copies` are merged by letter and by employer; other fields replace the former ones. */
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
      const { settings, unusable } = readSettings((await this.#area.get(SETTINGS_KEY))[SETTINGS_KEY]);
      if (unusable) await this.#withLock(() => openSettings(this.#area));
      return { ok: true, value: settings };
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

  #locked<T extends { ok: boolean }>(
    work: () => Promise<T>,
  ): Promise<T | { ok: false; why: 'full' | 'refused' }> {
    return attempt(() => this.#withLock(work));
  }
}

/** The details on this machine. */
export const repository = new Repository();

/** Writing, by one call each: all of it is stored, or nothing. Whoever calls these functions holds the lock. */

/** Writes records, and the lists where their entries change. */
async function putRecords(
  area: StorageArea,
  records: readonly AnyRecord[],
  positions: readonly number[] = [],
): Promise<{ ok: true }> {
  const before = await openLists(area);
  const after = await followNewEmployer(area, enterRecords(before, records, positions), records);
  await area.set({ ...changedLists(before, after), ...recordItems(records) });
  return { ok: true };
}

/** Another employer saved for the signer chosen last, by whatever page or file, is the one their next letter goes to. */
async function followNewEmployer(
  area: StorageArea,
  lists: Lists,
  records: readonly AnyRecord[],
): Promise<Lists> {
  const { index } = lists;
  const written = records.find(
    ({ kind, record }) => kind === 'signer' && record.id === index.lastUsed.signerId,
  );
  if (written?.kind !== 'signer') return lists;
  const key = recordKey('signer', written.record.id);
  const stored = checkRecord('signer', written.record.id, (await area.get(key))[key]);
  const { employerId } = written.record;
  if (!stored.ok || stored.record.employerId === employerId) return lists;
  return { ...lists, index: { ...index, lastUsed: { ...index.lastUsed, employerId } } };
}

/** Writes records in the place of all there are. The former ones are removed afterwards, now or at the next opening. */
async function replaceRecords(
  area: StorageArea,
  records: readonly AnyRecord[],
  settings: Settings,
  choices: Choices,
): Promise<{ ok: true }> {
  const items = recordItems(records);
  const stored = Object.keys(await area.get(null));
  const leaving = stored.filter((key) => parseRecordKey(key) && !Object.hasOwn(items, key));
  const lists = changedLists(null, buildLists(records, choices));
  await area.set({ ...lists, [SETTINGS_KEY]: settings, [LEAVING_KEY]: leaving, ...items });
  await removeLeaving(area);
  return { ok: true };
}

/** Whatever would not be read back must not be written: that would be a mistake of ours, not of the storage. */
function recordItems(records: readonly AnyRecord[]): Record<string, unknown> {
  return Object.fromEntries(
    records.map(({ kind, record }) => [recordKey(kind, record.id), v.parse(recordSchemas[kind], record)]),
  );
}
