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
  resetPage,
  storedOf,
  type,
} from './openOptions';

beforeEach(resetPage);

async function openAboutYou(hash = '#about-you') {
  const examples = await saveExamples();
  await openOptions(hash);
  await screen.findByRole('heading', { name: 'About you' });
  return examples;
}

describe('About you', () => {
  test('every field has a label and is saved as typed, and “Saved” is announced', async () => {
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

  test('an invalid email address shows an error when its field loses the focus, and is still saved', async () => {
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

  test('a link focuses the field that it names', async () => {
    await openAboutYou('#about-you/jobTitle');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Job title')));
  });

  test('a link with a record id opens that record', async () => {
    await saveExamples();
    const other = await otherPage.addSigner({ fullName: 'Tom Adeyemi' });
    await openOptions(`#about-you/fullName/${other.ok ? other.value.id : ''}`);
    await waitFor(() => expect(screen.getByLabelText('Full name')).toHaveProperty('value', 'Tom Adeyemi'));
  });

  test('adding a second signer chooses it and focuses the name', async () => {
    await openAboutYou();
    press('Add signer');
    await waitFor(() => expect(screen.getByLabelText('Full name')).toHaveProperty('value', ''));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Full name')));
    type('Full name', 'Tom Adeyemi');
    await screen.findByRole('button', { name: 'Tom Adeyemi' });
    await waitFor(async () => expect(await storedOf('signer')).toHaveLength(2));
  });

  test('Undo restores a deleted signer, and the focus is not lost', async () => {
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

  test('the letter says “we” once a co-signer has agreed, and a co-signer can be removed and restored', async () => {
    await openAboutYou();
    press('Add a person signing with you');
    type('Their name', 'Tom Adeyemi');
    type('Their job title', 'Deputy Headteacher');
    type('Their school, if another', 'Mill School');
    await screen.findByText(/Nobody has agreed yet/);
    fireEvent.click(screen.getByLabelText('Has read and agreed'));
    await screen.findByText('The letter says “we” and is signed by 2 people.');
    press('Remove Tom Adeyemi');
    await screen.findByText(/For a letter from several leaders/);
    press('Undo');
    await waitFor(async () =>
      expect(await storedOf('signer')).toMatchObject([
        {
          coSigners: [
            { fullName: 'Tom Adeyemi', jobTitle: 'Deputy Headteacher', school: 'Mill School', agreed: true },
          ],
        },
      ]),
    );
  });

  test('a change from another page is shown here and not overwritten by typing here', async () => {
    const { signer } = await openAboutYou();
    await act(() => otherPage.saveFields('signer', signer.id, { jobTitle: 'Executive headteacher' }));
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

  test('when storage refuses, the typed text stays, the error is shown at the field, and saved data is unchanged', async () => {
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

  test('many signers can be searched and sorted', async () => {
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
  test('says who the letters go to and why, if the employer matches the answer', async () => {
    await openAboutYou();
    expect(screen.getByText('Your letters go to Northmere County Council.')).toBeTruthy();
  });

  test('another answer proposes another employer and does not change the saved one', async () => {
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

  test('a suggestion uses an employer that is already saved instead of adding a duplicate', async () => {
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
    async function chooseTrust() {
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

    test('is saved as typed and linked to the signer without pressing a button', async () => {
      const { employer } = await chooseTrust();
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

    test('links a saved employer of that name unchanged, and removes the partly typed record', async () => {
      const beacon = await otherPage.addEmployer({ kind: 'academy-trust', organisation: 'Beacon Trust' });
      await chooseTrust();
      await typeInSteps('Beacon', 'Beacon Trust');
      await waitFor(async () => expect(await storedOf('employer')).toHaveLength(2));
      expect((await storedOf('signer'))[0]?.['employerId']).toBe(beacon.ok && beacon.value.id);
      await typeInSteps('Beacon Trust North');
      expect(await storedOf('employer')).toContainEqual(beacon.ok && beacon.value);
      expect(await storedOf('employer')).toHaveLength(3);
    });

    test('when cleared, does not link the former employer again', async () => {
      const { employer } = await chooseTrust();
      await typeInSteps('Beacon', '');
      expect((await storedOf('signer'))[0]?.['employerId']).not.toBe(employer.id);
    });
  });

  test('“I’m not sure” asks two questions, says where to look it up, and sets the answer', async () => {
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
    const notice = () =>
      screen.getByRole('button', { name: 'Choose someone else' }).closest('div')?.textContent ?? '';
    const stored = async () => (await storedOf('employer'))[0];

    test('shows the current employer and the suggestion, and applies the suggestion when its button is pressed', async () => {
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

    test('also proposes another role when the job title becomes chief executive', async () => {
      await openInTrust({ ...inTrust, copies: [...inTrust.copies] });
      type('Job title', 'Chief Executive');
      press('Use this suggestion');
      await waitFor(async () => expect(await stored()).toMatchObject({ role: 'Chair of Trustees' }));
    });

    test('does not overwrite what the user typed', async () => {
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

    test('does not change the role of a named person', async () => {
      await openInTrust({ ...inTrust, title: 'Mrs', lastName: 'Patel', nextPersonUp: '', copies: [] });
      choose('A trust with this school only');
      await screen.findByText('Your letters go to Beacon Trust, addressed to Mrs Patel.');
      expect(notice()).toContain('You chose this yourself. We suggest the Chair of Trustees.');
      expect(screen.queryByRole('button', { name: 'Use this suggestion' })).toBeNull();
    });

    test('does not suggest copies that the user removed', async () => {
      await openInTrust({ ...inTrust, copies: [inTrust.copies[1]] });
      expect(screen.queryByRole('button', { name: 'Use this suggestion' })).toBeNull();
    });

    test('from a charity to “Other”, suggests no role', async () => {
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

  test('“Choose someone else” links another saved employer', async () => {
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

test('“Use this suggestion” without a name asks for the name and adds no employer', async () => {
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
