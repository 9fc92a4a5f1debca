/** Turns a record of one version into the next. Pure, and without imports, so that later changes cannot alter it. */
export type Migration = (record: Record<string, unknown>) => Record<string, unknown>;

export type VersionedKind = 'signer' | 'employer' | 'letter' | 'sent' | 'settings';

/**
 * The migrations of each kind, oldest first: one pure function each (`signer1to2`), with a before and an after example
 * in tests/unit/details/migrations. Version 1 was the first release.
 */
export const migrationSteps: Record<VersionedKind, readonly Migration[]> = {
  signer: [],
  employer: [],
  letter: [],
  sent: [],
  settings: [],
};

/** Derived from the list of steps, so that version and steps cannot disagree. */
export function presentVersion(kind: VersionedKind): number {
  return migrationSteps[kind].length + 1;
}
