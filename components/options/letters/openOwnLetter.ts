import { focusAndSay } from '../../ui/focusAndSay';
import { goTo } from '../location';

/** The link to one of our letters, in a view of its own. */
export function oursLink(letterId: string): string {
  return `#letters/ours/${letterId}`;
}

/** The link to an own letter, in a view of its own. */
export function ownLink(letterId: string): string {
  return `#letters/own/${encodeURIComponent(letterId)}`;
}

/** DOM id of a letter’s row in the list. A link to it gives the row the focus: `#letters/row-ID`. */
export function rowId(letterId: string): string {
  return `row-${letterId}`;
}

export function openOwnLetter(letterId: string): void {
  goTo(ownLink(letterId));
}

/** Opens an own letter that has just been added, and says where it is. */
export function showNewLetter(letterId: string, title: string): void {
  openOwnLetter(letterId);
  focusAndSay(null, `“${title}” is now among your own letters.`);
}
