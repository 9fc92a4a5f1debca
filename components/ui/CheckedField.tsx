import { useState } from 'react';
import { TextField, type TextFieldProps } from './TextField';

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

/** What looks like a slip of the keyboard. Each is a hint: the value is kept as typed. */

export function checkEmail(value: string): string | undefined {
  if (value === '' || /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;.]+$/.test(value.trim())) return undefined;
  return 'Check this address. An email address looks like name@school.org.uk';
}

export function checkPostcode(value: string): string | undefined {
  if (value === '' || /^[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}$/i.test(value.trim())) return undefined;
  return 'Check this postcode. A postcode looks like NM4 2QT';
}
