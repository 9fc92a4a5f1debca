import { cleanLine, cleanLines } from './clean';

const POSTCODE = /^([A-Z]{1,2}\d[A-Z\d]?) ?(\d[A-Z]{2})$/i;

/** A British postcode in capitals with its space; anything else as typed. */
export function formatPostcode(typed: string): string {
  const postcode = cleanLine(typed);
  const parts = POSTCODE.exec(postcode);
  return parts ? `${parts[1]} ${parts[2]}`.toUpperCase() : postcode;
}

/** The lines of an address without the postcode, which many people type in both places. */
export function addressLines({ address, postcode }: { address: string; postcode: string }): string[] {
  const lines = cleanLines(address);
  const repeated = formatPostcode(lines.at(-1) ?? '') === formatPostcode(postcode);
  return repeated ? lines.slice(0, -1) : lines;
}
