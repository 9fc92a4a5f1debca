import type { FieldName } from '../../letter/compose/fields';
import { listRequests, type LetterTemplate } from '../../letter/model';
import { browser } from 'wxt/browser';
import { emptyIndex, parseIndex, salvageChoices } from '../../storage/lists';
import { findLetter, type LetterCache } from '../../writing/letters';
import { repository } from '../../storage/repository';
import { INDEX_KEY, parseRecordKey } from '../../storage/area';
import { detach, reportFailure } from '../../failure/failure';
import { builtInLetters } from '../../letter/builtIn';
import { composeLetter } from '../../letter/compose/compose';
import { parseLetter } from '../../letter/parse/parse';

/** The part of the letter that a menu item inserts. */
export type MenuPart =
  | { part: 'letter' }
  | { part: 'subject' }
  | { part: 'section'; id: string }
  | { part: 'request'; id: string }
  | { part: 'requests' }
  | { part: 'signature' }
  /** One field per line. The first list without a missing field goes in; else the first list, with [brackets]. */
  | { part: 'detail'; anyOf: readonly (readonly FieldName[])[] };

export interface MenuItem {
  id: string;
  title: string;
  /** The id of the item's submenu; absent at the top level. */
  under?: string;
  /** The heading of a submenu inserts nothing. */
  part: MenuPart | null;
}

/** The items of the submenu “My details”, in order. */
const DETAILS = [
  { id: 'name', title: 'Name', anyOf: [['full name']] },
  { id: 'role', title: 'Role', anyOf: [['job title']] },
  { id: 'school', title: 'School', anyOf: [['school']] },
  { id: 'employer', title: 'Employer’s name', anyOf: [['employer']] },
  { id: 'contact', title: 'Employer’s contact', anyOf: [['contact'], ['contact role']] },
  {
    id: 'address',
    title: 'Employer’s address',
    anyOf: [['employer address', 'employer postcode'], ['employer address']],
  },
] as const satisfies { id: string; title: string; anyOf: FieldName[][] }[];

/**
 * The items of a letter’s right-click menu, in order: at most ten rows, with what has many parts in submenus. The sections and
 * requests come from the letter’s file.
 */
export function listMenuItems(letter: LetterTemplate): MenuItem[] {
  const requests = listRequests(letter).map(({ id, title }) =>
    item(`request:${id}`, title, { part: 'request', id }),
  );
  const sections = letter.sections.map(({ id, title }) =>
    item(`section:${id}`, title, { part: 'section', id }),
  );
  const details = DETAILS.map(({ id, title, anyOf }) =>
    item(`detail:${id}`, title, { part: 'detail', anyOf }),
  );
  return [
    item('letter', `Whole letter: ${letter.title}`, { part: 'letter' }),
    ...(requests.length > 0 ? [item('requests', 'All requests', { part: 'requests' })] : []),
    ...submenu('a-request', 'A request', requests),
    ...submenu('a-part', 'A part of the letter', sections),
    ...submenu('details', 'My details', details),
    item('signature', 'Signature', { part: 'signature' }),
    item('subject', 'Subject', { part: 'subject' }),
  ];
}

function item(id: string, title: string, part: MenuPart): MenuItem {
  return { id, title, part };
}

/** A heading with its items; nothing if there are none. */
function submenu(id: string, title: string, items: MenuItem[]): MenuItem[] {
  if (items.length === 0) return [];
  return [{ id, title, part: null }, ...items.map((one) => ({ ...one, under: id }))];
}

/**
 * The id contains the letter’s id: the browser may keep an old menu, and a click must insert from the letter whose
 * parts the menu shows.
 */
function toMenuItemId(letterId: string, itemId: string): string {
  return `${letterId}/${itemId}`;
}

export function readMenuItemId(menuItemId: string): { letterId: string; itemId: string } {
  const cut = menuItemId.indexOf('/');
  return { letterId: menuItemId.slice(0, Math.max(cut, 0)), itemId: menuItemId.slice(cut + 1) };
}

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
 * Runs one rebuild at a time, because two at once would create the same ids twice. If the letter cannot be read, the old menu
 * stays.
 */
export function rebuildMenu(): Promise<void> {
  rebuilding = rebuilding.then(buildMenu).catch(reportFailure);
  return rebuilding;
}

async function buildMenu(): Promise<void> {
  const index = await repository.readIndex();
  const details = index.ok ? index.value : emptyIndex;
  const { letter } = await findLetter(details.lastUsed.letterId, details, bundledLetters, repository);
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: ROOT, title: 'Dear Employer', contexts: ['editable'] });
  for (const row of listMenuItems(letter)) createItem(letter.id, row);
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
