import { beforeEach, describe, expect, test } from 'vitest';
import type { FieldsOf } from '../../../lib/storage/schema';
import { openPopupOn, setUpTab, type OpenedPopup } from './openedPopup';

beforeEach(() => setUpTab());

const TODAY = '2026-11-23';
const reopen = () => openPopupOn(TODAY);
const restart = () => openPopupOn(TODAY, { newTab: true });

type Heads = Record<'a' | 'b' | 'employer of a', string>;

/** Head A writes to Mill Trust; head B has no saved employer. */
async function saveTwoHeads(b: Partial<FieldsOf<'signer'>> = {}): Promise<Heads> {
  const { repository } = await reopen();
  const employer = await repository.addEmployer({ organisation: 'Mill Trust', email: 'ceo@mill.example' });
  const employerId = employer.ok ? employer.value.id : '';
  const headA = await repository.addSigner({ fullName: 'Head A', employerId });
  const headB = await repository.addSigner({ fullName: 'Head B', ...b });
  if (!headA.ok || !headB.ok) throw new Error('not saved');
  return { a: headA.value.id, b: headB.value.id, 'employer of a': employerId };
}

function shown(popup: OpenedPopup) {
  const { signer, employer, choices } = popup.state();
  return [signer?.fullName, employer?.organisation, choices.employerId !== ''];
}
const alone = ['Head B', undefined, false];

describe('a signer without a saved employer is paired with nobody', () => {
  test.each([
    ['none saved', {}],
    ['a deleted one', { employerId: 'deleted' }],
  ])('when chosen after a head who has one: %s', async (_which, fields) => {
    const ids = await saveTwoHeads(fields);
    const popup = await reopen();
    expect(shown(popup)).toEqual(['Head A', 'Mill Trust', true]);
    await popup.chooseSigner(ids.b);
    expect(shown(popup)).toEqual(alone);
    expect(popup.document().missing.map(({ field }) => field)).toContain('employer');
    expect(shown(await reopen())).toEqual(alone);
    expect(shown(await restart())).toEqual(alone);
    await popup.chooseSigner(ids.a);
    expect(shown(popup)).toEqual(['Head A', 'Mill Trust', true]);
  });

  test('when an earlier version kept the employer of the head chosen before', async () => {
    const ids = await saveTwoHeads();
    const { repository } = await reopen();
    await repository.saveChoices({ signerId: ids.b, employerId: ids['employer of a'] });
    expect(shown(await restart())).toEqual(alone);
  });

  test.each(['nothing chosen', 'chosen before'])('when the other head is deleted: %s', async (which) => {
    const ids = await saveTwoHeads();
    const popup = await reopen();
    if (which === 'chosen before') await popup.chooseSigner(ids.a);
    await popup.repository.deleteRecord('signer', ids.a);
    expect(shown(await reopen())).toEqual(alone);
    expect(shown(await restart())).toEqual(alone);
  });

  test('when the employer shown is deleted and another head’s is left', async () => {
    const ids = await saveTwoHeads();
    const popup = await reopen();
    const other = await popup.repository.addEmployer({ organisation: 'Brook Trust' });
    await popup.chooseSigner(ids.b);
    await popup.chooseEmployer(other.ok ? other.value.id : '');
    await popup.repository.deleteRecord('employer', other.ok ? other.value.id : '');
    expect(shown(await reopen())).toEqual(alone);
    expect(shown(await restart())).toEqual(alone);
  });

  test('when the first head is deleted and another added', async () => {
    const { repository } = await reopen();
    const employer = await repository.addEmployer({ organisation: 'Mill Trust' });
    const headA = await repository.addSigner({ employerId: employer.ok ? employer.value.id : '' });
    await repository.deleteRecord('signer', headA.ok ? headA.value.id : '');
    await repository.addSigner({ fullName: 'Head B' });
    expect(shown(await restart())).toEqual(alone);
  });
});

describe('the employer chosen for a signer', () => {
  test('is theirs from then on, and nobody else’s', async () => {
    const ids = await saveTwoHeads();
    const popup = await reopen();
    const other = await popup.repository.addEmployer({ organisation: 'Brook Trust' });
    await popup.chooseSigner(ids.b);
    await popup.chooseEmployer(other.ok ? other.value.id : '');
    expect(shown(popup)).toEqual(['Head B', 'Brook Trust', true]);
    await popup.chooseSigner(ids.a);
    expect(shown(popup)).toEqual(['Head A', 'Mill Trust', true]);
    await popup.chooseSigner(ids.b);
    expect(shown(popup)).toEqual(['Head B', 'Brook Trust', true]);
    expect(shown(await restart())).toEqual(['Head B', 'Brook Trust', true]);
  });

  test('instead of the saved one is kept for the tab and as the last choice', async () => {
    const ids = await saveTwoHeads();
    const popup = await reopen();
    const other = await popup.repository.addEmployer({ organisation: 'Brook Trust' });
    await popup.chooseSigner(ids.a);
    await popup.chooseEmployer(other.ok ? other.value.id : '');
    expect(shown(await reopen())).toEqual(['Head A', 'Brook Trust', true]);
    expect(shown(await restart())).toEqual(['Head A', 'Brook Trust', true]);
  });

  test('gives way to another employer saved for them since, in the same tab too', async () => {
    const ids = await saveTwoHeads();
    const popup = await reopen();
    const other = await popup.repository.addEmployer({ organisation: 'Brook Trust' });
    await popup.chooseSigner(ids.a);
    const employerId = other.ok ? other.value.id : '';
    await popup.repository.saveFields('signer', ids.a, { employerId });
    expect(shown(await reopen())).toEqual(['Head A', 'Brook Trust', true]);
    expect(shown(await restart())).toEqual(['Head A', 'Brook Trust', true]);
  });

  test('gives way to the employer that an opened file brings for them', async () => {
    const ids = await saveTwoHeads();
    const popup = await reopen();
    await popup.chooseSigner(ids.a);
    const { signer } = popup.state();
    const other = await popup.repository.addEmployer({ organisation: 'Brook Trust' });
    const employerId = other.ok ? other.value.id : '';
    await popup.repository.storeTogether([{ kind: 'signer', record: { ...signer!, employerId } }]);
    expect(shown(await restart())).toEqual(['Head A', 'Brook Trust', true]);
  });

  test('in one tab does not become that of the signer chosen last in another', async () => {
    const ids = await saveTwoHeads();
    const first = await reopen();
    const other = await first.repository.addEmployer({ organisation: 'Brook Trust' });
    await first.chooseSigner(ids.a);
    await first.repository.saveChoices({ signerId: ids.b, employerId: '' });
    await first.chooseEmployer(other.ok ? other.value.id : '');
    expect(shown(await restart())).toEqual(['Head A', 'Brook Trust', true]);
  });

  test('for one signer is not given to another who is chosen before it is read', async () => {
    const ids = await saveTwoHeads();
    const popup = await reopen();
    const toB = popup.chooseSigner(ids.b);
    const toA = popup.chooseSigner(ids.a);
    await Promise.all([toB, toA]);
    expect(shown(popup)).toEqual(['Head A', 'Mill Trust', true]);
  });
});

test('one signer and one employer belong together without a choice', async () => {
  const { repository } = await reopen();
  await repository.addSigner({ fullName: 'Head A' });
  await repository.addEmployer({ organisation: 'Mill Trust' });
  expect(shown(await restart())).toEqual(['Head A', 'Mill Trust', true]);
});

test('with several employers and nobody signing, none is chosen beforehand', async () => {
  const { repository } = await reopen();
  await repository.addEmployer({ organisation: 'Mill Trust' });
  await repository.addEmployer({ organisation: 'Brook Trust' });
  expect((await restart()).state().employer).toBeNull();
});
