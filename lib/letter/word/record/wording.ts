import { isBlank, printable } from '../../text';
import { formatDate, isIsoDate } from '../../dates';

export const recordTexts = {
  title: 'Record of letters and replies',
  whatItIs: (madeOn: string) =>
    `This record lists the letters that the sender noted as sent, with the replies and meetings noted for each. It was made on ${sayDate(madeOn)} on the sender’s own computer, with the browser extension Dear Employer, from what the sender typed there.`,
  whatItIsNot:
    'It is the sender’s own record. Every date, kind of reply and note is as recorded by the sender; nothing here proves that an email was sent, delivered or read. Keep the emails themselves.',
  label: 'as recorded by the sender',
  dates: 'Dates in order',
  appendix: 'Appendix: the exact text of each letter',
  noReply: 'No reply is recorded.',
  noRequests: 'None of the numbered requests.',
  notRecorded: 'not recorded',
} as const;

/** "2 November 2026"; what is no day, as a damaged file may hold, stays as it is. */
export function sayDate(day: string): string {
  if (isIsoDate(day)) return formatDate(day);
  return isBlank(day) ? recordTexts.notRecorded : printable(day);
}

/** "Sent on (as recorded by the sender)". */
export function recordedLabel(what: string): string {
  return `${what} (${recordTexts.label})`;
}

export function sayName(name: string): string {
  return isBlank(name) ? `name ${recordTexts.notRecorded}` : printable(name).trim();
}
