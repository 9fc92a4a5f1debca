import { beforeEach, describe, expect, test } from 'vitest';
import type { DraftLook } from '../../../lib/mail/protocol';
import { openPopupOn, setUpTab } from './openedPopup';

const TODAY = '2026-11-23';

describe('“Which email?”', () => {
  let drafts: DraftLook[];
  beforeEach(() => {
    drafts = [draft('draft 1'), draft('draft 2')];
    setUpTab(() => ({ site: 'gmail', drafts, blockedFrame: false }));
  });

  function draft(id: string): DraftLook {
    return {
      id,
      kind: 'new message',
      subject: 'empty',
      subjectText: '',
      focused: false,
      minimised: false,
      plainText: false,
      holds: [],
    };
  }

  const reopen = async () => (await openPopupOn(TODAY)).state().draftKey;

  test('the answer is kept for the tab', async () => {
    const popup = await openPopupOn(TODAY);
    expect(popup.state().draftKey).toBeNull();
    await popup.chooseDraftKey('0:draft 2');
    expect(await reopen()).toBe('0:draft 2');
    await popup.chooseLetter('reminder');
    expect(await reopen()).toBe('0:draft 2');
  });

  test('it holds against the email that had the caret when it was given', async () => {
    drafts[0]!.focused = true;
    const popup = await openPopupOn(TODAY);
    expect(popup.state().draftKey).toBe('0:draft 1');
    await popup.chooseDraftKey('0:draft 2');
    expect(await reopen()).toBe('0:draft 2');
  });

  test('a caret put into another email since is the newer answer', async () => {
    await (await openPopupOn(TODAY)).chooseDraftKey('0:draft 2');
    drafts[0]!.focused = true;
    expect(await reopen()).toBe('0:draft 1');
  });

  test('once another email is open it is asked anew, and of an email that is closed nothing is left', async () => {
    await (await openPopupOn(TODAY)).chooseDraftKey('0:draft 2');
    drafts.push(draft('draft 3'));
    expect(await reopen()).toBeNull();
    drafts = [draft('draft 3')];
    expect(await reopen()).toBe('0:draft 3');
  });
});

describe('who is signing', () => {
  beforeEach(() => setUpTab());

  test('a signer comes with the employer last named for them', async () => {
    const { repository } = await openPopupOn(TODAY);
    await repository.addEmployer({ organisation: 'Mill Trust' });
    const employer = await repository.addEmployer({ organisation: 'Brook Trust' });
    await repository.addSigner({ fullName: 'Head A' });
    const employerId = employer.ok ? employer.value.id : '';
    const signer = await repository.addSigner({ fullName: 'Head B', employerId });
    const popup = await openPopupOn(TODAY);
    await popup.chooseSigner(signer.ok ? signer.value.id : '');
    expect(popup.state().employer?.organisation).toBe('Brook Trust');
    expect((await openPopupOn(TODAY)).state().employer?.organisation).toBe('Brook Trust');
  });
});
