import { useState } from 'react';
import { TextField, type TextFieldProps } from '../../ui/TextField';
import type { Form, TextFieldsOf } from './form';

type FormFieldProps<Fields> = Omit<TextFieldProps, 'id' | 'value' | 'onChange' | 'onBlur' | 'error'> & {
  form: Form<Fields>;
  field: TextFieldsOf<Fields> & string;
  /** A sentence if the value looks wrong. It is kept all the same. */
  check?: (value: string) => string | undefined;
};

/** One text field of a record. What looks wrong is said on leaving the field, never while typing. */
export function FormField<Fields>({ form, field, check, ...words }: FormFieldProps<Fields>) {
  const [wasLeft, setLeft] = useState(false);
  const value = String(form.value[field]);
  const doubt = wasLeft ? check?.(value) : undefined;
  return (
    <TextField
      {...words}
      id={field}
      value={value}
      error={form.trouble(field) ?? doubt}
      onBlur={() => setLeft(true)}
      // TextFieldsOf admits only names whose values are any string.
      onChange={(typed) => form.change(field, typed as Fields[typeof field])}
    />
  );
}
