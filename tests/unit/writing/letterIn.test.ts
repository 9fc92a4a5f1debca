import { describe, expect, test } from 'vitest';
import type { BodyReport, InsertionReport, StepReport, TakeOutReport } from '../../../lib/mail/protocol';
import { findPartIn, followLetter } from '../../../lib/writing/tabState';
import { isLost, type LetterFacts, type Outcome } from '../../../lib/writing/outcome';

const facts = {
  title: 'Ask for a risk assessment',
  to: ['hr@trust.example'],
  cc: [] as string[],
  part: null,
} as LetterFacts;
const partFacts = { ...facts, part: 'Name' };
const NOT_ASKED: StepReport = { outcome: 'not asked' };
const report = (body: BodyReport, to: StepReport = NOT_ASKED): InsertionReport => ({
  site: 'gmail',
  kind: 'new message',
  body,
  subject: NOT_ASKED,
  to,
  cc: NOT_ASKED,
  attachment: NOT_ASKED,
});
const inserted = (to?: StepReport): Outcome => ({
  kind: 'reported',
  frameId: 3,
  report: report({ outcome: 'inserted', place: 'at the caret' }, to),
  facts,
});
const partInserted = (frameId = 3): Outcome => ({
  kind: 'reported',
  frameId,
  report: report({ outcome: 'inserted', place: 'at the caret' }),
  facts: partFacts,
});
const refusedBecause = (
  why: Extract<BodyReport, { outcome: 'refused' }>['why'],
  of: LetterFacts = facts,
): Outcome => ({
  kind: 'reported',
  frameId: 3,
  report: report({ outcome: 'refused', why }),
  facts: of,
});
const takenOut = (answer: TakeOutReport, of: LetterFacts = facts): Outcome => ({
  kind: 'taken out',
  frameId: 3,
  report: answer,
  facts: of,
});
/** The inserted letter after these outcomes, given in order. */
const after = (...outcomes: (Outcome | null)[]) => outcomes.reduce(followLetter, null);

describe('the inserted letter', () => {
  test('is null before the first outcome', () => {
    expect(after(null)).toBeNull();
  });

  test.each<[string, Outcome]>([
    ['copying the letter', { kind: 'copied', missingCount: 0 }],
    ['saving the letter as Word', { kind: 'saved as Word', fileName: 'Letter.docx', missingCount: 0 }],
    ['copying the addresses', { kind: 'addresses copied' }],
    ['a copy that the browser refuses', { kind: 'copy refused' }],
    ['refusing a second copy', refusedBecause('already there')],
    ['failing to save because storage is full', { kind: 'not saved', why: 'full' }],
    ['inserting a part into another frame by right-click', partInserted(7)],
    ['inserting a part that the page does not accept', refusedBecause('did not arrive', partFacts)],
    ['choosing a part that the letter no longer has', { kind: 'no such part' }],
    ['taking out a part', takenOut({ outcome: 'taken out', stays: [] }, partFacts)],
    [
      'a right-click in a page that the browser forbids',
      { kind: 'page failed', why: 'forbidden', byMenu: true },
    ],
    [
      'taking out in a page that the browser forbids',
      { kind: 'page failed', why: 'forbidden', takingOut: true },
    ],
  ])('does not change after: %s', (_what, outcome) => {
    expect(after(inserted(), outcome)).toEqual(after(inserted()));
  });

  test('still offers to copy the addresses after they were copied once', () => {
    const failed: StepReport = { outcome: 'failed', why: 'did not stay' };
    expect(after(inserted(failed), { kind: 'addresses copied' })).toMatchObject({ addressesLeft: true });
  });

  test('may still be taken out after a refusal because of typing, which the user can undo', () => {
    const refused = takenOut({ outcome: 'refused', why: 'typed since' });
    expect(after(refused)).toMatchObject({ frameId: 3, mayTakeOut: true });
  });

  test('may not be taken out of a closed email, but can be saved as sent', () => {
    expect(after(takenOut({ outcome: 'refused', why: 'draft gone' }))).toMatchObject({ mayTakeOut: false });
  });

  test('may not be taken out while its email is not open in the page', () => {
    expect(after({ kind: 'letter elsewhere', frameId: 3, facts })).toMatchObject({ mayTakeOut: false });
  });

  test('is not replaced by a part inserted later, which is remembered until the next whole letter', () => {
    const letterIn = after(inserted(), partInserted());
    expect(letterIn).toMatchObject({ facts, mayTakeOut: true, hasLaterPartialInsert: true });
    expect(after(inserted(), partInserted(), inserted())).toEqual(after(inserted()));
  });

  test('is null after inserting only a part', () => {
    expect(after(partInserted())).toBeNull();
  });

  test('can be saved as sent but not taken out after the page changed during the removal', () => {
    const failed: Outcome = { kind: 'page failed', why: 'gone', takingOut: true };
    expect(after(inserted(), { kind: 'running', takingOut: true }, failed)).toMatchObject({
      facts,
      mayTakeOut: false,
    });
  });

  test.each(['gone', 'lost contact'] as const)(
    'can be saved as sent but not taken out when it may have gone in: %s',
    (why) => {
      const letter = { frameId: 3, facts };
      expect(after({ kind: 'page failed', why, letter })).toMatchObject({ ...letter, mayTakeOut: false });
      const part = { frameId: 3, facts: partFacts };
      const failed: Outcome = { kind: 'page failed', why, byMenu: true, letter: part };
      expect(after(inserted(), failed)).toEqual(after(inserted()));
    },
  );

  test.each<[string, Outcome]>([
    ['taken out', takenOut({ outcome: 'taken out', stays: [] })],
    ['saved as sent', { kind: 'sent noted', on: '2026-11-23' }],
    ['refused by the page', refusedBecause('did not arrive')],
    ['refused by the browser', { kind: 'page failed', why: 'forbidden' }],
  ])('is null once it is %s', (_what, outcome) => {
    expect(after(inserted(), outcome)).toBeNull();
  });
});

describe('a part inserted by right-click', () => {
  test('can be taken out only while the outcome is about this part', () => {
    expect(findPartIn(partInserted())).toEqual({ frameId: 3, facts: partFacts });
    expect(findPartIn({ kind: 'copied', missingCount: 0 })).toBeNull();
  });

  test('may still be taken out after a refusal because of typing', () => {
    const typedSince = { outcome: 'refused', why: 'typed since' } as const;
    expect(findPartIn(takenOut(typedSince, partFacts))).toMatchObject({ frameId: 3 });
  });

  test.each<[string, Outcome]>([
    ['refused', refusedBecause('did not arrive', partFacts)],
    ['taken out', takenOut({ outcome: 'taken out', stays: [] }, partFacts)],
    ['the whole letter', inserted()],
  ])('cannot be taken out when it is %s', (_what, outcome) => {
    expect(findPartIn(outcome)).toBeNull();
  });
});

test('after contact was lost, it is unclear whether a letter went in, but not whether one taken out did', () => {
  const lost = { kind: 'page failed', why: 'lost contact' } as const;
  expect(isLost({ ...lost, letter: { frameId: 3, facts } })).toBe(true);
  expect(isLost({ ...lost, takingOut: true })).toBe(false);
});
