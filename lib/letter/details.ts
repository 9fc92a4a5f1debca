/**
 * The texts saved about a signer and about an employer, each declared once. What is stored, forms, tables, files and letters
 * read this; the order is that of the columns in a table.
 */

export interface Detail {
  /** On the form, above the column of a table, and where a file is compared with what is saved. */
  label: string;
  /** How it is checked where it is typed, and how a cell of a table is read. `recipient` is an address that letters go to. */
  is: 'text' | 'name' | 'words' | 'lines' | 'postcode' | 'phone' | 'email' | 'recipient';
  autoComplete?: string;
}

export const details = {
  signer: {
    fullName: { label: 'Full name', is: 'name', autoComplete: 'name' },
    jobTitle: { label: 'Job title', is: 'text', autoComplete: 'organization-title' },
    school: { label: 'School', is: 'words', autoComplete: 'organization' },
    address: { label: 'School address', is: 'lines', autoComplete: 'street-address' },
    postcode: { label: 'School postcode', is: 'postcode', autoComplete: 'postal-code' },
    phone: { label: 'Phone', is: 'phone', autoComplete: 'tel' },
    email: { label: 'Email', is: 'email', autoComplete: 'email' },
  },
  employer: {
    organisation: { label: 'Organisation', is: 'words' },
    title: { label: 'Title', is: 'text' },
    firstName: { label: 'First name', is: 'name' },
    lastName: { label: 'Last name', is: 'name' },
    role: { label: 'Role', is: 'words' },
    email: { label: 'Employer’s email', is: 'recipient' },
    address: { label: 'Employer’s address', is: 'lines' },
    postcode: { label: 'Employer’s postcode', is: 'postcode' },
    phone: { label: 'Phone', is: 'phone' },
    /** On the day of an inspection call, with a number if it is not `phone`. */
    ringFirst: { label: 'Who to ring on the day', is: 'text' },
    nextPersonUp: { label: 'Next person up', is: 'words' },
    nextPersonEmail: { label: 'Next person’s email', is: 'recipient' },
  },
} as const satisfies Record<string, Record<string, Detail>>;

/** Proposed where nobody has given another. */
export const FIRST_JOB_TITLE = 'Headteacher';

export type DetailOwner = keyof typeof details;
export type DetailName<Owner extends DetailOwner> = keyof (typeof details)[Owner] & string;
export type DetailValues<Owner extends DetailOwner> = Record<DetailName<Owner>, string>;

export function listDetails<Owner extends DetailOwner>(
  owner: Owner,
): (Detail & { field: DetailName<Owner> })[] {
  const all = Object.entries<Detail>(details[owner]);
  return all.map(([field, detail]) => ({ ...detail, field: field as DetailName<Owner> }));
}

/** The same value for every detail: an empty text, or the schema of a text. */
export function everyDetail<Owner extends DetailOwner, Value>(owner: Owner, value: Value) {
  const entries = listDetails(owner).map(({ field }) => [field, value] as const);
  return Object.fromEntries(entries) as Record<DetailName<Owner>, Value>;
}
