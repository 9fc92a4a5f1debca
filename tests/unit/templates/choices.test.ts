import { describe, expect, it } from 'vitest';
import { composeLetter } from '../../../lib/letter/compose/compose';
import { type LetterDocument, type LetterTemplate, listRequests } from '../../../lib/letter/model';
import { inlineText } from '../../../lib/letter/render/text';
import { sampleContext, type SampleEmployer, type SampleSigner } from '../../support/sampleLetters';
import { checkForbidden } from '../../support/forbiddenPhrases';
import {
  checkNumber,
  checkQuotations,
  checkSalutation,
  checkSubject,
  letterText,
  type Fault,
} from '../../support/letterRules';
import { checkMarks, checkMembership, checkNothingDone } from '../../support/letterShape';
import { letters } from './everyLetter';

/** Every letter with each tick or answer alone, each left out, all and none. */

interface Choice {
  name: string;
  requests: string[];
  answers: Record<string, string>;
}

function choicesOf(letter: LetterTemplate): Choice[] {
  const ticks = eachAloneAndLeftOut(listRequests(letter).map(({ id }) => id));
  const given = eachAloneAndLeftOut(letter.asks);
  const all = sampleContext(letter, 'single', 'council', 'full').choices.answers;
  return given.flatMap((asked) =>
    ticks.map((requests) => ({
      name: `answered [${asked.join(', ')}], ticked [${requests.join(', ')}]`,
      requests,
      answers: Object.fromEntries(asked.map((name) => [name, all[name] ?? ''])),
    })),
  );
}

/** The subsets to test: none, all, each item alone, and all but one. */
function eachAloneAndLeftOut(names: readonly string[]): string[][] {
  const some = names.flatMap((name) => [[name], names.filter((other) => other !== name)]);
  const sets = [[], [...names], ...some];
  return sets.filter((set, at) => sets.findIndex((other) => other.join() === set.join()) === at);
}

function composeChoice(
  letter: LetterTemplate,
  { requests, answers }: Choice,
  signer: SampleSigner,
  employer: SampleEmployer = 'council',
): LetterDocument {
  const context = sampleContext(letter, signer, employer);
  return composeLetter(letter, {
    ...context,
    choices: { ...context.choices, requests, answers, mentionUnion: true },
  });
}

function faultsOf(doc: LetterDocument, signer: SampleSigner): Fault[] {
  const text = letterText(doc);
  return [
    ...checkForbidden(text),
    ...checkQuotations(doc),
    ...checkNumber(doc, signer),
    ...checkSalutation(doc),
    ...checkSubject(inlineText(doc.subject)),
    ...checkMembership(doc, signer),
    ...checkNothingDone(doc),
    ...checkMarks(doc),
    ...checkEnds(doc),
  ];
}

/** Finds a paragraph ending in a colon without a list after it, and a list without a paragraph before it. */
function checkEnds(doc: LetterDocument): Fault[] {
  const blocks = doc.sections.flatMap((section) => section.blocks);
  return blocks.flatMap((block, at) => {
    const next = blocks[at + 1];
    if (block.type === 'paragraph') {
      const text = block.content.map((inline) => inline.text).join('');
      const promised = text.endsWith(':');
      if (promised && next?.type !== 'list') return [`nothing follows “${text}”`];
      if (!promised && next?.type === 'list' && !next.ordered)
        return [`no lead-in before the list after “${text}”`];
    }
    return block.type === 'list' && block.items.length === 0 ? ['a list is empty'] : [];
  });
}

describe('with any ticks and answers', () => {
  it.each(letters.map((letter) => [letter.id, letter] as const))('%s keeps the rules', (_id, letter) => {
    const faults = choicesOf(letter).flatMap((choice) =>
      (['single', 'joint'] as const).flatMap((signer) =>
        faultsOf(composeChoice(letter, choice, signer), signer).map(
          (fault) => `${signer}, ${choice.name}: ${fault}`,
        ),
      ),
    );
    expect(faults).toEqual([]);
  });

  it('the letter of the inspection call has fewer than 150 words, including signatures and copies', () => {
    const letter = letters.find(({ id }) => id === 'inspection-notified');
    if (!letter) throw new Error('There is no letter of the day');
    const long = choicesOf(letter).flatMap((choice) =>
      (['council', 'academy trust', 'trust with one school', 'governing body', 'other'] as const)
        .map((employer) => letterText(composeChoice(letter, choice, 'joint', employer)))
        .filter((text) => text.split(/\s+/).length >= 150),
    );
    expect(long).toEqual([]);
  });

  it('a lead-in without a list is found', () => {
    const [letter] = letters;
    if (!letter) throw new Error('There is no letter');
    const doc = composeLetter(letter, sampleContext(letter, 'single', 'council'));
    const colon: LetterDocument = {
      ...doc,
      sections: [
        {
          id: 'a',
          title: 'A',
          blocks: [{ type: 'paragraph', content: [{ type: 'text', text: 'Please say:' }] }],
        },
      ],
    };
    expect(checkEnds(colon)).toEqual(['nothing follows “Please say:”']);
  });
});
