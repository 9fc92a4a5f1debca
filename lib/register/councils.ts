import { councilTable } from './councilTable';
import { plain } from './plain';

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

/** Names people type that stand in neither name. */
const otherNames: Record<string, string> = {
  '800': 'banes',
  '839': 'bcp',
  '207': 'rbkc',
  '868': 'rbwm',
};

/** The council of that name, short or formal, however it is capitalised; `undefined` for any other text. */
export function findCouncilByName(name: string): Council | undefined {
  const wanted = plain(name);
  return councils.find((council) => plain(council.name) === wanted || plain(council.formalName) === wanted);
}

export function findCouncilByCode(code: string): Council | undefined {
  return councils.find((council) => council.code === code);
}

/** Councils for what was typed so far, best first: the whole name, its beginning, beginnings of its words. */
export function findCouncils(query: string): Council[] {
  const wanted = plain(query);
  if (wanted === '') return [...councils];
  return councils
    .map((council) => ({ council, rank: rankOf(council, wanted) }))
    .filter(({ rank }) => rank < NO_MATCH)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ council }) => council);
}

const NO_MATCH = 5;

function rankOf({ code, name, formalName }: Council, wanted: string): number {
  const names = [plain(name), plain(formalName)];
  if (names.includes(wanted)) return 0;
  if (names.some((one) => one.startsWith(wanted))) return 1;
  const words = [...names, otherNames[code] ?? ''].join(' ').split(' ');
  const typed = tellingWords(wanted);
  if (typed.every((part) => words.includes(part))) return 2;
  if (typed.every((part) => words.some((word) => word.startsWith(part)))) return 3;
  return names.some((one) => one.includes(wanted)) ? 4 : NO_MATCH;
}

/** Words people put before a place that tell no council from another: "the City of Bristol". */
const fillers = new Set(['the', 'of', 'city']);

function tellingWords(wanted: string): string[] {
  const all = wanted.split(' ');
  const telling = all.filter((word) => !fillers.has(word));
  return telling.length > 0 ? telling : all;
}
