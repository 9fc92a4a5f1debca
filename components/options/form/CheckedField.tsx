import { useState } from 'react';
import { TextField, type TextFieldProps } from '../../ui/TextField';

export interface CheckedFieldProps extends Omit<TextFieldProps, 'onBlur'> {
  /** A sentence if the value looks wrong. It is kept all the same. */
  check?: ((value: string) => string | undefined) | undefined;
}

/** What looks wrong is said on leaving the field, never while typing. */
export function CheckedField({ check, ...props }: CheckedFieldProps) {
  const [wasLeft, setLeft] = useState(false);
  const doubt = wasLeft ? check?.(props.value) : undefined;
  return <TextField {...props} error={props.error ?? doubt} onBlur={() => setLeft(true)} />;
}
