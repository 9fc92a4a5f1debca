import type { FieldName } from '../../letter/compose/fields';
import { listRequests } from '../../letter/compose/requests';
import type { LetterTemplate } from '../../letter/model';

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
export function toMenuItemId(letterId: string, itemId: string): string {
  return `${letterId}/${itemId}`;
}

export function readMenuItemId(menuItemId: string): { letterId: string; itemId: string } {
  const cut = menuItemId.indexOf('/');
  return { letterId: menuItemId.slice(0, Math.max(cut, 0)), itemId: menuItemId.slice(cut + 1) };
}
