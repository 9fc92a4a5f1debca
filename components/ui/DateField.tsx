import { TextField, type TextFieldProps } from './TextField';

/** A calendar day; the browser’s own calendar opens from it. Empty while a day is only half typed. */
export function DateField(props: Omit<TextFieldProps, 'type' | 'rows'>) {
  return <TextField {...props} type="date" />;
}
