import type { IsoDate, LetterTemplate, TemplateBlock, TemplateInline } from '../../lib/letter/model';
import { isIsoDate } from '../../lib/letter/dates';
import type { Fault } from './letterRules';

/** Keeps templates/CLAIMS.md and templates/sources.md true to the letters. */

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

/** The words of each section as the file has them, under whatever condition. */
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

function rawText(content: readonly TemplateInline[]): string {
  return content
    .map((part) => {
      if (part.type === 'field') return `{{${part.name}}}`;
      return part.type === 'number' ? `{{${part.single}/${part.joint}}}` : part.text;
    })
    .join('');
}

/** What cannot stand in a letter without a row: statutes, figures, dates, quotations, and who found or decided what. */
const needsClaim: readonly RegExp[] = [
  /\d+/g,
  /\bAct\b/g,
  /\bRegulations\b/g,
  /\b(sections?|regulations?|Schedule|Article|Part) \w*\d/gi,
  /\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|hundred|thousand|half|most)(-point| per cent| (graded |or more )?(areas|people|employees|schools|heads|headteachers|leaders|grades|inspections))/gi,
  /“[^”]*”/g,
  /\b(Ofsted|NAHT|HSE|The Health and Safety Executive|The (independent )?assessment) (has |have )?(since )?(said|says|found|finds|commissioned|addressed|agreed|published|recommended|decided|joined)\b/g,
  /\bIt (also )?(found|recommended|adds)\b/g,
  /\b(every|each|An|all) employers?\b[^.]*\b(must|shall|requires?)\b/gi,
  /\bby law\b|\blegal(ly)?\b|\bthe law\b|\bstatut\w+/gi,
];

/** Statements that the words of a claim elsewhere in the paragraph do not cover. */
export function checkCovered(sections: ReadonlyMap<string, string>, claims: readonly Claim[]): Fault[] {
  return [...sections].flatMap(([where, text]) => {
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
  return claims.flatMap((claim) => [
    ...(claim.howSure === 'V'
      ? []
      : [`“${claim.claim}” is marked ${claim.howSure}, and only V may be stated`]),
    ...(isIsoDate(claim.checkedOn) ? [] : [`“${claim.claim}” was checked on “${claim.checkedOn}”`]),
    ...(keys.has(claim.source) ? [] : [`“${claim.source}” is not in sources.md`]),
    ...claim.where.flatMap((where) => checkPlace(where, claim, letters, sections)),
  ]);
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
    ...(letter.checkedOn > claim.checkedOn
      ? [`${letter.id} says it was checked after “${claim.claim}” was`]
      : []),
  ];
}

/** A source named by a section rests on a claim; a source listed is used; every source can be looked up. */
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
    ({ details }) => !['Publisher', 'Title', 'Month', 'Link', 'Read'].every((name) => details[name]),
  );
  return [
    ...idle.map(({ key, where }) => `${where} names ${key}, but no row says for what`),
    ...unused.map(({ key }) => `no letter names ${key}`),
    ...incomplete.map(({ key }) => `${key} lacks a publisher, title, month, link or day of reading`),
  ];
}
