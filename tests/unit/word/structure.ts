import { strFromU8, unzipSync } from 'fflate';

/** Reads the parts of a Word file. Needs a DOMParser: `@vitest-environment jsdom`. */

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const REFERENCE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CONTENT_TYPES = '[Content_Types].xml';
const A4 = ['11906', '16838'];

export interface WordPackage {
  /** Names of the XML parts; each is parsed on first use. */
  parts: {
    get: (name: string) => Document | undefined;
    [Symbol.iterator]: () => Iterator<[string, Document]>;
  };
  names: string[];
}

export function openPackage(bytes: Uint8Array): WordPackage {
  const files = unzipSync(bytes);
  const names = Object.keys(files);
  const parser = new DOMParser();
  const parsed = new Map<string, Document>();
  const get = (name: string) => {
    const file = files[name];
    if (file && !parsed.has(name)) parsed.set(name, parser.parseFromString(strFromU8(file), 'text/xml'));
    return parsed.get(name);
  };
  const all = () =>
    names.filter((name) => /\.(xml|rels)$/.test(name)).map((name): [string, Document] => [name, get(name)!]);
  return { names, parts: { get, [Symbol.iterator]: () => all()[Symbol.iterator]() } };
}

export const wordElements = (part: Document | Element | undefined, name: string): Element[] =>
  part ? [...part.getElementsByTagNameNS(W, name)] : [];

export const wordValue = (element: Element | undefined, name = 'val'): string =>
  element?.getAttributeNS(W, name) ?? '';

export const paragraphText = (paragraph: Element): string =>
  wordElements(paragraph, 't')
    .map((text) => text.textContent ?? '')
    .join('');

export const styleOf = (paragraph: Element): string => wordValue(wordElements(paragraph, 'pStyle')[0]);

export const mainPart = ({ parts }: WordPackage): Document => parts.get('word/document.xml')!;

/** Problems of a Word file, as sentences; empty if Word, Pages and LibreOffice can open the file. */
export function findStructureProblems(bytes: Uint8Array): string[] {
  const word = openPackage(bytes);
  return [
    ...findBrokenXml(word),
    ...findUntypedParts(word),
    ...findBrokenRelationships(word),
    ...findUndefinedStyles(word),
    ...findUndefinedNumbering(word),
    ...findEmptyParagraphs(word),
    ...findBadTables(word),
    ...findWrongSettings(word),
  ];
}

function findBrokenXml({ parts }: WordPackage): string[] {
  return [...parts]
    .filter(([, part]) => part.getElementsByTagName('parsererror').length > 0)
    .map(([name]) => `${name} is not well-formed XML`);
}

function findUntypedParts({ parts, names }: WordPackage): string[] {
  const types = parts.get(CONTENT_TYPES);
  if (!types) return [`${CONTENT_TYPES} is missing`];
  const overrides = [...types.getElementsByTagName('Override')].map(
    (type) => type.getAttribute('PartName') ?? '',
  );
  const defaults = [...types.getElementsByTagName('Default')].map(
    (type) => type.getAttribute('Extension') ?? '',
  );
  const isTyped = (name: string) =>
    overrides.includes(`/${name}`) || defaults.includes(name.split('.').at(-1) ?? '');
  return [
    ...names
      .filter((name) => name !== CONTENT_TYPES && !isTyped(name))
      .map((name) => `${name} has no content type`),
    ...overrides
      .filter((path) => !names.includes(path.slice(1)))
      .map((path) => `${path} has a type and is missing`),
  ];
}

function findBrokenRelationships({ parts, names }: WordPackage): string[] {
  const problems: string[] = [];
  for (const [name, part] of parts) {
    if (!name.endsWith('.rels')) {
      problems.push(...findUnresolvedReferences(name, part, parts));
      continue;
    }
    const folder = name.replace(/_rels\/[^/]*$/, '');
    for (const relationship of part.getElementsByTagNameNS(RELATIONSHIPS, 'Relationship')) {
      const target = relationship.getAttribute('Target') ?? '';
      const path = target.startsWith('/') ? target.slice(1) : folder + target;
      if (relationship.getAttribute('TargetMode') === 'External')
        problems.push(`${name} points outside, at ${target}`);
      else if (!names.includes(path)) problems.push(`${name} points at ${path}, which is missing`);
    }
  }
  return problems;
}

function findUnresolvedReferences(name: string, part: Document, parts: WordPackage['parts']): string[] {
  const used = [...part.querySelectorAll('*')].flatMap((element) => {
    const id = element.getAttributeNS(REFERENCE, 'id');
    return id ? [id] : [];
  });
  const rels = parts.get(name.replace(/([^/]*)$/, '_rels/$1.rels'));
  const known = [...(rels?.getElementsByTagName('Relationship') ?? [])].map((item) =>
    item.getAttribute('Id'),
  );
  return used
    .filter((id) => !known.includes(id))
    .map((id) => `${name} uses relationship ${id}, which it has not`);
}

function findUndefinedStyles({ parts }: WordPackage): string[] {
  const styles = parts.get('word/styles.xml');
  const defined = new Set(wordElements(styles, 'style').map((style) => wordValue(style, 'styleId')));
  const users = ['pStyle', 'rStyle', 'tblStyle', 'basedOn', 'next', 'link'];
  // Footnote separators refer to styles too, so they are checked like other parts.
  const used = [...parts].flatMap(([name, part]) =>
    users.flatMap((user) => wordElements(part, user).map((element) => [name, wordValue(element)] as const)),
  );
  const paragraphs = wordElements(parts.get('word/document.xml'), 'p');
  return [
    ...used
      .filter(([, id]) => !defined.has(id))
      .map(([name, id]) => `${name} uses style ${id}, which is not defined`),
    ...paragraphs.filter((p) => styleOf(p) === '').map((p) => `"${paragraphText(p)}" has no named style`),
  ];
}

function findUndefinedNumbering({ parts }: WordPackage): string[] {
  const numbering = parts.get('word/numbering.xml');
  const levels = new Map(
    wordElements(numbering, 'abstractNum').map((list) => [
      wordValue(list, 'abstractNumId'),
      wordElements(list, 'lvl').map((level) => wordValue(level, 'ilvl')),
    ]),
  );
  const lists = new Map(
    wordElements(numbering, 'num').map((list) => [
      wordValue(list, 'numId'),
      levels.get(wordValue(wordElements(list, 'abstractNumId')[0])) ?? [],
    ]),
  );
  return wordElements(parts.get('word/document.xml'), 'numPr').flatMap((use) => {
    const id = wordValue(wordElements(use, 'numId')[0]);
    const level = wordValue(wordElements(use, 'ilvl')[0]);
    return lists.get(id)?.includes(level) ? [] : [`list ${id}, level ${level}, is not defined`];
  });
}

/** Word requires a paragraph in every table cell, so a blank cell has exactly one empty paragraph. */
function findEmptyParagraphs({ parts }: WordPackage): string[] {
  const isRoomToWrite = (paragraph: Element) =>
    paragraph.parentElement?.localName === 'tc' && wordElements(paragraph.parentElement, 'p').length === 1;
  const pages = [...parts].filter(([name]) => /^word\/(document|header\d+|footer\d+)\.xml$/.test(name));
  return pages.flatMap(([name, part]) =>
    wordElements(part, 'p')
      .filter((paragraph) => paragraphText(paragraph).trim() === '' && !isRoomToWrite(paragraph))
      .map((_, index) => `${name} has an empty paragraph (${index + 1})`),
  );
}

/** A table without lines is only used for layout, and needs no heading row. */
function isLayout(table: Element): boolean {
  const lines = [...(wordElements(table, 'tblBorders')[0]?.children ?? [])];
  return lines.length > 0 && lines.every((line) => wordValue(line) === 'none');
}

function findBadTables({ parts }: WordPackage): string[] {
  return wordElements(parts.get('word/document.xml'), 'tbl').flatMap((table, index) => {
    const rows = wordElements(table, 'tr');
    const isFlagged = isLayout(table) || wordElements(rows[0], 'tblHeader').length === 1;
    return [
      ...(isFlagged ? [] : [`table ${index + 1} has no header row`]),
      ...rows
        .filter((row) => wordElements(row, 'cantSplit').length === 0)
        .map((row) => `a row of table ${index + 1} may split: "${paragraphText(row)}"`),
    ];
  });
}

function findWrongSettings({ parts }: WordPackage): string[] {
  const defaults = wordElements(parts.get('word/styles.xml'), 'docDefaults')[0];
  const language = wordElements(defaults, 'lang')[0];
  const size = wordElements(parts.get('word/document.xml'), 'pgSz')[0];
  const sides = [wordValue(size, 'w'), wordValue(size, 'h')].toSorted();
  const core = parts.get('docProps/core.xml');
  const property = (name: string) => core?.getElementsByTagName(name)[0]?.textContent ?? '';
  return [
    ...(wordValue(language) === 'en-GB' ? [] : ['the language of the text is not en-GB']),
    ...(property('dc:language') === 'en-GB' ? [] : ['the language of the document is not en-GB']),
    ...(property('dc:title').trim() === '' ? ['the document has no title'] : []),
    ...(sides.join() === A4.join() ? [] : [`the page is ${sides.join(' × ')}, not A4`]),
  ];
}
