/** What looks like a slip of the keyboard. Each is a hint: the value is kept as typed. */

export function checkEmail(value: string): string | undefined {
  if (value === '' || /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;.]+$/.test(value.trim())) return undefined;
  return 'Check this address. An email address looks like name@school.org.uk';
}

export function checkPostcode(value: string): string | undefined {
  if (value === '' || /^[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}$/i.test(value.trim())) return undefined;
  return 'Check this postcode. A postcode looks like NM4 2QT';
}
