import { browser } from 'wxt/browser';
import { emptyIndex, parseIndex, salvageChoices } from '../../storage/lists';
import { findLetter } from '../../writing/letters';
import { repository } from '../../storage/repository';
import { INDEX_KEY, parseRecordKey } from '../../storage/keys';
import { lettersAtHand } from '../letters';
import { listMenuItems, type MenuItem, toMenuItemId } from './items';

const ROOT = 'dear-employer';

type Changes = Record<string, { oldValue?: unknown; newValue?: unknown }>;

/**
 * Builds the menu at install and start, and again when it would be another: when another letter becomes the last chosen
 * one, or when one of the user’s own changes. Nothing runs in a mail page for it: the browser keeps the menu and wakes us
 * on a click.
 */
export function keepMenuUpToDate(): void {
  browser.runtime.onInstalled.addListener(() => void rebuildMenu());
  browser.runtime.onStartup.addListener(() => void rebuildMenu());
  browser.storage.local.onChanged.addListener((changes: Changes) => {
    if (mayChangeMenu(changes)) void rebuildMenu();
  });
}

function mayChangeMenu(changes: Changes): boolean {
  const index = changes[INDEX_KEY];
  if (index && whatMenuFollows(index.oldValue) !== whatMenuFollows(index.newValue)) return true;
  return Object.keys(changes).some((key) => parseRecordKey(key)?.kind === 'letter');
}

function whatMenuFollows(stored: unknown): string {
  const { letters } = parseIndex(stored) ?? emptyIndex;
  return JSON.stringify([salvageChoices(stored).letterId, letters]);
}

let rebuilding: Promise<void> = Promise.resolve();

/** One at a time: two rebuilds at once would create the same ids twice. One that fails leaves the old menu standing. */
export function rebuildMenu(): Promise<void> {
  rebuilding = rebuilding.then(buildMenu).catch(() => undefined);
  return rebuilding;
}

async function buildMenu(): Promise<void> {
  const index = await repository.readIndex();
  const details = index.ok ? index.value : emptyIndex;
  const letter = await findLetter(details.lastUsed.letterId, details, lettersAtHand);
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: ROOT, title: 'Dear Employer', contexts: ['editable'] });
  for (const item of listMenuItems(letter)) createItem(letter.id, item);
}

function createItem(letterId: string, { id, title, under, separator }: MenuItem): void {
  browser.contextMenus.create({
    id: toMenuItemId(letterId, id),
    parentId: under ? toMenuItemId(letterId, under) : ROOT,
    contexts: ['editable'],
    // A single & would mark an access key.
    ...(separator ? { type: 'separator' } : { title: title.replaceAll('&', '&&') }),
  });
}
