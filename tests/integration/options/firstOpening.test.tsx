import { localStorageArea } from './fakeExtension';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import {
  openOptions,
  otherPage,
  press,
  readStored,
  saveExamples,
  resetPage,
  storedOf,
  type,
} from './openOptions';
import { addSigner } from '../../../lib/options/actions';

beforeEach(resetPage);

async function agree(): Promise<void> {
  fireEvent.click(await screen.findByRole('button', { name: 'Agree and start' }));
  await screen.findByRole('heading', { name: 'Your details' });
}

const answer = (employment: string) => type('Who employs you?', employment);

describe('the first opening', () => {
  test('says what is saved and where, that nothing is sent and what the mailbox keeps, and stores nothing', async () => {
    await openOptions();
    await screen.findByRole('heading', { name: 'Before you start' });
    const words = document.body.textContent;
    expect(words).toContain(
      'Gmail and Outlook save drafts, and a school mailbox and laptop belong to your employer',
    );
    expect(words).toContain('What you insert may be kept even if you take it out again');
    expect(Object.keys(await readStored()).filter((key) => /signer|employer:|settings/.test(key))).toEqual(
      [],
    );
  });

  test('can be read in twenty seconds', async () => {
    await openOptions();
    const region = await screen.findByRole('region', { name: 'Before you start' });
    const words = [...region.querySelectorAll('h2, dt, dd')].flatMap((part) => part.textContent.split(/\s+/));
    // Adults read about 240 words a minute.
    expect(words.length).toBeLessThanOrEqual(80);
  });

  test('the agreement is not shown as saved before anything is typed', async () => {
    const { details } = await openOptions();
    await agree();
    await waitFor(async () => expect((await readStored())['settings']).toBeTruthy());
    expect(details.getState().saving).toBe('nothing yet');
    type('Full name', 'Priya Nair');
    await screen.findByText('Saved');
  });

  test('nobody is asked for what the popup saves meanwhile', async () => {
    await openOptions();
    await agree();
    await otherPage.addSigner({ fullName: 'Priya Nair' });
    await screen.findByRole('heading', { name: 'About you' });
    expect(screen.getByLabelText('Full name')).toHaveProperty('value', 'Priya Nair');
  });

  test('a user who comes back from another section without having added anything is asked', async () => {
    await openOptions();
    await agree();
    fireEvent.click(screen.getByRole('link', { name: 'Open it' }));
    await screen.findByRole('heading', { name: 'Privacy and backup' });
    await waitFor(() => expect(document.activeElement?.id).toBe('branch-file'));
    fireEvent.click(screen.getByRole('link', { name: 'About you' }));
    expect(await screen.findByRole('heading', { name: 'Your details' })).toBeTruthy();
  });

  test('title and focus follow what is shown', async () => {
    await openOptions();
    await screen.findByRole('button', { name: 'Agree and start' });
    expect(document.title).toBe('Before you start – Dear Employer');
    fireEvent.click(screen.getByRole('link', { name: 'Letters and replies' }));
    await screen.findByText('Agree first. Then “Letters and replies” opens.');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Before you start'));
    press('Agree and start');
    const heading = await screen.findByRole('heading', { name: 'Letters and replies' });
    await waitFor(() => expect(document.activeElement).toBe(heading));
    expect(document.title).toBe('Letters and replies – Dear Employer');
  });

  describe('a file from the branch', () => {
    const starter = (signer: object) =>
      JSON.stringify({
        format: 'Dear Employer starter file',
        version: 1,
        signer,
        employer: { organisation: 'Mill Trust' },
      });

    async function openStarter(text: string) {
      fireEvent.change(await screen.findByLabelText('Open your branch’s file'), {
        target: { files: [new File([text], 'starter.json')] },
      });
      await screen.findByText(/Nothing has been changed yet/);
    }

    test('is stored only after the agreement, and nobody is asked again', async () => {
      await openOptions('#privacy-and-backup');
      await openStarter(starter({ fullName: 'Tom Adeyemi', school: 'Mill School' }));
      expect(screen.queryByRole('button', { name: 'Add it to what is saved here' })).toBeNull();
      expect(await readStored()).toEqual({});
      expect(screen.getByText(/Nothing. You press Send yourself/)).toBeTruthy();
      press('Agree and add it');
      await waitFor(async () =>
        expect(await readStored()).toMatchObject({ settings: { agreedOn: expect.stringMatching(/^\d/) } }),
      );
      await waitFor(async () =>
        expect(await storedOf('signer')).toMatchObject([{ fullName: 'Tom Adeyemi' }]),
      );
      fireEvent.click(screen.getByRole('link', { name: 'About you' }));
      expect(await screen.findByLabelText('Full name')).toHaveProperty('value', 'Tom Adeyemi');
    });

    test.each([
      [{ fullName: 'Tom Adeyemi' }, 'Full name', 'Tom Adeyemi'],
      [{ school: 'Mill School' }, 'School', 'Mill School'],
    ])('does not double somebody who has typed half of the answers: %j', async (_, label, typed) => {
      await openOptions();
      await agree();
      type(label, typed);
      await waitFor(async () => expect(await storedOf('signer')).toHaveLength(1));
      fireEvent.click(screen.getByRole('link', { name: 'Open it' }));
      await openStarter(starter({ fullName: 'Tom Adeyemi', school: 'Mill School' }));
      press('Add it to what is saved here');
      await waitFor(async () =>
        expect(await storedOf('signer')).toMatchObject([{ fullName: 'Tom Adeyemi', school: 'Mill School' }]),
      );
    });
  });

  test('asks for the first details after the agreement and stores its date', async () => {
    await openOptions();
    await agree();
    await waitFor(() => expect(screen.getByLabelText('Full name')).toBe(document.activeElement));
    const stored = await readStored();
    expect(stored['settings']).toMatchObject({ agreedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
  });

  test('adds no records when nothing is typed', async () => {
    await openOptions();
    await agree();
    press('Continue');
    const heading = await screen.findByRole('heading', { name: 'You are ready' });
    await waitFor(() => expect(document.activeElement).toBe(heading));
    expect(await storedOf('signer')).toEqual([]);
    expect(await storedOf('employer')).toEqual([]);
  });

  test('saves signer and employer as typed, links them, and chooses them for the next letter', async () => {
    await openOptions();
    await agree();
    for (const text of ['P', 'Pr', 'Priya Nair']) type('Full name', text);
    type('School', 'Oakfield Primary School');
    answer('council-maintained');
    type('Employer’s name', 'kent');
    fireEvent.blur(screen.getByLabelText('Employer’s name'));
    await waitFor(async () =>
      expect((await storedOf('employer'))[0]).toMatchObject({ organisation: 'Kent County Council' }),
    );
    const [signer, ...others] = await storedOf('signer');
    const [employer, ...otherEmployers] = await storedOf('employer');
    expect([others, otherEmployers]).toEqual([[], []]);
    expect(signer).toMatchObject({
      fullName: 'Priya Nair',
      jobTitle: 'Headteacher',
      school: 'Oakfield Primary School',
      employerId: employer?.['id'],
    });
    expect(employer).toMatchObject({
      kind: 'council',
      role: 'Director of Children’s Services',
    });
    const choices = await otherPage.readChoices();
    expect(choices).toMatchObject({
      ok: true,
      value: { signerId: signer?.['id'], employerId: employer?.['id'] },
    });
  });

  test('offers no list of councils when the school is an academy', async () => {
    await openOptions();
    await agree();
    answer('trust-with-other-schools');
    expect(screen.queryByRole('combobox', { name: 'Employer’s name' })).toBeNull();
    type('Employer’s name', 'The Beacon Learning Trust');
    await waitFor(async () =>
      expect(await storedOf('employer')).toMatchObject([
        { kind: 'academy-trust', organisation: 'The Beacon Learning Trust', role: 'Chief Executive Officer' },
      ]),
    );
  });

  test('changing the answer from council to trust does not reuse the council’s name', async () => {
    await openOptions();
    await agree();
    answer('council-maintained');
    type('Employer’s name', 'Kent County Council');
    answer('single-academy-trust');
    expect(screen.getByLabelText('Employer’s name')).toHaveProperty('value', '');
    answer('council-maintained');
    expect(screen.getByLabelText('Employer’s name')).toHaveProperty('value', 'Kent County Council');
  });

  test('when storage refuses, the typed text stays, an error is shown, and “Try again” saves it', async () => {
    await openOptions();
    await agree();
    const set = vi.spyOn(localStorageArea, 'set').mockRejectedValue(new Error('QUOTA_BYTES quota exceeded'));
    type('Full name', 'Priya Nair');
    await screen.findByText(/the space your browser allows is used up/);
    expect(screen.getByLabelText('Full name')).toHaveProperty('value', 'Priya Nair');
    set.mockRestore();
    press('Try again');
    await waitFor(async () => expect(await storedOf('signer')).toMatchObject([{ fullName: 'Priya Nair' }]));
  });

  test('following a link during the questions opens its section', async () => {
    await openOptions();
    await agree();
    type('Full name', 'Priya Nair');
    window.location.hash = '#your-employer';
    expect(await screen.findByRole('heading', { name: 'Your employer' })).toBeTruthy();
  });

  test('the name of a governing body follows the school until it is typed', async () => {
    await openOptions();
    await agree();
    answer('aided-or-foundation');
    type('School', 'Oakfield Primary School');
    expect(screen.getByLabelText('Employer’s name')).toHaveProperty(
      'value',
      'Governing Body of Oakfield Primary School',
    );
    type('Employer’s name', 'Governing Body of the Oak Federation');
    type('School', 'Oakfield School');
    expect(screen.getByLabelText('Employer’s name')).toHaveProperty(
      'value',
      'Governing Body of the Oak Federation',
    );
  });

  test('“I’m not sure” asks two questions in place, and the answer proposes the employer', async () => {
    await openOptions();
    await agree();
    answer('not sure');
    fireEvent.click(screen.getByRole('radio', { name: 'An academy or free school' }));
    fireEvent.click(screen.getByRole('radio', { name: 'No, only this school' }));
    expect(screen.getByLabelText('Who employs you?')).toHaveProperty('value', 'single-academy-trust');
    expect(screen.getByText(/the letter goes to the Chair of Trustees/)).toBeTruthy();
  });

  test('Enter goes to the first empty field, and then to “You are ready”', async () => {
    await openOptions();
    await agree();
    const form = screen.getByRole('form', { name: 'Your details' });
    for (const [label, text] of [
      ['Full name', 'Priya Nair'],
      ['School', 'Oakfield Primary School'],
      ['Who employs you?', 'other'],
      ['Employer’s name', 'Oakfield College'],
    ] as const) {
      fireEvent.submit(form);
      expect(document.activeElement).toBe(screen.getByLabelText(label));
      type(label, text);
    }
    fireEvent.submit(form);
    await screen.findByRole('heading', { name: 'You are ready' });
    expect(screen.getByRole('link', { name: 'Open Gmail' })).toHaveProperty(
      'href',
      'https://gmail.example/new',
    );
    press('See all your details');
    await screen.findByRole('heading', { name: 'About you' });
  });

  test('nobody is asked for details that a file brought before the agreement', async () => {
    const { details } = await openOptions();
    await screen.findByRole('button', { name: 'Agree and start' });
    await addSigner(details, { fullName: 'Priya Nair' });
    press('Agree and start');
    expect(await screen.findByRole('heading', { name: 'About you' })).toBeTruthy();
  });

  test('privacy and help can be opened before the user agrees', async () => {
    await openOptions('#privacy-and-backup');
    await screen.findByRole('heading', { name: 'Privacy and backup' });
    expect(screen.queryByRole('button', { name: 'Agree and start' })).toBeNull();
  });

  test('the disclosure and the questions are not shown again once details are saved', async () => {
    await saveExamples();
    await openOptions();
    await screen.findByRole('heading', { name: 'About you' });
    expect(screen.queryByRole('button', { name: 'Agree and start' })).toBeNull();
  });
});
