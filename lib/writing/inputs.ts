import type { NextLetter } from '../correspondence/nextLetter';
import { defaultRequests, type IsoDate, type LetterTemplate } from '../letter/model';
import type { Choices } from '../storage/choices';
import type { Employer, SentLetter, Signer } from '../storage/schema';
import { addWorkingDays, DEFAULT_WORKING_DAYS } from '../letter/dates';
import { lookUp } from '../letter/text';

/** The words typed in this tab. They never reach the disk unless the letter is saved as sent. */
export interface TabWords {
  ownParagraph: string;
  replyBy: IsoDate;
  answers: Record<string, string>;
}

/** Everything needed to compose a letter, in the popup and for the right-click menu. */
export interface LetterIngredients {
  letter: LetterTemplate;
  signer: Signer | null;
  employer: Employer | null;
  choices: Choices;
  words: TabWords;
  today: IsoDate;
  /** Absent or null if no first letter was noted, or its text was not kept. */
  firstLetter?: FirstLetter | null;
  /** Whatever is ticked, as where the letter is copied or put in by right-click. */
  attachesNothing?: true;
}

/** The first letter of the exchange, as it was sent. */
export type FirstLetter = Pick<SentLetter, 'letterId' | 'title' | 'sentOn' | 'text'>;

/** The signer and employer of a letter. Words typed for one pair must not appear in the letter of another pair. */
export interface LetterParties {
  signerId: string;
  employerId: string;
}

/** Answers to the letter’s own questions, by field, and ids of ticked requests, by letter id. */
export interface AnswersAndTicks {
  answers: Record<string, string>;
  requests: Record<string, string[]>;
}

/** What the user typed, picked and ticked in this tab, without the values that we fill in beforehand. */
export interface TypedInputs {
  /** Absent until the user picks a day, because the proposed day changes with the calendar. */
  replyBy?: IsoDate;
  /** The paragraph about the school, by signer id. */
  paragraphs: Record<string, string>;
  /** By signer and employer; see `keyOf`. */
  answersByParties: Record<string, AnswersAndTicks>;
}

/** The next letter that the sent letters call for, and the answers and requests they supply to it. */
export interface EarlierLetters {
  next: NextLetter;
  recalled: AnswersAndTicks;
  firstLetter: FirstLetter | null;
}

export const noAnswersAndTicks: AnswersAndTicks = { answers: {}, requests: {} };
export const noInputs: TypedInputs = { paragraphs: {}, answersByParties: {} };

export const noEarlierLetters: EarlierLetters = {
  next: { do: 'nothing' },
  recalled: noAnswersAndTicks,
  firstLetter: null,
};

interface InputSources {
  index: { lastUsed: Choices };
  choices: Choices;
  own: TypedInputs;
  recalled: AnswersAndTicks;
  today: IsoDate;
}

/** Joins typed inputs with those of earlier letters. Typed inputs win, also where the user has emptied a field. */
export function resolveInputs({ index, choices, own, recalled, today }: InputSources): {
  words: TabWords;
  choices: Choices;
} {
  const typed = lookUp(own.answersByParties, keyOf(choices)) ?? noAnswersAndTicks;
  const requests = { ...index.lastUsed.requests, ...recalled.requests, ...typed.requests };
  return {
    words: {
      ownParagraph: lookUp(own.paragraphs, choices.signerId) ?? '',
      replyBy: own.replyBy ?? addWorkingDays(today, DEFAULT_WORKING_DAYS).date,
      answers: { ...recalled.answers, ...typed.answers },
    },
    choices: { ...choices, requests },
  };
}

export function addInputs(
  own: TypedInputs,
  parties: LetterParties,
  patch: Partial<TabWords & AnswersAndTicks>,
): TypedInputs {
  const { ownParagraph, replyBy, answers, requests } = patch;
  const typed = lookUp(own.answersByParties, keyOf(parties)) ?? noAnswersAndTicks;
  return {
    ...own,
    ...(replyBy === undefined ? {} : { replyBy }),
    paragraphs:
      ownParagraph === undefined ? own.paragraphs : { ...own.paragraphs, [parties.signerId]: ownParagraph },
    answersByParties: {
      ...own.answersByParties,
      [keyOf(parties)]: {
        answers: { ...typed.answers, ...answers },
        requests: { ...typed.requests, ...requests },
      },
    },
  };
}

/** Assigns inputs that were typed before the signer or employer was saved to the ones saved first. */
export function assignInputs(own: TypedInputs, { signerId, employerId }: LetterParties): TypedInputs {
  const { '': earlyParagraph, ...paragraphs } = own.paragraphs;
  const mine = keyOf({ signerId, employerId });
  const early = [
    { signerId: '', employerId: '' },
    { signerId, employerId: '' },
    { signerId: '', employerId },
  ].map(keyOf);
  const typed = [...early, mine].flatMap((key) => lookUp(own.answersByParties, key) ?? []);
  const others = Object.entries(own.answersByParties).filter(([key]) => ![...early, mine].includes(key));
  return {
    ...own,
    paragraphs: earlyParagraph === undefined ? paragraphs : { [signerId]: earlyParagraph, ...paragraphs },
    answersByParties: {
      ...Object.fromEntries(others),
      ...(typed.length > 0 ? { [mine]: mergeAnswersAndTicks(typed) } : {}),
    },
  };
}

function mergeAnswersAndTicks(all: readonly AnswersAndTicks[]): AnswersAndTicks {
  return {
    answers: Object.assign({}, ...all.map(({ answers }) => answers)) as AnswersAndTicks['answers'],
    requests: Object.assign({}, ...all.map(({ requests }) => requests)) as AnswersAndTicks['requests'],
  };
}

/** Removes the inputs of a sent letter, so that the next letter to this employer begins without them. */
export function dropInputs(own: TypedInputs, parties: LetterParties): TypedInputs {
  const { [parties.signerId]: _paragraph, ...paragraphs } = own.paragraphs;
  const { [keyOf(parties)]: _answers, ...answersByParties } = own.answersByParties;
  return { paragraphs, answersByParties };
}

/** Removes a picked reply-by day that is no longer in the future. */
export function dropPastDay({ replyBy, ...own }: TypedInputs, today: IsoDate): TypedInputs {
  return replyBy !== undefined && replyBy > today ? { ...own, replyBy } : own;
}

/** The choices with a change; requests and copies of other letters and employers stay. */
export function mergeChoices(former: Choices, patch: Partial<Choices>): Choices {
  return {
    ...former,
    ...patch,
    requests: { ...former.requests, ...patch.requests },
    copies: { ...former.copies, ...patch.copies },
  };
}

/** The change of choices that ticks or unticks a request. */
export function chooseRequest(letter: LetterTemplate, { requests }: Choices, id: string, ticked: boolean) {
  const before = lookUp(requests, letter.id) ?? defaultRequests(letter);
  return { requests: { [letter.id]: tick(before, id, ticked) } };
}

/** The change of choices that ticks or unticks a copy. */
export function chooseCopy(employer: Employer, { copies }: Choices, id: string, ticked: boolean) {
  return { copies: { [employer.id]: tick(lookUp(copies, employer.id) ?? [], id, ticked) } };
}

function tick(before: readonly string[], id: string, ticked: boolean): string[] {
  const others = before.filter((other) => other !== id);
  return ticked ? [...others, id] : others;
}

function keyOf({ signerId, employerId }: LetterParties): string {
  return `${signerId} ${employerId}`;
}
