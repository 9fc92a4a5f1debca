/** Turns a record of one version into the next. Pure; imports nothing, so that it means the same for ever. */
export type Migration = (record: Record<string, unknown>) => Record<string, unknown>;

export type VersionedKind = 'signer' | 'employer' | 'letter' | 'sent' | 'settings';

/**
 * The migrations of each kind, oldest first: one pure function each (`signer1to2`), with a before and after example in tests/unit/details/migrations. Version 1 is the first that was released.
 */
export const migrationSteps: Record<VersionedKind, readonly Migration[]> = {
  signer: [],
  employer: [],
  letter: [],
  sent: [],
  settings: [],
};

/** Listing a step counts the version up: the two cannot disagree. */
export function presentVersion(kind: VersionedKind): number {
  return migrationSteps[kind].length + 1;
}
