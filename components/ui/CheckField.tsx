import { type ReactNode, useId } from 'react';

export interface CheckFieldProps {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
}

export function CheckField({ id, label, hint, checked, onChange, disabled = false }: CheckFieldProps) {
  return (
    <div className="check">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        disabled={disabled}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <div className="field-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
    </div>
  );
}

interface TickProps {
  label: string;
  checked: boolean;
  /** What ticking would fill in; not part of the accessible name. */
  hint?: string;
  onChange: (checked: boolean) => void;
}

/** A checkbox whose whole row can be clicked. */
export function Tick({ label, checked, hint, onChange }: TickProps) {
  const hintId = useId();
  return (
    <>
      <label className="tick">
        <input
          type="checkbox"
          checked={checked}
          aria-describedby={hint ? hintId : undefined}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span>{label}</span>
      </label>
      {hint && (
        <p id={hintId} className="hint">
          {hint}
        </p>
      )}
    </>
  );
}

interface RadioRowsProps<Value extends string> {
  label: string;
  options: readonly { value: Value; label: string }[];
  chosen: Value | null;
  /** Shown below the options; not part of an accessible name. */
  hint?: string;
  onChoose: (value: Value) => void;
}

/** Radios whose whole rows can be clicked. */
export function RadioRows<Value extends string>(props: RadioRowsProps<Value>) {
  const id = useId();
  return (
    <fieldset
      className="radio-rows"
      role="radiogroup"
      aria-label={props.label}
      aria-describedby={props.hint && id}
    >
      <legend aria-hidden="true">{props.label}</legend>
      {props.options.map(({ value, label }) => (
        <label key={value} className="tick">
          <input
            type="radio"
            name={props.label}
            checked={value === props.chosen}
            onChange={() => props.onChoose(value)}
          />
          <span>{label}</span>
        </label>
      ))}
      {props.hint && (
        <p id={id} className="hint">
          {props.hint}
        </p>
      )}
    </fieldset>
  );
}
