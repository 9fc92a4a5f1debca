import { chooseDraft, type Where } from './where';

/** The answer to “Which email?”, kept for the tab. */
export interface DraftChoice {
  key: string;
  /** The emails it was chosen among, and which of them had the caret. */
  among: string;
}

export function noteChoice(key: string, where: Where): DraftChoice {
  return { key, among: describeDrafts(where) };
}

/** A choice made earlier holds while nothing has moved since: another caret or another email is a newer word. */
export function chooseAgain(choice: DraftChoice | null, where: Where): string | null {
  return choice && choice.among === describeDrafts(where) ? choice.key : chooseDraft(where);
}

/** Without the subjects themselves: what stands in the user’s other emails is not ours to keep. */
function describeDrafts(where: Where): string {
  if (where.state !== 'looked') return '';
  return JSON.stringify(where.drafts.map(({ key, kind, subject, focused }) => [key, kind, subject, focused]));
}
