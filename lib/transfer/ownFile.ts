import * as v from 'valibot';
import { type JsonFile, parseJsonFile } from '../files/json';
import { refuse, type FileResult } from '../files/problem';
import { readTextFile, type PickedFile } from '../files/readText';
import { migrate } from '../storage/migrate';
import { migrationSteps, presentVersion } from '../storage/migrations';
import { GivenParts } from './readGiven';

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
  const { version } = head.output;
  const current = migrate({ ...head.output, v: version }, migrationSteps[kind]);
  const parts = new GivenParts();
  if (version > presentVersion(kind))
    parts.leaveOut(['version'], 'is of a later version of Dear Employer. Update it to read everything.');
  const { v: _, ...body } = current.ok ? current.record : head.output;
  return { ok: true, value: { json: json.value, body, parts } };
}

const headSchema = (format: string) =>
  v.looseObject({
    format: v.literal(format),
    version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  });
