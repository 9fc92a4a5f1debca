import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { beforeEach, describe, expect, test } from 'vitest';
import { formalCouncilName, searchCouncils } from '../../../lib/employer/councils';
import { Combobox } from '../../../components/ui/Combobox';

function CouncilField() {
  const [value, setValue] = useState('');
  return (
    <Combobox
      id="council"
      label="Council"
      value={value}
      search={searchCouncils}
      settle={formalCouncilName}
      onChange={setValue}
    />
  );
}

beforeEach(() => {
  cleanup();
  render(<CouncilField />);
});

const field = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Council' });
const options = () => screen.queryAllByRole('option').map((option) => option.textContent);
const key = (name: string, init: object = {}) => fireEvent.keyDown(field(), { key: name, ...init });
const typeText = (text: string) => fireEvent.change(field(), { target: { value: text } });
const activeText = () =>
  document.getElementById(field().getAttribute('aria-activedescendant') ?? '')?.textContent;

describe('the council’s combobox', () => {
  test('is closed until the user types, clicks or presses an arrow key', () => {
    expect(field().getAttribute('aria-expanded')).toBe('false');
    expect(options()).toEqual([]);
  });

  test('an arrow key opens all 153 options and marks the first or the last', () => {
    key('ArrowDown');
    expect(options()).toHaveLength(153);
    expect(activeText()).toBe(options()[0]);
    key('ArrowUp');
    expect(activeText()).toBe(options().at(-1));
    key('ArrowDown');
    expect(activeText()).toBe(options()[0]);
  });

  test('typing filters the list, and Enter chooses the marked option and closes it', () => {
    typeText('kent');
    expect(field().getAttribute('aria-expanded')).toBe('true');
    expect(options()[0]).toBe('Kent County Council');
    expect(activeText()).toBeUndefined();
    key('ArrowDown');
    expect(within(screen.getByRole('listbox')).getByRole('option', { selected: true }).textContent).toBe(
      'Kent County Council',
    );
    key('Enter');
    expect(field().value).toBe('Kent County Council');
    expect(field().getAttribute('aria-expanded')).toBe('false');
  });

  test('Escape closes the list and keeps the typed text', () => {
    typeText('ken');
    key('Escape');
    expect(options()).toEqual([]);
    expect(field().value).toBe('ken');
  });

  test('Alt with an arrow key opens without marking and closes without choosing', () => {
    key('ArrowDown', { altKey: true });
    expect(options()).toHaveLength(153);
    expect(activeText()).toBeUndefined();
    key('ArrowUp', { altKey: true });
    expect(options()).toEqual([]);
  });

  test('clicking an option chooses it, and the focus stays in the field', () => {
    field().focus();
    typeText('isle of wight');
    const option = screen.getByRole('option');
    expect(fireEvent.mouseDown(option)).toBe(false);
    fireEvent.click(option);
    expect(field().value).toBe('Isle of Wight Council');
    expect(document.activeElement).toBe(field());
  });

  test('leaving the field replaces a short name by the formal one and keeps an unknown name as typed', () => {
    typeText('kent');
    fireEvent.blur(field());
    expect(field().value).toBe('Kent County Council');
    typeText('Northmere County Council');
    fireEvent.blur(field());
    expect(field().value).toBe('Northmere County Council');
  });

  test('announces the number of matches, and that an unknown name is kept', () => {
    typeText('kent');
    expect(screen.getByRole('status').textContent).toMatch(/match/);
    typeText('Northmere');
    expect(screen.getByRole('status').textContent).toBe(
      'Nothing in the list matches. What you typed is kept as it is.',
    );
  });

  test('reopening the list after choosing a council shows all councils', () => {
    typeText('Kent County Council');
    key('Escape');
    fireEvent.click(field());
    expect(options()).toHaveLength(153);
  });
});
