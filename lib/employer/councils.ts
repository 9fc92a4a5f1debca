import { isWithinOneEdit, plain } from '../register/nameSearch';
import { councilTable } from './councils.data';

/**
 * Other names that people type for a council, by its code: former names, abbreviations, and former counties. A former
 * county is listed under all its successors, so that none of them is chosen as if it were the whole county.
 */
const otherCouncilNames: Readonly<Record<string, readonly string[]>> = {
  '207': ['RBKC'],
  '800': ['BANES', 'Avon'],
  '801': ['Avon'],
  '802': ['Avon'],
  '803': ['South Glos', 'Avon'],
  '805': ['Cleveland'],
  '806': ['Cleveland'],
  '807': ['Cleveland'],
  '808': ['Cleveland'],
  '810': ['Humberside'],
  '811': ['Humberside'],
  '812': ['Humberside'],
  '813': ['Humberside'],
  '815': ['North Yorks'],
  '822': ['Bedfordshire', 'Beds'],
  '823': ['Bedfordshire', 'Beds'],
  '825': ['Bucks'],
  '826': ['Milton Keynes Council'],
  '830': ['Derbys'],
  '839': ['BCP'],
  '850': ['Hants'],
  '855': ['Leics'],
  '860': ['Staffs'],
  '865': ['Wilts'],
  '867': ['Berkshire'],
  '868': ['RBWM', 'Berkshire'],
  '869': ['Berkshire'],
  '870': ['Berkshire'],
  '871': ['Berkshire'],
  '872': ['Berkshire'],
  '873': ['Cambs'],
  '882': ['Southend-on-Sea Borough Council', 'Southend Council'],
  '885': ['Worcs'],
  '888': ['Lancs'],
  '891': ['Notts'],
  '893': ['Salop'],
  '916': ['Glos'],
  '919': ['Herts'],
  '921': ['IOW', 'Isle of White'],
  '925': ['Lincs'],
  '929': ['Northumbs'],
  '931': ['Oxon'],
  '937': ['Warks'],
  '940': ['Northamptonshire', 'Northants'],
  '941': ['Northamptonshire', 'Northants'],
  '942': ['Cumbria'],
  '943': ['Cumbria'],
};

/** An authority that employs the staff of its community, voluntary controlled and nursery schools. */
export interface Council {
  /** Department for Education code, e.g. "886". */
  code: string;
  /** The short name, e.g. "Kent". */
  name: string;
  /** The name in the letter, e.g. "Kent County Council". */
  formalName: string;
}

/** All councils, sorted by short name. */
export const councils: readonly Council[] = councilTable
  .map(([code, listed, formalName]) => ({
    code,
    name: listed.replace(/, (?:City|County) of$/, ''),
    formalName,
  }))
  .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));

/** Finds a council by its short, formal or former name, ignoring case; `undefined` if none or several match. */
export function findCouncilByName(name: string): Council | undefined {
  const wanted = plain(name);
  const [only, ...others] = known.filter(({ names, formerNames }) =>
    [...names, ...formerNames].includes(wanted),
  );
  // A former county has several successors, and only the user knows which one is meant.
  return others.length === 0 ? only?.council : undefined;
}

export function findCouncilByCode(code: string): Council | undefined {
  return councils.find((council) => council.code === code);
}

/**
 * Councils that match the text typed so far, best match first: the whole name, its beginning, the beginnings of its
 * words. If there is no match, the search drops words such as "Council", and then allows one typing mistake a word.
 */
export function findCouncils(query: string): Council[] {
  const wanted = plain(query);
  if (wanted === '') return [...councils];
  const place = placeNameIn(wanted);
  for (const rank of [
    (one: Known) => rankOf(one, wanted),
    (one: Known) => rankOf(one, place),
    (one: Known) => rankWithinOneEdit(one, place),
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
  const typed = distinctiveWords(wanted, fillers);
  if (typed.every((part) => words.includes(part))) return 2;
  if (typed.every((part) => words.some((word) => word.startsWith(part)))) return 3;
  return names.some((one) => one.includes(wanted)) ? 4 : NO_MATCH;
}

function rankWithinOneEdit({ names, words }: Known, wanted: string): number {
  if (names.some((one) => isWithinOneEdit(wanted, one))) return 0;
  const typed = distinctiveWords(wanted, fillers);
  return typed.every((part) => words.some((word) => isWithinOneEdit(part, word))) ? 1 : NO_MATCH;
}

/** Words before a place name that do not distinguish one council from another: "the City of Bristol". */
const fillers = ['the', 'of', 'city'];

/** Types of council. People type former or wrong ones: "Somerset County Council" is Somerset Council today. */
const councilTypeWords =
  'council county borough metropolitan district unitary authority royal london corporation towns lb rb mbc mdc bc cc dc lea la'.split(
    ' ',
  );

function placeNameIn(wanted: string): string {
  // The last word may be incomplete: "camden cou".
  const last = wanted.split(' ').at(-1) ?? '';
  const begun = councilTypeWords.some((kind) => kind.startsWith(last)) ? [last] : [];
  return distinctiveWords(wanted, [...fillers, ...councilTypeWords, ...begun]).join(' ');
}

function distinctiveWords(wanted: string, others: readonly string[]): string[] {
  const all = wanted.split(' ');
  const telling = all.filter((word) => !others.includes(word));
  return telling.length > 0 ? telling : all;
}

/** Suggestions for the text typed so far: formal names, with the short name as a note where it differs. */
export function searchCouncils(typed: string): { value: string; note?: string }[] {
  return findCouncils(typed).map(({ name, formalName }) => ({
    value: formalName,
    ...(formalName.includes(name) ? {} : { note: name }),
  }));
}

/** The formal name for a council typed as "kent"; any other text stays as typed. */
export function formalCouncilName(typed: string): string {
  return findCouncilByName(typed)?.formalName ?? typed;
}
