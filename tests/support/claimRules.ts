import type { IsoDate, LetterTemplate, TemplateBlock, TemplateInline } from '../../lib/letter/model';
import { isIsoDate } from '../../lib/letter/dates';
import type { Fault } from './letterRules';

/** Checks that templates/CLAIMS.md and templates/sources.md match the letters. */

export interface Claim {
  claim: string;
  words: string;
  /** “letter#section”. */
  where: string[];
  source: string;
  howSure: string;
  checkedOn: IsoDate;
}

export function readClaims(markdown: string): Claim[] {
  const rows = markdown.split('\n').filter((line) => /^\| (?!Claim |---)/.test(line));
  return rows.map((row) => {
    const cells = row.replace(/^\| | \|$/g, '').split(' | ');
    const [claim = '', words = '', where = '', source = '', howSure = '', checkedOn = ''] = cells;
    if (cells.length !== 6) throw new Error(`A row of CLAIMS.md has ${cells.length} cells, not six: ${row}`);
    return { claim, words, where: where.split(', '), source, howSure, checkedOn };
  });
}

export interface Source {
  key: string;
  details: Record<string, string>;
}

export function readSources(markdown: string): Source[] {
  return markdown
    .split(/^## /m)
    .slice(1)
    .map((text) => {
      const [key = '', ...lines] = text.trim().split('\n');
      const pairs = lines.flatMap((line) => /^- (\w+): (.+)$/.exec(line)?.slice(1, 3) ?? []);
      const details: Record<string, string> = {};
      for (let index = 0; index < pairs.length; index += 2)
        details[pairs[index] ?? ''] = pairs[index + 1] ?? '';
      return { key, details };
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

/** Text that needs a row in CLAIMS.md: statutes, figures, dates, quotations, and who found or decided what. */
const needsClaim: readonly RegExp[] = [
  /\d+/g,
  /\bAct\b/g,
  /\bRegulations\b/g,
  /\b(sections?|regulations?|Schedule|Article|Part) \w*\d/gi,
  /\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|dozens?|half|thirds?|quarters?|per cent|percentage|majority|minority|most|nearly all|almost all|average)\b/gi,
  /\b(January|February|March|April|June|July|August|September|October|November|December)\b|\b[Ii]n May\b/g,
  /“[^”]*”/g,
  /\b(Ofsted|NAHT|HSE|[Tt]he Health and Safety Executive|The (independent )?assessment|The government|DfE|The Department for Education|HMI) (has |have )?(since )?(said|says|states|stated|found|finds|calls (?:it|the|this|for)|called|warns|warned|believes|thinks|advises|advised|expects|requires|required|accepts|accepted|admits|admitted|promised|confirmed|commissioned|addressed|agreed|published|recommends|recommended|decided|joined|grades|graded)\b/g,
  /\bIt (also )?(found|recommended|added|adds|grades)\b/g,
  /\b(research|stud(y|ies)|surveys?|polls?|evidence|figures|experts|reports?|inspectors) (has |have )?(shows?|shown|suggests?|finds?|found|says?|said|proves?|proven)\b/gi,
  /\b(NAHT|ACAS|Acas|NEU|ASCL|NASUWT|HSE|Health and Safety Executive|DfE|Department for Education|government|Secretary of State|minister|Parliament|Education Support|Schools Week|Tes|Mc Brearty|Whiteman|Oliver)\b/g,
  /\b(many|few|several|some|every|all|other|thousands of|hundreds of) (heads|headteachers|leaders|schools|teachers|employers|trusts|councils)\b|\b(heads|leaders|schools|employers) everywhere\b|\b(every|each|no) (head|headteacher|leader|school|teacher)\b/gi,
  /(\b(council|trust|governing body)|\{\{employer\}\}) is \{\{my\/our\}\} employer\b|\bemployer is the \w+|\bnot the people who govern\b/gi,
  /\bincludes (mental health|the risk)\b|\bearly years\b|\bsixth form\b|\bemployee assistance programme\b/gi,
  /\b(must|shall|obliged|obligation|entitled|duty|duties|requires?|required|offence)\b/gi,
  /\bby law\b|\blegal(ly)?\b|\bthe law\b|\bstatut\w+|\bcommon law\b|\b[Cc]ode of [Pp]ractice\b|\bguidance\b|\bUK GDPR\b|\bManagement Standards\b|\bDirective\b/gi,
];

/** Exceptions: numbers in the letter's own requests, and what the signer chose to say about themselves. */
const noClaim = /\bForty-five minutes\b|\btwo or three times\b|\b(am|is) a member of NAHT\b/g;

/** Finds statements that need a claim and are not part of a claim's words in the same section. */
export function checkCovered(sections: ReadonlyMap<string, string>, claims: readonly Claim[]): Fault[] {
  return [...sections].flatMap(([where, typed]) => {
    const text = typed.replace(noClaim, (words) => '_'.repeat(words.length));
    const covered = claims
      .filter((claim) => claim.where.includes(where))
      .flatMap(({ words }) => spans(text, words));
    return needsClaim.flatMap((pattern) =>
      Array.from(text.matchAll(pattern)).flatMap(({ 0: found, index }) => {
        const inside = covered.some(([from, to]) => index < to && index + found.length > from);
        return inside ? [] : [`${where}: “${found}” has no row in CLAIMS.md`];
      }),
    );
  });
}

function spans(text: string, words: string): [number, number][] {
  const found: [number, number][] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    found.push([at, at + words.length]);
  return found;
}

export function checkClaims(
  letters: readonly LetterTemplate[],
  claims: readonly Claim[],
  sources: readonly Source[],
): Fault[] {
  const sections = templateSections(letters);
  const keys = new Set(sources.map(({ key }) => key));
  const readOn = new Map(sources.map(({ key, details }) => [key, isoDay(details.Read ?? '')]));
  return claims.flatMap((claim) => [
    ...((readOn.get(claim.source) ?? claim.checkedOn) < claim.checkedOn
      ? [`“${claim.claim}” was checked after ${claim.source} was read`]
      : []),
    ...(claim.howSure === 'V'
      ? []
      : [`“${claim.claim}” is marked ${claim.howSure}, and only V may be stated`]),
    ...(isIsoDate(claim.checkedOn) ? [] : [`“${claim.claim}” was checked on “${claim.checkedOn}”`]),
    ...(keys.has(claim.source) ? [] : [`“${claim.source}” is not in sources.md`]),
    ...claim.where.flatMap((where) => checkPlace(where, claim, letters, sections)),
  ]);
}

/** “23 November 2026” as 2026-11-23; 9999-12-31 if the date cannot be read, which checkSources reports. */
function isoDay(words: string): IsoDate {
  const time = Date.parse(`${words} UTC`);
  return Number.isNaN(time) ? '9999-12-31' : new Date(time).toISOString().slice(0, 10);
}

function checkPlace(
  where: string,
  claim: Claim,
  letters: readonly LetterTemplate[],
  sections: ReadonlyMap<string, string>,
): Fault[] {
  const [letterId, sectionId] = where.split('#');
  const letter = letters.find(({ id }) => id === letterId);
  const section = letter?.sections.find(({ id }) => id === sectionId);
  if (!letter || !section) return [`“${where}” is no section`];
  return [
    ...(sections.get(where)?.includes(claim.words) ? [] : [`${where} no longer says “${claim.words}”`]),
    ...(section.sources.includes(claim.source) ? [] : [`${where} does not name its source ${claim.source}`]),
  ];
}

/** Each source that a section names has a claim, each listed source is used, and each source has its full details. */
export function checkSources(
  letters: readonly LetterTemplate[],
  claims: readonly Claim[],
  sources: readonly Source[],
): Fault[] {
  const named = letters.flatMap(({ id, sections }) =>
    sections.flatMap((section) => section.sources.map((key) => ({ key, where: `${id}#${section.id}` }))),
  );
  const idle = named.filter(
    ({ key, where }) => !claims.some((claim) => claim.source === key && claim.where.includes(where)),
  );
  const unused = sources.filter(({ key }) => !named.some((name) => name.key === key));
  const incomplete = sources.filter(
    ({ details }) =>
      !['Publisher', 'Title', 'Month', 'Holds'].every((name) => details[name]) ||
      !/^<https?:\/\/[^\s>]+>$/.test(details.Link ?? '') ||
      !/^\d{1,2} [A-Z][a-z]+ \d{4}$/.test(details.Read ?? ''),
  );
  const twice = sources.filter(({ key }, at) => sources.findIndex((source) => source.key === key) !== at);
  return [
    ...idle.map(({ key, where }) => `${where} names ${key}, but no row says for what`),
    ...unused.map(({ key }) => `no letter names ${key}`),
    ...twice.map(({ key }) => `${key} is in sources.md twice`),
    ...incomplete.map(({ key }) => `${key} lacks a publisher, title, month, link or day of reading`),
  ];
}
