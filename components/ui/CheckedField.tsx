import { useState } from 'react';
import { readEmailAddress } from '../../lib/letter/emailAddress';
import { adviseOnAddress } from '../../lib/letter/emailAdvice';
import { TextField, type TextFieldProps } from './Field';

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

/** Warns of a likely typing mistake, as `checkPostcode` does. */
export function checkEmail(value: string): string | undefined {
  if (isBlankOrAddress(value)) return undefined;
  return `Check this address. ${adviseOnAddress(value) ?? 'An email address looks like name@school.org.uk'}`;
}

/** For recipients of letters: text that is not one email address is never filled in. */
export function checkRecipient(value: string): string | undefined {
  if (isBlankOrAddress(value)) return undefined;
  const advice = adviseOnAddress(value) ?? 'Type one address, like name@school.org.uk, and nothing else';
  return `This is not one email address, so we will not fill it in. ${advice}`;
}

/** For an input whose text is printed in the letter: a name or a role. */
export function checkName(value: string): string | undefined {
  return value.includes('@') ? 'Type a name or a role here, not an email address' : undefined;
}

function isBlankOrAddress(value: string): boolean {
  return value.trim() === '' || readEmailAddress(value) !== null;
}

export function checkPostcode(value: string): string | undefined {
  if (value === '' || /^[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}$/i.test(value.trim())) return undefined;
  return 'Check this postcode. A postcode looks like NM4 2QT';
}
