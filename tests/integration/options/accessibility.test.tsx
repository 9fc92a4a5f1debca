import './fakeExtension';
import { fireEvent, screen } from '@testing-library/react';
import axe from 'axe-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { sections } from '../../../components/options/location';
import { choose, openOptions, press, saveExamples, resetPage, type } from './openOptions';

beforeEach(async () => {
  await resetPage();
  document.documentElement.lang = 'en-GB';
  document.title = 'Dear Employer: your details';
});

/** jsdom does not compute colours, so the browser tests check contrast. */
async function violations(): Promise<string[]> {
  const { violations: found } = await axe.run(document, { rules: { 'color-contrast': { enabled: false } } });
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

describe('axe finds no problem', () => {
  test('in the disclosure, the first questions and “You are ready”', async () => {
    await openOptions();
    await screen.findByRole('button', { name: 'Agree and start' });
    expect(await violations()).toEqual([]);
    press('Agree and start');
    await screen.findByRole('heading', { name: 'Your details' });
    type('Who employs you?', 'council-maintained');
    type('Employer’s name', 'north');
    type('Employer’s email (optional)', 'not an address');
    fireEvent.blur(screen.getByLabelText('Employer’s email (optional)'));
    expect(await violations()).toEqual([]);
    type('Who employs you?', 'not sure');
    expect(await violations()).toEqual([]);
    press('Continue');
    await screen.findByRole('heading', { name: 'You are ready' });
    expect(await violations()).toEqual([]);
  });

  test.each(sections)('in $title', async ({ id, title }) => {
    await saveExamples();
    await openOptions(`#${id}`);
    await screen.findByRole('heading', { level: 2, name: title });
    // Unfold only the first few: every letter has the same structure.
    for (const details of [...document.querySelectorAll('details')].slice(0, 3)) {
      details.open = true;
      fireEvent(details, new Event('toggle'));
    }
    expect(await violations()).toEqual([]);
  });

  test('the fields for the user’s own details name their purpose', async () => {
    await saveExamples();
    await openOptions();
    await screen.findByLabelText('Full name');
    const purposes = Object.fromEntries(
      ['Full name', 'Job title', 'School', 'School address', 'School postcode', 'Phone', 'Email'].map(
        (label) => [label, screen.getByLabelText(label).getAttribute('autocomplete')],
      ),
    );
    expect(purposes).toEqual({
      'Full name': 'name',
      'Job title': 'organization-title',
      School: 'organization',
      'School address': 'street-address',
      'School postcode': 'postal-code',
      Phone: 'tel',
      Email: 'email',
    });
  });

  test('in About you with an error, a co-signer, “I’m not sure” and an undo bar', async () => {
    await saveExamples();
    await openOptions();
    await screen.findByRole('heading', { name: 'About you' });
    type('Email', 'priya@');
    fireEvent.blur(screen.getByLabelText('Email'));
    press('Add a person signing with you');
    press('Add a person signing with you');
    press('Remove person 2');
    choose('I’m not sure');
    choose('An academy or free school');
    choose('No, only this school');
    press('Choose someone else');
    await screen.findByRole('button', { name: 'Undo' });
    expect(await violations()).toEqual([]);
  });
});
