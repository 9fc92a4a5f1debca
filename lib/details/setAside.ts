import { SET_ASIDE_PREFIX } from './keys';
import type { Unusable } from './checkRecord';

/** What was found under a key and could not be used: kept as it was, and offered as a file. */
export interface SetAside {
  key: string;
  why: Unusable;
  found: unknown;
}

/** Everything kept aside, out of all that is stored. */
export function pickSetAside(stored: Record<string, unknown>): SetAside[] {
  const keys = Object.keys(stored).filter((key) => key.startsWith(SET_ASIDE_PREFIX));
  return keys.map((key) => stored[key] as SetAside);
}

/** The item that keeps it. The same thing found twice is kept once; a different one never replaces it. */
export function setAsideItem(aside: SetAside): Record<string, SetAside> {
  return { [`${SET_ASIDE_PREFIX}${aside.key}:${fingerprint(JSON.stringify(aside.found) ?? '')}`]: aside };
}

/** FNV-1a with the length: enough to tell two damaged versions of one record apart. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return `${text.length.toString(36)}${(hash >>> 0).toString(36)}`;
}
