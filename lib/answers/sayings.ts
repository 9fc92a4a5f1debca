import { formatDate } from '../letter/dates';
import type { IsoDate } from '../letter/model';
import type { ReadKind } from '../replies/rules';
import type { ReplyKind } from '../storage/schema';

interface Saying {
  /** What they say, in their voice: "We think they are saying: we are taking advice." */
  they: string;
  /** The same in a list to choose from. */
  option: string;
  /** What the letter that answers it does: "Yes: ask for support meanwhile". */
  does: string;
  /** In the note: "Note it: taking advice, 16 November". */
  noted: string;
  /** Beside something else: "and they offer to meet". */
  also: string;
}

export const sayings: Readonly<Record<ReplyKind, Saying>> = {
  acknowledgement: {
    they: 'we have your letter and will come back to you',
    option: 'They have received it and will come back to me',
    does: 'thank them and ask for a date',
    noted: 'received',
    also: 'they will come back to you',
  },
  holding: {
    they: 'we are taking advice',
    option: 'They are taking advice, or waiting for someone',
    does: 'ask for support meanwhile',
    noted: 'taking advice',
    also: 'they are taking advice',
  },
  partial: {
    they: 'this is what we have, or part of what you asked for',
    option: 'They sent or offered something, but it leaves things out',
    does: 'ask for what is missing',
    noted: 'part of it sent',
    also: 'they offer part of it',
  },
  'passed-back': {
    they: 'please carry out the assessment yourself',
    option: 'They asked me to do it',
    does: 'say the assessment is for them to carry out',
    noted: 'asked me to do it',
    also: 'they ask you to do it yourself',
  },
  refusal: {
    they: 'we are not going to do this',
    option: 'They say no, or that it is Ofsted’s job',
    does: 'ask them to reconsider',
    noted: 'they said no',
    also: 'they say no to some of it',
  },
  'offer-to-talk': {
    they: 'let us meet and talk about it',
    option: 'They offered to talk',
    does: 'arrange a meeting',
    noted: 'offered to talk',
    also: 'they offer to meet',
  },
  full: {
    they: 'yes, the assessment is done or will be done by us',
    option: 'They sent an assessment and a plan, or agreed to',
    does: 'thank them and note what was agreed',
    noted: 'agreed',
    also: 'they agree to some of it',
  },
};

/** Kinds that no letter answers, in the list of "Something else". */
export const withoutLetter = {
  'take-advice-first': 'It mentions a solicitor, a formal procedure or my conduct',
  automatic: 'It is an automatic message',
  unrelated: 'It is about something else',
} as const satisfies Record<Exclude<ReadKind, ReplyKind>, string>;

export const isAnswered = (kind: ReadKind): kind is ReplyKind => Object.hasOwn(sayings, kind);

/** "They also offer to meet on 14 January 2027." Null if there is nothing to add. */
export function describeRest(alsoDoes: readonly ReadKind[], meeting: IsoDate | null): string | null {
  const said = alsoDoes
    .filter(isAnswered)
    .map(
      (kind) =>
        sayings[kind].also + (kind === 'offer-to-talk' && meeting ? ` on ${formatDate(meeting)}` : ''),
    );
  return said.length === 0 ? null : `And ${said.join(', and ')}.`;
}

/** The nine points of "Ask for what is missing", as things that can be found in an attachment. By the id of their request. */
export const points = {
  assessor: 'Who carried it out, or will, and when',
  'this-school': 'It is about this school, not schools in general',
  phases: 'It covers the time before, during and after inspection',
  'groups-at-risk': 'Leaders and SENCos are considered as groups at risk',
  consulted: 'Staff and any safety representatives were or will be consulted',
  'collective-measures': 'Measures that protect everyone, not only a helpline',
  owners: 'Every action has a named owner and a date',
  'review-date': 'A date for the review',
  share: 'It is, or will be, shared with staff',
} as const;
export type PointId = keyof typeof points;
export const pointIds = Object.keys(points) as PointId[];
