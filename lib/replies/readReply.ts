import type { IsoDate } from '../letter/model';
import { readDates, type FoundDate } from './dates';
import { judge } from './judge';
import { partReply, type MessageParts } from './ownWords';
import type { Found } from './phrases';
import { replyRules } from './ruleBook';
import type { Meaning, ReadKind, Sentence } from './rules';
import { readWords, type Span, type Word } from './words';

/** What we make of a reply. Nothing of it is kept here, and nothing is decided: the user is asked. */
export interface ReplyReading {
  /** Null when we are not sure. */
  kind: ReadKind | null;
  /** The two likeliest when we are not sure, the likelier first; else empty. */
  likeliest: readonly ReadKind[];
  /** What else the reply does, such as an offer to meet. */
  alsoDoes: readonly ReadKind[];
  /** The day by which they say that they will answer or act. */
  promisedDate: IsoDate | null;
  meetingDate: IsoDate | null;
  /** Their answer is in an attachment, which we cannot read. */
  inAttachment: boolean;
  /** The sentence that the kind rests on, as it stands in the text; with no kind, that of the likeliest. */
  evidence: string | null;
  /** Where advice comes first, or may: the words of theirs that say so, such as "without prejudice". */
  mentions: string | null;
  /** What the writer says, without earlier mail, signature, disclaimer and banner. */
  ownWords: string;
}

export interface ReplyContext {
  /** Null when it could not be read: then no date counts that is relative to it, such as "Friday". */
  messageDate: IsoDate | null;
  /** Our letters to them, as text, to know a copy that nothing parts from the reply. */
  ownLetters?: readonly string[];
}

/** Longer than any letter: what follows is the thread below it. */
const MOST_CHARACTERS = 60_000;

export function readReply(text: string, context: ReplyContext): ReplyReading {
  const { sentences, dates, ownWords } = readSentences(text, context);
  return { ...judge(sentences, dates, context.messageDate), ownWords };
}

/** The sentences of a reply with what the rules find in them, for judging it and for learning from it. */
export function readSentences(text: string, { messageDate, ownLetters = [] }: ReplyContext) {
  const plain = plainText(text.slice(0, MOST_CHARACTERS));
  const dates = readDates(plain, messageDate);
  const read = readOnce(plain, dates);
  const parts = partMessage(plain, read, ownLetters);
  const readAll = (spans: readonly Span[], place: Sentence['place']): Sentence[] =>
    spans.map((span) => ({ span, ...read(span), place, text: text.slice(span.from, span.to) }));
  const sentences = [
    ...readAll(parts.own, 'own'),
    ...readAll(parts.below, 'below'),
    ...readAll(parts.signature, 'signature'),
  ];
  return { sentences, dates, ownWords: parts.own.map(({ from, to }) => text.slice(from, to)).join('\n') };
}

type ReadSentence = (span: Span) => { words: Word[]; found: Found<Meaning>[] };

/** The same sentence is asked for when the mail is parted and when it is judged. */
function readOnce(text: string, dates: readonly FoundDate[]): ReadSentence {
  const known = new Map<string, ReturnType<ReadSentence>>();
  return (span) => {
    const key = `${span.from}-${span.to}`;
    const before = known.get(key);
    if (before) return before;
    const words = readWords(text, span, dates, replyRules.abbreviations, replyRules.correct);
    const reading = { words, found: replyRules.meanings.find(words) };
    known.set(key, reading);
    return reading;
  };
}

function partMessage(text: string, read: ReadSentence, ownLetters: readonly string[]): MessageParts {
  const part = (message: Span): MessageParts => {
    const move = ({ from, to }: Span, by = message.from): Span => ({ from: from + by, to: to + by });
    const parts = partReply(
      text.slice(message.from, message.to),
      {
        isNotice: (sentence) => replyRules.notices.find(read(move(sentence)).words).length > 0,
        isOurLetter: (sentence) =>
          replyRules.ourLetters.find(read(move(sentence)).words).some(({ at }) => at === 0),
      },
      ownLetters,
    );
    const moveAll = (spans: readonly Span[]) => spans.map((span) => move(span));
    return {
      own: moveAll(parts.own),
      below: moveAll(parts.below),
      signature: moveAll(parts.signature),
      earlier: moveAll(parts.earlier),
    };
  };
  const parts = part({ from: 0, to: text.length });
  const [earlier] = parts.earlier;
  if (!earlier || !isCoveringNote(parts.own.map(read))) return parts;
  const sentOn = part(earlier);
  return {
    own: [...parts.own, ...sentOn.own],
    below: [...parts.below, ...sentOn.below],
    signature: [...parts.signature, ...sentOn.signature],
    earlier: [],
  };
}

/** "Please see below": with next to nothing written above it, the message below is what they say. */
function isCoveringNote(own: readonly ReturnType<ReadSentence>[]): boolean {
  const length = own.reduce((sum, { words }) => sum + words.length, 0);
  const points = own.some(({ found }) => found.some(({ rule }) => rule.is === 'pointer'));
  return length <= 3 || (points && own.length <= 4 && length <= 25);
}

/** As long as the text, so that what is found stands in the text: one kind of space and of line break. */
function plainText(text: string): string {
  return text
    .replace(/\r(?=\n)/g, ' ')
    .replace(/[\r\u2028\u2029\u0085\v\f]/g, '\n')
    .replace(/[\u00a0\u202f\u2007]/g, ' ');
}
