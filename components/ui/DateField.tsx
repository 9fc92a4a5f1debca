import { TextField, type TextFieldProps } from './TextField';

/**
 * A calendar day; the browser’s own calendar opens from it. Empty while a day is only half typed. Without a last day,
 * browsers take years of six figures.
 */
export function DateField(props: Omit<TextFieldProps, 'type' | 'rows' | 'max'>) {
  return (
    <TextField
      {...props}
      type="date"
      max="9999-12-31"
      onChange={(day) => /^\d{5}/.test(day) || props.onChange(day)}
    />
  );
}
