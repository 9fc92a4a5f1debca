import { offerUndo } from '../../../lib/details/actions';
import type { AnyRecord } from '../../../lib/storage/lists';
import { repository } from '../../../lib/storage/repository';
import type { Choices, Settings } from '../../../lib/storage/schema';
import type { Done } from '../../../lib/storage/area';

/** Puts a backup in the place of everything saved, and remembers what was there for as long as the page is open. */
export async function replaceWithUndo(
  records: readonly AnyRecord[],
  settings: Settings,
  choices: Choices,
): Promise<Done> {
  const former = await repository.readAllKinds();
  const formerSettings = await repository.readSettings();
  const formerChoices = await repository.readChoices();
  if (!former.ok) return former;
  if (!formerSettings.ok) return formerSettings;
  if (!formerChoices.ok) return formerChoices;
  const replaced = await repository.replaceEverything(records, settings, choices);
  if (!replaced.ok) return replaced;
  offerUndo('what the backup replaced', () =>
    repository.replaceEverything(former.value, formerSettings.value, formerChoices.value),
  );
  return replaced;
}
