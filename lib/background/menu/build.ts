import { browser } from 'wxt/browser';
import { emptyIndex, parseIndex, salvageChoices } from '../../storage/lists';
import { findLetter, type LetterCache } from '../../writing/letters';
import { repository } from '../../storage/repository';
import { INDEX_KEY, parseRecordKey } from '../../storage/area';
import { listMenuItems, type MenuItem, toMenuItemId } from './items';
import { detach } from '../../failure/failure';
import { builtInLetters } from '../../letter/builtIn';
import { composeLetter } from '../../letter/compose/compose';
import type { LetterTemplate } from '../../letter/model';
import { parseLetter } from '../../letter/parse/parse';

const ROOT = 'dear-employer';

type Changes = Record<string, { oldValue?: unknown; newValue?: unknown }>;

/**
 * Builds the menu at install and at start, and rebuilds it when another letter becomes the last used one or when an own
 * letter changes. The menu needs no script in a mail page: the browser stores the menu and starts the background on a
 * click.
 */
export function keepMenuUpToDate(): void {
  browser.runtime.onInstalled.addListener(() => detach(rebuildMenu()));
  browser.runtime.onStartup.addListener(() => detach(rebuildMenu()));
  browser.storage.local.onChanged.addListener((changes: Changes) => {
    if (mayChangeMenu(changes)) detach(rebuildMenu());
  });
}

function mayChangeMenu(changes: Changes): boolean {
  const index = changes[INDEX_KEY];
  if (index && readMenuInputs(index.oldValue) !== readMenuInputs(index.newValue)) return true;
  return Object.keys(changes).some((key) => parseRecordKey(key)?.kind === 'letter');
}

/** The parts of the index that the menu depends on, as a string to compare. */
function readMenuInputs(stored: unknown): string {
  const { letters } = parseIndex(stored) ?? emptyIndex;
  return JSON.stringify([salvageChoices(stored).letterId, letters]);
}

let rebuilding: Promise<void> = Promise.resolve();

/**
 * Runs one rebuild at a time, because two at once would create the same ids twice. A failed rebuild leaves the old menu
 * in place.
 */
export function rebuildMenu(): Promise<void> {
  rebuilding = rebuilding.then(buildMenu).catch(() => undefined);
  return rebuilding;
}

async function buildMenu(): Promise<void> {
  const index = await repository.readIndex();
  const details = index.ok ? index.value : emptyIndex;
  const { letter } = await findLetter(details.lastUsed.letterId, details, bundledLetters);
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: ROOT, title: 'Dear Employer', contexts: ['editable'] });
  for (const item of listMenuItems(letter)) createItem(letter.id, item);
}

function createItem(letterId: string, { id, title, under }: MenuItem): void {
  browser.contextMenus.create({
    id: toMenuItemId(letterId, id),
    parentId: under ? toMenuItemId(letterId, under) : ROOT,
    contexts: ['editable'],
    // In a menu title a single & marks an access key.
    title: title.replaceAll('&', '&&'),
  });
}

/** The built-in letters, bundled into the background: a service worker cannot load a module later. */
export const bundledLetters: LetterCache = {
  titles: builtInLetters,
  load: (id) => Promise.resolve(findBuiltInLetter(id)),
  loadParser: () => Promise.resolve(parseLetter),
  loadComposer: () => Promise.resolve(composeLetter),
};

function findBuiltInLetter(id: string): LetterTemplate {
  const letter = builtInLetters.find((candidate) => candidate.id === id) ?? builtInLetters[0];
  if (!letter) throw new Error('templates/ holds no letter');
  return letter;
}
