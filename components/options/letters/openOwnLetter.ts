export function lineId(letterId: string): string {
  return `own-letter-${letterId}`;
}

/** Unfolds one of the user's own letters; its summary takes the focus, and what is wrong with it stands below. */
export function openOwnLetter(letterId: string): void {
  const line = document.getElementById(lineId(letterId));
  if (!(line instanceof HTMLDetailsElement)) return;
  line.open = true;
  line.querySelector('summary')?.focus();
  line.scrollIntoView?.({ block: 'start' });
}
