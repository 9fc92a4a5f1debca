import type { LetterTemplate, TemplateBlock, TemplateInline } from '../../lib/letter/model';
import { type Entries, type Sources, sourcesOf, textOf, wordsOf } from './claimData';
import type { Fault } from './letterRules';
import { LABELS, type Sentence } from './letterSentences';

/** Each sentence of the file has its entry, in the file's order, and each entry its sentence. */
export function checkAccounted(name: string, sentences: readonly Sentence[], entries: Entries): Fault[] {
  const places = [...new Set([...sentences.map(({ place }) => place), ...Object.keys(entries)])];
  return places.flatMap((place) => {
    const written = sentences.filter((one) => one.place === place).map(({ text }) => text);
    const listed = (entries[place] ?? []).map(textOf);
    const added = written.filter((text) => !listed.includes(text));
    const gone = listed.filter((text) => !written.includes(text));
    if (added.length + gone.length === 0)
      return written.join('\n') === listed.join('\n')
        ? []
        : [`${name}, ${place}: the sentences are in another order`];
    return [
      ...added.map(
        (text) =>
          `${name}, ${place}: nobody has classified “${text}”. In templates/sentences/${name}.yaml, add under ` +
          `“${place}:” either\n  - ${JSON.stringify(text)}\nif it states no fact, or\n  - says: ` +
          `${JSON.stringify(text)}\n    rests-on: [<source>/<words>]`,
      ),
      ...gone.map((text) => `${name}, ${place}: no longer says “${text}”`),
    ];
  });
}

/** What each entry says is carried by its sources, or states no fact. */
export function checkEntries(name: string, entries: Entries, sources: Sources): Fault[] {
  return Object.entries(entries).flatMap(([place, list]) =>
    list.flatMap((one) => {
      const faults =
        typeof one === 'string'
          ? LABELS.has(place)
            ? []
            : checkNoFact(one)
          : 'says' in one
            ? checkClaim(one.says, one['rests-on'], sources)
            : ['is not classified yet'];
      return faults.map((fault) => `${name}, ${place}: “${textOf(one)}” ${fault}`);
    }),
  );
}

/** Words of the letter's own subject, of its requests, and of what the signer ticked. They state nothing about the world. */
const OWN_WORDS = [
  /\bOfsted inspections?\b/g,
  /\bOfsted (inspects|calls|could call)\b/g,
  /\bnew here\b/g,
  /\b(am|is) a member of NAHT\b/g,
  /(?<=\p{L} )Ofsted’s framework\b/gu,
  /^INSPECTION NOTIFIED\b/g,
  /\bSENCos?\b/g,
  /\b[Nn]ew and expectant mothers\b/g,
  /^Ofsted’s own arrangements:$/g,
  /\bnot the words of HSE, Ofsted or NAHT\b/g,
  /^Forty-five minutes should be enough\.$/g,
  /\btwo or three times\b/g,
];

const NUMBER_WORDS =
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million dozen half third quarter twice'.split(
    ' ',
  );
const NUMBER_WORD = new RegExp(`\\b(${NUMBER_WORDS.join('|')})s?\\b`, 'gi');
const MONTH =
  /\b(January|February|March|April|(?<=[Ii]n )May|June|July|August|September|October|November|December)\b/g;
const PROVISION =
  /\b(sections?|sec|s|ss|regulations?|regs?|schedules?|sch|articles?|art|paragraphs?|para|parts?|clauses?)\b\.? ?(\d{1,3}(?!\d)[A-Z]?(?:\(\w+\))*)/gi;
/** “Health and Safety at Work etc. Act 1974”: the whole name with its year. */
const LAW =
  /\b(?:\p{Lu}[\p{L}’]*|of|and|at|with|for|to|in|etc\.?|\([\p{L} ]+\))(?: (?:\p{Lu}[\p{L}’]*|of|and|at|with|for|to|in|etc\.?|\([\p{L} ]+\)))* (?:Act|Regulations)(?: \d{4})?/gu;
const DUTY =
  /\b(must|shall|dut(?:y|ies)|require[sd]?|requirement|laws?|legal(?:ly)?|statut\w+|oblig\w+|entitle\w*)\b/gi;
/** Each of these has to stand in the source itself. */
const GRAVE =
  /\b(offences?|breach\w*|unlawful\w*|illegal\w*|liab\w+|negligen\w+|rights?|government|minister\w*|parliament|courts?|tribunals?|coroner\w*|inspectorate|regulator\w*|polls?|survey\w*|research|per cent|majority|minority|most|new|newly|recent(?:ly)?|this (?:year|month|term|autumn|spring|summer))\b/gi;
const GRADE =
  /\b(exceptional|strong standard|expected standard|needs attention|urgent improvement|outstanding|requires improvement|inadequate|not met)\b/gi;
const QUALIFIER = 'so far as is reasonably practicable';
/** Words that limit what a source says. A claim that rests on them and says `of` must not leave them out. */
const LIMITS = [
  { limit: /\bso far as is reasonably practicable\b/i, of: /./ },
  { limit: /\bso far as reasonably practicable\b/i, of: /\b(must|shall|dut(?:y|ies)|require[sd]?)\b/i },
  { limit: /\bfive or more\b/i, of: /\b(must|shall|required?) (to )?(record|write)\b/i },
];

/** Words with a capital that is not the sentence's first letter, or that begin a sentence and are no common word. */
const COMMON_STARTS = new Set(
  'a all an and another any as at before but by each enc either every for from further health how if in into is isolation it its no nobody nothing on one or other otherwise please safeguarding schools so staff such support that the their there these they this those taking to under today some write record headteacher headteachers leaders teachers executive employer assessor consulted date examples evidence unfamiliar pair publish time personal recorded supply name preparing news conduct everybody ban questioning long unexpected pressure hard weeks errors parents decisions monitoring staff after check be tell employers hazards who school until we what whatever when where whether which while who whom will with without yes you your dear cc thank yours i meeting request review risk safeguarding inspections regulations'.split(
    ' ',
  ),
);

function namesIn(text: string): string[] {
  return Array.from(text.matchAll(/(?<![\w’])\p{Lu}[\p{L}\d’-]*/gu)).flatMap(({ 0: found, index }) => {
    const word = found.replace(/’s?$/, '');
    const starts = /^[“(]?$|[.?!:]["”)]? [“(]?$|[“(]$/.test(text.slice(0, index));
    return word === 'I' || (starts && COMMON_STARTS.has(word.toLowerCase())) ? [] : [word];
  });
}

const withoutPlaceholders = (text: string) => text.replace(/\{\{[^}]*\}\}/g, '…');
const all = (text: string, pattern: RegExp) => Array.from(text.matchAll(pattern), ([found]) => found);

function checkNoFact(typed: string): Fault[] {
  const text = OWN_WORDS.reduce((rest, own) => rest.replace(own, '…'), withoutPlaceholders(typed));
  const marks = [
    ...all(text, /\d+/g),
    ...all(text, NUMBER_WORD),
    ...all(text, MONTH),
    ...all(text, DUTY),
    ...all(text, GRAVE),
    ...all(text, GRADE),
    ...all(text, /“[^”]*”/g),
    ...(text.includes(QUALIFIER) ? [QUALIFIER] : []),
    ...namesIn(text),
  ];
  return marks.length === 0
    ? []
    : [`is listed as stating no fact, but has ${marks.map((mark) => `“${mark}”`).join(', ')}`];
}

/** A sentence may say in brackets in which month a source of its was read. */
function withoutReading(typed: string, cited: readonly string[], sources: Sources): string {
  const months = cited.map((ref) =>
    new Date(sources[ref.split('/')[0] ?? '']!.read).toLocaleDateString('en-GB', {
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    }),
  );
  return months.reduce((text, month) => text.replace(` (read in ${month})`, ''), typed);
}

function checkClaim(typed: string, cited: readonly string[], sources: Sources): Fault[] {
  if (cited.length === 0) return ['rests on nothing'];
  const unknown = cited.filter((ref) => wordsOf(ref, sources) === null);
  if (unknown.length > 0)
    return unknown.map((ref) => `rests on “${ref}”, which is not in templates/sources.yaml`);
  const words = cited.map((ref) => wordsOf(ref, sources) ?? '').join('\n');
  const titles = cited.map((ref) => {
    const { publisher, title, month } = sources[ref.split('/')[0] ?? '']!;
    return `${publisher}, ${title}, ${month}`;
  });
  return [
    ...checkCarried(
      withoutPlaceholders(withoutReading(typed, cited, sources)),
      words,
      [words, ...titles].join('\n'),
    ),
    ...cited
      .filter(
        (ref) =>
          !ref.endsWith('/unread') &&
          !sharesWords(typed, `${wordsOf(ref, sources)} ${sources[ref.split('/')[0] ?? '']?.publisher}`),
      )
      .map((ref) => `has no word in common with “${ref}”`),
  ];
}

/** What a claim says more precisely than its sources: `words` are the sources' own, `known` has their titles and months too. */
function checkCarried(text: string, words: string, known: string): Fault[] {
  const has = (found: string) => known.toLowerCase().includes(found.toLowerCase());
  const quotes = all(text, /(?<=“)[^”]*(?=”)/g);
  const own = OWN_WORDS.reduce((rest, one) => rest.replace(one, '…'), text);
  const provisions = Array.from(own.matchAll(PROVISION), ([found, unit = '', number = '']) => ({
    found,
    unit,
    number,
  }));
  const missing = [
    ...all(own, /\d+/g).filter((found) => !new RegExp(`(?<!\\d)${found}(?!\\d)`).test(known)),
    ...all(own, NUMBER_WORD).filter((found) => !new RegExp(`\\b(${numberForms(found)})\\b`, 'i').test(known)),
    ...provisions.filter((one) => !isProvisionIn(one, known)).map(({ found }) => found),
    ...all(own, LAW).filter((found) => !isLawIn(found, known)),
    ...all(own, MONTH).filter((found) => !known.includes(found)),
    ...all(own, GRAVE).filter((found) => !has(found.replace(/s$/, ''))),
    ...all(own, GRADE).filter((found) => !has(found)),
    ...quotes.filter((found) => !words.includes(found)).map((found) => `“${found}”`),
    ...namesIn(own).filter((found) => !new RegExp(`(?<!\\p{L})${found.replace(/s$/, '')}`, 'u').test(known)),
    ...(all(own, DUTY).length > 0 && all(words, DUTY).length === 0 ? all(own, DUTY) : []),
    ...(all(own, DUTY).length > 0 ? wordsAddedTo(known, own) : []),
    ...(text.includes(QUALIFIER) && !words.includes(QUALIFIER) ? [QUALIFIER] : []),
  ];
  const dropped = LIMITS.filter(
    ({ limit, of }) => of.test(own) && limit.test(words) && !limit.test(text),
  ).map(({ limit }) => limit.exec(words)?.[0]);
  return [
    ...(missing.length > 0 ? [`says ${missing.join(', ')}, which its sources do not`] : []),
    ...dropped.map((said) => `leaves out “${said}”, which its source says`),
  ];
}

/** Words of ours beside the words of the law. They ask for nothing. */
const BESIDE_A_DUTY =
  /^(?:which|their|under|inclu|appli|meanw|meant|befor|after|durin|could|reply|settl|staff|inspe|ofste|affec|requi|guida|notif|answe|comes)/;

/** In a sentence that states a duty each longer word is the source’s: “by a doctor” or “every year” would add to the law. */
function wordsAddedTo(known: string, text: string): string[] {
  const unquoted = text.replace(/“[^”]*”/g, '').toLowerCase();
  return [...all(unquoted, /\p{L}{5,}/gu), ...all(unquoted, /\b(?:each|per|every) year\b/g)].filter(
    (word) =>
      !BESIDE_A_DUTY.test(word) &&
      all(word, DUTY).length === 0 &&
      !known.toLowerCase().includes(word.slice(0, 5)),
  );
}

const numberForms = (found: string) => {
  const word = found.toLowerCase().replace(/s$/, '');
  const value = NUMBER_WORDS.indexOf(word) + 2;
  return value >= 2 && value <= 20 ? `${word}|${value}` : word;
};

function isProvisionIn({ unit, number }: { unit: string; number: string }, known: string): boolean {
  const kind = /^(?:reg|sch|s)/.exec(unit.toLowerCase())?.[0] ?? unit;
  const short: Record<string, string> = {
    s: 'sections?|s\\.',
    reg: 'regulations?|reg\\.?',
    sch: 'schedules?',
  };
  const named = short[kind] ?? unit;
  return new RegExp(`\\b(${named}) ?${number.replace(/[()]/g, '\\$&')}(?!\\d)`, 'i').test(known);
}

/** “The Regulations” names no law of its own. Sources write “etc” with and without a full stop. */
function isLawIn(found: string, known: string): boolean {
  const plain = (text: string) => text.toLowerCase().replaceAll('.', '').replaceAll('’', "'");
  const name = found.replace(/^(?:(?:under|the|in|of|and|to|by) )+/i, '');
  return /^(?:Act|Regulations)$/.test(name) || plain(known).includes(plain(name));
}

/** Words so frequent in these letters that sharing one of them shows little. */
const FREQUENT =
  /^(schoo|staff|emplo|inspe|ofste|pleas|would|their|which|about|there|under|other|lette|where|every)/;

/** Whether a sentence that has telling words and a source share a telling word, or at least two frequent ones. A council is a “local authority” in sources. */
function sharesWords(text: string, words: string): boolean {
  const stems = (from: string) =>
    new Set(
      all(from.toLowerCase().replaceAll('council', 'local authority'), /\p{L}{4,}/gu).map((word) =>
        word.slice(0, 5),
      ),
    );
  const telling = [...stems(text)].filter((stem) => !FREQUENT.test(stem));
  if (telling.length < 2) return true;
  const others = stems(words);
  const shared = [...stems(text)].filter((stem) => others.has(stem));
  return shared.length > 1 || shared.some((stem) => !FREQUENT.test(stem));
}

/** The sources that each section of a letter names are those on which its sentences rest. */
export function checkNamedSources(letter: LetterTemplate, entries: Entries): Fault[] {
  return letter.sections.flatMap((section) => {
    const used = sourcesOf(entries, section.id);
    const fault = `${letter.id}#${section.id}`;
    return [
      ...used
        .filter((key) => !section.sources.includes(key))
        .map((key) => `${fault} does not name its source ${key}`),
      ...section.sources
        .filter((key) => !used.includes(key))
        .map((key) => `${fault} names ${key}, but no sentence rests on it`),
    ];
  });
}

/** The text of each section as typed in the file, including all conditional parts. */
export function templateSections(letters: readonly LetterTemplate[]): Map<string, string> {
  return new Map(
    letters.flatMap((letter) => [
      [`${letter.id}#subject`, rawText(letter.subject)] as const,
      ...letter.sections.map(
        (section) => [`${letter.id}#${section.id}`, section.blocks.flatMap(rawBlock).join('\n')] as const,
      ),
    ]),
  );
}

function rawBlock(block: TemplateBlock): string[] {
  switch (block.type) {
    case 'paragraph':
      return [rawText(block.content)];
    case 'lines':
      return block.lines.map(rawText);
    case 'list':
      return block.items.map(rawText);
    case 'requests':
      return block.requests.map(({ content }) => rawText(content));
    case 'when':
      return block.blocks.flatMap(rawBlock);
  }
}

/** The text as typed in the file, with placeholders such as `{{I/we}}` and `{{school}}`. */
export function rawText(content: readonly TemplateInline[]): string {
  return content
    .map((part) => {
      if (part.type === 'field') return `{{${part.name}}}`;
      return part.type === 'number' ? `{{${part.single}/${part.joint}}}` : part.text;
    })
    .join('');
}
