import { openPopupOn, setUpTab, type OpenedPopup } from './openedPopup';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { FieldsOf } from '../../../lib/storage/schema';
import { fakeBrowser } from 'wxt/testing/fake-browser';

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

function employerOf(popup: OpenedPopup) {
  const { employer } = popup.state();
  if (!employer) throw new Error('no employer');
  return employer;
}

const namesOf = ({ copies }: { copies: { name: string }[] }) => copies.map(({ name }) => name);

/** Everything on the disk, as text. */
async function readDisk(): Promise<string> {
  return JSON.stringify(await fakeBrowser.storage.local.get(null));
}

describe('the first questions', () => {
  test('a signer and an employer are saved and linked when the letter is taken, and not before', async () => {
    const popup = await openWith();
    expect(popup.state().first).toMatchObject({ fullName: '', jobTitle: 'Headteacher' });
    await popup.answerFirst({ fullName: 'Robin Ashby', school: 'Mill School' });
    await popup.answerFirst({ employment: 'council-maintained' });
    await popup.answerFirst({ organisation: 'Kent County Council', email: 'dcs@kent.example' });
    expect(await readDisk()).not.toMatch(/Robin|Mill|Kent|dcs/);
    await popup.saveFirstAnswers();
    const { signers, employers } = await readStored(popup);
    expect(signers).toMatchObject([
      { fullName: 'Robin Ashby', jobTitle: 'Headteacher', school: 'Mill School' },
    ]);
    expect(employers).toMatchObject([
      { kind: 'council', organisation: 'Kent County Council', email: 'dcs@kent.example' },
    ]);
    expect(signers[0]!.employerId).toBe(employers[0]!.id);
    expect(popup.state()).toMatchObject({ first: null, signer: signers[0], employer: employers[0] });
    expect(JSON.stringify(await fakeBrowser.storage.session.get(null))).not.toContain('Robin');
  });

  test('the answers go into the letter before they are saved', async () => {
    const popup = await openWith();
    await popup.answerFirst({ fullName: 'Robin Ashby', employment: 'council-maintained' });
    const words = JSON.stringify(popup.document());
    expect(words).toContain('Robin Ashby');
    expect(words).toContain('Director of Children’s Services');
  });

  test('answers that are not saved yet are there when the popup is opened again', async () => {
    const popup = await openWith();
    await popup.answerFirst({ fullName: 'Robin Ashby', employment: 'aided-or-foundation' });
    await popup.answerFirst({ school: 'Mill School' });
    const { first, employer } = (await openPopupOn(TODAY)).state();
    expect(first).toMatchObject({ fullName: 'Robin Ashby', organisation: 'Governing Body of Mill School' });
    expect(employer).toMatchObject({ kind: 'governing-body', role: 'Chair of Governors' });
  });

  test('taking a letter without any answer saves nobody', async () => {
    const popup = await openWith();
    await popup.saveFirstAnswers();
    expect(await readStored(popup)).toEqual({ signers: [], employers: [] });
    expect(popup.state().first).not.toBeNull();
  });

  test('with only a name, no empty employer is saved', async () => {
    const popup = await openWith();
    await popup.answerFirst({ fullName: 'Robin Ashby' });
    await popup.saveFirstAnswers();
    expect(await readStored(popup)).toMatchObject({
      signers: [{ fullName: 'Robin Ashby' }],
      employers: [],
    });
  });

  test('if the browser refuses to save, the letter has the answers and the popup says that they are not saved', async () => {
    const popup = await openWith();
    await popup.answerFirst({ fullName: 'Robin Ashby', organisation: 'Mill Trust' });
    const set = vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('quota exceeded'));
    await popup.saveFirstAnswers();
    set.mockRestore();
    expect(popup.state()).toMatchObject({ firstNotSaved: true, first: { fullName: 'Robin Ashby' } });
    expect(JSON.stringify(popup.document())).toContain('Robin Ashby');
  });

  test('a person and an employer saved meanwhile on the options page are not saved a second time', async () => {
    const popup = await openWith();
    await popup.answerFirst({ fullName: 'Robin Ashby', school: 'Mill School', employment: 'other' });
    await popup.answerFirst({ organisation: 'Mill Trust', email: 'office@mill.example' });
    await popup.repository.addEmployer({ kind: 'other', organisation: 'Mill Trust' });
    await popup.repository.addSigner({ fullName: 'Robin Ashby', school: 'Mill School', phone: '0123' });
    await popup.saveFirstAnswers();
    const { signers, employers } = await readStored(popup);
    expect(signers).toMatchObject([{ fullName: 'Robin Ashby', phone: '0123', employerId: employers[0]!.id }]);
    expect(employers).toMatchObject([{ organisation: 'Mill Trust', email: 'office@mill.example' }]);
  });

  test('a saved person is not asked again, and is not changed', async () => {
    const popup = await openWith({ signer: { fullName: 'Robin Ashby' } });
    expect(popup.state()).toMatchObject({ first: null, signer: { fullName: 'Robin Ashby', jobTitle: '' } });
  });

  test('a new signer is linked to the saved employer', async () => {
    const popup = await openWith({ employer: { organisation: 'Mill Trust', kind: 'academy-trust' } });
    await popup.answerFirst({ fullName: 'Robin Ashby' });
    await popup.saveFirstAnswers();
    const { signers, employers } = await readStored(popup);
    expect(employers).toMatchObject([{ organisation: 'Mill Trust', kind: 'academy-trust' }]);
    expect(signers).toMatchObject([{ fullName: 'Robin Ashby', employerId: employers[0]!.id }]);
  });

  describe('with the employers of a branch file', () => {
    const trust = {
      kind: 'academy-trust',
      organisation: 'Mill Trust',
      email: 'people@mill.example',
    } as const;
    const council = {
      kind: 'council',
      organisation: 'Northshire County Council',
      lastName: 'Patel',
      email: 'dcs@northshire.example',
    } as const;

    async function openWithBranch() {
      const { repository } = await openPopupOn(TODAY);
      const ids: string[] = [];
      for (const employer of [trust, council]) {
        const added = await repository.addEmployer(employer);
        if (added.ok) ids.push(added.value.id);
      }
      const [trustId = '', councilId = ''] = ids;
      return { popup: await openPopupOn(TODAY), trustId, councilId };
    }

    test('one can be picked: its contact is in the letter, and the signer is linked to it', async () => {
      const { popup, councilId } = await openWithBranch();
      expect(popup.state()).toMatchObject({ employer: null, first: { organisation: '' } });
      await popup.answerFirst({ fullName: 'Robin Ashby', school: 'Mill School' });
      await popup.pickEmployer(councilId);
      expect(popup.state().first).toMatchObject({
        fullName: 'Robin Ashby',
        employment: 'council-maintained',
        organisation: 'Northshire County Council',
        email: 'dcs@northshire.example',
      });
      expect(employerOf(popup)).toMatchObject({ id: councilId, lastName: 'Patel' });
      expect(employerOf(await openPopupOn(TODAY))).toMatchObject({ id: councilId, lastName: 'Patel' });
      await popup.saveFirstAnswers();
      const { signers, employers } = await readStored(popup);
      expect(employers).toHaveLength(2);
      expect(signers).toMatchObject([{ fullName: 'Robin Ashby', employerId: councilId }]);
    });

    test('another name typed over a picked one is another employer, without its contact and address', async () => {
      const { popup, councilId } = await openWithBranch();
      await popup.answerFirst({ fullName: 'Robin Ashby' });
      await popup.pickEmployer(councilId);
      await popup.answerFirst({ organisation: 'Northshire' });
      expect(popup.state().first).toMatchObject({ email: '' });
      expect(employerOf(popup)).toMatchObject({
        id: '',
        organisation: 'Northshire',
        lastName: '',
        email: '',
      });
      await popup.saveFirstAnswers();
      const { employers } = await readStored(popup);
      expect(employers).toMatchObject([trust, council, { organisation: 'Northshire', email: '' }]);
    });

    test('“Choose one, or type it below” takes a picked one out again', async () => {
      const { popup, trustId } = await openWithBranch();
      await popup.pickEmployer(trustId);
      await popup.pickEmployer('');
      expect(popup.state()).toMatchObject({ employer: null, first: { organisation: '', email: '' } });
    });

    test('another answer to “Who employs you?” does not change a picked employer', async () => {
      const { popup, trustId } = await openWithBranch();
      await popup.pickEmployer(trustId);
      await popup.answerFirst({ fullName: 'Robin Ashby', employment: 'other' });
      await popup.saveFirstAnswers();
      expect((await readStored(popup)).employers[0]).toMatchObject(trust);
    });

    test('a saved one is recognised when its name is typed', async () => {
      const { popup, trustId } = await openWithBranch();
      await popup.answerFirst({ fullName: 'Robin Ashby', organisation: 'mill trust' });
      expect(popup.state().first).toMatchObject({ email: 'people@mill.example' });
      await popup.saveFirstAnswers();
      const { signers, employers } = await readStored(popup);
      expect(employers).toHaveLength(2);
      expect(signers).toMatchObject([{ employerId: trustId }]);
    });
  });

  test('words typed before a signer and an employer were saved stay in the letter', async () => {
    const popup = await openWith();
    await popup.writeWords({ ownParagraph: 'We are ninety.', answers: { 'call time': '10:30' } });
    await popup.answerFirst({ organisation: 'Mill Trust', fullName: 'Robin Ashby' });
    const expected = { ownParagraph: 'We are ninety.', answers: { 'call time': '10:30' } };
    expect(popup.state().words).toMatchObject(expected);
    await popup.saveFirstAnswers();
    expect(popup.state().words).toMatchObject(expected);
    expect((await openPopupOn(TODAY)).state().words).toMatchObject(expected);
  });
});

describe('another answer to “Who employs you?”', () => {
  test('replaces what the former answer proposed', async () => {
    const popup = await openWith();
    await popup.answerFirst({ employment: 'council-maintained' });
    await popup.answerFirst({ employment: 'single-academy-trust' });
    const employer = employerOf(popup);
    expect(employer).toMatchObject({
      kind: 'academy-trust',
      role: 'Chair of Trustees',
      nextPersonUp: 'Clerk to the Trustees',
    });
    expect(namesOf(employer)).toEqual(['Clerk to the trustees or company secretary']);
  });

  test('replaces proposals also if the school was changed between the answers', async () => {
    const popup = await openWith();
    await popup.answerFirst({ employment: 'council-maintained' });
    await popup.answerFirst({ school: 'Brook Pupil Referral Unit' });
    await popup.answerFirst({ employment: 'aided-or-foundation' });
    await popup.answerFirst({ employment: 'council-maintained' });
    await popup.answerFirst({ school: 'Brook School' });
    await popup.answerFirst({ employment: 'charity-special' });
    expect(namesOf(employerOf(popup))).toEqual(['Chief executive of the charity']);
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
      employer: { ...filledIn, copies: [...filledIn.copies] },
    });
    await popup.answerFirst({ employment: 'trust-with-other-schools' });
    expect(employerOf(popup)).toMatchObject(filledIn);
  });

  const councilSaved = (employer: Partial<FieldsOf<'employer'>>) =>
    openWith({
      employer: { kind: 'council', role: 'Director of Children’s Services', ...employer },
    });

  test('keeps the role of an employer with a contact name', async () => {
    const popup = await councilSaved({ lastName: 'Patel', nextPersonUp: 'Chief Executive' });
    await popup.answerFirst({ fullName: 'Robin Ashby', employment: 'single-academy-trust' });
    await popup.saveFirstAnswers();
    expect((await readStored(popup)).employers).toMatchObject([
      { role: 'Director of Children’s Services', nextPersonUp: 'Clerk to the Trustees' },
    ]);
  });

  test('keeps a role that was typed and a copy that has an email', async () => {
    const popup = await councilSaved({
      role: 'Head of Schools',
      copies: [
        { id: 'c', name: 'Chair of Governors', email: 'chair@mill.example' },
        { id: 'd', name: 'Union branch secretary', email: '' },
      ],
    });
    await popup.answerFirst({ employment: 'single-academy-trust' });
    const employer = employerOf(popup);
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
      await popup.answerFirst({ employment: 'council-maintained' });
      await popup.answerFirst({ organisation: council });
      const before = employerOf(popup);
      await popup.answerFirst({ employment: 'trust-with-other-schools' });
      expect(employerOf(popup)).toMatchObject({
        kind: 'academy-trust',
        organisation: '',
      });
      expect(popup.state().first?.organisation).toBe('');
      await popup.answerFirst({ employment: 'council-maintained' });
      expect(employerOf(popup)).toMatchObject({ organisation: before.organisation });
      expect(popup.state().first?.organisation).toBe(council);
    },
  );

  test('keeps a trust’s name that was typed before the trust was chosen', async () => {
    const popup = await openWith();
    await popup.answerFirst({ employment: 'council-maintained' });
    await popup.answerFirst({ organisation: 'Mill Academy Trust' });
    await popup.answerFirst({ employment: 'trust-with-other-schools' });
    expect(employerOf(popup)).toMatchObject({
      kind: 'academy-trust',
      organisation: 'Mill Academy Trust',
    });
  });

  test('keeps a council’s name that was typed before the council was chosen', async () => {
    const popup = await openWith();
    await popup.answerFirst({ organisation: 'Kent County Council' });
    await popup.answerFirst({ employment: 'council-maintained' });
    expect(employerOf(popup)).toMatchObject({
      kind: 'council',
      organisation: 'Kent County Council',
    });
  });

  test('keeps a name typed straight after the answer', async () => {
    const popup = await openWith();
    await popup.answerFirst({ employment: 'council-maintained' });
    await popup.answerFirst({ organisation: 'Kent County Council' });
    const answering = popup.answerFirst({ employment: 'trust-with-other-schools' });
    const typing = popup.answerFirst({ organisation: 'Mill Trust' });
    await Promise.all([answering, typing]);
    expect(popup.state().first?.organisation).toBe('Mill Trust');
    expect(employerOf(popup)).toMatchObject({ organisation: 'Mill Trust' });
  });
});
