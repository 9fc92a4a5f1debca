import type { DetailsIndex } from '../storage/lists';
import { emptyFields } from '../storage/schema';
import { repository } from '../storage/repository';
import { composeLetter } from '../letter/compose/compose';
import type { LetterTemplate } from '../letter/model';
import type { parseLetter } from '../letter/parse/parse';

export interface LetterChoice {
  id: string;
  title: string;
}

/**
 * Where letters come from. The popup loads the one it shows; a service worker cannot load anything later, so the
 * background brings all of them and the parser for the user’s own.
 */
export interface LetterShelf {
  titles: readonly LetterChoice[];
  load: (id: string) => Promise<LetterTemplate>;
  loadParser: () => Promise<typeof parseLetter>;
}

/** Why the chosen letter cannot be used. Another letter is never taken in its place: it would say other words. */
export interface LetterProblem {
  why: 'mistake' | 'unreadable' | 'not saved' | 'several';
  /** Id of the user’s own letter; empty where no single one is meant. */
  ownId: string;
  /** Title of the user’s own letter; empty where it is not known. */
  title: string;
  /** The first mistake, with its line; empty where the text has none. */
  mistake: string;
  /** The letter of ours that the user may take instead. */
  ours: LetterChoice;
}

export interface FoundLetter {
  /** Without a single section while there is a problem. */
  letter: LetterTemplate;
  letterProblem: LetterProblem | null;
}

type OwnEntry = DetailsIndex['letters'][number];

/** The letters to choose from: ours in their order (or what the user put in their place), then the user’s own. */
export function listLetters(index: Pick<DetailsIndex, 'letters'>, { titles }: LetterShelf): LetterChoice[] {
  const ours = titles.flatMap(({ id, title }) => {
    const instead = index.letters.filter((own) => own.replaces === id);
    return instead.length > 0 ? instead : [{ id, title }];
  });
  const others = index.letters.filter((own) => !titles.some(({ id }) => id === own.replaces));
  return [...ours, ...others].map(({ id, title }) => ({ id, title }));
}

/** The letter that a choice means, or why it cannot be used. */
export async function findLetter(
  id: string,
  index: Pick<DetailsIndex, 'letters'>,
  shelf: LetterShelf,
): Promise<FoundLetter> {
  const named = index.letters.filter((own) => own.id === id);
  const meant = named.length > 0 ? named : index.letters.filter((own) => own.replaces === id);
  const [own, another] = meant;
  if (another) return refuse('several', { id: '', title: '', replaces: id }, shelf);
  if (own) return readOwnLetter(own, shelf);
  const aside = await repository.readQuarantinedLetters();
  const unreadable = aside.ok && aside.value.find((entry) => entry.id === id || entry.replaces === id);
  if (unreadable) return refuse('unreadable', unreadable, shelf);
  if (shelf.titles.some((ours) => ours.id === id))
    return { letter: await shelf.load(id), letterProblem: null };
  return refuse('not saved', { id, title: '', replaces: '' }, shelf);
}

async function readOwnLetter(entry: OwnEntry, shelf: LetterShelf): Promise<FoundLetter> {
  const got = await repository.readRecord('letter', entry.id);
  if (!got.ok) return refuse('unreadable', entry, shelf);
  const { markdown, title, replaces } = got.value;
  const parse = await shelf.loadParser();
  try {
    const parsed = parse(markdown, title);
    if (!parsed.ok) {
      const [first] = parsed.problems;
      return refuse('mistake', entry, shelf, {
        markdown,
        mistake: first && `Line ${first.line}: ${first.sentence}`,
      });
    }
    const letter = { ...parsed.letter, id: entry.id, title, replacesId: replaces };
    tryComposing(letter);
    return { letter, letterProblem: null };
  } catch {
    return refuse('mistake', entry, shelf, { markdown });
  }
}

/** A letter that cannot be composed must be found out here, not while the popup is being drawn. */
function tryComposing(letter: LetterTemplate): void {
  composeLetter(letter, {
    signer: emptyFields.signer,
    employer: emptyFields.employer,
    today: letter.checkedOn,
    choices: {
      requests: null,
      ownParagraph: '',
      replyBy: '',
      mentionUnion: false,
      leaveOutStrongest: false,
      copies: [],
      enclosure: false,
      answers: {},
    },
  });
}

function refuse(
  why: LetterProblem['why'],
  { id, title, replaces }: OwnEntry,
  { titles }: LetterShelf,
  { markdown = '', mistake = '' }: { markdown?: string; mistake?: string | undefined } = {},
): FoundLetter {
  // A copy of one of our letters keeps our id in its text.
  const idInText = /^id:\s*(\S+)/m.exec(markdown)?.[1];
  const [first] = titles;
  const ours =
    titles.find((one) => one.id === replaces) ?? titles.find((one) => one.id === idInText) ?? first;
  if (!ours) throw new Error('templates/ holds no letter');
  const letterProblem = { why, ownId: id, title, mistake, ours: { id: ours.id, title: ours.title } };
  return { letter: { ...noLetter, id: id || replaces, title, replacesId: replaces }, letterProblem };
}

/** Where there is no letter that could be used. */
export const noLetter: LetterTemplate = {
  id: '',
  title: '',
  when: '',
  subject: [],
  to: 'contact',
  checkedOn: '2026-01-01',
  asks: [],
  sections: [],
};

/** What a letter is for: one used instead of ours is ours to whatever goes by the kind of letter. */
export function letterRole({ id, replacesId }: LetterTemplate): string {
  return replacesId || id;
}

/** Written on a hard day: support lines stand beside it. */
export function isAroundInspection(letter: LetterTemplate): boolean {
  return ['inspection-notified', 'after-inspection'].includes(letterRole(letter));
}
