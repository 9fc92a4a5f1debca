import { type KeyboardEvent, useState } from 'react';
import { describedBy, Field, type FieldWords } from './Field';
import ui from './controls.module.css';

export interface ComboboxOption {
  /** The text put into the field. */
  value: string;
  /** Shown under the value, to distinguish options with similar values. */
  note?: string;
  /** Needed if several options have the same value. */
  id?: string;
}

export interface ComboboxProps extends FieldWords {
  value: string;
  /** Returns the options that match the text typed so far, best first, or all options for an empty text. */
  search: (typed: string) => readonly ComboboxOption[];
  /** Called when the user leaves the field. Returns the option that the text clearly means, or the text itself. */
  settle: (typed: string) => string;
  /** Called for each change of the text. The text need not be in the list. */
  onChange: (value: string) => void;
  /** Called when the user chooses an option from the list. */
  onChoose?: (option: ComboboxOption) => void;
  wide?: boolean;
}

/**
 * Editable combobox with list autocomplete and manual selection, as the ARIA Authoring Practices
 * describe it (w3.org/WAI/ARIA/apg/patterns/combobox, November 2026): the focus stays in the text
 * field, and aria-activedescendant names the active option.
 */
export function Combobox(props: ComboboxProps) {
  const { id, label, hint, error, value, wide = false } = props;
  const list = useOptionList(props);
  return (
    <Field id={id} label={label} hint={hint} error={error} wide={wide}>
      <div className={ui.combobox}>
        <input
          id={id}
          className={ui.control}
          type="text"
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          value={value}
          aria-autocomplete="list"
          aria-expanded={list.options.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={list.active === -1 ? undefined : optionId(id, list.active)}
          aria-describedby={describedBy({ id, hint, error })}
          aria-invalid={error !== undefined || undefined}
          onChange={(event) => list.type(event.target.value)}
          onClick={list.open}
          onKeyDown={list.press}
          onBlur={list.leave}
        />
        <ul
          id={`${id}-list`}
          role="listbox"
          aria-label="Choices"
          className={ui.options}
          hidden={list.options.length === 0}
        >
          {list.options.map((option, at) => (
            <OptionLine
              key={option.id ?? option.value}
              id={optionId(id, at)}
              option={option}
              isActive={at === list.active}
              onChoose={() => list.choose(option)}
            />
          ))}
        </ul>
        <p
          className={list.isTyping && list.options.length === 0 ? ui.noOption : 'visually-hidden'}
          role="status"
        >
          {list.isTyping ? countSentence(list.options.length) : ''}
        </p>
      </div>
    </Field>
  );
}

type Showing = 'nothing' | 'all' | 'matches';

function useOptionList({ value, search, settle, onChange, onChoose }: ComboboxProps) {
  const [showing, setShowing] = useState<Showing>('nothing');
  const [active, setActive] = useState(-1);
  const options = optionsFor(showing, value, search);

  const show = (what: Showing, at = -1) => {
    setShowing(what);
    setActive(at);
  };
  const choose = (option: ComboboxOption) => {
    onChange(option.value);
    onChoose?.(option);
    show('nothing');
  };
  const move = (step: 1 | -1) => {
    const what = showing === 'nothing' ? 'all' : showing;
    show(what, nextActive(active, optionsFor(what, value, search).length, step));
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    const option = options[active];
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && showing !== 'nothing') show('nothing');
    else if (event.key === 'Enter' && option) choose(option);
    else if (event.key === 'ArrowDown' && event.altKey) show('all');
    else if (event.key === 'ArrowUp' && event.altKey) show('nothing');
    else if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else return;
    event.preventDefault();
  };
  return {
    options,
    active,
    isTyping: showing === 'matches',
    open: () => show('all'),
    type: (text: string) => {
      onChange(text);
      show(text.trim() === '' ? 'nothing' : 'matches');
    },
    choose,
    press,
    leave: () => {
      show('nothing');
      const settled = settle(value);
      if (settled !== value) onChange(settled);
    },
  };
}

function optionsFor(
  showing: Showing,
  typed: string,
  search: ComboboxProps['search'],
): readonly ComboboxOption[] {
  if (showing === 'nothing') return [];
  return search(showing === 'all' ? '' : typed);
}

interface OptionLineProps {
  id: string;
  option: ComboboxOption;
  isActive: boolean;
  onChoose: () => void;
}

function OptionLine({ id, option, isActive, onChoose }: OptionLineProps) {
  return (
    <li
      id={id}
      role="option"
      aria-selected={isActive}
      ref={isActive ? showInList : null}
      // The text field must keep the focus: a blur would close the list before the click event.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      {option.value}
      {option.note !== undefined && <small>{option.note}</small>}
    </li>
  );
}

function showInList(line: HTMLElement | null): void {
  line?.scrollIntoView?.({ block: 'nearest' });
}

function optionId(id: string, at: number): string {
  return `${id}-option-${at}`;
}

function countSentence(count: number): string {
  if (count === 0) return 'Nothing in the list matches. What you typed is kept as it is.';
  if (count === 1) return 'One match. Press the down arrow to reach it.';
  return `${count} matches. Press the down arrow to reach them.`;
}

/** The index of the next option up or down, wrapping at both ends; -1 for an empty list. */
function nextActive(active: number, count: number, step: 1 | -1): number {
  if (count === 0) return -1;
  if (active < 0) return step === 1 ? 0 : count - 1;
  return (active + step + count) % count;
}
