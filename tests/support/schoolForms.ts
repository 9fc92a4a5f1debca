import { isSmallWord, tellsTheKind, wordsToCompare } from '../../lib/register/nameSearch';
import { searchOf, type School } from '../../lib/register/schools';
import { findSharedFile, readSharedRows } from '../unit/register/sharedData';

export function schoolNamed(name: string, at: number, place: Partial<School> = {}): School {
  return {
    urn: String(900_001 + at),
    name,
    typeCode: '01',
    councilCode: '886',
    address: 'High Street\nExampleford',
    postcode: 'ZZ1 1ZZ',
    phone: '',
    trustId: '',
    trustName: '',
    trustKind: 'unknown',
    ...place,
  };
}

/** The usual ways of writing a name, each as what to put for what; null where a form does not apply. */
export const forms: Record<string, (name: string) => string | null> = {
  'as in the register': (name) => name,
  'Church of England': swap(/\b(?:CofE|C of E|C\.E\.|C E|CE)(?![\w.])/, 'Church of England'),
  CofE: swap(/\b(?:Church of England|C of E|C\.E\.|C E|CE)(?![\w.])/, 'CofE'),
  'C of E': swap(/\b(?:Church of England|CofE|C\.E\.|C E|CE)(?![\w.])/, 'C of E'),
  'C.E.': swap(/\b(?:Church of England|CofE|C of E|C E|CE)(?![\w.])/, 'C.E.'),
  CE: swap(/\b(?:Church of England|CofE|C of E|C\.E\.|C E)(?![\w.])/, 'CE'),
  'Catholic as RC': swap(/\b(?:Roman Catholic|Catholic)\b/, 'RC'),
  'RC as Roman Catholic': swap(/\b(?:(?<!Roman )Catholic|RC|R\.C\.)(?!\w)/, 'Roman Catholic'),
  'RC as Catholic': swap(/\b(?:Roman Catholic|RC|R\.C\.)(?!\w)/, 'Catholic'),
  'St as Saint': swap(/\bSt\b\.?/, 'Saint'),
  'Saint as St': swap(/\bSaint\b/, 'St'),
  'St.': swap(/\b(?:St(?!\.)|Saint)\b/, 'St.'),
  'without apostrophes': swap(/['’]/, ''),
  'Junior and Infant as J & I': swap(/\bJunior (?:and|&) Infant\b/, 'J & I'),
  'Junior and Infant as JMI': swap(/\bJunior (?:and|&) Infant\b/, 'JMI'),
  'J and I, JMI as Junior and Infant': swap(/\b(?:J and I|J & I|JMI)\b/, 'Junior and Infant'),
  'Voluntary Aided as VA': swap(/\bVoluntary Aided\b/, 'VA'),
  'Voluntary Controlled as VC': swap(/\bVoluntary Controlled\b/, 'VC'),
  'VA as Voluntary Aided': swap(/\bVA\b/, 'Voluntary Aided'),
  'VC as Voluntary Controlled': swap(/\bVC\b/, 'Voluntary Controlled'),
  'Mount as Mt': swap(/\bMount\b/, 'Mt'),
  'and as &': swap(/\band\b/, '&'),
  '& as and': swap(/&/, ' and '),
  'Sch, Acad': swap(/\b(School|Academy)\b/, (word) => (word === 'School' ? 'Sch' : 'Acad')),
  'without the kind of school': swap(
    /\b(?:School|Academy|Primary|Secondary|Infant|Junior|Nursery|Voluntary|Aided|Controlled|VA|VC)\b/,
    '',
  ),
  'Academy as School': swap(/\bAcademy\b/, 'School'),
  'Church of England left out': swap(/\b(?:CofE|Church of England|C of E|CE)\b/, ''),
  'Catholic left out': swap(/\b(?:(?:Roman )?Catholic|RC)\b/, ''),
  'C/E': swap(/\b(?:CofE|Church of England|C of E|CE)\b/, 'C/E'),
  'hyphens as spaces': swap(/-/, ' '),
  'The left out': swap(/\bThe\b/, ''),
  'Road as Rd, Park as Pk': swap(/\b(?:Road|Park)\b/, (word) => (word === 'Road' ? 'Rd.' : 'Pk')),
  'SS for two saints': swap(/\bSt\.? (?=\w+ and St\b)/, 'SS '),
  'the kind first': (name) =>
    name.endsWith(' Primary School') ? `Primary School, ${name.replace(/ Primary School$/, '')}` : null,
  'in capitals': (name) => name.toUpperCase(),
};

function swap(written: RegExp, other: string | ((word: string) => string)) {
  const all = new RegExp(written, 'g');
  return (name: string) => {
    const changed = typeof other === 'string' ? name.replace(all, other) : name.replace(all, other);
    return changed === name || changed.trim() === '' ? null : changed;
  };
}

/** The schools of England in 2018 with town and postcode, or null in a plain clone. */
export function readSchoolsOfEngland(): School[] | null {
  const file = findSharedFile('schools_england_spine_2017-18.csv');
  if (!file) return null;
  return readSharedRows(file, 'windows-1252').map((row, at) =>
    schoolNamed(row['Name'] ?? '', at, {
      urn: row['URN'] ?? '',
      address: [row['Street'], row['City']].filter(Boolean).join('\n'),
      postcode: row['Postcode'] ?? '',
    }),
  );
}

const SHOWN = 10;

interface FormResult {
  /** How many schools’ names can be written in this form, and how many of them were tried. */
  written: number;
  tried: number;
  /** What was typed when a school was not among the first ten. */
  missed: string[];
}

/**
 * Looks for schools by one form of their names: alone, with the town, and with the postcode with and without its space.
 * More than ten schools that share their names, or names and town, cannot all be among the first ten: those are looked for
 * by what tells them apart. Tries at most `most` schools, spread over the register.
 */
export function trialOf(schools: readonly School[]): (form: string, most: number) => FormResult {
  const search = searchOf(schools);
  const ownNames = new Map(schools.map((school) => [school, ownName(school)]));
  const named = countEach(schools.map((school) => ownNames.get(school)));
  const namedInTown = countEach(schools.map((school) => `${ownNames.get(school)}, ${townOf(school)}`));
  const queriesFor = (school: School, name: string) => {
    const [own, town] = [ownNames.get(school), townOf(school)];
    return [
      ...((named.get(own) ?? 0) <= SHOWN ? [name] : []),
      ...((namedInTown.get(`${own}, ${town}`) ?? 0) <= SHOWN ? [`${name}, ${town}`] : []),
      `${name} ${school.postcode}`,
      `${name} ${school.postcode.replace(' ', '')}`,
    ];
  };
  return (form, most) => {
    const written = schools.flatMap((school) => {
      const name = forms[form]?.(school.name);
      return name ? [{ school, name }] : [];
    });
    const step = Math.max(1, Math.ceil(written.length / most));
    const tried = written.filter((_, at) => at % step === 0);
    const missed = tried.flatMap(({ school, name }) =>
      queriesFor(school, name).filter((query) => !search.find(query, SHOWN).includes(school)),
    );
    return { written: written.length, tried: tried.length, missed };
  };
}

/** The words that distinguish a school’s name. */
function ownName({ name }: School): string {
  return wordsToCompare(name)
    .filter((word) => !isSmallWord(word) && !tellsTheKind(word))
    .toSorted()
    .join(' ');
}

function townOf({ address }: School): string {
  return address.split('\n').at(-1) ?? '';
}

function countEach<T>(items: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}
