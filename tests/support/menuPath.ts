import type { MenuItem } from '../../lib/background/menu/items';

/** Titles from the top of our menu to an item, as the index of each among its neighbours; separators not counted. */
export function menuPath(items: MenuItem[], titles: string[]): number[] {
  let under: string | undefined;
  return titles.map((title) => {
    const neighbours = items.filter((item) => item.under === under && !item.separator);
    const index = neighbours.findIndex((item) => item.title === title);
    const found = neighbours[index];
    if (!found) throw new Error(`No "${title}" among: ${neighbours.map((item) => item.title).join(' · ')}`);
    under = found.id;
    return index;
  });
}
