import { useId } from 'react';

interface Choice {
  value: string;
  label: string;
}

/** One of the three choices every letter needs: a plain select on a row of the card. */
export function ChoiceRow(props: {
  label: string;
  value: string;
  choices: Choice[];
  /** Shown while nothing is chosen or nothing is saved. */
  placeholder: string;
  onChange: (value: string) => void;
}) {
  const id = useId();
  const chosen = props.choices.find((choice) => choice.value === props.value);
  return (
    <div className="choice-row">
      <label htmlFor={id}>{props.label}</label>
      <select
        id={id}
        value={chosen?.value ?? ''}
        title={chosen?.label}
        onChange={(event) => props.onChange(event.target.value)}
      >
        {!chosen && <option value="">{props.placeholder}</option>}
        {props.choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}
