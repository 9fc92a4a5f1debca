import { describe, expect, test } from 'vitest';
import type { BodyReport, InsertionReport, StepReport, TakeOutReport } from '../../../lib/mail/protocol';
import { findPartIn, followLetter } from '../../../lib/writing/letterIn';
import type { LetterFacts, Outcome } from '../../../lib/writing/outcome';

const facts = {
  title: 'Ask for a risk assessment',
  addresses: ['hr@trust.example'],
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
/** What is left to do after these outcomes, the last one last. */
const after = (...outcomes: (Outcome | null)[]) => outcomes.reduce(followLetter, null);

describe('what can still be done about the letter that went in', () => {
  test('nothing before anything happened', () => {
    expect(after(null)).toBeNull();
  });

  test.each<[string, Outcome]>([
    ['copying the letter', { kind: 'copied', missingCount: 0 }],
    ['saving it as Word', { kind: 'saved as Word', fileName: 'Letter.docx', missingCount: 0 }],
    ['copying the addresses', { kind: 'addresses copied' }],
    ['a refused copy', { kind: 'copy refused' }],
    ['a refusal of a second copy', refusedBecause('already there')],
    ['a full storage', { kind: 'not saved', why: 'full' }],
    ['a part put in elsewhere by right-click', partInserted(7)],
    ['a part that the page did not take', refusedBecause('did not arrive', partFacts)],
    ['a part that is not there any more', { kind: 'no such part' }],
    ['a part taken out again', takenOut({ outcome: 'taken out', stays: [] }, partFacts)],
    ['a right-click where the browser forbids it', { kind: 'page failed', why: 'forbidden', byMenu: true }],
    ['taking out where the browser forbids it', { kind: 'page failed', why: 'forbidden', takingOut: true }],
  ])('%s leaves it in the draft', (_what, outcome) => {
    expect(after(inserted(), outcome)).toEqual(after(inserted()));
  });

  test('the addresses the page did not take stay on offer until the letter is out', () => {
    const failed: StepReport = { outcome: 'failed', why: 'did not stay' };
    expect(after(inserted(failed), { kind: 'addresses copied' })).toMatchObject({ addressesLeft: true });
  });

  test('after typing, it can be taken out once the typing is undone, or noted as sent', () => {
    const refused = takenOut({ outcome: 'refused', why: 'typed since' });
    expect(after(refused)).toMatchObject({ frameId: 3, mayTakeOut: true });
  });

  test('an email that is no longer open may have been sent', () => {
    expect(after(takenOut({ outcome: 'refused', why: 'draft gone' }))).toMatchObject({ mayTakeOut: false });
  });

  test('an email that is not open here any more can only be noted as sent', () => {
    expect(after({ kind: 'letter elsewhere', frameId: 3, facts })).toMatchObject({ mayTakeOut: false });
  });

  test('a part put in beside it by right-click does not take its place', () => {
    const letterIn = after(inserted(), partInserted());
    expect(letterIn).toMatchObject({ facts, mayTakeOut: true, hasLaterPartialInsert: true });
    expect(after(inserted(), partInserted(), inserted())).toEqual(after(inserted()));
  });

  test('a part alone is no letter to be noted as sent', () => {
    expect(after(partInserted())).toBeNull();
  });

  test('a page that changed while it was being taken out leaves it to be noted as sent', () => {
    const failed: Outcome = { kind: 'page failed', why: 'gone', takingOut: true };
    expect(after(inserted(), { kind: 'running', takingOut: true }, failed)).toMatchObject({
      facts,
      mayTakeOut: false,
    });
  });

  test.each<[string, Outcome]>([
    ['taken out', takenOut({ outcome: 'taken out', stays: [] })],
    ['noted as sent', { kind: 'sent noted', on: '2026-11-23' }],
    ['refused by the page', refusedBecause('did not arrive')],
    ['perhaps cut off', { kind: 'page failed', why: 'gone' }],
  ])('nothing once it is %s', (_what, outcome) => {
    expect(after(inserted(), outcome)).toBeNull();
  });
});

describe('a part that went in by right-click', () => {
  test('can be taken out again while the outcome tells of it', () => {
    expect(findPartIn(partInserted())).toEqual({ frameId: 3, facts: partFacts });
    expect(findPartIn({ kind: 'copied', missingCount: 0 })).toBeNull();
  });

  test('can be taken out once what was typed since is undone', () => {
    const typedSince = { outcome: 'refused', why: 'typed since' } as const;
    expect(findPartIn(takenOut(typedSince, partFacts))).toMatchObject({ frameId: 3 });
  });

  test.each<[string, Outcome]>([
    ['refused', refusedBecause('did not arrive', partFacts)],
    ['taken out', takenOut({ outcome: 'taken out', stays: [] }, partFacts)],
    ['the whole letter', inserted()],
  ])('is not there to take out when it is %s', (_what, outcome) => {
    expect(findPartIn(outcome)).toBeNull();
  });
});
