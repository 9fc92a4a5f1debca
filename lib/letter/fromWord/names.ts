import { isBlank } from '../text';

const LONGEST_TITLE = 60;
const LONGEST_ID = 40;

/** The first words of a text, for where it needs a name. */
export function shorten(text: string): string {
  const words = text.replaceAll(/\s+/g, ' ').trim();
  if (words.length <= LONGEST_TITLE) return words;
  const cut = words.slice(0, LONGEST_TITLE).replace(/\s+\S*$/, '');
  return `${cut.toWellFormed().replace(/[\s.,;:–-]+$/, '')}…`;
}

/** A title as the letters’ format takes it: one line, and no field in it. */
export function toTitle(text: string, otherwise: string): string {
  const title = text.replaceAll(/\s+/g, ' ').replaceAll(/\{\{+/g, '{').trim();
  return isBlank(title) ? otherwise : title;
}

/** Small letters, digits and hyphens, never the same twice. */
export function createIds(otherwise: string): (title: string) => string {
  const used = new Set<string>();
  return (title) => {
    const plain = title.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
    const name =
      plain
        .replaceAll(/[^a-z0-9]+/g, '-')
        .slice(0, LONGEST_ID)
        .replaceAll(/^-+|-+$/g, '') || otherwise;
    let id = name;
    for (let count = 2; used.has(id); count++) id = `${name}-${count}`;
    used.add(id);
    return id;
  };
}
