import { useState, type KeyboardEvent } from 'react';
import { describedBy, Field, type FieldWords } from './Field';
import { filterOptions, type ComboboxOption } from './filterOptions';
import { nextActive } from './nextActive';

export interface ComboboxProps extends FieldWords {
  value: string;
  options: readonly ComboboxOption[];
  /** Called for each change of the text; text that is not in the list is kept as typed. */
  onChange: (value: string) => void;
  wide?: boolean;
}

/**
 * Editable combobox with list autocomplete and manual selection, as the ARIA Authoring Practices
 * describe it (w3.org/WAI/ARIA/apg/patterns/combobox, November 2026): the focus stays in the text,
 * the option in question is named by aria-activedescendant.
 */
export function Combobox({ id, label, hint, error, value, options, onChange, wide = false }: ComboboxProps) {
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const found = isOpen ? filterOptions(options, value) : [];
  const activeOption = found[active];

  const close = () => {
    setOpen(false);
    setActive(-1);
  };
  const choose = (option: ComboboxOption) => {
    onChange(option.value);
    close();
  };
  const type = (text: string) => {
    onChange(text);
    setOpen(text.trim() !== '');
    setActive(-1);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      close();
    } else if (event.key === 'Enter' && activeOption) {
      event.preventDefault();
      choose(activeOption);
    } else if (event.key === 'ArrowUp' && event.altKey) {
      close();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const count = isOpen ? found.length : filterOptions(options, value).length;
      setOpen(true);
      setActive(event.altKey ? -1 : nextActive(active, count, event.key === 'ArrowDown' ? 1 : -1));
    }
  };
  /** Leaving the field with a council's short name typed out is a choice of that council. */
  const leave = () => {
    close();
    const exact = exactOption(options, value);
    if (exact && exact.value !== value) onChange(exact.value);
  };

  return (
    <Field id={id} label={label} hint={hint} error={error} wide={wide}>
      <div className="combobox">
        <input
          id={id}
          className="control"
          type="text"
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          value={value}
          aria-autocomplete="list"
          aria-expanded={isOpen && found.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={activeOption ? optionId(id, activeOption) : undefined}
          aria-describedby={describedBy({ id, hint, error })}
          aria-invalid={error !== undefined || undefined}
          onChange={(event) => type(event.target.value)}
          onClick={() => setOpen(true)}
          onKeyDown={press}
          onBlur={leave}
        />
        <ul
          id={`${id}-list`}
          role="listbox"
          aria-label={label}
          className="options"
          hidden={found.length === 0}
        >
          {found.map((option) => (
            <OptionLine
              key={option.value}
              id={optionId(id, option)}
              option={option}
              isActive={option === activeOption}
              onChoose={() => choose(option)}
            />
          ))}
        </ul>
        <p className="visually-hidden" role="status">
          {isOpen && value.trim() !== '' ? countSentence(found.length) : ''}
        </p>
      </div>
    </Field>
  );
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
      // The text must keep the focus: a blur would close the list before the click arrives.
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

function exactOption(options: readonly ComboboxOption[], typed: string): ComboboxOption | undefined {
  const wanted = typed.trim().toLowerCase();
  const same = options.filter((option) =>
    [option.value, ...option.alsoKnownAs].some((name) => name.toLowerCase() === wanted),
  );
  return same.length === 1 ? same[0] : undefined;
}

function optionId(id: string, option: ComboboxOption): string {
  return `${id}-${option.value.replaceAll(/[^A-Za-z0-9]+/g, '-')}`;
}

function countSentence(count: number): string {
  if (count === 0) return 'Nothing in the list matches. What you type is kept as it is.';
  return count === 1
    ? 'One match. Press the down arrow to reach it.'
    : `${count} matches. Press the down arrow to reach them.`;
}
