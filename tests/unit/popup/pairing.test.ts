import { openPopupOn, setUpTab, type OpenedPopup } from './openedPopup';
import { beforeEach, describe, expect, test } from 'vitest';
import type { FieldsOf } from '../../../lib/storage/schema';

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
const withoutEmployer = ['Head B', undefined, false];

describe('a signer without a saved employer has no employer chosen', () => {
  test.each([
    ['none saved', {}],
    ['a deleted one', { employerId: 'deleted' }],
  ])('when chosen after a signer who has one: %s', async (_which, fields) => {
    const ids = await saveTwoHeads(fields);
    const popup = await reopen();
    expect(shown(popup)).toEqual(['Head A', 'Mill Trust', true]);
    await popup.chooseSigner(ids.b);
    expect(shown(popup)).toEqual(withoutEmployer);
    expect(popup.document().missing.map(({ field }) => field)).toContain('employer');
    expect(shown(await reopen())).toEqual(withoutEmployer);
    expect(shown(await restart())).toEqual(withoutEmployer);
    await popup.chooseSigner(ids.a);
    expect(shown(popup)).toEqual(['Head A', 'Mill Trust', true]);
  });

  test('when an earlier version saved the employer of the signer chosen before', async () => {
    const ids = await saveTwoHeads();
    const { repository } = await reopen();
    await repository.saveChoices({ signerId: ids.b, employerId: ids['employer of a'] });
    expect(shown(await restart())).toEqual(withoutEmployer);
  });

  test.each(['nothing chosen', 'chosen before'])('when the other signer is deleted: %s', async (which) => {
    const ids = await saveTwoHeads();
    const popup = await reopen();
    if (which === 'chosen before') await popup.chooseSigner(ids.a);
    await popup.repository.deleteRecord('signer', ids.a);
    expect(shown(await reopen())).toEqual(withoutEmployer);
    expect(shown(await restart())).toEqual(withoutEmployer);
  });

  test('when the chosen employer is deleted and only another signer’s employer remains', async () => {
    const ids = await saveTwoHeads();
    const popup = await reopen();
    const other = await popup.repository.addEmployer({ organisation: 'Brook Trust' });
    await popup.chooseSigner(ids.b);
    await popup.chooseEmployer(other.ok ? other.value.id : '');
    await popup.repository.deleteRecord('employer', other.ok ? other.value.id : '');
    expect(shown(await reopen())).toEqual(withoutEmployer);
    expect(shown(await restart())).toEqual(withoutEmployer);
  });

  test('when the first signer is deleted and another is added', async () => {
    const { repository } = await reopen();
    const employer = await repository.addEmployer({ organisation: 'Mill Trust' });
    const headA = await repository.addSigner({ employerId: employer.ok ? employer.value.id : '' });
    await repository.deleteRecord('signer', headA.ok ? headA.value.id : '');
    await repository.addSigner({ fullName: 'Head B' });
    expect(shown(await restart())).toEqual(withoutEmployer);
  });
});

describe('the employer chosen for a signer', () => {
  test('is chosen again with that signer, and not with another', async () => {
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

  test('instead of the saved one stays chosen in the tab and as the last choice', async () => {
    const ids = await saveTwoHeads();
    const popup = await reopen();
    const other = await popup.repository.addEmployer({ organisation: 'Brook Trust' });
    await popup.chooseSigner(ids.a);
    await popup.chooseEmployer(other.ok ? other.value.id : '');
    expect(shown(await reopen())).toEqual(['Head A', 'Brook Trust', true]);
    expect(shown(await restart())).toEqual(['Head A', 'Brook Trust', true]);
  });

  test('is replaced by another employer saved for the signer later, in the same tab too', async () => {
    const ids = await saveTwoHeads();
    const popup = await reopen();
    const other = await popup.repository.addEmployer({ organisation: 'Brook Trust' });
    await popup.chooseSigner(ids.a);
    const employerId = other.ok ? other.value.id : '';
    await popup.repository.saveFields('signer', ids.a, { employerId });
    expect(shown(await reopen())).toEqual(['Head A', 'Brook Trust', true]);
    expect(shown(await restart())).toEqual(['Head A', 'Brook Trust', true]);
  });

  test('is replaced by the employer that an imported file sets for the signer', async () => {
    const ids = await saveTwoHeads();
    const popup = await reopen();
    await popup.chooseSigner(ids.a);
    const { signer } = popup.state();
    const other = await popup.repository.addEmployer({ organisation: 'Brook Trust' });
    const employerId = other.ok ? other.value.id : '';
    const { addChanges } = await import('../../../lib/transfer/changes');
    const before = { kind: 'signer', record: signer! } as const;
    await addChanges([{ before, after: { kind: 'signer', record: { ...signer!, employerId } } }]);
    expect(shown(await restart())).toEqual(['Head A', 'Brook Trust', true]);
  });

  test('in one tab is not given to the signer chosen last in another tab', async () => {
    const ids = await saveTwoHeads();
    const first = await reopen();
    const other = await first.repository.addEmployer({ organisation: 'Brook Trust' });
    await first.chooseSigner(ids.a);
    await first.repository.saveChoices({ signerId: ids.b, employerId: '' });
    await first.chooseEmployer(other.ok ? other.value.id : '');
    expect(shown(await restart())).toEqual(['Head A', 'Brook Trust', true]);
  });

  test('is not given to another signer who is chosen before the employer is read', async () => {
    const ids = await saveTwoHeads();
    const popup = await reopen();
    const toB = popup.chooseSigner(ids.b);
    const toA = popup.chooseSigner(ids.a);
    await Promise.all([toB, toA]);
    expect(shown(popup)).toEqual(['Head A', 'Mill Trust', true]);
  });
});

test('a single signer and a single employer are chosen together by default', async () => {
  const { repository } = await reopen();
  await repository.addSigner({ fullName: 'Head A' });
  await repository.addEmployer({ organisation: 'Mill Trust' });
  expect(shown(await restart())).toEqual(['Head A', 'Mill Trust', true]);
});

test('no employer is chosen by default if several are saved and no signer', async () => {
  const { repository } = await reopen();
  await repository.addEmployer({ organisation: 'Mill Trust' });
  await repository.addEmployer({ organisation: 'Brook Trust' });
  expect((await restart()).state().employer).toBeNull();
});

describe('a pair chosen together', () => {
  /** Head A writes to Mill Trust, head B to Brook Trust; Hill Trust belongs to nobody. */
  async function saveTwoPairs() {
    const ids = await saveTwoHeads();
    const popup = await reopen();
    const [brook, hill] = [
      await popup.repository.addEmployer({ organisation: 'Brook Trust' }),
      await popup.repository.addEmployer({ organisation: 'Hill Trust' }),
    ];
    if (!brook.ok || !hill.ok) throw new Error('not saved');
    await popup.repository.saveFields('signer', ids.b, { employerId: brook.value.id });
    return { ...ids, mill: ids['employer of a'], hill: hill.value.id };
  }

  test('comes back when the signer is chosen later, instead of the employer saved before', async () => {
    const ids = await saveTwoPairs();
    const popup = await reopen();
    await popup.chooseSigner(ids.a);
    await popup.chooseEmployer(ids.hill);
    await popup.chooseSigner(ids.b);
    expect(shown(popup)).toEqual(['Head B', 'Brook Trust', true]);
    await popup.chooseSigner(ids.a);
    expect(shown(popup)).toEqual(['Head A', 'Hill Trust', true]);
    await popup.chooseSigner(ids.b);
    const later = await restart();
    await later.chooseSigner(ids.a);
    expect(shown(later)).toEqual(['Head A', 'Hill Trust', true]);
    expect(shown(await restart())).toEqual(['Head A', 'Hill Trust', true]);
  });

  test('does not change the pair of another signer, also when both have the same employer', async () => {
    const ids = await saveTwoPairs();
    const popup = await reopen();
    await popup.chooseSigner(ids.b);
    await popup.chooseEmployer(ids.mill);
    await popup.chooseSigner(ids.a);
    expect(shown(popup)).toEqual(['Head A', 'Mill Trust', true]);
    await popup.chooseEmployer(ids.hill);
    await popup.chooseSigner(ids.b);
    expect(shown(popup)).toEqual(['Head B', 'Mill Trust', true]);
    expect(shown(await restart())).toEqual(['Head B', 'Mill Trust', true]);
  });

  test('is of the choices in the order of the presses, although none has taken effect before the next', async () => {
    const ids = await saveTwoPairs();
    const popup = await reopen();
    await Promise.all([
      popup.chooseSigner(ids.a),
      popup.chooseEmployer(ids.hill),
      popup.chooseSigner(ids.b),
      popup.chooseSigner(ids.a),
    ]);
    expect(shown(popup)).toEqual(['Head A', 'Hill Trust', true]);
    expect(await popup.repository.readSigner(ids.b)).toMatchObject({
      value: { employerId: expect.not.stringMatching(ids.hill) as string },
    });
    await Promise.all([popup.chooseSigner(ids.b), popup.chooseEmployer(ids.mill)]);
    expect(await popup.repository.readSigner(ids.a)).toMatchObject({ value: { employerId: ids.hill } });
    expect(shown(await restart())).toEqual(['Head B', 'Mill Trust', true]);
  });
});
