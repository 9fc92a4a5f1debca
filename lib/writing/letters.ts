import type { DetailsIndex } from '../storage/lists';
import { emptyFields } from '../storage/schema';
import type { Repository } from '../storage/repository';
import type { composeLetter } from '../letter/compose/compose';
import type { LetterTemplate, Voice } from '../letter/model';
import type { parseLetter } from '../letter/parse/parse';
import { letterHeadings, loadLetter } from '../letter/builtInOnDemand';

export interface LetterChoice {
  id: string;
  title: string;
  /** The heading under which the letter is listed. */
  stage: string;
}

export const voiceLabels: Record<Voice, string> = {
  full: 'NAHT’s words in full',
  softer: 'Softer',
  'without NAHT': 'Do not mention NAHT',
};

/**
 * Our letters and the parser for own letters. The popup loads each when it is needed. A service worker cannot import
 * modules later, so the background bundles all of them.
 */
export interface LetterCache {
  titles: readonly LetterChoice[];
  load: (id: string) => Promise<LetterTemplate>;
  loadParser: () => Promise<typeof parseLetter>;
  loadComposer: () => Promise<typeof composeLetter>;
}

/**
 * Why the chosen letter cannot be used. No other letter replaces it without asking, because the user would send words
 * they did not choose.
 */
export interface LetterProblem {
  why: 'mistake' | 'unreadable' | 'not saved' | 'several';
  /** Id of the user’s own letter; empty if several own letters replace the same letter of ours. */
  ownId: string;
  /** Title of the user’s own letter; empty if unknown. */
  title: string;
  /** The first mistake in the letter’s text, with its line number; empty if there is none. */
  mistake: string;
  /** Our letter that the user is offered instead of their own. */
  ours: Pick<LetterChoice, 'id' | 'title'>;
}

export interface FoundLetter {
  /** Has no sections while there is a problem. */
  letter: LetterTemplate;
  letterProblem: LetterProblem | null;
}

type OwnEntry = DetailsIndex['letters'][number];

/** The letters to choose from: ours in their order, or the own letters that replace them, then the other own letters. */
export function listLetters(index: Pick<DetailsIndex, 'letters'>, { titles }: LetterCache): LetterChoice[] {
  const ours = titles.flatMap(({ id, title, stage }) => {
    const instead = index.letters.filter((own) => own.replaces === id);
    return (instead.length > 0 ? instead : [{ id, title }]).map((letter) => ({ ...letter, stage }));
  });
  const others = index.letters
    .filter((own) => !titles.some(({ id }) => id === own.replaces))
    .map((letter) => ({ ...letter, stage: 'Your own letters' }));
  return [...ours, ...others].map(({ id, title, stage }) => ({ id, title, stage }));
}

/** Where own letters are read: the browser’s storage, or, in the stand-alone page, an opened file. */
export type OwnLetterShelf = Pick<Repository, 'readOwnLetter' | 'readQuarantinedLetters'>;

/** Finds the letter with this id, or the own letter that replaces it, or the reason why it cannot be used. */
export async function findLetter(
  id: string,
  index: Pick<DetailsIndex, 'letters'>,
  cache: LetterCache,
  shelf: OwnLetterShelf,
): Promise<FoundLetter> {
  const named = index.letters.filter((own) => own.id === id);
  const meant = named.length > 0 ? named : index.letters.filter((own) => own.replaces === id);
  const [own, another] = meant;
  if (another) return refuse('several', { id: '', title: '', replaces: id }, cache);
  if (own) return readOwnLetter(own, cache, shelf);
  const aside = await shelf.readQuarantinedLetters();
  const unreadable = aside.ok && aside.value.find((entry) => entry.id === id || entry.replaces === id);
  if (unreadable) return refuse('unreadable', unreadable, cache);
  if (cache.titles.some((ours) => ours.id === id))
    return { letter: await cache.load(id), letterProblem: null };
  return refuse('not saved', { id, title: '', replaces: '' }, cache);
}

async function readOwnLetter(
  entry: OwnEntry,
  cache: LetterCache,
  shelf: OwnLetterShelf,
): Promise<FoundLetter> {
  const got = await shelf.readOwnLetter(entry.id);
  if (!got.ok) return refuse('unreadable', entry, cache);
  const { markdown, title, replaces, supplier } = got.value;
  const parse = await cache.loadParser();
  try {
    const parsed = parse(markdown, title);
    if (!parsed.ok) {
      const [first] = parsed.problems;
      return refuse('mistake', entry, cache, {
        markdown,
        mistake: first && `Line ${first.line}: ${first.sentence}`,
      });
    }
    const letter = { ...parsed.letter, id: entry.id, title, replacesId: replaces, supplier };
    tryComposing(letter, await cache.loadComposer());
    return { letter, letterProblem: null };
  } catch {
    return refuse('mistake', entry, cache, { markdown });
  }
}

/** Throws if the letter cannot be composed; otherwise the popup would fail while rendering. */
function tryComposing(letter: LetterTemplate, compose: typeof composeLetter): void {
  compose(letter, {
    signer: emptyFields.signer,
    employer: emptyFields.employer,
    today: letter.checkedOn,
    choices: {
      requests: null,
      ownParagraph: '',
      replyBy: '',
      mentionUnion: false,
      voice: 'full',
      copies: [],
      enclosures: [],
      answers: {},
    },
  });
}

function refuse(
  why: LetterProblem['why'],
  { id, title, replaces }: OwnEntry,
  { titles }: LetterCache,
  { markdown = '', mistake = '' }: { markdown?: string; mistake?: string | undefined } = {},
): FoundLetter {
  // A copy of one of our letters keeps our id in its text.
  const idInText = /^id:\s*(\S+)/m.exec(markdown)?.[1];
  const [first] = titles;
  const ours =
    titles.find((one) => one.id === replaces) ?? titles.find((one) => one.id === idInText) ?? first;
  if (!ours) throw new Error('templates/ holds no letter');
  const letterProblem = { why, ownId: id, title, mistake, ours: { id: ours.id, title: ours.title } };
  return { letter: { ...noWords, id: id || replaces, title, replacesId: replaces }, letterProblem };
}

/** A letter that cannot be used has no words. */
const noWords: LetterTemplate = {
  id: '',
  title: '',
  stage: '',
  when: '',
  subject: [],
  to: 'contact',
  checkedOn: '2026-01-01',
  asks: [],
  sections: [],
};

/** The id of our letter that this letter is or replaces. Code that depends on the kind of letter compares this id. */
export function letterRole({ id, replacesId }: LetterTemplate): string {
  return replacesId || id;
}

/** Whether the letter is written around an inspection: the popup then shows support lines for the writer. */
export function isAroundInspection(letter: LetterTemplate): boolean {
  return ['inspection-notified', 'after-inspection'].includes(letterRole(letter));
}

/** Whether the letter reads otherwise in another voice. */
export function dependsOnVoice(letter: LetterTemplate): boolean {
  return /-strongest|-naht/.test(JSON.stringify(letter));
}

/** For pages: loads each letter, and the large parser for own letters, only when needed. */
export const lettersOnDemand: LetterCache = {
  titles: letterHeadings,
  load: loadLetter,
  loadParser: async () => (await import('../letter/parse/parse')).parseLetter,
  loadComposer: async () => (await import('../letter/compose/compose')).composeLetter,
};
