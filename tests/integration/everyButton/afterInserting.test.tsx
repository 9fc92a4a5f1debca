/** The screen after Insert letter: what was done, the brackets that are left, and the way to another version. */
import { emailOpen, page, popup, refused, repository, reset, saveDetails, show } from './popupStates';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import type { PageJob } from '../../../lib/mail/protocol';
import { pressEverything } from '../../support/pressEverything';

beforeEach(reset);

function press(name: string): void {
  const button = screen.getByRole('button', { name });
  button.focus();
  fireEvent.click(button);
}
const outcome = () => screen.getByRole('status', { name: 'Outcome' });
const untilSaid = (words: RegExp) => waitFor(() => expect(outcome().textContent).toMatch(words));

async function insert() {
  await show();
  press('Insert letter');
  await untilSaid(/It is a draft/);
  await screen.findByText('Change the letter');
}

const inserts = () =>
  page.jobs.filter((job): job is Extract<PageJob, { do: 'insert' }> => job.do === 'insert');
const lastText = () => inserts().at(-1)?.content.text ?? '';

describe('the outcome is the screen', () => {
  test('it says what was done as a short list, and that nothing is sent yet; the form is out of the way', async () => {
    await saveDetails();
    await insert();
    expect(outcome().textContent).toMatch(/^The letter is in your new message\./);
    const items = within(outcome()).getAllByRole('listitem');
    expect(items.map((item) => item.textContent.trim())).toEqual([
      'To: hr@northmere.example',
      'Subject filled in',
    ]);
    expect(outcome().textContent).toContain('It is a draft. Nothing is sent until you press Send.');
    expect(screen.queryByRole('button', { name: 'Insert letter' })).toBeNull();
    expect(document.getElementById('where')?.textContent).toBe('Gmail: the letter is in your email');
    expect(document.activeElement).toBe(outcome());
  });

  test('“Back to Insert letter” brings the button back, with the focus on it', async () => {
    await saveDetails();
    await insert();
    press('Back to Insert letter');
    const button = await screen.findByRole('button', { name: 'Insert letter' });
    await waitFor(() => expect(document.activeElement).toBe(button));
  });

  test('a greeting of the user’s own above the letter’s is named', async () => {
    page.isGreeted = true;
    await saveDetails();
    await insert();
    expect(outcome().textContent).toContain('Your own greeting is above the letter’s. Keep one of them.');
  });

  test('with another email open here, the form is shown', async () => {
    await saveDetails();
    await insert();
    const [draft] = emailOpen.drafts;
    page.look = () => ({ ...emailOpen, drafts: [{ ...draft!, id: 'draft 2' }] });
    const { lookAtTab } = await import('../../../lib/popup/look');
    await lookAtTab(popup);
    expect(await screen.findByRole('button', { name: 'Insert letter' })).toBeTruthy();
  });
});

describe('details still in brackets', () => {
  test('are asked for right there, saved, and put into the letter in the email', async () => {
    await saveDetails({ signer: { jobTitle: '' } });
    await insert();
    expect(outcome().textContent).toContain('One detail is still in [brackets].');
    const field = screen.getByRole('textbox', { name: 'Your job title' });
    await waitFor(() => expect(document.activeElement).toBe(field));
    fireEvent.change(field, { target: { value: 'Head of School' } });
    press('Put it in the letter');
    await untilSaid(/^The new version is in your new message instead of the earlier one\./);
    expect(page.jobs.map((job) => job.do)).toEqual(['insert', 'takeOut', 'insert']);
    expect(lastText()).toContain('Head of School');
    expect(lastText()).not.toContain('[your job title]');
    const saved = await repository.readAll('signer');
    expect(saved.ok && saved.value[0]?.jobTitle).toBe('Head of School');
    expect(screen.queryByRole('button', { name: 'Put it in the letter' })).toBeNull();
  });

  test('of a new employer are saved as the signer’s own employer', async () => {
    await saveDetails({ signer: { employerId: '' }, employer: { organisation: 'Another council' } });
    await repository.addEmployer({ organisation: 'A third' });
    await insert();
    fireEvent.change(screen.getByRole('textbox', { name: 'Employer’s name' }), {
      target: { value: 'Mill Trust' },
    });
    press('Put them in the letter');
    await untilSaid(/^The new version/);
    expect(lastText()).toContain('Mill Trust');
    const [signers, employers] = [await repository.readAll('signer'), await repository.readAll('employer')];
    const mill = employers.ok && employers.value.find(({ organisation }) => organisation === 'Mill Trust');
    expect(mill && signers.ok && signers.value[0]?.employerId === mill.id).toBe(true);
  });

  test('stay as they are if the user has typed in the email since, which is said', async () => {
    await saveDetails({ signer: { jobTitle: '' } });
    await insert();
    page.answers.takeOut = { outcome: 'refused', why: 'typed since' };
    fireEvent.change(screen.getByRole('textbox', { name: 'Your job title' }), { target: { value: 'Head' } });
    press('Put it in the letter');
    await untilSaid(/^You have typed in the email since, so the letter there is unchanged\./);
    expect(inserts()).toHaveLength(1);
  });

  test('an empty answer changes nothing', async () => {
    await saveDetails({ signer: { jobTitle: '' } });
    await insert();
    press('Put it in the letter');
    expect(page.jobs.map((job) => job.do)).toEqual(['insert']);
    expect(document.getElementById('said')?.textContent).toBe('Fill in a detail first.');
  });
});

describe('after a change of choices', () => {
  test('the new version goes in instead of the earlier one, never as a second copy', async () => {
    await saveDetails();
    await insert();
    const before = lastText();
    fireEvent.change(screen.getByRole('textbox', { name: 'About our school (optional)' }), {
      target: { value: 'We are a school of ninety.' },
    });
    await screen.findByText('The email still has the letter as it was before your change.', {
      selector: 'p:not(#said)',
    });
    press('Put the new version in instead');
    await untilSaid(/^The new version is in your new message/);
    expect(page.jobs.map((job) => job.do)).toEqual(['insert', 'takeOut', 'insert']);
    expect(lastText()).not.toBe(before);
    expect(lastText()).toContain('We are a school of ninety.');
    expect(screen.queryByRole('button', { name: 'Put the new version in instead' })).toBeNull();
  });

  test('a letter that the user has taken out already is simply put in', async () => {
    await saveDetails();
    await insert();
    page.answers.takeOut = { outcome: 'refused', why: 'nothing to take out' };
    fireEvent.change(screen.getByRole('textbox', { name: 'About our school (optional)' }), {
      target: { value: 'We are a school of ninety.' },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Put the new version in instead' }));
    await untilSaid(/^The new version is in/);
    expect(inserts()).toHaveLength(2);
  });

  test('of employer, the popup says that To is still as it was', async () => {
    await saveDetails();
    await repository.addEmployer({ organisation: 'Mill Trust', email: 'hr@mill.example', kind: 'council' });
    await insert();
    page.answers.insert = {
      ...(page.answers.insert as object),
      to: { outcome: 'left alone', why: 'already filled' },
    };
    const employers = screen.getByRole('combobox', { name: 'Your employer' });
    const mill = within(employers).getByRole<HTMLOptionElement>('option', { name: 'Mill Trust' });
    fireEvent.change(employers, { target: { value: mill.value } });
    fireEvent.click(await screen.findByRole('button', { name: 'Put the new version in instead' }));
    await untilSaid(/To is still as it was: check who the letter goes to\./);
    expect(lastText()).toContain('Mill Trust');
  });

  test('a new version that the page does not accept is said to be missing', async () => {
    await saveDetails();
    await insert();
    page.answers.insert = refused('did not arrive');
    fireEvent.change(screen.getByRole('textbox', { name: 'About our school (optional)' }), {
      target: { value: 'We are a school of ninety.' },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Put the new version in instead' }));
    await untilSaid(/^The earlier letter is out\. The page did not accept the new version\./);
    expect(await screen.findByRole('button', { name: 'Insert letter' })).toBeTruthy();
  });
});

describe('every button after inserting', () => {
  const hasLeft = () => page.left > 0;
  const after = (details: Parameters<typeof saveDetails>[0], then?: () => Promise<unknown>) => async () => {
    await reset();
    await saveDetails(details);
    await insert();
    await then?.();
  };

  test.each([
    ['with nothing missing', after({})],
    ['with details missing', after({ signer: { jobTitle: '', school: '' }, employer: { role: '' } })],
    [
      'after a change',
      after({}, async () => {
        fireEvent.change(screen.getByRole('textbox', { name: 'About our school (optional)' }), {
          target: { value: 'We are a school of ninety.' },
        });
        await screen.findByRole('button', { name: 'Put the new version in instead' });
      }),
    ],
  ])('%s', async (_state, open) => {
    expect(await pressEverything(open, { hasLeft })).toEqual([]);
  });
});
