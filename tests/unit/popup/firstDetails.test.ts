import { beforeEach, describe, expect, test } from 'vitest';
import type { FieldsOf } from '../../../lib/storage/schema';
import { openPopupOn, setUpTab, type OpenedPopup } from './openedPopup';

beforeEach(() => setUpTab());

const TODAY = '2026-11-23';

async function openWith(
  saved: { signer?: Partial<FieldsOf<'signer'>>; employer?: Partial<FieldsOf<'employer'>> } = {},
): Promise<OpenedPopup> {
  const { repository } = await openPopupOn(TODAY);
  const employer = saved.employer && (await repository.addEmployer(saved.employer));
  const employerId = employer?.ok ? employer.value.id : '';
  if (saved.signer) await repository.addSigner({ employerId, ...saved.signer });
  return openPopupOn(TODAY);
}

/** Every stored signer and employer. */
async function readStored({ repository }: OpenedPopup) {
  const [signers, employers] = await Promise.all([
    repository.readAll('signer'),
    repository.readAll('employer'),
  ]);
  return { signers: signers.ok ? signers.value : [], employers: employers.ok ? employers.value : [] };
}

async function readEmployer(popup: OpenedPopup) {
  const { employers } = await readStored(popup);
  expect(employers).toHaveLength(1);
  return employers[0]!;
}

const namesOf = ({ copies }: { copies: { name: string }[] }) => copies.map(({ name }) => name);

describe('the four first details add only what is missing', () => {
  test('with nothing saved, a signer and an employer are added and linked', async () => {
    const popup = await openWith();
    await popup.typeFirstDetail('fullName', 'Robin Ashby');
    await popup.typeFirstDetail('school', 'Mill School');
    await popup.typeFirstDetail('employment', 'council-maintained');
    await popup.typeFirstDetail('organisation', 'Kent County Council');
    const { signers, employers } = await readStored(popup);
    expect(signers).toMatchObject([{ fullName: 'Robin Ashby', school: 'Mill School' }]);
    expect(employers).toMatchObject([{ kind: 'council', organisation: 'Kent County Council' }]);
    expect(signers[0]!.employerId).toBe(employers[0]!.id);
  });

  test('typing only a name adds no empty employer', async () => {
    const popup = await openWith();
    await popup.typeFirstDetail('fullName', 'Robin Ashby');
    expect(await readStored(popup)).toMatchObject({
      signers: [{ fullName: 'Robin Ashby' }],
      employers: [],
    });
  });

  test('an employer typed for a saved signer is linked to the signer and gets the proposed kind and role', async () => {
    const popup = await openWith({
      signer: {
        fullName: 'Robin Ashby',
        jobTitle: 'Headteacher',
        school: 'Mill School',
        employment: 'council-maintained',
      },
    });
    expect(popup.state()).toMatchObject({ askFirst: true, employer: null });
    await popup.typeFirstDetail('organisation', 'Northshire County Council');
    const { signers, employers } = await readStored(popup);
    expect(signers).toMatchObject([{ fullName: 'Robin Ashby', jobTitle: 'Headteacher' }]);
    expect(employers).toMatchObject([
      {
        kind: 'council',
        organisation: 'Northshire County Council',
        role: 'Director of Children’s Services',
      },
    ]);
    expect(signers[0]!.employerId).toBe(employers[0]!.id);
    const { signer, employer, index } = (await openPopupOn(TODAY)).state();
    expect([signer?.fullName, employer?.organisation]).toEqual(['Robin Ashby', 'Northshire County Council']);
    expect(index.signers).toHaveLength(1);
  });

  test('a signer whose employer was deleted is linked to the one typed instead', async () => {
    const popup = await openWith({ signer: { fullName: 'Robin Ashby', employerId: 'deleted' } });
    await popup.typeFirstDetail('organisation', 'Mill Trust');
    const { signers, employers } = await readStored(popup);
    expect(signers.map(({ employerId }) => employerId)).toEqual([employers[0]!.id]);
  });

  test('a new signer is linked to the saved employer', async () => {
    const popup = await openWith({ employer: { organisation: 'Mill Trust', kind: 'academy-trust' } });
    await popup.typeFirstDetail('fullName', 'Robin Ashby');
    const { signers, employers } = await readStored(popup);
    expect(employers).toMatchObject([{ organisation: 'Mill Trust', kind: 'academy-trust' }]);
    expect(signers).toMatchObject([{ fullName: 'Robin Ashby', employerId: employers[0]!.id }]);
    expect(popup.state().employer?.organisation).toBe('Mill Trust');
  });

  test('words typed before a signer and an employer were saved stay in the letter', async () => {
    const popup = await openWith();
    await popup.writeWords({ ownParagraph: 'We are ninety.', answers: { 'call time': '10:30' } });
    await popup.typeFirstDetail('organisation', 'Mill Trust');
    await popup.typeFirstDetail('fullName', 'Robin Ashby');
    const expected = { ownParagraph: 'We are ninety.', answers: { 'call time': '10:30' } };
    expect(popup.state().words).toMatchObject(expected);
    expect((await openPopupOn(TODAY)).state().words).toMatchObject(expected);
  });
});

describe('another answer to “Who employs you?”', () => {
  test('replaces what the former answer proposed', async () => {
    const popup = await openWith();
    await popup.typeFirstDetail('employment', 'council-maintained');
    await popup.typeFirstDetail('employment', 'single-academy-trust');
    const employer = await readEmployer(popup);
    expect(employer).toMatchObject({
      kind: 'academy-trust',
      role: 'Chair of Trustees',
      nextPersonUp: 'Clerk to the Trustees',
    });
    expect(namesOf(employer)).toEqual(['Clerk to the trustees or company secretary']);
  });

  test('replaces proposals also if the school was changed between the answers', async () => {
    const popup = await openWith();
    await popup.typeFirstDetail('employment', 'council-maintained');
    await popup.typeFirstDetail('school', 'Brook Pupil Referral Unit');
    await popup.typeFirstDetail('employment', 'aided-or-foundation');
    await popup.typeFirstDetail('employment', 'council-maintained');
    await popup.typeFirstDetail('school', 'Brook School');
    await popup.typeFirstDetail('employment', 'charity-special');
    expect(namesOf(await readEmployer(popup))).toEqual(['Chief executive of the charity']);
  });

  test('does not change an employer whose details are all filled in', async () => {
    const filledIn = {
      kind: 'academy-trust',
      organisation: 'Mill Trust',
      role: 'Director of People',
      nextPersonUp: 'Chair of the Board',
      email: 'people@mill.example',
      copies: [{ id: 'c', name: 'Branch secretary', email: 'branch@union.example' }],
    } as const satisfies Partial<FieldsOf<'employer'>>;
    const popup = await openWith({
      signer: { fullName: 'Robin Ashby' },
      employer: { ...filledIn, copies: [...filledIn.copies] },
    });
    await popup.typeFirstDetail('employment', 'trust-with-other-schools');
    expect(await readEmployer(popup)).toMatchObject(filledIn);
  });

  test('keeps the role of an employer with a contact name', async () => {
    const popup = await openWith();
    await popup.typeFirstDetail('employment', 'council-maintained');
    const { id } = await readEmployer(popup);
    await popup.repository.saveField('employer', id, 'lastName', 'Patel');
    await popup.typeFirstDetail('employment', 'single-academy-trust');
    expect(await readEmployer(popup)).toMatchObject({
      role: 'Director of Children’s Services',
      nextPersonUp: 'Clerk to the Trustees',
    });
  });

  test('keeps a role that was typed and a copy that has an email', async () => {
    const popup = await openWith();
    await popup.typeFirstDetail('employment', 'council-maintained');
    const { id } = await readEmployer(popup);
    await popup.repository.changeRecord('employer', id, (employer) => ({
      ...employer,
      role: 'Head of Schools',
      copies: employer.copies.map((copy, at) => (at === 0 ? { ...copy, email: 'chair@mill.example' } : copy)),
    }));
    await popup.typeFirstDetail('employment', 'single-academy-trust');
    const employer = await readEmployer(popup);
    expect(employer).toMatchObject({ role: 'Head of Schools', nextPersonUp: 'Clerk to the Trustees' });
    expect(employer.copies).toMatchObject([
      { name: 'Chair of Governors', email: 'chair@mill.example' },
      { name: 'Clerk to the trustees or company secretary', email: '' },
    ]);
  });

  test.each(['Kent County Council', 'Northshire County Council', 'London Borough of Camden'])(
    'does not give a trust the name “%s”, and restores it when the council is chosen again',
    async (council) => {
      const popup = await openWith();
      await popup.typeFirstDetail('employment', 'council-maintained');
      await popup.typeFirstDetail('organisation', council);
      const before = await readEmployer(popup);
      await popup.typeFirstDetail('employment', 'trust-with-other-schools');
      expect(await readEmployer(popup)).toMatchObject({
        kind: 'academy-trust',
        organisation: '',
      });
      expect(popup.state().first.organisation).toBe('');
      await popup.typeFirstDetail('employment', 'council-maintained');
      expect(await readEmployer(popup)).toMatchObject({ organisation: before.organisation });
      expect(popup.state().first.organisation).toBe(council);
    },
  );

  test('keeps a trust’s name that was typed before the trust was chosen', async () => {
    const popup = await openWith();
    await popup.typeFirstDetail('employment', 'council-maintained');
    await popup.typeFirstDetail('organisation', 'Mill Academy Trust');
    await popup.typeFirstDetail('employment', 'trust-with-other-schools');
    expect(await readEmployer(popup)).toMatchObject({
      kind: 'academy-trust',
      organisation: 'Mill Academy Trust',
    });
  });

  test('keeps a council’s name that was typed before the council was chosen', async () => {
    const popup = await openWith();
    await popup.typeFirstDetail('organisation', 'Kent County Council');
    await popup.typeFirstDetail('employment', 'council-maintained');
    expect(await readEmployer(popup)).toMatchObject({
      kind: 'council',
      organisation: 'Kent County Council',
    });
  });

  test('does not overwrite a name typed while the answer is being saved', async () => {
    const popup = await openWith();
    await popup.typeFirstDetail('employment', 'council-maintained');
    await popup.typeFirstDetail('organisation', 'Kent County Council');
    const answering = popup.typeFirstDetail('employment', 'trust-with-other-schools');
    const typing = popup.typeFirstDetail('organisation', 'Mill Trust');
    await Promise.all([answering, typing]);
    expect(popup.state().first.organisation).toBe('Mill Trust');
    expect(await readEmployer(popup)).toMatchObject({ organisation: 'Mill Trust' });
  });
});
