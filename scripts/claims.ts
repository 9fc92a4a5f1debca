import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { stringify } from 'yaml';
import {
  type Entries,
  type Entry,
  readEntries,
  readSources,
  type Source,
  type Sources,
  sourcesOf,
  textOf,
  wordsOf,
} from '../tests/support/claimData';
import { formTexts, hazardColumns, headColumns, OTHER_HAZARDS, phases } from '../lib/word/riskForm.wording';
import { hazards } from '../lib/word/riskForm';
import { LABELS, listSentences, type Sentence, splitSentences } from '../tests/support/letterSentences';
import { readLetters } from '../tests/support/sampleLetters';

/**
 * npm run letters:claims: brings templates/sentences/ into the letters' order, marks each new sentence as `unclassified`, takes out
 * the sentences that no letter says any more, names the sources of each section in its front matter, and prints docs/claims.md and docs/sources.md.
 */

export const SOURCES = 'templates/sources.yaml';
export const CLAIMS_PAGE = 'docs/claims.md';
export const SOURCES_PAGE = 'docs/sources.md';

export const entriesFile = (name: string) => `templates/sentences/${name}.yaml`;

export const readEntriesOf = (name: string): Entries =>
  existsSync(entriesFile(name)) ? readEntries(readFileSync(entriesFile(name), 'utf8')) : {};

const FORM = 'risk-assessment-form';

/** Everything that has its sentences classified, with its title: the letters, and the risk assessment form. */
export function classifiedTexts(): { name: string; title: string; sentences: Sentence[] }[] {
  const letters = readLetters().map(({ id, title }) => ({
    name: id,
    title,
    sentences: listSentences(readFileSync(`templates/${id}.md`, 'utf8')),
  }));
  return [...letters, { name: FORM, title: 'Risk assessment form', sentences: listFormSentences() }];
}

/** Every sentence of the form and its annex. The rows of the one-page form are listed with their hazard. */
function listFormSentences(): Sentence[] {
  const { title, introduction, guidance, examples, existing, onePage } = formTexts;
  const at = (place: string, texts: readonly string[]) =>
    texts.flatMap(splitSentences).map((text) => ({ place, text }));
  const columns = [...headColumns, ...hazardColumns].map(({ heading }) => heading);
  return [
    ...at('titles', [title, onePage.title, ...phases.map((phase) => phase.title), OTHER_HAZARDS]),
    ...at('introduction', introduction),
    ...at('one-page', [onePage.introduction, onePage.guidance]),
    ...at('guidance', guidance),
    ...columns.map((text) => ({ place: 'columns', text })),
    ...at('cells', [existing, examples]),
    ...hazards.flatMap(({ number, hazard, harmed, existing: already = [], examples: measures, brief }) =>
      at(`hazard-${number}`, [
        hazard,
        harmed,
        ...already,
        ...measures,
        ...(brief ? [brief.harmed, brief.action] : []),
      ]),
    ),
  ];
}

/** The entries in the letter's order. A sentence that moved or is new says so, with the sources that it rested on elsewhere. */
export function followLetter(
  sentences: readonly Sentence[],
  former: Entries,
  elsewhere: readonly Entry[],
): Entries {
  const entries: Entries = {};
  for (const { place, text } of sentences) {
    const known = former[place]?.find((one) => textOf(one) === text);
    const moved = elsewhere.find((one) => textOf(one) === text);
    const restsOn = moved && typeof moved !== 'string' ? moved['rests-on'] : [];
    (entries[place] ??= []).push(
      known ?? (LABELS.has(place) ? text : { unclassified: text, 'rests-on': restsOn }),
    );
  }
  return entries;
}

export function printClaims(texts: readonly { title: string; entries: Entries }[], sources: Sources): string {
  const parts = texts.map(({ title, entries }) => {
    const rows = Object.entries(entries).flatMap(([place, list]) =>
      list.flatMap((one) =>
        typeof one === 'string'
          ? []
          : [[place, textOf(one), one['rests-on'].map((ref) => cite(ref, sources)).join('<br>')]],
      ),
    );
    const others = Object.entries(entries)
      .filter(([place]) => !LABELS.has(place))
      .flatMap(([, list]) => list.filter((one) => typeof one === 'string'));
    return [
      `## ${title}`,
      '| Where | What it says | What the source says |\n| --- | --- | --- |' +
        rows.map((cells) => `\n| ${cells.map(cell).join(' | ')} |`).join(''),
      'These sentences state no fact:',
      others.map((text) => `- ${cell(text)}`).join('\n'),
    ].join('\n\n');
  });
  return [
    '# What each letter says, and what it rests on',
    'Printed by `npm run letters:claims` from `templates/sentences/` and `templates/sources.yaml`. Each sentence of each letter is here once: beside the own words of its sources, or in the list of those that state no fact. `npm test` fails when a sentence is new or has changed.',
    ...parts,
  ]
    .join('\n\n')
    .concat('\n');
}

function cite(ref: string, sources: Sources): string {
  const key = ref.split('/')[0] ?? '';
  const source = sources[key];
  const words = wordsOf(ref, sources);
  return `${words ? `“${words}”` : `Not read: ${source?.unread ?? ''}`} ([${source?.publisher ?? key}](sources.md#${key}))`;
}

export function printSources(sources: Sources): string {
  const parts = Object.entries(sources).map(([key, source]) => `## ${key}\n\n${describeSource(source)}`);
  return [
    '# Sources',
    'Printed by `npm run letters:claims` from `templates/sources.yaml`. “Read” is the day on which somebody last read the page. “Secondary” means that the page reports or quotes the text and is not its publisher.',
    ...parts,
  ]
    .join('\n\n')
    .concat('\n');
}

function describeSource(source: Source): string {
  const { publisher, title, month, link, read, secondary, statute, words, unread } = source;
  const facts = [
    `${publisher}: [${title}](${link})`,
    `Month: ${month}`,
    `Read: ${read}${secondary ? ' (secondary)' : ''}`,
    ...(statute ? [`The text itself, to be compared before a release: <${statute}>`] : []),
  ];
  const said =
    unread === undefined ? Object.entries(words).map(([name, text]) => `${name}: “${text}”`) : [unread];
  return [...facts, ...said].map((line) => `- ${cell(line)}`).join('\n');
}

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** Writes into the letter's front matter the sources on which the sentences of each section rest. */
function writeNamedSources(name: string, sentences: readonly Sentence[], entries: Entries): void {
  const file = `templates/${name}.md`;
  const sections = new Set(sentences.map(({ place }) => place.split(/[/,]/)[0] ?? ''));
  const lines = [...sections].flatMap((id) => {
    const keys = LABELS.has(id) || id === 'subject' ? [] : sourcesOf(entries, id);
    return keys.length > 0 ? [`  ${id}: [${keys.join(', ')}]\n`] : [];
  });
  const [, front = '', body = ''] = /^---\n([^]*?\n)---\n([^]*)$/.exec(readFileSync(file, 'utf8')) ?? [];
  const rest = front.replace(/^sources:\n(?: +.*\n)*/m, '');
  writeFileSync(file, `---\n${rest}${lines.length > 0 ? `sources:\n${lines.join('')}` : ''}---\n${body}`);
}

export function main(): void {
  const sources = readSources(readFileSync(SOURCES, 'utf8'));
  const texts = classifiedTexts();
  const elsewhere = texts.flatMap(({ name }) => Object.values(readEntriesOf(name)).flat());
  const printed = texts.map(({ name, title, sentences }) => {
    const entries = followLetter(sentences, readEntriesOf(name), elsewhere);
    writeFileSync(entriesFile(name), stringify(entries, { lineWidth: 0 }));
    const open = Object.values(entries)
      .flat()
      .filter((one) => typeof one !== 'string' && 'unclassified' in one).length;
    if (open > 0) console.log(`${entriesFile(name)}: ${open} sentences to classify`);
    if (name !== FORM) writeNamedSources(name, sentences, entries);
    return { title, entries };
  });
  writeFileSync(CLAIMS_PAGE, printClaims(printed, sources));
  writeFileSync(SOURCES_PAGE, printSources(sources));
}
