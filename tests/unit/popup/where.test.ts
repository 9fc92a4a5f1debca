import { describe, expect, test } from 'vitest';
import type { DraftLook, PageLook } from '../../../lib/mail/protocol';
import { chooseDraft, describeWhere, joinLooks, whyNoDraft } from '../../../lib/popup/where';

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
    expect(describeWhere({ state: 'forbidden' })).toBe('This page is closed to extensions');
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
