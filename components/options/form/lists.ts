interface WithId {
  id: string;
}

export function replaceById<Item extends WithId>(items: readonly Item[], changed: Item): Item[] {
  return items.map((item) => (item.id === changed.id ? changed : item));
}

export function removeById<Item extends WithId>(items: readonly Item[], id: string): Item[] {
  return items.filter((item) => item.id !== id);
}

/** Puts an item back where it was, or at the end of a list that has become shorter. */
export function insertAt<Item extends WithId>(items: readonly Item[], place: number, item: Item): Item[] {
  return [...items.slice(0, place), item, ...items.slice(place)];
}
