export type SavedState = 'quiet' | 'saved' | 'full' | 'refused' | 'gone';

const sentences = {
  quiet: '',
  saved: 'Saved',
  full: 'Not saved: this browser’s storage is full.',
  refused: 'Not saved: the browser refused to keep it.',
  gone: 'Not saved: this was deleted in another window.',
} as const satisfies Record<SavedState, string>;

/** Quiet when all is well; what to do about trouble stands beside the field. */
export function SavedStatus({ state }: { state: SavedState }) {
  const isTrouble = state !== 'quiet' && state !== 'saved';
  return (
    <p role="status" className={isTrouble ? 'saved saved-not' : 'saved'}>
      {sentences[state]}
    </p>
  );
}
