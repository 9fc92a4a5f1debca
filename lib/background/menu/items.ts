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
  /** Separators and the heading of a submenu insert nothing. */
  part: MenuPart | null;
  separator?: true;
}

const DETAILS = 'details';

/** The items of the submenu “My details”, in order. */
const details = [
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

/** The items of a letter’s right-click menu, in order. The sections and requests come from the letter’s file. */
export function listMenuItems(letter: LetterTemplate): MenuItem[] {
  const requests = listRequests(letter);
  return [
    { id: 'letter', title: 'Whole letter', part: { part: 'letter' } },
    separator('after-letter'),
    { id: 'subject', title: 'Subject', part: { part: 'subject' } },
    ...letter.sections.map(({ id, title }) => item(`section:${id}`, title, { part: 'section', id })),
    separator('after-sections'),
    ...requests.map(({ id, title }) => item(`request:${id}`, title, { part: 'request', id })),
    ...(requests.length > 0 ? [item('requests', 'All requests', { part: 'requests' })] : []),
    separator('after-requests'),
    { id: 'signature', title: 'Signature', part: { part: 'signature' } },
    { id: DETAILS, title: 'My details', part: null },
    ...details.map(({ id, title, anyOf }) => ({
      ...item(`detail:${id}`, title, { part: 'detail', anyOf }),
      under: DETAILS,
    })),
  ];
}

function item(id: string, title: string, part: MenuPart): MenuItem {
  return { id, title, part };
}

function separator(id: string): MenuItem {
  return { id, title: '', part: null, separator: true };
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
