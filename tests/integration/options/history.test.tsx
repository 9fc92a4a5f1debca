import './fakeExtension';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { openOptions, resetPage, saveExamples } from './openOptions';

beforeEach(resetPage);

test('going from section to section leaves one entry in the browser’s history, titled by the section', async () => {
  const { employer } = await saveExamples();
  await openOptions('#about-you');
  await screen.findByLabelText('Full name');
  const entries = window.history.length;
  for (const title of [
    'Your employer',
    'Letters',
    'Letters and replies',
    'Privacy and backup',
    'About you',
  ]) {
    fireEvent.click(screen.getByRole('link', { name: title }));
    await screen.findByRole('heading', { level: 2, name: title });
    expect(document.title).toBe(`${title} – Dear Employer`);
  }
  fireEvent.click(await screen.findByRole('link', { name: 'See this employer’s details' }));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Council')));
  expect(window.location.hash).toBe(`#your-employer/organisation/${employer.id}`);
  expect(document.title).toBe('Your employer – Dear Employer');
  expect(window.history.length).toBe(entries);
});
