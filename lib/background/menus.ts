import { browser } from 'wxt/browser';
import { emptyIndex } from '../details/detailsIndex';
import { findLetter } from '../popup/letters';
import { repository } from '../details/repository';
import { INDEX_KEY } from '../details/keys';
import { lettersAtHand } from './lettersAtHand';
import { listMenuItems, type MenuItem } from '../browser/menuItems';

const ROOT = 'dear-employer';

/**
 * Builds the menu at install and start, and again when another letter becomes the last chosen one. Nothing runs in a
 * mail page for it: the browser keeps the menu and wakes us on a click.
 */
export function keepMenuUpToDate(): void {
  browser.runtime.onInstalled.addListener(() => void rebuildMenu());
  browser.runtime.onStartup.addListener(() => void rebuildMenu());
  browser.storage.local.onChanged.addListener((changes) => {
    const change = changes[INDEX_KEY];
    if (change && lastLetterId(change.oldValue) !== lastLetterId(change.newValue)) void rebuildMenu();
  });
}

function lastLetterId(index: unknown): string | undefined {
  return (index as { lastUsed?: { letterId?: string } } | undefined)?.lastUsed?.letterId;
}

let rebuilding: Promise<void> = Promise.resolve();

/** One at a time: two rebuilds at once would create the same ids twice. */
function rebuildMenu(): Promise<void> {
  rebuilding = rebuilding.then(buildMenu);
  return rebuilding;
}

async function buildMenu(): Promise<void> {
  const index = await repository.readIndex();
  const details = index.ok ? index.value : emptyIndex;
  const letter = await findLetter(details.lastUsed.letterId, details, lettersAtHand);
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: ROOT, title: 'Dear Employer', contexts: ['editable'] });
  for (const item of listMenuItems(letter)) createItem(item);
}

function createItem({ id, title, under, separator }: MenuItem): void {
  browser.contextMenus.create({
    id,
    parentId: under ?? ROOT,
    contexts: ['editable'],
    // A single & would mark an access key.
    ...(separator ? { type: 'separator' } : { title: title.replaceAll('&', '&&') }),
  });
}
