/** After every press on the practice page: the focus is on a control, what happened is said and can be seen. */
import { resetStorage } from '../options/fakeExtension';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { PracticePage } from '../../../components/practice/PracticePage';
import type { Practice } from '../../../lib/practice/practice';
import type { Outcome } from '../../../lib/writing/outcome';
import { pressEverything } from '../../support/pressEverything';
import { inserted } from './popupStates';

const facts = { part: null, missingCount: 0, to: ['hr@mill.example'], cc: [] };
/** jsdom has no editing commands, so the page side answers as told. */
const practice: Practice = {
  insertLetter: async () => ({ kind: 'reported', frameId: 0, report: inserted, facts }) as unknown as Outcome,
  takeLetterOut: async () => ({
    kind: 'taken out',
    frameId: 0,
    report: { outcome: 'taken out', stays: [] },
    facts: null,
  }),
};

async function open() {
  cleanup();
  await resetStorage();
  render(<PracticePage practice={practice} />);
}

/** Opens another page, which jsdom cannot. */
const except = /^Your details$/;

test('the practice page', async () => {
  expect(await pressEverything(open, { except })).toEqual([]);
});

test('with the letter in the email', async () => {
  const insert = async () => {
    await open();
    fireEvent.click(screen.getByRole('button', { name: 'Insert letter' }));
    await screen.findByRole('button', { name: 'Take the letter out again' });
  };
  expect(await pressEverything(insert, { except })).toEqual([]);
});

test('with a person in To', async () => {
  const fill = async () => {
    await open();
    const to = screen.getAllByRole('textbox', { name: 'To' })[0]!;
    for (const address of ['a@mill.example', 'b@mill.example']) {
      fireEvent.change(to, { target: { value: address } });
      fireEvent.keyDown(to, { key: 'Enter' });
    }
  };
  expect(await pressEverything(fill, { except })).toEqual([]);
});
