import { openPopupOn, setUpTab } from './openedPopup';
import { describe, expect, test } from 'vitest';
import type { InsertionReport } from '../../../lib/mail/protocol';
import { isDone, isNotChosen, letterInChosen, type PopupState } from '../../../lib/popup/store';
import type { LetterFacts } from '../../../lib/writing/outcome';
import { keepOutcome, writeOutcome } from '../../../lib/writing/tabState';

const TODAY = '2026-11-23';

/** Two emails that the page names alike before and after it is loaded again. */
function emails(...holds: string[][]) {
  return holds.map((held, at) => ({
    id: `draft ${at}`,
    kind: 'new message' as const,
    subject: 'empty' as const,
    subjectText: '',
    focused: at === 0,
    minimised: false,
    plainText: false,
    holds: held,
  }));
}

const report = {
  site: 'gmail',
  kind: 'new message',
  body: { outcome: 'inserted', place: 'at the caret' },
  subject: { outcome: 'done' },
  to: { outcome: 'not asked' },
  cc: { outcome: 'not asked' },
  attachment: { outcome: 'not asked' },
} as InsertionReport;

/** What the popup keeps for the tab when the letter has gone into an email of the page. */
async function keepInserted(page: string, id?: string): Promise<void> {
  const facts = { letterId: 'request', part: null, to: [], cc: [], text: 'Dear' } as unknown as LetterFacts;
  const draftKey = id ? { draftKey: `${page}:${id}` } : {};
  await keepOutcome(1, { kind: 'reported', frameId: 0, page, report, facts, ...draftKey });
}

/** The kinds of outcome that the popup showed, one after the other, while it opened. */
async function shownWhileOpening(): Promise<{ kinds: (string | undefined)[]; end: PopupState }> {
  const states: PopupState[] = [];
  const { state } = await openPopupOn(TODAY, { watch: (shown) => states.push(shown) });
  return { kinds: [...new Set(states.map(({ outcome }) => outcome?.kind))], end: state() };
}

test('after the page was loaded again, nothing is said of another email with the same name, not even while the popup looks', async () => {
  setUpTab(() => ({ site: 'gmail', drafts: emails([]), blockedFrame: false }), { page: () => 'second load' });
  await keepInserted('first load', 'draft 0');
  const { kinds, end } = await shownWhileOpening();
  expect(kinds).not.toContain('reported');
  expect(isDone(end)).toBe(false);
});

test('on the same page, the outcome is shown when the popup has looked', async () => {
  setUpTab(() => ({ site: 'gmail', drafts: emails(['opening']), blockedFrame: false }));
  await keepInserted('0', 'draft 0');
  const { kinds, end } = await shownWhileOpening();
  expect(kinds).toContain('reported');
  expect(isDone(end)).toBe(true);
});

test('“Back to Insert letter” stays pressed when the browser reports the outcome that is already shown', async () => {
  setUpTab(() => ({ site: 'gmail', drafts: emails(['opening']), blockedFrame: false }));
  await keepInserted('0', 'draft 0');
  const { state, setState } = await openPopupOn(TODAY);
  setState({ isBack: true });
  await writeOutcome(1, structuredClone(state().outcome!));
  expect(isDone(state())).toBe(false);
  await writeOutcome(1, { kind: 'did not work' });
  expect(state()).toMatchObject({ isBack: false, outcome: { kind: 'did not work' } });
});

describe.each([
  ['Insert letter', 'draft 1'],
  ['a right-click', undefined],
])('with two emails open, after %s in the second', (_, id) => {
  test('nothing is said and can be done while the first is chosen, and everything when the second is', async () => {
    setUpTab(() => ({ site: 'gmail', drafts: emails([], ['opening']), blockedFrame: false }));
    await keepInserted('0', id);
    const { state, chooseDraftKey } = await openPopupOn(TODAY);
    expect(state()).toMatchObject({ draftKey: '0:draft 0', outcome: { draftKey: '0:draft 1' } });
    expect([isNotChosen('0:draft 1', state()), letterInChosen(state())]).toEqual([true, null]);
    await chooseDraftKey('0:draft 1');
    expect(isNotChosen('0:draft 1', state())).toBe(false);
    expect(letterInChosen(state())?.mayTakeOut).toBe(true);
    expect(isDone(state())).toBe(true);
  });
});
