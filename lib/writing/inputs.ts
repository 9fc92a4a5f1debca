import type { NextLetter } from '../correspondence/nextLetter';
import type { Choices } from '../storage/schema';
import type { IsoDate } from '../letter/model';
import { addWorkingDays, DEFAULT_WORKING_DAYS } from '../letter/workingDays';

/** What belongs to this tab only and never reaches the disk unless the letter is noted as sent. */
export interface TabWords {
  ownParagraph: string;
  replyBy: IsoDate;
  answers: Record<string, string>;
}

/** Whose words they are: what one head says to one employer goes into no other letter. */
export interface Correspondents {
  signerId: string;
  employerId: string;
}

/** Answers by field, and ticked requests by letter. */
export interface Said {
  answers: Record<string, string>;
  requests: Record<string, string[]>;
}

/** What was typed, picked and ticked in this tab: nothing of what we filled in beforehand. */
export interface OwnWords {
  /** Absent until the user picks a day: the day proposed moves on with the calendar. */
  replyBy?: IsoDate;
  /** About the school, by signer. */
  paragraphs: Record<string, string>;
  /** By signer and employer. */
  said: Record<string, Said>;
}

/** What the letters sent earlier say, and what they call for. */
export interface EarlierLetters {
  next: NextLetter;
  recalled: Said;
}

export const nothingSaid: Said = { answers: {}, requests: {} };
export const noWords: OwnWords = { paragraphs: {}, said: {} };

export const noEarlierLetters: EarlierLetters = { next: { do: 'nothing' }, recalled: nothingSaid };

interface WordSources {
  index: { lastUsed: Choices };
  choices: Choices;
  own: OwnWords;
  recalled: Said;
  today: IsoDate;
}

/** The words of the letter: what was typed, else what earlier letters say. What was emptied by hand stays empty. */
export function mixWords({ index, choices, own, recalled, today }: WordSources): {
  words: TabWords;
  choices: Choices;
} {
  const said = own.said[keyOf(choices)] ?? nothingSaid;
  const requests = { ...index.lastUsed.requests, ...recalled.requests, ...said.requests };
  return {
    words: {
      ownParagraph: own.paragraphs[choices.signerId] ?? '',
      replyBy: own.replyBy ?? addWorkingDays(today, DEFAULT_WORKING_DAYS).date,
      answers: { ...recalled.answers, ...said.answers },
    },
    choices: { ...choices, requests },
  };
}

export function addWords(own: OwnWords, who: Correspondents, patch: Partial<TabWords & Said>): OwnWords {
  const { ownParagraph, replyBy, answers, requests } = patch;
  const said = own.said[keyOf(who)] ?? nothingSaid;
  return {
    ...own,
    ...(replyBy === undefined ? {} : { replyBy }),
    paragraphs:
      ownParagraph === undefined ? own.paragraphs : { ...own.paragraphs, [who.signerId]: ownParagraph },
    said: {
      ...own.said,
      [keyOf(who)]: {
        answers: { ...said.answers, ...answers },
        requests: { ...said.requests, ...requests },
      },
    },
  };
}

/** Words typed while signer or employer was not saved yet are those of the first to be. */
export function adoptWords(own: OwnWords, { signerId, employerId }: Correspondents): OwnWords {
  const { '': earlyParagraph, ...paragraphs } = own.paragraphs;
  const mine = keyOf({ signerId, employerId });
  const early = [
    { signerId: '', employerId: '' },
    { signerId, employerId: '' },
    { signerId: '', employerId },
  ].map(keyOf);
  const said = [...early, mine].flatMap((key) => own.said[key] ?? []);
  const others = Object.entries(own.said).filter(([key]) => ![...early, mine].includes(key));
  return {
    ...own,
    paragraphs: earlyParagraph === undefined ? paragraphs : { [signerId]: earlyParagraph, ...paragraphs },
    said: { ...Object.fromEntries(others), ...(said.length > 0 ? { [mine]: mergeSaid(said) } : {}) },
  };
}

function mergeSaid(all: readonly Said[]): Said {
  return {
    answers: Object.assign({}, ...all.map(({ answers }) => answers)) as Said['answers'],
    requests: Object.assign({}, ...all.map(({ requests }) => requests)) as Said['requests'],
  };
}

/** A letter that is sent has had its words: the next one to this employer begins without them. */
export function dropWords(own: OwnWords, who: Correspondents): OwnWords {
  const { [who.signerId]: _sent, ...paragraphs } = own.paragraphs;
  const { [keyOf(who)]: _said, ...said } = own.said;
  return { paragraphs, said };
}

/** A day that has passed since it was picked is no day to ask for a reply by. */
export function dropPastDay({ replyBy, ...own }: OwnWords, today: IsoDate): OwnWords {
  return replyBy !== undefined && replyBy > today ? { ...own, replyBy } : own;
}

function keyOf({ signerId, employerId }: Correspondents): string {
  return `${signerId} ${employerId}`;
}
