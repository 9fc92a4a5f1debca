import { focusAndSay } from '../../ui/focusAndSay';

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

/** Opens an own letter that has just been added, and says where it is. Waits one frame, in case the letter is being rendered. */
export function showNewLetter(letterId: string, title: string): void {
  requestAnimationFrame(() => {
    openOwnLetter(letterId);
    focusAndSay(null, `“${title}” is now among your own letters.`);
  });
}
