import { CheckedField, type CheckedFieldProps } from '../ui/CheckedField';
import type { Form, TextFieldsOf } from './form';

type FormFieldProps<Fields> = Omit<CheckedFieldProps, 'id' | 'value' | 'onChange' | 'error'> & {
  form: Form<Fields>;
  field: TextFieldsOf<Fields> & string;
};

/** One text field of a record; links find it by the field’s name. */
export function FormField<Fields>({ form, field, ...words }: FormFieldProps<Fields>) {
  return (
    <CheckedField
      {...words}
      id={field}
      value={String(form.value[field])}
      error={form.trouble(field)}
      // TextFieldsOf admits only names whose values are any string.
      onChange={(typed) => form.change(field, typed as Fields[typeof field])}
    />
  );
}
