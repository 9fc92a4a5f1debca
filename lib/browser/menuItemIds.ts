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
