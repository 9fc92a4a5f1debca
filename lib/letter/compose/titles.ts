import { cleanLine } from '../text';

/** Titles of people: which one is spoken after "Dear", and which name belongs to it. */

interface Title {
  /** The form after "Dear": "Reverend" for "Revd". */
  spoken: string;
  /** "Sir Tom", "Sister Bernadette", but "Canon Stone". */
  takes: 'first name' | 'last name';
  /** "Dear Bishop" is correct without a name; "Dear Mrs" is not. */
  standsAlone: boolean;
  /** Said without the titles before and after: "The Revd Canon Dr Stone" is "Canon Stone". */
  replacesOthers: boolean;
}

/** Each word is a title; its shorter forms follow after slashes. */
const table = [
  { takes: 'last name', standsAlone: false, replacesOthers: false, words: 'Mr Mrs Miss Ms Mx Dr/Doctor' },
  { takes: 'last name', standsAlone: false, replacesOthers: false, words: "Reverend/Rev/Revd/Rev'd" },
  { takes: 'last name', standsAlone: true, replacesOthers: false, words: 'Councillor/Cllr Professor/Prof' },
  {
    takes: 'last name',
    standsAlone: true,
    replacesOthers: true,
    words:
      'Canon Archdeacon Bishop Archbishop Cardinal Dean Deacon Prebendary/Preb Father/Fr Mother Monsignor/Mgr/Msgr Pastor Rabbi Imam Judge',
  },
  {
    takes: 'last name',
    standsAlone: false,
    replacesOthers: true,
    words: 'Lord Lady Baroness Baron Viscount Viscountess Earl Countess Captain/Capt Major/Maj Colonel/Col',
  },
  {
    takes: 'last name',
    standsAlone: false,
    replacesOthers: true,
    words: 'Lieutenant/Lt Sergeant/Sgt General/Gen Brigadier/Brig Commander/Cdr Commodore Admiral Marshal',
  },
  { takes: 'first name', standsAlone: false, replacesOthers: true, words: 'Sir Dame' },
  { takes: 'first name', standsAlone: true, replacesOthers: true, words: 'Sister/Sr Brother/Br' },
] as const;

const titles: ReadonlyMap<string, Title> = new Map(
  table.flatMap(({ words, ...rest }) =>
    words.split(' ').flatMap((word) => {
      const [spoken = '', ...short] = word.split('/');
      return [spoken, ...short].map((form) => [form.toLowerCase(), { spoken, ...rest }] as const);
    }),
  ),
);

/** Styles are written before a name and never spoken: "The Very Reverend", "Rt Hon", "His Honour", and "(Ret’d)" after a rank. */
const STYLE =
  /^(?:(?:the )?(?:(?:right|rt|most|very|his|her)\.? (?:reverend|revd?|honou?rable|hon|worshipful|honour|grace|eminence|excellency|worship)|(?:the )?(?:honou?rable|hon|venerable|ven))\b\.?(?: and(?= (?:right|rt)\b))?|\(?ret['’]?d\.?\)?)(?: |$)/i;
/** Also first names or last names, so as titles they count only in the input for the title or after another title. */
const ALSO_A_NAME = /^(?:dean|earl|baron|major|maj|col|gen|brig|marshal|judge|hon|ven)\b/i;

export interface Titled {
  /** As written before the name on an envelope: "The Revd Canon". */
  written: string;
  titles: Title[];
  /** The name without its titles. */
  rest: string;
}

/** Reads the titles and styles at the beginning of a text. */
export function readTitles(text: string, inTitleField: boolean): Titled {
  const found: Title[] = [];
  let rest = text;
  for (;;) {
    if (rest === text && !inTitleField && ALSO_A_NAME.test(rest)) break;
    const style = STYLE.exec(rest)?.[0];
    const [word = ''] = /^(?:(?:the|and|or|[&+/]) )?\S+/i.exec(rest) ?? [];
    // "Mr and Mrs Patel".
    const inWord = titlesIn(word.replace(found.length === 0 ? /^the /i : /^(?:the|and|or|[&+/]) /i, ''));
    if (style === undefined && inWord === null) break;
    if (style === undefined && inWord) found.push(...inWord);
    rest = rest.slice((style ?? word).length).trim();
  }
  return { written: withoutFullStops(text.slice(0, text.length - rest.length).trim()), titles: found, rest };
}

/** One title, or two as in "Lt-Col" and "Mr/Mrs"; null if any part is no title, as in "Dean-Hale". */
function titlesIn(word: string): Title[] | null {
  const found = word
    .split(/[-/]/)
    .map((part) => titles.get(part.replace(/\.$/, '').replace('’', "'").toLowerCase()));
  return found.every((title) => title !== undefined) ? found : null;
}

/** The title after "Dear", or null when none is spoken. */
export function spokenTitle(written: string): Title | null {
  const { titles: found, rest } = readTitles(written, true);
  // A title that is not in the table is spoken as typed.
  if (rest !== '') return { spoken: written, takes: 'last name', standsAlone: false, replacesOthers: false };
  const [first] = found;
  if (!first) return null;
  // "Mr and Mrs", "Ms/Mrs".
  if (/ and | or |[&+/]/i.test(written))
    return { ...first, spoken: written, standsAlone: false, replacesOthers: false };
  return (
    (/\b(?:sergeant|sgt)\.?[ -]maj/i.test(written) ? { ...first, spoken: 'Sergeant Major' } : undefined) ??
    found.find(({ takes }) => takes === 'first name') ??
    // Of two ranks the last is said: "Major General Hale" is General Hale.
    found.findLast(({ replacesOthers }) => replacesOthers) ?? {
      ...first,
      spoken: [...new Set(found.map(({ spoken }) => spoken))].join(' '),
      standsAlone: found.every(({ standsAlone }) => standsAlone),
    }
  );
}

/** "Bishop of Northmere" for "The Rt Revd the Bishop of Northmere". */
export function withoutStyles(role: string): string {
  let rest = role;
  for (let style = STYLE.exec(rest)?.[0]; style; style = STYLE.exec(rest)?.[0])
    rest = rest.slice(style.length).trim();
  return rest.replace(/^the /i, '') || role;
}

/** "Mr." is written without its full stop. */
function withoutFullStops(text: string): string {
  return text
    .split(' ')
    .map((word) =>
      titles.has(word.slice(0, -1).toLowerCase()) || /^rt\.$/i.test(word) ? word.replace(/\.$/, '') : word,
    )
    .join(' ');
}

const LETTERS_AFTER =
  /(?:,? (?:OBE|MBE|CBE|KBE|DBE|GBE|BEM|KCB|DCB|CB|CMG|KCMG|CVO|MVO|KC|QC|JP|DL|MP|MS|MSP|MEP|TD|VR|PhD|DPhil|EdD|BA|BSc|BEd|MA|MSc|MEd|MBA|LLB|PGCE|NPQH|NPQEL|FCCT|FRSA|FRS|FBA|FCA|ACA|CIPD|Esq|Jr|Jnr|Snr|II|III|SJ|OSB|OP|RSM|RN|RAF)\.?(?: ?\([^()]*\))?| \([^()]*\))+$/;

/** A name without "OBE", "(Hons)", or "(she/her)" after it, which belong on the envelope only. */
export function withoutLettersAfter(name: string): string {
  // A longer text is not a name, and the search would take long.
  if (name.length > 200) return name;
  const withoutSigns = (text: string): string => {
    const words = text.split(' ');
    return words.slice(0, words.findLastIndex((word) => !NO_PART.test(word)) + 1).join(' ');
  };
  const plain = name.replace(/\b(?:\p{Lu}\.){2,}(?=$|,| )/gu, (dotted) => dotted.replaceAll('.', ''));
  return withoutSigns(withoutSigns(plain).replace(LETTERS_AFTER, ''));
}

/** What is typed where a name is not known. */
const NO_NAME =
  /^(?:n\/a|n\.a\.|not (?:applicable|known)|none|unknown|tb[acd]|(?:dear )?(?:sirs|sir ?(?:\/|or) ?madam|all|colleagues?)|(?:to )?whom it may concern)$/i;
const DOES_NOT_SHOW = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** A typed name without what certainly belongs to none, such as quotation marks around it or a comma after it. */
export function cleanName(typed: string): string {
  const line = cleanLine(typed).replace(DOES_NOT_SHOW, '').trim().split(/\s+/).join(' ');
  // A longer text is not a name, and the search would take long.
  if (line.length > 200) return line;
  const name = line
    .replace(/^(["“‘'])([^"“”]+)["”’']$/, '$2')
    // A sign or picture before it, as in a list.
    .replace(/^[^\p{L}\d(<]+ /u, '')
    .replace(/[,;:]$|(?<=\p{L}{4})\.$/u, '')
    .replace(/^(Mrs?|Miss|Ms|Mx|Dr|Prof|Revd?|Cllr)\.(?=\p{L}[^@]*$)/iu, '$1. ')
    .replace(/\b(\p{Lu})\.(?=\p{Lu}\p{Ll})/gu, '$1. ');
  return NO_NAME.test(name) || !/[\p{L}\d]/u.test(name) ? '' : name;
}

/** "😊", "✓", "x1234", an address: no part of a name. */
const NO_PART = /[@\d]|^\P{L}+$|^(?:obe|mbe|cbe|bem|phd|pgce|npqh)$/u;

const PARTICLE =
  /^(?:van|von|de|den|der|ter|ten|del|della|di|da|das|dos|du|la|le|el|al|bin|ibn|ben|ap|mac|mc|o|st\.?)$/i;

/** One or more initials, as in "J. K." or "J.K." */
const INITIALS = /^(?:\p{Lu}\.?)+$/u;

/**
 * Splits a whole name before the last word, with the particles before that word: "Tom | van der Berg". "Hale of Northmere"
 * is one last name. In "Ann Bonham Stone" nothing tells whether Bonham is a first or a last name, so the whole name is taken
 * as the last name, unless only the first name is wanted.
 */
export function splitName(name: string, wantsFirstName: boolean): { firstName: string; lastName: string } {
  const all = name.split(' ');
  const words = all.slice(0, withoutLettersAfter(name).split(' ').length);
  const isParticle = (word = ''): boolean => PARTICLE.test(word);
  const place = words.findIndex((word, at) => at > 0 && word === 'of');
  let start = (place > 0 ? place : words.length) - 1;
  while (start > 0 && isParticle(words[start - 1])) start -= 1;
  const given = words.slice(0, start).filter((word) => !INITIALS.test(word));
  const isUncertain = given.length > 1 && !wantsFirstName;
  // "Patel and Mr Hale" is two people; nothing tells which words are first names.
  if (isUncertain || words.some((word) => /^(?:and|&)$/i.test(word))) start = 0;
  return { firstName: all.slice(0, start).join(' '), lastName: all.slice(start).join(' ') };
}

/** Moves initials that are typed before a last name: "J. K. | Hale". "O Neill" has none. */
export function splitInitials(lastName: string): { initials: string; rest: string } {
  const words = lastName.split(' ');
  const end = words.findIndex((word) => !INITIALS.test(word) || word === 'O');
  const isName =
    end > 0 &&
    words.slice(0, end).every((word) => word.replaceAll('.', '').length === 1 || word.includes('.'));
  return isName
    ? { initials: words.slice(0, end).join(' '), rest: words.slice(end).join(' ') }
    : { initials: '', rest: lastName };
}
