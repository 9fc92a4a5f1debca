import type { StorageProblem } from '../storage/area';

/** Shown when an edit could not be saved. */
export const notSavedSentence = {
  full: 'This was not saved: the space your browser allows is used up. What you typed is still on this page. Delete letters you no longer need, then try again.',
  refused:
    'This was not saved: your browser refused to store it. What you typed is still on this page. Try again in a moment.',
  gone: 'This was not saved: it was deleted in another window. What you typed stays on this page until you close it.',
} satisfies Record<StorageProblem, string>;

/** Shown when something could not be deleted. */
export const notDeletedSentence = {
  full: 'This was not deleted: the space your browser allows is used up. It is still here.',
  refused: 'This was not deleted: your browser refused. It is still here. Try again in a moment.',
  gone: 'This is no longer here. It may have been deleted in another window.',
} satisfies Record<StorageProblem, string>;

/** Shown when a deletion could not be undone. */
export const notRestoredSentence = {
  full: 'This was not brought back: the space your browser allows is used up. Delete something you no longer need, then press Undo again.',
  refused: 'This was not brought back: your browser refused to store it. Press Undo again in a moment.',
  gone: 'This was not brought back: it is no longer here.',
} satisfies Record<StorageProblem, string>;

/** Shown when the saved details could not be read. */
export const notReadSentence = {
  full: 'Your saved details could not be opened: the space your browser allows is used up. Nothing was deleted.',
  refused:
    'Your saved details could not be opened: your browser refused to read them. Nothing was deleted. Close this page and open it again.',
  gone: 'This is no longer among your saved details. It may have been deleted in another window.',
} satisfies Record<StorageProblem, string>;
