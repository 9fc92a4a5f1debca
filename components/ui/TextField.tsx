import type { HTMLInputTypeAttribute } from 'react';
import { describedBy, Field, type FieldWords } from './Field';

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
    className: 'control',
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
