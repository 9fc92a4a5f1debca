import { isSmallWord, isWithinOneEdit, longForms, plain, tellsTheKind, wordsToCompare } from './nameSearch';

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

/** The words of a school’s name, as their places in the list of all words. */
interface IndexedName {
  distinguishing: number[];
  /** The words that only tell its kind. */
  kind: number[];
}

/** Each word of a search is one bit of a number, and one bit says that a word is answered whole. */
const MAX_WORDS = 30;
const EXACT = 1 << MAX_WORDS;
/** In the order of the results, the name of a school counts for more than its kind, such as “Primary School”. */
const MORE_THAN_ANY_KIND = 16;

/** All words of names, addresses and postcodes, each with the schools that have it. */
interface SchoolIndex {
  /** In the order of the alphabet. */
  schools: readonly School[];
  names: readonly IndexedName[];
  /** In the order of the alphabet, so that those with the same beginning are neighbours. */
  words: readonly string[];
  /** For each word, the schools that it finds. */
  schoolsWith: readonly number[][];
}

/** A page with 26,000 schools to list stays responsive if it may do something else as often as this. */
const SCHOOLS_AT_ONCE = 200;
const LONGEST_BLOCK_MS = 16;

/** Lists the words of all schools. It yields between its steps, each of which takes a few milliseconds. */
function* listWords(schools: readonly School[]): Generator<void, SchoolIndex> {
  const ordered: { school: School; order: string }[] = [];
  for (const [at, school] of schools.entries()) {
    ordered.push({ school, order: plain(`${school.name} ${school.address.replaceAll('\n', ' ')}`) });
    if (at % SCHOOLS_AT_ONCE === 0) yield;
  }
  const sorted = yield* sortInSteps(ordered, ({ order }) => order);
  const named: string[][] = [];
  const schoolsWith = new Map<string, number[]>();
  for (const [at, { school }] of sorted.entries()) {
    const words = wordsToCompare(school.name).filter((word) => !isSmallWord(word));
    named.push(words);
    for (const word of wordsThatFind(school, words)) {
      const listed = schoolsWith.get(word);
      if (listed) listed.push(at);
      else schoolsWith.set(word, [at]);
    }
    if (at % SCHOOLS_AT_ONCE === 0) yield;
  }
  const words = yield* sortInSteps([...schoolsWith.keys()], (word) => word);
  yield;
  const places = new Map(words.map((word, at) => [word, at]));
  const placesOf = (some: string[]) => [...new Set(some)].map((word) => places.get(word) ?? -1);
  const names: IndexedName[] = [];
  for (const [at, some] of named.entries()) {
    names.push({
      distinguishing: placesOf(some.filter((word) => !tellsTheKind(word))),
      kind: placesOf(some.filter(tellsTheKind)),
    });
    if (at % SCHOOLS_AT_ONCE === 0) yield;
  }
  return {
    schools: sorted.map(({ school }) => school),
    names,
    words,
    schoolsWith: words.map((word) => schoolsWith.get(word) ?? []),
  };
}

/** Sorts those with the same first two letters at a time. */
function* sortInSteps<T>(all: readonly T[], orderOf: (one: T) => string): Generator<void, T[]> {
  const alike = new Map<string, T[]>();
  for (const one of all) {
    const start = orderOf(one).slice(0, 2);
    const others = alike.get(start);
    if (others) others.push(one);
    else alike.set(start, [one]);
  }
  const sorted: T[] = [];
  for (const start of [...alike.keys()].toSorted((a, b) => (a < b ? -1 : 1))) {
    const some = alike.get(start) ?? [];
    sorted.push(...some.toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1)));
    yield;
  }
  return sorted;
}

/** Lists the words of all schools at once. */
export function searchOf(schools: readonly School[]): SchoolSearch {
  const steps = listWords(schools);
  for (;;) {
    const step = steps.next();
    if (step.done) return new SchoolSearch(step.value);
  }
}

/** Lists the words of all schools in short pieces, between which the page can draw and respond. */
export async function prepareSearch(schools: readonly School[]): Promise<SchoolSearch> {
  const steps = listWords(schools);
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return new SchoolSearch(step.value);
    if (performance.now() - since < LONGEST_BLOCK_MS) continue;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  }
}

/** Search while the user types. A search reads only the words that begin as typed. */
export class SchoolSearch {
  readonly #schools: SchoolIndex['schools'];
  readonly #names: SchoolIndex['names'];
  readonly #words: SchoolIndex['words'];
  readonly #schoolsWith: SchoolIndex['schoolsWith'];

  constructor({ schools, names, words, schoolsWith }: SchoolIndex) {
    this.#schools = schools;
    this.#names = names;
    this.#words = words;
    this.#schoolsWith = schoolsWith;
  }

  /** Finds by URN, or by the beginnings of words in name, address and postcode; best match first. A word that no school has counts with one slip. */
  find(query: string, limit = 20): School[] {
    const urn = /^(?:urn )?(\d{3,6})$/.exec(plain(query))?.[1];
    if (urn) return this.#schools.filter((school) => school.urn.startsWith(urn)).slice(0, limit);
    const typed = toTypedWords(query);
    return typed.length === 0 ? [] : this.#findByWords(typed, limit);
  }

  #findByWords(typed: readonly string[], limit: number): School[] {
    const all = (1 << typed.length) - 1;
    const optional = typed.reduce((bits, word, at) => (tellsTheKind(word) ? bits | (1 << at) : bits), 0);
    const needed = all & ~optional || all;
    // Every school is a school: the word says less than "nursery" does.
    const telling = typed.reduce((bits, word, at) => (word === 'school' ? bits & ~(1 << at) : bits), all);
    const { byWord, bySchool } = this.#answersTo(typed);
    /** What was found, by how far it is from what was typed: 0 is the whole name. */
    const found: School[][] = [];
    this.#names.forEach((name, at) => {
      const answered = bySchool[at] ?? 0;
      const school = this.#schools[at];
      if ((answered & needed) !== needed || !school) return;
      const distance = distanceOf(name, byWord, { telling, needed, answered });
      const alike = (found[distance] ??= []);
      if (alike.length < limit) alike.push(school);
    });
    return found.flat().slice(0, limit);
  }

  /** The typed words that each listed word answers, and each school, as bits. */
  #answersTo(typed: readonly string[]): { byWord: Int32Array; bySchool: Int32Array } {
    const byWord = new Int32Array(this.#words.length);
    const bySchool = new Int32Array(this.#schools.length);
    const note = (at: number, bits: number) => {
      byWord[at] = (byWord[at] ?? 0) | bits;
      for (const school of this.#schoolsWith[at] ?? []) bySchool[school] = (bySchool[school] ?? 0) | bits;
    };
    const placesFrom = (start: string) =>
      [this.#firstFrom(start), this.#firstFrom(`${start}\uFFFF`)] as const;
    const noteBeginnings = (start: string, bits: number) => {
      const [first, end] = placesFrom(start);
      for (let at = first; at < end; at++) note(at, bits);
      if (this.#words[first] === start) note(first, EXACT);
      return first < end;
    };
    const noteSlips = (word: string, bits: number) => {
      const [first, end] = placesFrom(word.slice(0, 1));
      for (let at = first; at < end; at++) if (isWithinOneEdit(word, this.#words[at] ?? '')) note(at, bits);
    };
    typed.forEach((word, at) => {
      if (!noteBeginnings(word, 1 << at)) noteSlips(word, 1 << at);
      const next = typed[at + 1];
      // Neighbouring words may be one word in the register: "North mere", "ZZ1 1ZZ".
      if (next) noteBeginnings(word + next, 3 << at);
      // "St Mary's" finds "St Mary" too.
      const singular = word.replace(/(?<=..)s$/, '');
      const place = this.#firstFrom(singular);
      if (singular !== word && this.#words[place] === singular) note(place, 1 << at);
    });
    return { byWord, bySchool };
  }

  /** The place of the first word that is `start` or comes after it in the alphabet. */
  #firstFrom(start: string): number {
    let [from, to] = [0, this.#words.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.#words[middle] ?? '') < start) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}

/** The words of its name and address as written and as compared, their long forms, and neighbouring words as one word. */
function wordsThatFind({ name, address, postcode }: School, compared: readonly string[]): Set<string> {
  const places = [...address.split('\n'), postcode].map(wordsToCompare);
  return new Set(
    [
      ...compared,
      ...plain(name).split(' '),
      ...joinNeighbours(compared),
      ...compared.flatMap((word) => longForms[word] ?? []),
      ...places.flatMap((words) => [...words, ...joinNeighbours(words), words.join('')]),
      // "Stoke-on-Trent" as one word.
      ...`${name} ${address}`
        .split(/\s/)
        .filter((word) => word.includes('-'))
        .map((word) => plain(word.replaceAll('-', ''))),
    ].filter((word) => word !== ''),
  );
}

/** The typed words in the spelling that is compared; "of" and "the" count only when nothing else is typed. */
function toTypedWords(query: string): string[] {
  const words = wordsToCompare(query);
  const telling = words.filter((word) => !isSmallWord(word));
  return (telling.length > 0 ? telling : words).slice(0, MAX_WORDS);
}

function joinNeighbours(words: readonly string[]): string[] {
  return words.slice(1).map((word, at) => `${words[at]}${word}`);
}

interface TypedBits {
  /** All words except "school". */
  telling: number;
  /** The words without which a school does not match. */
  needed: number;
  /** The words that this school answers. */
  answered: number;
}

/** How far a name is from what was typed. Loops, because a single letter compares twenty thousand names. */
function distanceOf(
  { distinguishing, kind }: IndexedName,
  byWord: Int32Array,
  { telling, needed, answered }: TypedBits,
): number {
  let inName = 0;
  let ofName = 0;
  for (const word of distinguishing) {
    const bits = byWord[word] ?? 0;
    inName |= bits;
    // A further word such as "Hill" makes it another school; "Highfield" is not quite "Highfields".
    if (bits === 0) ofName += 2;
    else if ((bits & EXACT) === 0) ofName += 1;
  }
  let ofKind = 2 * countBits(telling & ~answered);
  for (const word of kind) {
    const bits = byWord[word] ?? 0;
    inName |= bits;
    if (bits === 0) ofKind += 1;
  }
  // The whole name was typed, and the rest is where the school is: "Parish Primary School, St Helens".
  const isWhole = ofName === 0 && (telling & ~answered) === 0;
  const inAddress = countBits(needed & ~inName);
  if (isWhole && inAddress > 0) return Math.min(1 + ofKind, MORE_THAN_ANY_KIND - 1);
  ofName += inAddress;
  return ofName * MORE_THAN_ANY_KIND + Math.min(ofKind, MORE_THAN_ANY_KIND - 1);
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
