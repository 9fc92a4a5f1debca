import { useId, type ReactNode, Suspense } from 'react';

/* The popup’s compact controls, apart from the larger fields of the options page, which the popup does not load. */

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
  onChoose: (value: Value) => void;
}

/** Radios whose whole rows can be clicked. */
export function RadioRows<Value extends string>({ label, options, chosen, onChoose }: RadioRowsProps<Value>) {
  return (
    <fieldset className="radio-rows" role="radiogroup" aria-label={label}>
      <legend aria-hidden="true">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className="tick">
          <input
            type="radio"
            name={label}
            checked={option.value === chosen}
            onChange={() => onChoose(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}

export interface SelectOption<Value extends string> {
  value: Value;
  label: string;
  /** The heading above the option; neighbours with the same heading share it. */
  group?: string;
}

/** The options of a select, under their headings. */
export function Options({ options }: { options: readonly SelectOption<string>[] }) {
  const groups = [...new Set(options.map(({ group }) => group))];
  return groups.map((group) => {
    const inGroup = options
      .filter((option) => option.group === group)
      .map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ));
    return group ? (
      <optgroup key={group} label={group}>
        {inGroup}
      </optgroup>
    ) : (
      inGroup
    );
  });
}

/**
 * A folded row with its current value at the right, so that the user can read the value without opening the row. The
 * children may load after the row is shown.
 */
export function Fold(props: {
  title: string;
  value: string;
  note?: ReactNode;
  open?: boolean;
  children: ReactNode;
}) {
  const { title, value, note, open = false, children } = props;
  return (
    <details className="fold" open={open}>
      <summary>
        <span className="fold-title">{title}</span>
        <span className="fold-value" title={value}>
          {value}
          <Suspense>{note}</Suspense>
        </span>
      </summary>
      <div className="fold-body">
        <Suspense>{children}</Suspense>
      </div>
    </details>
  );
}
