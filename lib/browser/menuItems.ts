import { listRequests } from '../letter/requests';
import type { LetterTemplate } from '../letter/model';
import type { FieldName } from '../letter/fields';

/** What one item of the right-click menu inserts. */
export type MenuPart =
  | { part: 'letter' }
  | { part: 'subject' }
  | { part: 'section'; id: string }
  | { part: 'request'; id: string }
  | { part: 'requests' }
  | { part: 'signature' }
  | { part: 'detail'; field: FieldName };

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
  { field: 'full name', title: 'Name' },
  { field: 'job title', title: 'Role' },
  { field: 'school', title: 'School' },
  { field: 'employer', title: 'Employer’s name' },
  { field: 'contact', title: 'Employer’s contact' },
  { field: 'employer address', title: 'Employer’s address' },
] as const satisfies { field: FieldName; title: string }[];

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
    ...details.map(({ field, title }) => ({
      ...item(`detail:${field}`, title, { part: 'detail', field }),
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
