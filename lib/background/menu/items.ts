import type { FieldName } from '../../letter/compose/fields';
import { listRequests } from '../../letter/compose/requests';
import type { LetterTemplate } from '../../letter/model';

/** What one item of the right-click menu inserts. */
export type MenuPart =
  | { part: 'letter' }
  | { part: 'subject' }
  | { part: 'section'; id: string }
  | { part: 'request'; id: string }
  | { part: 'requests' }
  | { part: 'signature' }
  /** One field a line. The first of these in which nothing is missing goes in; else the first of all, in brackets. */
  | { part: 'detail'; anyOf: readonly (readonly FieldName[])[] };

export interface MenuItem {
  id: string;
  title: string;
  /** Id of the submenu it stands in; absent at the top. */
  under?: string;
  /** Separators and the heading of a submenu insert nothing. */
  part: MenuPart | null;
  separator?: true;
}

const DETAILS = 'details';

/** “My details” in the order of the menu. */
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

/** The right-click menu of one letter, top to bottom. Its sections and requests come from the letter’s own file. */
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
 * Each item of the menu bears the letter that it was built from: the browser keeps a menu for as long as it likes, and what
 * is clicked must be answered with the letter whose parts were shown.
 */
export function toMenuItemId(letterId: string, itemId: string): string {
  return `${letterId}/${itemId}`;
}

export function readMenuItemId(menuItemId: string): { letterId: string; itemId: string } {
  const cut = menuItemId.indexOf('/');
  return { letterId: menuItemId.slice(0, Math.max(cut, 0)), itemId: menuItemId.slice(cut + 1) };
}
