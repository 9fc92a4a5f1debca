import type { Draft } from './sites/site';
import { typeText } from './editors/native';
import { readSubjectState } from './look';
import {
  FAILED,
  leaveAlone,
  NOT_ASKED,
  NOT_OFFERED,
  NOT_SEEN,
  type Step,
  type StepReport,
  tell,
} from './protocol';
import { pause } from './wait';

/** Fills an empty, visible subject. A hidden subject belongs to a reply, and changing it would break the thread. */
export async function writeSubject(draft: Draft, text: string): Promise<Step> {
  const refusal = refuse(draft, text);
  const { subject } = draft;
  if (refusal || !subject) return { report: refusal ?? NOT_ASKED };
  subject.focus({ preventScroll: true });
  subject.select();
  typeText(subject, text);
  await pause();
  return tell(() => subject.value === text, subject.value ? NOT_SEEN : FAILED);
}

function refuse(draft: Draft, text: string): StepReport | null {
  const { subject } = draft;
  if (!text) return NOT_ASKED;
  if (!subject) return leaveAlone('none here');
  const state = readSubjectState(draft);
  if (state !== 'empty') return leaveAlone(state === 'hidden' ? state : 'already filled');
  const { readOnly, disabled, maxLength } = subject;
  // A subject cut at the field's maximum length would be of no use.
  const isTooLong = maxLength >= 0 && text.length > maxLength;
  return readOnly || disabled || isTooLong ? NOT_OFFERED : null;
}
