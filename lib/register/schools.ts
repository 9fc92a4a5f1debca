import { plain } from './nameSearch';

/** The saved fields of a school in the register: where it is and who runs it. Never the head's name. */
export interface School {
  urn: string;
  name: string;
  /** The register's type code, e.g. "01". */
  typeCode: string;
  councilCode: string;
  /** Several lines, separated by line breaks. */
  address: string;
  postcode: string;
  phone: string;
  /** `Group UID` of its trust; empty for a school without one. */
  trustId: string;
  trustName: string;
  trustKind: TrustKind;
}

/** A trust in the register of groups. */
export interface Trust {
  id: string;
  name: string;
  kind: TrustKind;
  address: string;
  postcode: string;
}

export type TrustKind = 'multi' | 'single' | 'unknown';

/** Search while the user types. Names are normalised once in the constructor, not at every keystroke. */
export class SchoolSearch {
  readonly #schools: readonly School[];
  readonly #words: readonly string[];

  constructor(schools: readonly School[]) {
    this.#schools = schools;
    this.#words = schools.map(({ name, address, postcode }) => ` ${plain(`${name} ${address} ${postcode}`)}`);
  }

  /** Finds by URN, or by the beginnings of words in name, address and postcode; best match first. */
  find(query: string, limit = 20): School[] {
    const wanted = plain(query);
    if (wanted === '') return [];
    if (/^\d{3,6}$/.test(wanted))
      return this.#schools.filter(({ urn }) => urn.startsWith(wanted)).slice(0, limit);
    const parts = wanted.split(' ').map((part) => ` ${part}`);
    const found = this.#schools.filter((_, at) => parts.every((part) => this.#words[at]?.includes(part)));
    return found
      .map((school) => ({ school, rank: rankOf(plain(school.name), wanted) }))
      .toSorted((a, b) => a.rank - b.rank || byName.compare(a.school.name, b.school.name))
      .slice(0, limit)
      .map(({ school }) => school);
  }
}

/** One collator for all: sorting twenty thousand names with localeCompare takes ten times as long. */
const byName = new Intl.Collator('en-GB');

function rankOf(name: string, wanted: string): number {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  return ` ${name}`.includes(` ${wanted}`) ? 2 : 3;
}
