import * as v from 'valibot';
import {
  describePath,
  type JsonPath,
  type JsonProblem,
  listIssues,
  type JsonFile,
  parseJsonFile,
} from '../files/json';
import {
  migrationSteps,
  presentVersion,
  type VersionedKind,
  isObject,
  migrate,
  withItemIds,
  withoutInvalid,
} from '../storage/migrations';
import { essentialFields } from '../storage/repair';
import { emptyFields, emptyItems, type RecordKind, recordSchemas } from '../storage/schema';
import { refuse, type FileResult, readTextFile, type PickedFile } from '../files/readText';

type Fields = Record<string, unknown>;

/** Reads the parts of a file. A part that cannot be used is left out and named, and the rest is still used. */
export class GivenParts {
  readonly leftOut: JsonProblem[] = [];

  leaveOut(path: JsonPath, why: string): null {
    this.leftOut.push({ path, sentence: `${describePath(path)} ${why}` });
    return null;
  }

  /** The known fields of a group; the others are left out. */
  keepKnown(group: Fields, known: readonly string[], path: JsonPath = []): Fields {
    const entries = Object.entries(group);
    for (const [name] of entries)
      if (!known.includes(name)) this.leaveOut([...path, name], 'is not known to this version.');
    return Object.fromEntries(entries.filter(([name]) => known.includes(name)));
  }

  /**
   * The fields of a record that the file gives, upgraded to the current version; `null` if the record cannot be used.
   * Without a version they are of the first one. Empty fields that a migration adds would overwrite what the user has
   * saved, so they are not returned.
   */
  readRecord(kind: RecordKind, given: unknown, path: JsonPath): Fields | null {
    if (!isObject(given)) return this.leaveOut(path, 'is not a group { … }.');
    const empty: Fields = { ...emptyFields[kind] };
    const migrated = Object.entries(upgrade(kind, given)).filter(
      ([name, value]) => Object.hasOwn(given, name) || !isSame(value, empty[name]),
    );
    const known = this.keepKnown(Object.fromEntries(migrated), ['v', 'id', ...Object.keys(empty)], path);
    const fields = Object.fromEntries(
      Object.entries(known).map(([name, value]) => [name, this.#readItems(name, value, [...path, name])]),
    );
    const read = v.safeParse(recordSchemas[kind], { ...fields, v: presentVersion(kind), id: 'any' });
    if (read.success) return fields;
    this.leftOut.push(...listIssues(read.issues, path));
    const lost = read.issues.map((issue) => issue.path?.[0]?.key);
    if (essentialFields[kind]?.some((name) => lost.includes(name)))
      return this.leaveOut(path, 'cannot be used without it.');
    return withoutInvalid(fields, read.issues);
  }

  #readItems(name: string, value: unknown, path: JsonPath): unknown {
    const empty = new Map<string, object>(Object.entries(emptyItems)).get(name);
    if (!empty || !Array.isArray(value)) return value;
    const known = ['id', ...Object.keys(empty)];
    return withItemIds(
      value.map((item: unknown, at) => (isObject(item) ? this.keepKnown(item, known, [...path, at]) : item)),
    );
  }

  /** The settings or the choices. A field that cannot be read takes its value from `first`. */
  readGroup<T extends object>(
    kind: 'settings' | 'choices',
    found: unknown,
    first: T,
    read: (known: Fields) => T,
  ): T {
    if (!isObject(found)) {
      this.leaveOut([kind], found === undefined ? 'is missing.' : 'is not a group { … }.');
      return first;
    }
    const known = this.keepKnown(upgrade(kind, found), Object.keys(first), [kind]);
    const values = read(known);
    for (const [name, value] of Object.entries(values))
      if (name !== 'v' && Object.hasOwn(known, name) && !isSame(value, known[name]))
        this.leaveOut([kind, name], 'cannot be read in full.');
    return { ...values, v: presentVersion(kind) };
  }
}

/** The fields of a later version, or of a damaged one, are read as far as they are known. */
function upgrade(kind: VersionedKind, given: Fields): Fields {
  const current = migrate({ v: 1, ...given }, migrationSteps[kind]);
  return current.ok ? current.record : given;
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

type OwnFileKind = 'backup' | 'starter' | 'branch';

/** The files that this extension makes: what stands in each as its `format`, and how sentences name it. */
const ownFiles = {
  backup: { format: 'Dear Employer backup', what: 'a backup made by Dear Employer', maxBytes: 50_000_000 },
  starter: {
    format: 'Dear Employer starter file',
    what: 'a starter file made by Dear Employer',
    maxBytes: 10_000_000,
  },
  branch: {
    format: 'Dear Employer branch file',
    what: 'a branch file made by Dear Employer',
    maxBytes: 10_000_000,
  },
} as const satisfies Record<OwnFileKind, object>;

/** The first fields of a file that is made now. */
export const headOf = (kind: OwnFileKind) => ({
  format: ownFiles[kind].format,
  version: presentVersion(kind),
});

export interface OpenedFile {
  json: JsonFile;
  /** The fields of the file as its present version has them, unchecked. */
  body: Record<string, unknown>;
  /** Collects what is left out of the file from here on. */
  parts: GivenParts;
}

/** Opens a file of one kind, and brings it to the present version. Of a later version, what is known is read. */
export async function openOwnFile(file: PickedFile, kind: OwnFileKind): Promise<FileResult<OpenedFile>> {
  const { format, what, maxBytes } = ownFiles[kind];
  const text = await readTextFile(file, { what: `${what} (a .json file)`, maxBytes });
  if (!text.ok) return text;
  const json = parseJsonFile(text.value, what);
  if (!json.ok) return json;
  const head = v.safeParse(headSchema(format), json.value.value);
  if (!head.success) return refuse(`This is not ${what}: it does not begin with “format” and “version”.`);
  const entries = Object.values(head.output).reduce<number>((sum, list) => sum + lengthOf(list), 0);
  if (entries > MOST_ENTRIES) {
    const [found, most] = [entries, MOST_ENTRIES].map((count) => count.toLocaleString('en-GB'));
    return refuse(`This file has ${found} entries; ${what} has at most ${most}.`);
  }
  const { version } = head.output;
  const current = migrate({ ...head.output, v: version }, migrationSteps[kind]);
  const parts = new GivenParts();
  if (version > presentVersion(kind))
    parts.leaveOut(['version'], 'is of a later version of Dear Employer. Update it to read everything.');
  const { v: _, ...body } = current.ok ? current.record : head.output;
  return { ok: true, value: { json: json.value, body, parts } };
}

/** Far more than any branch has. To check and compare more would take minutes. */
const MOST_ENTRIES = 100_000;

function lengthOf(part: unknown): number {
  return typeof part === 'object' && part !== null ? Object.keys(part).length : 0;
}

const headSchema = (format: string) =>
  v.looseObject({
    format: v.literal(format),
    version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  });
