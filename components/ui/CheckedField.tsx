import { useState } from 'react';
import { readEmailAddress } from '../../lib/letter/emailAddress';
import { TextField, type TextFieldProps } from './TextField';

export interface CheckedFieldProps extends Omit<TextFieldProps, 'onBlur'> {
  /** A sentence if the value looks wrong. It is kept all the same. */
  check?: ((value: string) => string | undefined) | undefined;
}

/** What looks wrong is said on leaving the field, and of what was saved earlier at once; never while typing it. */
export function CheckedField({ check, ...props }: CheckedFieldProps) {
  const [wasLeft, setLeft] = useState(() => check?.(props.value) !== undefined);
  const doubt = wasLeft ? check?.(props.value) : undefined;
  return <TextField {...props} error={props.error ?? doubt} onBlur={() => setLeft(true)} />;
}

/** What looks like a slip of the keyboard. Each is a hint: the value is kept as typed. */

export function checkEmail(value: string): string | undefined {
  if (isBlankOrAddress(value)) return undefined;
  return 'Check this address. An email address looks like name@school.org.uk';
}

/** Of somebody a letter goes to: what is not one email address fills in nobody. */
export function checkRecipient(value: string): string | undefined {
  if (isBlankOrAddress(value)) return undefined;
  return 'This is not one email address, so we will not fill it in. Type one address, like name@school.org.uk, and nothing else';
}

function isBlankOrAddress(value: string): boolean {
  return value.trim() === '' || readEmailAddress(value) !== null;
}

export function checkPostcode(value: string): string | undefined {
  if (value === '' || /^[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}$/i.test(value.trim())) return undefined;
  return 'Check this postcode. A postcode looks like NM4 2QT';
}
