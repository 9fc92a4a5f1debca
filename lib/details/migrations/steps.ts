import type { RecordKind } from '../schema';
import type { Migration } from './migrate';

/**
 * The migrations of each kind, oldest first: one pure file each in this folder (`signer1to2.ts`), listed here, with a
 * before and after example in tests/unit/details/migrations. Version 1 is the first that was released.
 */
export const migrationSteps: Record<RecordKind | 'settings', readonly Migration[]> = {
  signer: [],
  employer: [],
  letter: [],
  sent: [],
  settings: [],
};
