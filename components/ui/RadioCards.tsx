import { useId } from 'react';
import ui from './controls.module.css';

export interface RadioCard<Value extends string> {
  value: Value;
  label: string;
  explanation?: string;
}

export interface RadioCardsProps<Value extends string> {
  /** Id of the group, so that links can point at it. */
  id: string;
  legend: string;
  hint?: string;
  value: Value | '';
  options: readonly RadioCard<Value>[];
  onChange: (value: Value) => void;
  /** Makes the legend as large as a heading. */
  large?: boolean;
  /** Shows short options in two columns if there is room. */
  inTwo?: boolean;
}

/** A choice between a few options. Each is a large target with an explanation below its label. */
export function RadioCards<Value extends string>(props: RadioCardsProps<Value>) {
  const { id, legend, hint, value, options, onChange, large = false, inTwo = false } = props;
  const name = useId();
  return (
    <fieldset
      className={[ui.cards, large && ui.cardsLarge, inTwo && ui.cardsTwo].filter(Boolean).join(' ')}
      id={id}
      role="radiogroup"
      aria-describedby={hint === undefined ? undefined : `${id}-hint`}
    >
      <legend>{legend}</legend>
      {hint !== undefined && (
        <p className={ui.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {options.map((option) => (
        <RadioTarget
          key={option.value}
          option={option}
          group={id}
          name={name}
          checked={option.value === value}
          onChoose={() => onChange(option.value)}
        />
      ))}
    </fieldset>
  );
}

interface RadioTargetProps<Value extends string> {
  option: RadioCard<Value>;
  group: string;
  name: string;
  checked: boolean;
  onChoose: () => void;
}

/** The explanation is the radio’s description, because in its accessible name it would be too long. */
function RadioTarget<Value extends string>({
  option,
  group,
  name,
  checked,
  onChoose,
}: RadioTargetProps<Value>) {
  const radioId = `${group}-${option.value}`;
  return (
    <div className={checked ? `${ui.choice} ${ui.chosen}` : ui.choice}>
      <input
        type="radio"
        id={radioId}
        name={name}
        value={option.value}
        checked={checked}
        aria-describedby={option.explanation === undefined ? undefined : `${radioId}-why`}
        onChange={onChoose}
      />
      <label htmlFor={radioId}>{option.label}</label>
      {option.explanation !== undefined && <small id={`${radioId}-why`}>{option.explanation}</small>}
    </div>
  );
}
