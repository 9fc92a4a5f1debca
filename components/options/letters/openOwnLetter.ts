/** DOM id of an own letter’s line in the list. */
export function lineId(letterId: string): string {
  return `own-letter-${letterId}`;
}

/** Unfolds an own letter, which shows its problems, and focuses its summary. Does nothing if the letter is not listed. */
export function openOwnLetter(letterId: string): void {
  const line = document.getElementById(lineId(letterId));
  if (!(line instanceof HTMLDetailsElement)) return;
  line.open = true;
  line.querySelector('summary')?.focus();
  line.scrollIntoView?.({ block: 'start' });
}
