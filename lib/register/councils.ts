import { otherCouncilNames } from './councilNames';
import { councilTable } from './councilTable';
import { plain } from './plain';
import { isOneSlipAway } from './slips';

/** An authority that employs the staff of its community, voluntary controlled and nursery schools. */
export interface Council {
  /** Department for Education code, e.g. "886". */
  code: string;
  /** What people call it, e.g. "Kent". */
  name: string;
  /** What the letter calls it, e.g. "Kent County Council". */
  formalName: string;
}

/** All of them, by name. */
export const councils: readonly Council[] = councilTable
  .map(([code, listed, formalName]) => ({
    code,
    name: listed.replace(/, (?:City|County) of$/, ''),
    formalName,
  }))
  .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));

/** The council of that name, short, formal or former, however it is capitalised; `undefined` for any other text. */
export function findCouncilByName(name: string): Council | undefined {
  const wanted = plain(name);
  const [only, ...others] = known.filter(({ names, formerNames }) =>
    [...names, ...formerNames].includes(wanted),
  );
  // A former county is two councils today: which of them is for the user to say.
  return others.length === 0 ? only?.council : undefined;
}

export function findCouncilByCode(code: string): Council | undefined {
  return councils.find((council) => council.code === code);
}

/**
 * Councils for what was typed so far, best first: the whole name, its beginning, beginnings of its words. Where nothing
 * begins like that, "Camden Council" is looked for as "Camden", and a word may have one slip of the keyboard.
 */
export function findCouncils(query: string): Council[] {
  const wanted = plain(query);
  if (wanted === '') return [...councils];
  const place = placeOf(wanted);
  for (const rank of [
    (one: Known) => rankOf(one, wanted),
    (one: Known) => rankOf(one, place),
    (one: Known) => rankSlips(one, place),
  ]) {
    const found = inOrder(rank);
    if (found.length > 0) return found;
  }
  return [];
}

interface Known {
  council: Council;
  names: readonly string[];
  formerNames: readonly string[];
  words: readonly string[];
}

const known: readonly Known[] = councils.map((council) => {
  const names = [plain(council.name), plain(council.formalName)];
  const formerNames = (otherCouncilNames[council.code] ?? []).map(plain);
  return { council, names, formerNames, words: [...names, ...formerNames].join(' ').split(' ') };
});

const NO_MATCH = 5;

function inOrder(rank: (one: Known) => number): Council[] {
  return known
    .map((one) => ({ council: one.council, rank: rank(one) }))
    .filter((one) => one.rank < NO_MATCH)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ council }) => council);
}

function rankOf({ names, words }: Known, wanted: string): number {
  if (names.includes(wanted)) return 0;
  if (names.some((one) => one.startsWith(wanted))) return 1;
  const typed = tellingWords(wanted, fillers);
  if (typed.every((part) => words.includes(part))) return 2;
  if (typed.every((part) => words.some((word) => word.startsWith(part)))) return 3;
  return names.some((one) => one.includes(wanted)) ? 4 : NO_MATCH;
}

function rankSlips({ names, words }: Known, wanted: string): number {
  if (names.some((one) => isOneSlipAway(wanted, one))) return 0;
  const typed = tellingWords(wanted, fillers);
  return typed.every((part) => words.some((word) => isOneSlipAway(part, word))) ? 1 : NO_MATCH;
}

/** Words people put before a place that tell no council from another: "the City of Bristol". */
const fillers = ['the', 'of', 'city'];

/** What kind of council it was, is or is taken for: "Somerset County Council" is Somerset Council today. */
const kindsOfCouncil =
  'council county borough metropolitan district unitary authority royal london corporation towns lb rb mbc mdc bc cc dc lea la'.split(
    ' ',
  );

function placeOf(wanted: string): string {
  // The last word may be one that is still being typed: "camden cou".
  const last = wanted.split(' ').at(-1) ?? '';
  const begun = kindsOfCouncil.some((kind) => kind.startsWith(last)) ? [last] : [];
  return tellingWords(wanted, [...fillers, ...kindsOfCouncil, ...begun]).join(' ');
}

function tellingWords(wanted: string, others: readonly string[]): string[] {
  const all = wanted.split(' ');
  const telling = all.filter((word) => !others.includes(word));
  return telling.length > 0 ? telling : all;
}
