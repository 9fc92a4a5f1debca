import { type HTMLInputTypeAttribute, type ReactNode, useState } from 'react';
import { Options, type SelectOption } from './RowControls';
import { type Detail, type DetailName, type DetailOwner, details } from '../../lib/letter/details';
import { readEmailAddress } from '../../lib/letter/emailAddress';
import { adviseOnAddress, findSlip } from '../../lib/letter/emailAdvice';
import ui from './controls.module.css';

export interface FieldWords {
  id: string;
  label: string;
  hint?: ReactNode;
  /** What is wrong and what to do. Shown below the control and read out by screen readers. */
  error?: string | undefined;
}

/** A label, a hint and an error around the control, which is the child. */
export function Field({
  id,
  label,
  hint,
  error,
  wide,
  children,
}: FieldWords & { wide?: boolean; children: ReactNode }) {
  return (
    <div className={[ui.field, wide && ui.wide, error && ui.wrong].filter(Boolean).join(' ')}>
      <label className={ui.label} htmlFor={id}>
        {label}
      </label>
      {hint !== undefined && (
        <div className={ui.hint} id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {children}
      {error !== undefined && (
        <p className={ui.error} id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

/** The `aria-describedby` for a control’s hint and error; undefined if it has neither. */
export function describedBy({
  id,
  hint,
  error,
}: Pick<FieldWords, 'id' | 'hint' | 'error'>): string | undefined {
  const ids = [error !== undefined && `${id}-error`, hint !== undefined && `${id}-hint`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

export interface TextFieldProps extends FieldWords {
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  type?: HTMLInputTypeAttribute;
  /** A text area if more than one. */
  rows?: number;
  wide?: boolean;
  autoComplete?: string;
  spellCheck?: boolean;
  readOnly?: boolean;
}

export function TextField(props: TextFieldProps) {
  const { id, label, hint, error, value, onChange, onBlur, type = 'text', rows = 1, wide = false } = props;
  const control = {
    id,
    className: ui.control,
    value,
    onBlur,
    autoComplete: props.autoComplete ?? 'off',
    spellCheck: props.spellCheck ?? rows > 1,
    readOnly: props.readOnly ?? false,
    'aria-describedby': describedBy({ id, hint, error }),
    'aria-invalid': error !== undefined || undefined,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  return (
    <Field id={id} label={label} hint={hint} error={error} wide={wide}>
      {rows > 1 ? <textarea {...control} rows={rows} /> : <input {...control} type={type} />}
    </Field>
  );
}

export interface SelectFieldProps<Value extends string> extends FieldWords {
  value: Value;
  options: readonly SelectOption<Value>[];
  onChange: (value: Value) => void;
  wide?: boolean;
}

export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const { id, label, hint, error, value, options, onChange, wide = false } = props;
  const choose = (chosen: string) => {
    const option = options.find((each) => each.value === chosen);
    if (option) onChange(option.value);
  };
  return (
    <Field id={id} label={label} hint={hint} error={error} wide={wide}>
      <select
        id={id}
        className={ui.control}
        value={value}
        aria-describedby={describedBy({ id, hint, error })}
        onChange={(event) => choose(event.target.value)}
      >
        <Options options={options} />
      </select>
    </Field>
  );
}

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
    <div className={ui.check}>
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
        <div className={ui.hint} id={`${id}-hint`}>
          {hint}
        </div>
      )}
    </div>
  );
}

export interface CheckedFieldProps extends Omit<TextFieldProps, 'onBlur'> {
  /** Returns a sentence if the value looks wrong. The value is saved anyway. */
  check?: ((value: string) => string | undefined) | undefined;
}

/**
 * A text field that warns of a value that looks wrong: at once for a saved value, otherwise when the user leaves the field,
 * but not during the first typing.
 */
export function CheckedField({ check, ...props }: CheckedFieldProps) {
  const [wasLeft, setLeft] = useState(() => check?.(props.value) !== undefined);
  const warning = wasLeft ? check?.(props.value) : undefined;
  return <TextField {...props} error={props.error ?? warning} onBlur={() => setLeft(true)} />;
}

/** How a saved detail is asked for. */
export function detailInput<Owner extends DetailOwner>(owner: Owner, field: DetailName<Owner>) {
  const { label, is, autoComplete = 'off' }: Detail = details[owner][field] as Detail;
  return { label, autoComplete, ...inputs[is] };
}

/** Warns of a likely typing mistake, as `checkPostcode` does. */
function checkEmail(value: string): string | undefined {
  if (isBlankOrAddress(value)) return sayAddressMeant(value);
  return `Check this address. ${adviseOnAddress(value) ?? 'An email address looks like name@school.org.uk'}`;
}

/** For recipients of letters: text that is not one email address is never filled in. */
export function checkRecipient(value: string): string | undefined {
  if (isBlankOrAddress(value)) return sayAddressMeant(value);
  const advice = adviseOnAddress(value) ?? 'Type one address, like name@school.org.uk, and nothing else';
  return `This is not one email address, so we will not fill it in. ${advice}`;
}

/** Letters after a name and short names that are written in capitals. */
const ABBREVIATION = 'SENCO|SENDCO|SEND|EYFS|NPQH|NPQEL|PGCE|FRSA|FCCT|LADO';
const IN_CAPITALS = new RegExp(
  `(?<!\\p{L})(?!(?:${ABBREVIATION})(?!\\p{L}))\\p{Lu}[\\p{Lu}'’]{3,}(?!\\p{L})`,
  'u',
);

/**
 * For an input with a person’s name. Capitals are never changed for the user: nothing tells “MacDonald” from “Macdonald”, or
 * which “van” has a small letter.
 */
export function checkName(value: string): string | undefined {
  if (value.includes('@')) return 'Type a name or a role here, not an email address';
  const capitals = IN_CAPITALS.exec(value)?.[0];
  const small = /(?:^| )(\p{Ll}+)$/u.exec(value.trim())?.[1];
  return capitals ? sayCapitals(capitals) : small && saySmall(small);
}

/** For an input with a role or the name of a school or employer, of which a word can be an abbreviation: “LEAP Trust”. */
export function checkWords(value: string): string | undefined {
  const words = value.trim();
  if (words.includes('@')) return checkName(words);
  if (!/\p{Ll}/u.test(words) && IN_CAPITALS.test(words)) return sayCapitals(words);
  return /\p{Ll}/u.test(words) && !/\p{Lu}/u.test(words) ? saySmall(words) : undefined;
}

function sayCapitals(typed: string): string {
  return `The letter will have “${typed}” in capitals, as you typed it. Change it here if it should not`;
}

function saySmall(typed: string): string {
  return `The letter will have “${typed}” in small letters, as you typed it. Change it here if it should not`;
}

function sayAddressMeant(value: string): string | undefined {
  const meant = findSlip(value);
  return meant === null ? undefined : `Check this address. Did you mean ${meant}? We use it as you typed it`;
}

function isBlankOrAddress(value: string): boolean {
  return value.trim() === '' || readEmailAddress(value) !== null;
}

function checkPostcode(value: string): string | undefined {
  if (value === '' || /^[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}$/i.test(value.trim())) return undefined;
  return 'Check this postcode. A postcode looks like NM4 2QT';
}

const inputs = {
  text: {},
  name: { check: checkName },
  words: { check: checkWords },
  lines: { rows: 3 },
  postcode: { check: checkPostcode },
  phone: { type: 'tel' },
  email: { type: 'email', check: checkEmail },
  recipient: { type: 'email', check: checkRecipient },
} satisfies Record<Detail['is'], Pick<CheckedFieldProps, 'type' | 'rows' | 'check'>>;
