import type { IsoDate } from '../../model';

/**
 * What was sent and what came back, as the sender noted it. Dates are the sender’s own word; an empty one was not noted.
 * Text may hold anything: it is cleaned where it is written.
 */
export interface LetterRecord {
  /** The day on which the record is made. */
  madeOn: IsoDate;
  threads: RecordedThread[];
}

/** All that one person sent to one employer. */
export interface RecordedThread {
  signer: string;
  employer: string;
  /** In the order they were sent. */
  letters: RecordedLetter[];
}

export interface RecordedLetter {
  title: string;
  /** Names as they stood on the letter that day. */
  signer: string;
  employer: string;
  sentOn: IsoDate;
  replyBy: IsoDate;
  /** The day on which the wording was checked, or a supplier’s own version. */
  wordingVersion: string;
  /** The requests that were made, by their titles. */
  requests: string[];
  /** The letter word for word. */
  text: string;
  replies: RecordedReply[];
  meetings: RecordedMeeting[];
}

export interface RecordedReply {
  date: IsoDate;
  /** What it amounted to, in words. */
  kind: string;
  promisedDate: IsoDate;
  note: string;
}

export interface RecordedMeeting {
  date: IsoDate;
  note: string;
}
