/** For finding a record again by its name: no case, one kind of apostrophe, single spaces. */
export function sameName(name: string): string {
  return name.trim().toLowerCase().replace(/\s+/g, ' ').replaceAll("'", '’');
}
