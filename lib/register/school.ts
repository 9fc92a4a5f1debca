/** What is kept of a school in the register: where it is and who runs it. Never the head's name. */
export interface School {
  urn: string;
  name: string;
  /** The register's type code, e.g. "01". */
  typeCode: string;
  councilCode: string;
  /** One line each. */
  address: string;
  postcode: string;
  phone: string;
  /** `Group UID` of its trust; empty for a school without one. */
  trustId: string;
  trustName: string;
  trustKind: TrustKind;
}

/** A trust as the register of groups has it. */
export interface Trust {
  id: string;
  name: string;
  kind: TrustKind;
  address: string;
  postcode: string;
}

export type TrustKind = 'multi' | 'single' | 'unknown';
