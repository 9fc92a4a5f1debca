import './fakeExtension';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { choose, openOptions, press, saveExamples, resetPage, storedOf, type } from './openOptions';

beforeEach(resetPage);

async function openYourEmployer(hash = '#your-employer') {
  const examples = await saveExamples();
  await openOptions(hash);
  await screen.findByRole('heading', { name: 'Your employer' });
  return examples;
}

describe('Your employer', () => {
  test('every field has a label and is saved as typed', async () => {
    await openYourEmployer();
    const typed = {
      Title: 'Ms',
      'First name': 'Ada',
      'Last name': 'Okafor',
      Role: 'Director of Children’s Services',
      'Employer’s email': 'dcs@northmere.example',
      'Employer’s address': 'County Hall\nNorthmere',
      'Employer’s postcode': 'NM1 1AA',
      Phone: '01632 960100',
      'Who to ring on the day': 'Jo Patel, 01632 960101',
      'Next person up': 'Chief Executive',
      'Next person’s email': 'chief@northmere.example',
    };
    for (const [label, text] of Object.entries(typed)) type(label, text);
    await waitFor(async () =>
      expect(await storedOf('employer')).toMatchObject([
        {
          organisation: 'Northmere County Council',
          title: 'Ms',
          firstName: 'Ada',
          lastName: 'Okafor',
          role: 'Director of Children’s Services',
          email: 'dcs@northmere.example',
          address: 'County Hall\nNorthmere',
          postcode: 'NM1 1AA',
          phone: '01632 960100',
          ringFirst: 'Jo Patel, 01632 960101',
          nextPersonUp: 'Chief Executive',
          nextPersonEmail: 'chief@northmere.example',
        },
      ]),
    );
  });

  test('an invalid email address shows an error at its field and is saved as typed', async () => {
    await openYourEmployer();
    press('Add a copy');
    await screen.findByLabelText('Their email');
    for (const label of ['Employer’s email', 'Next person’s email', 'Their email']) {
      const field = screen.getByLabelText(label);
      for (const typed of ['a@x.example, b@x.example', '"Jo Patel" <jo@x.example>', 'see website']) {
        type(label, typed);
        fireEvent.blur(field);
        const error = screen.getByText(/This is not one email address, so we will not fill it in/);
        expect(field.getAttribute('aria-describedby')).toContain(error.id);
      }
      type(label, ' jo@x.example ');
      expect(screen.queryByText(/This is not one email address/)).toBeNull();
    }
    type('Employer’s email', 'mary.o’hara@x.example');
    expect(screen.getByText(/Type a straight apostrophe/).id).toContain('email');
    type('Next person up', 'chair@x.example');
    fireEvent.blur(screen.getByLabelText('Next person up'));
    expect(screen.getByText('Type a name or a role here, not an email address')).toBeTruthy();
    type('Employer’s email', 'see website');
    await waitFor(async () => expect(await storedOf('employer')).toMatchObject([{ email: 'see website' }]));
  });

  test('capitals are said next to the field and are not changed', async () => {
    await openYourEmployer();
    for (const [label, typed, said] of [
      ['Last name', 'PATEL', 'PATEL” in capitals'],
      ['Role', 'head of people', 'head of people” in small letters'],
      ['Employer’s email', 'hr@trust.co.ik', 'Did you mean hr@trust.co.uk?'],
    ] as const) {
      type(label, typed);
      const field = screen.getByLabelText(label);
      fireEvent.blur(field);
      expect(field.getAttribute('aria-describedby')).toContain(screen.getByText(new RegExp(said)).id);
    }
    await waitFor(async () =>
      expect(await storedOf('employer')).toMatchObject([
        { lastName: 'PATEL', role: 'head of people', email: 'hr@trust.co.ik' },
      ]),
    );
  });

  test('a council has one field for its name, with a list that gives the formal name', async () => {
    await openYourEmployer();
    expect(screen.queryByLabelText('Organisation')).toBeNull();
    type('Council', 'kent');
    fireEvent.blur(screen.getByLabelText('Council'));
    await waitFor(async () =>
      expect(await storedOf('employer')).toMatchObject([
        { kind: 'council', organisation: 'Kent County Council' },
      ]),
    );
    choose('The academy trust');
    await waitFor(() => expect(screen.queryByLabelText('Council')).toBeNull());
    type('Organisation', 'The Beacon Learning Trust');
    await waitFor(async () =>
      expect(await storedOf('employer')).toMatchObject([
        { kind: 'academy-trust', organisation: 'The Beacon Learning Trust' },
      ]),
    );
  });

  test('copies can be added, edited, removed and restored', async () => {
    await openYourEmployer();
    press('Add a copy');
    type('Name or role', 'Chair of Governors');
    type('Their email', 'chair@school.example');
    press('Remove Chair of Governors');
    await waitFor(() => expect(screen.queryByLabelText('Name or role')).toBeNull());
    press('Undo');
    await waitFor(async () =>
      expect(await storedOf('employer')).toMatchObject([
        { copies: [{ name: 'Chair of Governors', email: 'chair@school.example' }] },
      ]),
    );
  });

  test('a deleted employer is restored in its former position', async () => {
    await openYourEmployer();
    press('Add employer');
    await waitFor(() => expect(screen.getByLabelText('Organisation')).toHaveProperty('value', ''));
    choose('The governing body');
    await waitFor(() =>
      expect(screen.getByLabelText('Organisation')).toHaveProperty(
        'value',
        'Governing Body of Oakfield Primary School',
      ),
    );
    type('Organisation', 'The Beacon Learning Trust');
    fireEvent.click(await screen.findByRole('button', { name: 'Northmere County Council' }));
    press('Delete');
    await screen.findByText('Deleted: Northmere County Council');
    press('Undo');
    await waitFor(() =>
      expect(
        screen.getAllByRole('button', { name: /Northmere|Beacon/ }).map((button) => button.textContent),
      ).toEqual(['Northmere County Council', 'The Beacon Learning Trust']),
    );
  });

  test('a link focuses the employer’s name', async () => {
    await openYourEmployer('#your-employer/organisation');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Council')));
  });

  test('the letter of the inspection call says whom to ring first', async () => {
    await openYourEmployer();
    type('Phone', '01632 960100');
    type('Who to ring on the day', 'Jo Patel');
    fireEvent.click(screen.getByRole('link', { name: 'Letters' }));
    fireEvent.click(await screen.findByRole('link', { name: /Tell them the inspection call has come/ }));
    expect(
      await screen.findByText('Ring Jo Patel first, on 01632 960100. This letter confirms the call.'),
    ).toBeTruthy();
  });
});
