import { describe, expect, test } from 'vitest';
import { followLetter } from '../../../lib/writing/letterIn';
import type { Outcome } from '../../../lib/writing/outcome';
import type { DraftLook, InsertionReport, PageLook } from '../../../lib/mail/protocol';
import { chooseDraft, describeWhere, isElsewhere, joinLooks, whyNoDraft } from '../../../lib/writing/drafts';

const draft = (patch: Partial<DraftLook>): DraftLook => ({
  id: 'draft 1',
  kind: 'new message',
  subject: 'empty',
  subjectText: '',
  focused: false,
  minimised: false,
  plainText: false,
  holds: [],
  ...patch,
});
const look = (patch: Partial<PageLook>): PageLook => ({
  site: 'gmail',
  drafts: [],
  blockedFrame: false,
  ...patch,
});

describe('where we are', () => {
  test.each([
    [[draft({})], 'Gmail: new message, subject empty'],
    [[draft({ subject: 'filled' })], 'Gmail: new message, subject filled in'],
    [[draft({ minimised: true })], 'Gmail: new message, minimised'],
    [[draft({ kind: 'reply', minimised: true })], 'Gmail: reply, minimised'],
    [[draft({ kind: 'reply', subject: 'hidden' })], 'Gmail: reply'],
    [[draft({ kind: 'reply', subject: 'filled' })], 'Gmail: reply'],
    [[draft({ kind: 'forward', subject: 'filled' })], 'Gmail: forward'],
    [[], 'No email is open for writing in this tab'],
    [[draft({}), draft({ id: 'draft 2' })], 'Gmail: 2 emails are open'],
  ])('%j reads as a person would say it', (drafts, says) => {
    expect(describeWhere(joinLooks([{ frameId: 0, report: look({ drafts }) }]))).toBe(says);
  });

  test('a caret in a frame of another site is said to be out of reach, unless an email is open beside it', () => {
    const frame = (drafts: DraftLook[]) => [
      { frameId: 0, report: look({ site: 'other', blockedFrame: true, drafts }) },
    ];
    const alone = joinLooks(frame([]));
    expect(describeWhere(alone)).toBe('This part of the page belongs to another site');
    expect(whyNoDraft(alone)).toEqual({ kind: 'frame out of reach' });
    expect(describeWhere(joinLooks(frame([draft({})])))).toContain('new message');
  });

  test('a page closed to extensions is said to be so', () => {
    expect(describeWhere({ state: 'forbidden' })).toBe('Extensions may not work on this page');
  });
});

describe('which draft is chosen beforehand', () => {
  const choose = (...drafts: DraftLook[]) =>
    chooseDraft(joinLooks([{ frameId: 0, report: look({ drafts }) }]));

  test('the only one', () => {
    expect(choose(draft({}))).toBe('0:draft 1');
  });
  test('the focused one of several', () => {
    expect(choose(draft({}), draft({ id: 'draft 2', focused: true }))).toBe('0:draft 2');
  });
  test('none of several without focus', () => {
    expect(choose(draft({}), draft({ id: 'draft 2' }))).toBeNull();
  });
});

describe('several frames', () => {
  test('an email is preferred to a text field in another frame', () => {
    const where = joinLooks([
      { frameId: 0, report: look({ drafts: [draft({})] }) },
      { frameId: 7, report: look({ site: 'other', drafts: [draft({ kind: 'text field' })] }) },
    ]);
    expect(where).toMatchObject({ site: 'gmail', drafts: [{ key: '0:draft 1', frameId: 0 }] });
  });
  test('a text field of any page is offered where there is no email', () => {
    const field = draft({ kind: 'text field', subject: 'none' });
    const where = joinLooks([{ frameId: 3, report: look({ site: 'other', drafts: [field] }) }]);
    expect(where).toMatchObject({ site: 'other', drafts: [{ key: '3:draft 1' }] });
    expect(describeWhere(where)).toBe('This page: text field');
  });
});

describe('whether an earlier letter is in an email that is still open', () => {
  const told = (kind: InsertionReport['kind']): Outcome => ({
    kind: 'reported',
    frameId: 0,
    draftKey: '0:draft 1',
    report: {
      kind,
      body: { outcome: 'inserted', place: 'at the caret' },
      to: { outcome: 'not asked' },
      cc: { outcome: 'not asked' },
    } as InsertionReport,
    facts: { part: null } as Extract<Outcome, { kind: 'reported' }>['facts'],
  });
  const letterInAfter = (kind: InsertionReport['kind'] = 'new message') => followLetter(null, told(kind));
  const here = (...drafts: DraftLook[]) => joinLooks([{ frameId: 0, report: look({ drafts }) }]);

  test('it is, while that email is open', () => {
    expect(isElsewhere(letterInAfter(), here(draft({}), draft({ id: 'draft 2' })))).toBe(false);
  });
  test('it is, where the site has made the email anew and the letter is still in it', () => {
    expect(isElsewhere(letterInAfter(), here(draft({ id: 'draft 2', holds: ['opening'] })))).toBe(false);
  });
  test('it is not, once that email is closed or sent', () => {
    expect(isElsewhere(letterInAfter(), here())).toBe(true);
    expect(isElsewhere(letterInAfter(), here(draft({ id: 'draft 2' })))).toBe(true);
  });
  test('nobody can say of a field that merely lost the focus', () => {
    expect(isElsewhere(letterInAfter('text field'), here())).toBe(false);
  });
  test('nobody can say before the page was looked at', () => {
    expect(isElsewhere(letterInAfter(), { state: 'looking' })).toBe(false);
  });
});
