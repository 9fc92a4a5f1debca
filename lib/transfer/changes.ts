import type { Result } from '../failure/failure';
import {
  attempt,
  type Done,
  guardArea,
  localArea,
  type StorageProblem,
  withBrowserLock,
  INDEX_KEY,
  recordKey,
  recordKinds,
} from '../storage/area';
import type { AnyRecord } from '../storage/lists';
import { isObject } from '../storage/migrations';
import { checkRecord, openLists } from '../storage/repair';
import { Repository } from '../storage/repository';
import type { Choices } from '../storage/choices';
import type { Employer } from '../storage/schema';
import { putRecords } from '../storage/write';

/** What a file changes in one record. `before` is the saved record with which it was compared; null for a new one. */
export interface RecordChange {
  before: AnyRecord | null;
  after: AnyRecord;
}

/** `left` counts the fields that were not written; `undo` takes back what was. */
export type Added = Result<
  { written: RecordChange[]; left: number; undo: () => Promise<Done> },
  { why: StorageProblem }
>;

const browserStorage = { area: localArea, withLock: withBrowserLock };

/**
 * Stores what a file changes: all of it, or nothing. Fields that were edited here since the comparison, and records that
 * were deleted, are left as they are.
 */
export function addChanges(changes: readonly RecordChange[], storage = browserStorage): Promise<Added> {
  return attempt(() =>
    storage.withLock(async () => {
      const { written, left } = await findWritable(changes, storage);
      const area = guardArea(storage.area);
      const { copies } = (await openLists(area)).index.lastUsed;
      if (written.length > 0) {
        const records = written.map(({ after }) => after);
        await putRecords(area, records);
      }
      return { ok: true, written, left, undo: () => undo(written, copies, storage) } as const;
    }),
  );
}

/** Removes the added records, and puts the former values and ticks back where they were not edited since. */
async function undo(
  written: readonly RecordChange[],
  ticked: Choices['copies'],
  storage: typeof browserStorage,
): Promise<Done> {
  const repository = new Repository(storage);
  for (const kind of recordKinds) {
    const added = written.filter(({ before, after }) => before === null && after.kind === kind);
    const ids = added.map(({ after }) => after.record.id);
    const deleted = await repository.deleteRecords(kind, ids);
    if (!deleted.ok && deleted.why !== 'gone') return deleted;
  }
  const reversed = written.flatMap(({ before, after }) => (before ? [{ before: after, after: before }] : []));
  const undone = await addChanges(reversed, storage);
  return undone.ok ? giveTicksBack(reversed, ticked, storage) : undone;
}

/** A copy that lost its tick because the file changed its address gets it back with the address. */
function giveTicksBack(
  reversed: readonly RecordChange[],
  ticked: Choices['copies'],
  storage: typeof browserStorage,
): Promise<Done> {
  return attempt(() =>
    storage.withLock(async () => {
      const area = guardArea(storage.area);
      const { index } = await openLists(area);
      const copies = { ...index.lastUsed.copies };
      for (const { before, after } of reversed) {
        if (before?.kind !== 'employer' || after.kind !== 'employer') continue;
        const { id } = after.record;
        const now = checkRecord('employer', id, (await area.get(keyOf(after)))[keyOf(after)]);
        const back = after.record.copies.filter(
          ({ id: copy, email }) =>
            now.ok &&
            ticked[id]?.includes(copy) &&
            addressOf(before.record, copy) !== email &&
            addressOf(now.record, copy) === email,
        );
        copies[id] = [...new Set([...(copies[id] ?? []), ...back.map((copy) => copy.id)])];
      }
      await area.set({ [INDEX_KEY]: { ...index, lastUsed: { ...index.lastUsed, copies } } });
      return { ok: true } as const;
    }),
  );
}

function addressOf({ copies }: Employer, copyId: string): string | undefined {
  return copies.find(({ id }) => id === copyId)?.email;
}

async function findWritable(changes: readonly RecordChange[], { area }: typeof browserStorage) {
  const stored = await guardArea(area).get(changes.map(({ after }) => keyOf(after)));
  const written: RecordChange[] = [];
  let left = 0;
  for (const change of changes) {
    const { kind, record } = change.after;
    const found = stored[keyOf(change.after)];
    if (!change.before) {
      if (found === undefined) written.push(change);
      else left++;
      continue;
    }
    const fields = differingFields(change.before.record, record);
    const now = checkRecord(kind, record.id, found);
    const edited = now.ok ? differingFields(change.before.record, now.record) : fields;
    const writable = fields.filter((field) => !edited.includes(field));
    left += fields.length - writable.length;
    if (now.ok && writable.length > 0) written.push(pickFields(kind, now.record, record, writable));
  }
  return { written, left };
}

function pickFields(kind: AnyRecord['kind'], now: object, after: object, fields: string[]): RecordChange {
  const picked = Object.entries(after).filter(([field]) => fields.includes(field));
  const record = { ...now, ...Object.fromEntries(picked) };
  return { before: { kind, record: now } as AnyRecord, after: { kind, record } as AnyRecord };
}

/** The names of the fields of `next` that have another value in `previous`. */
export function differingFields(previous: object, next: object): string[] {
  const before = new Map<string, unknown>(Object.entries(previous));
  const differing = Object.entries(next).filter(
    ([field, value]) => asText(before.get(field)) !== asText(value),
  );
  return differing.map(([field]) => field);
}

/** The same for equal values, whatever the order of their fields: a file may have another order than the storage. */
function asText(value: unknown): string | undefined {
  return JSON.stringify(value, (_name, inner: unknown) =>
    isObject(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

export function keyOf({ kind, record }: AnyRecord): string {
  return recordKey(kind, record.id);
}
