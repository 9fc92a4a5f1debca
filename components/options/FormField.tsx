import { CheckedField, type CheckedFieldProps } from '../ui/CheckedField';
import type { Form, TextFieldsOf } from './form';

type FormFieldProps<Fields> = Omit<CheckedFieldProps, 'id' | 'value' | 'onChange' | 'error'> & {
  form: Form<Fields>;
  field: TextFieldsOf<Fields> & string;
};

/** One text field of a record. Its id is the field’s name, so that a link can point to it. */
export function FormField<Fields>({ form, field, ...words }: FormFieldProps<Fields>) {
  return (
    <CheckedField
      {...words}
      id={field}
      value={String(form.value[field])}
      error={form.errorOf(field)}
      // Safe cast: TextFieldsOf allows only fields whose type is string.
      onChange={(typed) => form.change(field, typed as Fields[typeof field])}
    />
  );
}
