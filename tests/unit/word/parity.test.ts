// @vitest-environment jsdom
import { describe, expect, test, vi } from 'vitest';
import { builtInLetters } from '../../../lib/letter/builtIn';
import {
  voices,
  type Enclosure,
  type LetterDocument,
  type LetterTemplate,
  listRequests,
} from '../../../lib/letter/model';
import { composeLetter } from '../../../lib/letter/compose/compose';
import { blockTexts, renderText } from '../../../lib/letter/render/text';
import { renderDocx } from '../../../lib/word/letter';
import { renderHtml } from '../../../lib/letter/render/html';
import {
  sampleContext,
  sampleEmployers,
  sampleSigners,
  type SampleEmployer,
  type SampleSigner,
} from '../../support/sampleLetters';
import { pairwise } from './pairwise';
import { paperTexts, readWord } from './readWord';
import { findStructureProblems, mainPart, openPackage, wordElements, wordValue } from './structure';

// Each test makes many documents, which is slow on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const cases = pairwise({
  employer: Object.keys(sampleEmployers) as SampleEmployer[],
  signer: Object.keys(sampleSigners) as SampleSigner[],
  ticked: ['none', 'default', 'every second', 'all'],
  ownParagraph: ['', 'We are a small school.\nFour of us also teach.'],
  copies: [[], ['Chair of Governors'], ['Chair of Governors', 'Oakfield branch']],
  mentionUnion: [false, true],
  voice: voices,
  enclosures: [[], ['word copy'], ['first letter', 'word copy']] as Enclosure[][],
  answered: [true, false],
});

type Case = (typeof cases)[number];

function compose(
  letter: LetterTemplate,
  { employer, signer, ticked, answered, ...choices }: Case,
): LetterDocument {
  const context = sampleContext(letter, signer, employer);
  const ids = listRequests(letter).map(({ id }) => id);
  const requests = {
    none: [],
    default: null,
    'every second': ids.filter((_, index) => index % 2 === 0),
    all: ids,
  }[ticked]!;
  const answers = answered ? context.choices.answers : {};
  return composeLetter(letter, {
    ...context,
    choices: { ...context.choices, ...choices, requests, answers },
  });
}

function readHtml(html: string): string[] {
  const body = new DOMParser().parseFromString(html, 'text/html').body;
  return [...body.querySelectorAll('p, li')].flatMap((element) =>
    element.innerHTML.split('<br>').map((line) => {
      const holder = document.createElement('div');
      holder.innerHTML = line;
      return holder.textContent;
    }),
  );
}

const LIST_MARK = /^ *(\d+\.|-) /;

const readText = (text: string) =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.replace(LIST_MARK, ''));

const numbersInText = (text: string) =>
  [...text.matchAll(/^ *(\d+)\. /gm)].map(([, number]) => Number(number));

const numbersInHtml = (html: string) => {
  const lists = new DOMParser().parseFromString(html, 'text/html').querySelectorAll('ol');
  return [...lists].flatMap((list) => [...list.children].map((_, index) => list.start + index));
};

/** Numbers as Word counts them: each list from its start, regardless of other paragraphs between its items. */
function numbersInWord(bytes: Uint8Array): number[] {
  const word = openPackage(bytes);
  const definitions = wordElements(word.parts.get('word/numbering.xml'), 'num').map((list) => {
    const start = Number(wordValue(wordElements(list, 'startOverride')[0]));
    return [
      wordValue(list, 'numId'),
      { start, kind: wordValue(wordElements(list, 'abstractNumId')[0]) },
    ] as const;
  });
  const formats = new Map(
    wordElements(word.parts.get('word/numbering.xml'), 'abstractNum').map((list) => [
      wordValue(list, 'abstractNumId'),
      wordValue(wordElements(list, 'numFmt')[0]),
    ]),
  );
  const lists = new Map(definitions);
  const counted = new Map<string, number>();
  return wordElements(mainPart(word), 'numId').flatMap((use) => {
    const id = wordValue(use);
    const { start, kind } = lists.get(id)!;
    if (formats.get(kind) !== 'decimal') return [];
    const number = counted.get(id) ?? start;
    counted.set(id, number + 1);
    return [number];
  });
}

describe.each(builtInLetters.map((letter) => [letter.id, letter] as const))('%s', (_, letter) => {
  test('has the same words in Word, HTML and plain text, for every signer, employer and choice of requests', async () => {
    for (const choices of cases) {
      const doc = compose(letter, choices);
      const bytes = await renderDocx(doc);
      const said = blockTexts(doc);
      const label = JSON.stringify(choices);
      expect(await readWord(bytes), label).toEqual(paperTexts(doc));
      expect(readHtml(renderHtml(doc)), label).toEqual(said);
      expect(readText(renderText(doc)), label).toEqual(said);
      const numbers = numbersInText(renderText(doc));
      expect(numbersInWord(bytes), label).toEqual(numbers);
      expect(numbersInHtml(renderHtml(doc)), label).toEqual(numbers);
    }
  });

  test('is a valid Word file with all requests ticked and with none', async () => {
    for (const ticked of ['none', 'all']) {
      const doc = compose(
        letter,
        cases.find((choices) => choices.ticked === ticked)!,
      );
      expect(findStructureProblems(await renderDocx(doc)), ticked).toEqual([]);
    }
  });
});

test('the cases cover every pair of choices', () => {
  expect(cases.length).toBeLessThan(40);
  for (const employer of Object.keys(sampleEmployers))
    for (const ticked of ['none', 'default', 'every second', 'all'])
      expect(cases.some((one) => one.employer === employer && one.ticked === ticked)).toBe(true);
});
