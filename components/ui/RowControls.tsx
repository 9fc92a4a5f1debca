import { useId, type ReactNode, Suspense } from 'react';
import css from './RowControls.module.css';

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
      <label className={css.tick}>
        <input
          type="checkbox"
          className={css.box}
          checked={checked}
          aria-describedby={hint ? hintId : undefined}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span>{label}</span>
      </label>
      {hint && (
        <p id={hintId} className={css.hint}>
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
  /** Side by side, where the height is short. */
  isInline?: boolean;
}

/** Radios whose whole rows can be clicked. */
export function RadioRows<Value extends string>({
  label,
  options,
  chosen,
  onChoose,
  isInline = false,
}: RadioRowsProps<Value>) {
  return (
    <fieldset
      className={isInline ? `${css.radioRows} ${css.inline}` : css.radioRows}
      role="radiogroup"
      aria-label={label}
    >
      <legend className={css.legend} aria-hidden="true">
        {label}
      </legend>
      {options.map((option) => (
        <label key={option.value} className={css.tick}>
          <input
            type="radio"
            className={css.box}
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
    <details className={css.fold} open={open}>
      <summary className={css.foldLine}>
        <span className={css.foldTitle}>{title}</span>
        <span className={css.foldValue} title={value}>
          {value}
          <Suspense>{note}</Suspense>
        </span>
      </summary>
      <div className={css.foldBody}>
        <Suspense>{children}</Suspense>
      </div>
    </details>
  );
}
