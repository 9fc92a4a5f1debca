import { openPopupOn, setUpTab } from './openedPopup';
import { beforeEach, describe, expect, test } from 'vitest';
import type { DraftLook } from '../../../lib/mail/protocol';

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

  test('the chosen email stays chosen when the popup is opened again, or another letter is chosen', async () => {
    const popup = await openPopupOn(TODAY);
    expect(popup.state().draftKey).toBeNull();
    await popup.chooseDraftKey('0:draft 2');
    expect(await reopen()).toBe('0:draft 2');
    await popup.chooseLetter('reminder');
    expect(await reopen()).toBe('0:draft 2');
  });

  test('the chosen email stays chosen although another email had the focus at that time', async () => {
    drafts[0]!.focused = true;
    const popup = await openPopupOn(TODAY);
    expect(popup.state().draftKey).toBe('0:draft 1');
    await popup.chooseDraftKey('0:draft 2');
    expect(await reopen()).toBe('0:draft 2');
  });

  test('focusing another email after the choice chooses that email', async () => {
    await (await openPopupOn(TODAY)).chooseDraftKey('0:draft 2');
    drafts[0]!.focused = true;
    expect(await reopen()).toBe('0:draft 1');
  });

  test('opening another email drops the choice, and a closed email is not chosen', async () => {
    await (await openPopupOn(TODAY)).chooseDraftKey('0:draft 2');
    drafts.push(draft('draft 3'));
    expect(await reopen()).toBeNull();
    drafts = [draft('draft 3')];
    expect(await reopen()).toBe('0:draft 3');
  });
});

describe('“Who is signing”', () => {
  beforeEach(() => setUpTab());

  test('choosing a signer chooses their saved employer, also when the popup is opened again', async () => {
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
