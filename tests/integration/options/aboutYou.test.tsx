import { localStorageArea } from './fakeExtension';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { FieldsOf } from '../../../lib/storage/schema';
import {
  choose,
  openOptions,
  otherPage,
  press,
  saveExamples,
  startAfresh,
  storedOf,
  type,
} from './openOptions';

beforeEach(startAfresh);

async function openAboutYou(hash = '#about-you') {
  const examples = await saveExamples();
  await openOptions(hash);
  await screen.findByRole('heading', { name: 'About you' });
  return examples;
}

describe('About you', () => {
  test('every field has its name, and is saved as typed with a quiet “Saved”', async () => {
    await openAboutYou();
    const typed = {
      'Full name': 'Tom Adeyemi',
      'Job title': 'Headteacher',
      School: 'St Wilfrid’s',
      'School address': '1 Mill Lane\nNorthmere',
      'School postcode': 'NM1 1AA',
      Phone: '01632 960 482',
      Email: 'tom@school.example',
    };
    for (const [label, text] of Object.entries(typed)) type(label, text);
    await waitFor(async () =>
      expect(await storedOf('signer')).toMatchObject([
        {
          fullName: 'Tom Adeyemi',
          jobTitle: 'Headteacher',
          school: 'St Wilfrid’s',
          address: '1 Mill Lane\nNorthmere',
          postcode: 'NM1 1AA',
          phone: '01632 960 482',
          email: 'tom@school.example',
        },
      ]),
    );
    await waitFor(() =>
      expect(screen.getAllByRole('status').map((each) => each.textContent)).toContain('Saved'),
    );
  });

  test.each(['<b>bold</b>', '‏שלום', '{{full name}}', '"quoted" & \'single\'', '🏫'.repeat(2000)])(
    'keeps %j exactly as typed',
    async (text) => {
      await openAboutYou();
      type('Full name', text);
      await waitFor(async () => expect(await storedOf('signer')).toMatchObject([{ fullName: text }]));
      expect(screen.getByLabelText('Full name')).toHaveProperty('value', text);
    },
  );

  test('an address that looks wrong is said beside its field on leaving it, and kept all the same', async () => {
    await openAboutYou();
    const email = screen.getByLabelText('Email');
    type('Email', 'priya@');
    expect(screen.queryByText(/Check this address/)).toBeNull();
    fireEvent.blur(email);
    const error = screen.getByText(/Check this address/);
    expect(email.getAttribute('aria-describedby')).toContain(error.id);
    expect(email.getAttribute('aria-invalid')).toBe('true');
    await waitFor(async () => expect(await storedOf('signer')).toMatchObject([{ email: 'priya@' }]));
  });

  test('a link leads to the field it names', async () => {
    await openAboutYou('#about-you/jobTitle');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Job title')));
  });

  test('a link with a record leads to that record', async () => {
    await saveExamples();
    const other = await otherPage.addSigner({ fullName: 'Tom Adeyemi' });
    await openOptions(`#about-you/fullName/${other.ok ? other.value.id : ''}`);
    await waitFor(() => expect(screen.getByLabelText('Full name')).toHaveProperty('value', 'Tom Adeyemi'));
  });

  test('a second signer is added, chosen and ready to be typed', async () => {
    await openAboutYou();
    press('Add signer');
    await waitFor(() => expect(screen.getByLabelText('Full name')).toHaveProperty('value', ''));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Full name')));
    type('Full name', 'Tom Adeyemi');
    await screen.findByRole('button', { name: 'Tom Adeyemi' });
    await waitFor(async () => expect(await storedOf('signer')).toHaveLength(2));
  });

  test('a deleted signer comes back with Undo, and the focus is never lost', async () => {
    const { signer } = await openAboutYou();
    press('Delete');
    const undo = await screen.findByRole('button', { name: 'Undo' });
    await waitFor(() => expect(document.activeElement).toBe(undo));
    expect(await storedOf('signer')).toEqual([]);
    fireEvent.click(undo);
    await waitFor(() => expect(screen.getByLabelText('Full name')).toHaveProperty('value', 'Priya Nair'));
    expect(await storedOf('signer')).toEqual([signer]);
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull());
    await waitFor(() => expect(document.activeElement).not.toBe(document.body));
  });

  test('people signing with you turn I into we once they have agreed, and can be taken off and brought back', async () => {
    await openAboutYou();
    press('Add a person signing with you');
    type('Their name', 'Tom Adeyemi');
    type('Their job title', 'Deputy Headteacher');
    await screen.findByText(/Nobody has agreed yet/);
    fireEvent.click(screen.getByLabelText('Has read and agreed'));
    await screen.findByText('The letter says “we” and is signed by 2 people.');
    press('Remove Tom Adeyemi');
    await screen.findByText(/For a letter from several leaders/);
    press('Undo');
    await waitFor(async () =>
      expect(await storedOf('signer')).toMatchObject([
        { coSigners: [{ fullName: 'Tom Adeyemi', jobTitle: 'Deputy Headteacher', agreed: true }] },
      ]),
    );
  });

  test('what another page changes is shown here, and typing here leaves it alone', async () => {
    const { signer } = await openAboutYou();
    await act(() => otherPage.saveField('signer', signer.id, 'jobTitle', 'Executive headteacher'));
    await waitFor(() =>
      expect(screen.getByLabelText('Job title')).toHaveProperty('value', 'Executive headteacher'),
    );
    type('Full name', 'Priya N. Nair');
    await waitFor(async () =>
      expect(await storedOf('signer')).toMatchObject([
        { fullName: 'Priya N. Nair', jobTitle: 'Executive headteacher' },
      ]),
    );
  });

  test('when the storage refuses, the words stay on screen, the trouble stands beside the field, and nothing saved is lost', async () => {
    const { signer } = await openAboutYou();
    const set = vi.spyOn(localStorageArea, 'set').mockRejectedValue(new Error('refused'));
    type('Job title', 'Headteacher');
    await screen.findByText('This was not saved.');
    expect(screen.getByLabelText('Job title')).toHaveProperty('value', 'Headteacher');
    expect(screen.getByLabelText('Job title').getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText(/your browser refused to store it/)).toBeTruthy();
    expect(await storedOf('signer')).toEqual([signer]);
    set.mockRestore();
    press('Try again');
    await waitFor(async () => expect(await storedOf('signer')).toMatchObject([{ jobTitle: 'Headteacher' }]));
    await waitFor(() => expect(screen.queryByText('This was not saved.')).toBeNull());
  });

  test('many signers are searched and sorted', async () => {
    await saveExamples();
    for (const name of ['Zoe', 'Bea', 'Ann', 'Dan', 'Eve', 'Flo', 'Gus', 'Hal', 'Ivo', 'Jo']) {
      await otherPage.addSigner({ fullName: name, school: name === 'Zoe' ? 'Alder School' : 'Mill School' });
    }
    await openOptions();
    const list = await screen.findByRole('group', { name: 'Saved signers' });
    const names = () =>
      within(list)
        .getAllByRole('button')
        .map((button) => button.textContent);
    expect(names()[0]).toBe('Priya Nair, Oakfield Primary School');
    fireEvent.change(screen.getByLabelText('Sort by'), { target: { value: 'name' } });
    expect(names().slice(0, 2)).toEqual(['Ann, Mill School', 'Bea, Mill School']);
    fireEvent.change(screen.getByLabelText('Sort by'), { target: { value: 'detail' } });
    expect(names()[0]).toBe('Zoe, Alder School');
    type('Search signers', 'mill ev');
    expect(names()).toEqual(['Eve, Mill School']);
    expect(screen.getByText('1 of 11 signers')).toBeTruthy();
  });
});

describe('Who employs you?', () => {
  test('says whom the letters go to and why while the employer fits', async () => {
    await openAboutYou();
    expect(screen.getByText('Your letters go to Northmere County Council.')).toBeTruthy();
  });

  test('another answer proposes another employer and leaves the saved one as it is', async () => {
    const { employer } = await openAboutYou();
    choose('Academy or free school in a trust with other schools');
    await screen.findByText('We suggest the trust, addressed to the Chief Executive Officer.');
    expect(await storedOf('employer')).toEqual([employer]);
    type('Organisation', 'The Beacon Learning Trust');
    press('Use this suggestion');
    await screen.findByText(
      'Your letters go to The Beacon Learning Trust, addressed to the Chief Executive Officer.',
    );
    const stored = await storedOf('employer');
    expect(stored).toHaveLength(2);
    expect(stored).toContainEqual(employer);
    const [signer] = await storedOf('signer');
    expect(stored.find(({ id }) => id === signer?.['employerId'])).toMatchObject({ kind: 'academy-trust' });
  });

  test('an employer saved already is used again instead of saved twice', async () => {
    await saveExamples();
    await otherPage.addSigner({ fullName: 'Tom', school: 'Mill School', employment: 'council-maintained' });
    await openOptions();
    fireEvent.click(await screen.findByRole('button', { name: 'Tom, Mill School' }));
    type('Council', 'northmere county council ');
    press('Use this suggestion');
    await screen.findByText(
      'Your letters go to Northmere County Council, addressed to the Director of Children’s Services.',
    );
    expect(await storedOf('employer')).toHaveLength(1);
  });

  describe('the name typed for another employer', () => {
    async function answerTrust() {
      const saved = await openAboutYou();
      choose('Academy or free school in a trust with other schools');
      await screen.findByText('We suggest the trust, addressed to the Chief Executive Officer.');
      return saved;
    }
    const linkedName = async () => {
      const [signer] = await storedOf('signer');
      const linked = (await storedOf('employer')).find(({ id }) => id === signer?.['employerId']);
      return linked?.['organisation'];
    };
    const typeInSteps = async (...steps: string[]) => {
      for (const text of steps) {
        type('Organisation', text);
        await waitFor(async () => expect(await linkedName()).toBe(text));
      }
    };

    test('is saved as typed, and the next letter goes there without a button', async () => {
      const { employer } = await answerTrust();
      await typeInSteps('T', 'The', 'The Beacon Learning Trust');
      await screen.findByText(
        'Your letters go to The Beacon Learning Trust, addressed to the Chief Executive Officer.',
      );
      expect(screen.getByLabelText('Organisation')).toHaveProperty('value', 'The Beacon Learning Trust');
      const stored = await storedOf('employer');
      expect(stored).toHaveLength(2);
      expect(stored).toContainEqual(employer);
      const [signer] = await storedOf('signer');
      const choices = await otherPage.readChoices();
      expect(choices.ok && choices.value.employerId).toBe(signer?.['employerId']);
    });

    test('takes a saved employer of that name, leaves it as it is, and leaves no half-typed one behind', async () => {
      const beacon = await otherPage.addEmployer({ kind: 'academy-trust', organisation: 'Beacon Trust' });
      await answerTrust();
      await typeInSteps('Beacon', 'Beacon Trust');
      await waitFor(async () => expect(await storedOf('employer')).toHaveLength(2));
      expect((await storedOf('signer'))[0]?.['employerId']).toBe(beacon.ok && beacon.value.id);
      await typeInSteps('Beacon Trust North');
      expect(await storedOf('employer')).toContainEqual(beacon.ok && beacon.value);
      expect(await storedOf('employer')).toHaveLength(3);
    });

    test('emptied again leaves the letter without a name, not with the former employer', async () => {
      const { employer } = await answerTrust();
      await typeInSteps('Beacon', '');
      expect((await storedOf('signer'))[0]?.['employerId']).not.toBe(employer.id);
    });
  });

  test('“I’m not sure” asks two questions, says where to look, and gives the answer', async () => {
    await openAboutYou();
    choose('I’m not sure');
    expect(screen.getByText('Where to look it up')).toBeTruthy();
    choose('A school that the council maintains');
    choose('Voluntary aided, foundation or trust school');
    expect(screen.getByRole('radio', { name: 'Voluntary aided or foundation' })).toHaveProperty(
      'checked',
      true,
    );
    await waitFor(async () =>
      expect(await storedOf('signer')).toMatchObject([{ employment: 'aided-or-foundation' }]),
    );
    expect(screen.getByLabelText('Organisation')).toHaveProperty(
      'value',
      'Governing Body of Oakfield Primary School',
    );
  });

  describe('another answer of the same kind', () => {
    const inTrust = {
      kind: 'academy-trust',
      organisation: 'Beacon Trust',
      role: 'Chief Executive Officer',
      nextPersonUp: 'Chair of Trustees',
      copies: [
        { id: 'a', name: 'Chair of Trustees', email: '' },
        { id: 'b', name: 'Chair of the local governing body', email: '' },
      ],
    } as const;

    async function openInTrust(
      employer: Partial<FieldsOf<'employer'>>,
      signer: Partial<FieldsOf<'signer'>> = {},
    ) {
      await otherPage.saveSettings({ agreedOn: '2026-11-23' });
      const trust = await otherPage.addEmployer(employer);
      const employment = 'trust-with-other-schools';
      const employerId = trust.ok ? trust.value.id : '';
      await otherPage.addSigner({ fullName: 'Priya Nair', employment, employerId, ...signer });
      await openOptions('#about-you');
      await screen.findByRole('heading', { name: 'About you' });
    }
    const notice = () => document.querySelector('.employment .notice')?.textContent ?? '';
    const stored = async () => (await storedOf('employer'))[0];

    test('says whom it goes to and whom we suggest, and takes the suggestion when it is used', async () => {
      await openInTrust({ ...inTrust, copies: [...inTrust.copies] });
      expect(screen.queryByRole('button', { name: 'Use this suggestion' })).toBeNull();
      choose('A trust with this school only');
      await screen.findByText('Your letters go to Beacon Trust, addressed to the Chief Executive Officer.');
      expect(notice()).toContain('We suggest the Chair of Trustees. Where the academy is its own trust');
      expect(await stored()).toMatchObject(inTrust);
      press('Use this suggestion');
      await screen.findByText('Your letters go to Beacon Trust, addressed to the Chair of Trustees.');
      await waitFor(async () =>
        expect(await stored()).toMatchObject({
          organisation: 'Beacon Trust',
          role: 'Chair of Trustees',
          nextPersonUp: 'Clerk to the Trustees',
          copies: [{ name: 'Clerk to the trustees or company secretary', email: '' }],
        }),
      );
      expect(screen.queryByRole('button', { name: 'Use this suggestion' })).toBeNull();
      expect(notice()).not.toMatch(/We suggest|we would suggest/);
    });

    test('comes also with the job title of a chief executive', async () => {
      await openInTrust({ ...inTrust, copies: [...inTrust.copies] });
      type('Job title', 'Chief Executive');
      press('Use this suggestion');
      await waitFor(async () => expect(await stored()).toMatchObject({ role: 'Chair of Trustees' }));
    });

    test('replaces nothing that was typed', async () => {
      const typed = {
        ...inTrust,
        role: 'Head of People',
        email: 'people@beacon.example',
        copies: [
          { id: 'a', name: 'Chair of Trustees', email: 'chair@beacon.example' },
          { id: 'b', name: 'Chair of the local governing body', email: '' },
          { id: 'c', name: 'Our diocese', email: '' },
        ],
      };
      await openInTrust(typed);
      expect(notice()).toContain('You chose this yourself. We suggest the Chief Executive Officer.');
      choose('A trust with this school only');
      await screen.findByText('Your letters go to Beacon Trust, addressed to the Head of People.');
      expect(notice()).toContain('what you have typed stays');
      press('Use this suggestion');
      await waitFor(async () =>
        expect(await stored()).toMatchObject({
          role: 'Head of People',
          email: 'people@beacon.example',
          nextPersonUp: 'Clerk to the Trustees',
          copies: [
            { id: 'a', email: 'chair@beacon.example' },
            { id: 'c', name: 'Our diocese' },
            { name: 'Clerk to the trustees or company secretary', email: '' },
          ],
        }),
      );
      await waitFor(() => expect(notice()).toContain('You chose this yourself'));
      expect(screen.queryByRole('button', { name: 'Use this suggestion' })).toBeNull();
    });

    test('leaves a named person their role', async () => {
      await openInTrust({ ...inTrust, title: 'Mrs', lastName: 'Patel', nextPersonUp: '', copies: [] });
      choose('A trust with this school only');
      await screen.findByText('Your letters go to Beacon Trust, addressed to Mrs Patel.');
      expect(notice()).toContain('You chose this yourself. We suggest the Chair of Trustees.');
      expect(screen.queryByRole('button', { name: 'Use this suggestion' })).toBeNull();
    });

    test('copies taken off the list are not offered again', async () => {
      await openInTrust({ ...inTrust, copies: [inTrust.copies[1]] });
      expect(screen.queryByRole('button', { name: 'Use this suggestion' })).toBeNull();
    });

    test('from a charity to an employer of which nothing is known, nobody in particular is suggested', async () => {
      await openInTrust(
        { kind: 'other', organisation: 'Mill Charity', role: 'Chair of Trustees', nextPersonUp: '' },
        { employment: 'charity-special' },
      );
      choose('Other');
      await waitFor(() => expect(notice()).toContain('We have no suggestion. Employers differ'));
      press('Use this suggestion');
      await waitFor(async () => expect(await stored()).toMatchObject({ role: '' }));
      await screen.findByText('Your letters go to Mill Charity.');
    });
  });

  test('someone else can always be chosen', async () => {
    const { employer } = await openAboutYou();
    const trust = await otherPage.addEmployer({
      kind: 'academy-trust',
      organisation: 'The Beacon Learning Trust',
    });
    press('Choose someone else');
    fireEvent.change(await screen.findByLabelText('Write to'), {
      target: { value: trust.ok ? trust.value.id : '' },
    });
    await waitFor(async () =>
      expect((await storedOf('signer'))[0]?.['employerId']).toBe(trust.ok ? trust.value.id : employer.id),
    );
  });
});

test('a suggestion without a name asks for the name and adds nobody', async () => {
  await otherPage.saveSettings({ agreedOn: '2026-11-23' });
  await otherPage.addSigner({ fullName: 'Priya Nair', school: 'Oakfield Primary School' });
  await openOptions('#about-you');
  choose('Council-maintained (community, voluntary controlled, nursery, pupil referral unit)');
  press('Use this suggestion');
  await screen.findByText('Choose your council first.');
  const council = screen.getByLabelText('Council');
  await waitFor(() => expect(document.activeElement).toBe(council));
  expect(await storedOf('employer')).toEqual([]);
  type('Council', 'Kent');
  fireEvent.blur(council);
  expect(screen.queryByText('Choose your council first.')).toBeNull();
  press('Use this suggestion');
  await waitFor(async () =>
    expect(await storedOf('employer')).toMatchObject([{ organisation: 'Kent County Council' }]),
  );
});
