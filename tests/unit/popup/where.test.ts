import { describe, expect, test } from 'vitest';
import { followLetter } from '../../../lib/writing/tabState';
import type { Outcome } from '../../../lib/writing/outcome';
import type { DraftLook, InsertionReport, PageLook } from '../../../lib/mail/protocol';
import { isElsewhere } from '../../../lib/popup/recognise';
import { chooseDraft, describeWhere, joinLooks, whyNoDraft } from '../../../lib/writing/drafts';

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

describe('the line under the heading', () => {
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
  ])('for the drafts %j is “%s”', (drafts, says) => {
    expect(describeWhere(joinLooks([{ frameId: 0, page: '0', report: look({ drafts }) }]))).toBe(says);
  });

  test('reports a caret in a frame of another site, unless an email is open in the page', () => {
    const frame = (drafts: DraftLook[]) => [
      { frameId: 0, page: '0', report: look({ site: 'other', blockedFrame: true, drafts }) },
    ];
    const alone = joinLooks(frame([]));
    expect(describeWhere(alone)).toBe('This part of the page belongs to another site');
    expect(whyNoDraft(alone)).toEqual({ kind: 'frame out of reach' });
    expect(describeWhere(joinLooks(frame([draft({})])))).toContain('new message');
  });

  test('reports a page that does not allow extensions', () => {
    expect(describeWhere({ state: 'forbidden' })).toBe('Extensions may not work on this page');
  });
});

describe('on a mail page without the marks that we know', () => {
  const field = draft({ kind: 'text field', subject: 'none', focused: true });
  const whereOf = (patch: Partial<PageLook>) => joinLooks([{ frameId: 0, page: '0', report: look(patch) }]);

  test('the field with the caret is offered, not chosen', () => {
    const where = whereOf({ drafts: [field] });
    expect(describeWhere(where)).toBe('We do not recognise this email window');
    expect([where.unknown, chooseDraft(where)]).toMatchObject([{ key: '0:draft 1' }, null]);
    expect(whyNoDraft(where)).toEqual({ kind: 'unknown email', hasCaret: true });
  });

  test('without a caret, two fields arranged like an email are mentioned and nothing is offered', () => {
    const where = whereOf({ looksLikeEmail: true });
    expect(describeWhere(where)).toBe('We do not recognise this email window');
    expect([where.unknown, chooseDraft(where)]).toEqual(['elsewhere', null]);
    expect(whyNoDraft(where)).toEqual({ kind: 'unknown email', hasCaret: false });
  });

  test('an email that is recognised comes first, also before a field with the caret in a frame', () => {
    const frames = [look({ drafts: [draft({})] }), look({ site: 'other', drafts: [field] })];
    const where = joinLooks(frames.map((report, frameId) => ({ frameId, page: String(frameId), report })));
    expect([where.unknown, chooseDraft(where)]).toEqual([undefined, '0:draft 1']);
  });

  test('a field with the caret in a frame of the mail page is offered', () => {
    const frames = [look({}), look({ site: 'other', drafts: [field] })];
    const where = joinLooks(frames.map((report, frameId) => ({ frameId, page: String(frameId), report })));
    expect(where.unknown).toMatchObject({ key: '1:draft 1' });
  });

  test('on any other page, the field with the caret is chosen as before', () => {
    const where = whereOf({ site: 'other', drafts: [field] });
    expect([where.unknown, chooseDraft(where)]).toEqual([undefined, '0:draft 1']);
  });
});

describe('the draft chosen by default', () => {
  const choose = (...drafts: DraftLook[]) =>
    chooseDraft(joinLooks([{ frameId: 0, page: '0', report: look({ drafts }) }]));

  test('is the only draft', () => {
    expect(choose(draft({}))).toBe('0:draft 1');
  });
  test('is the focused draft of several', () => {
    expect(choose(draft({}), draft({ id: 'draft 2', focused: true }))).toBe('0:draft 2');
  });
  test('is none of several drafts without focus', () => {
    expect(choose(draft({}), draft({ id: 'draft 2' }))).toBeNull();
  });
});

describe('several frames', () => {
  test('a text field is not offered if another frame has an email', () => {
    const where = joinLooks([
      { frameId: 0, page: '0', report: look({ drafts: [draft({})] }) },
      { frameId: 7, page: '7', report: look({ site: 'other', drafts: [draft({ kind: 'text field' })] }) },
    ]);
    expect(where).toMatchObject({ site: 'gmail', drafts: [{ key: '0:draft 1', frameId: 0 }] });
  });
  test('a text field is offered if no frame has an email', () => {
    const field = draft({ kind: 'text field', subject: 'none' });
    const where = joinLooks([{ frameId: 3, page: '3', report: look({ site: 'other', drafts: [field] }) }]);
    expect(where).toMatchObject({ site: 'other', drafts: [{ key: '3:draft 1' }] });
    expect(describeWhere(where)).toBe('This page: text field');
  });
});

describe('the email with an inserted letter', () => {
  const reported = (kind: InsertionReport['kind']): Outcome => ({
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
  const letterInAfter = (kind: InsertionReport['kind'] = 'new message') => followLetter(null, reported(kind));
  const here = (...drafts: DraftLook[]) => joinLooks([{ frameId: 0, page: '0', report: look({ drafts }) }]);

  test('is here while it is open', () => {
    expect(isElsewhere(letterInAfter(), here(draft({}), draft({ id: 'draft 2' })))).toBe(false);
  });
  test('is here if the site has replaced its draft, which still contains the letter', () => {
    expect(isElsewhere(letterInAfter(), here(draft({ id: 'draft 2', holds: ['opening'] })))).toBe(false);
  });
  test('is elsewhere once it is closed or sent', () => {
    expect(isElsewhere(letterInAfter(), here())).toBe(true);
    expect(isElsewhere(letterInAfter(), here(draft({ id: 'draft 2' })))).toBe(true);
  });
  test('is not reported as elsewhere if it is a text field, which may only have lost the focus', () => {
    expect(isElsewhere(letterInAfter('text field'), here())).toBe(false);
  });
  test('is not reported as elsewhere before the popup has looked for drafts', () => {
    expect(isElsewhere(letterInAfter(), { state: 'looking' })).toBe(false);
  });
});
