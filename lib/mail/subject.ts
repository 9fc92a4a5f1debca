import type { Draft } from './clients/client';
import { typeText } from './editors/native';
import { tellSubject } from './look';
import type { StepReport } from './protocol';
import { pause } from './wait';

/** Fills an empty, visible subject. A hidden one belongs to an answer: touching it breaks the thread. */
export async function fillSubject(draft: Draft, text: string): Promise<StepReport> {
  const { subject } = draft;
  if (!text) return { outcome: 'not asked' };
  if (!subject) return { outcome: 'left alone', why: 'none here' };
  const state = tellSubject(draft);
  if (state !== 'empty')
    return { outcome: 'left alone', why: state === 'hidden' ? 'hidden' : 'already filled' };
  if (subject.readOnly || subject.disabled) return { outcome: 'failed', why: 'not offered' };
  typeInto(subject, text);
  await pause();
  return subject.value === text ? { outcome: 'done' } : { outcome: 'failed', why: 'did not stay' };
}

function typeInto(input: HTMLInputElement, text: string): void {
  input.focus({ preventScroll: true });
  input.select();
  typeText(input, text);
  if (input.value === text) return;
  // From our own world the page's setter is not in the way, and its listener sees a change (Outlook, 2026-03).
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}
