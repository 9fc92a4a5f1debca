/** Turns a record of one version into the next. Pure, and without imports, so that later changes cannot alter it. */
export type Migration = (record: Record<string, unknown>) => Record<string, unknown>;

/** Everything that is stored or exported, except tables: a table has no version, its former headings stay as aliases. */
export type VersionedKind =
  | 'signer'
  | 'employer'
  | 'letter'
  | 'sent'
  | 'choices'
  | 'settings'
  | 'index'
  | 'backup'
  | 'starter'
  | 'branch'
  | 'session';

/** The council’s code follows from the council’s name, so it is not stored as well. */
const employer1to2: Migration = (employer) => {
  const { councilCode: _, ...others } = employer;
  return others;
};

/** A tick “Leave out NAHT’s strongest sentences” became one of three voices. */
const choices1to2: Migration = ({ leaveOutStrongest, ...others }) =>
  leaveOutStrongest === true ? { voice: 'softer', ...others } : others;

/**
 * The migrations of each kind, oldest first: one pure function each (`signer1to2`), with a before and an after example
 * in tests/unit/storage/migrations. Version 1 was the first release. The index has no steps: it is built again.
 */
export const migrationSteps: Record<VersionedKind, readonly Migration[]> = {
  signer: [],
  employer: [employer1to2],
  letter: [],
  sent: [],
  choices: [choices1to2],
  settings: [],
  index: [],
  backup: [],
  starter: [],
  branch: [],
  session: [],
};

/** Derived from the list of steps, so that version and steps cannot disagree. */
export function presentVersion(kind: VersionedKind): number {
  return migrationSteps[kind].length + 1;
}
