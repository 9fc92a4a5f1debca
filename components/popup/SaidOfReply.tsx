import { useState } from 'react';
import { detach } from '../../lib/failure/failure';
import type { ReplyNotice } from './TheirReply';

/** What came of looking at their reply, with the note to take back. */
export function SaidOfReply({ notice }: { notice: ReplyNotice }) {
  const [undone, setUndone] = useState<boolean | null>(null);
  const { sentence, undo } = notice;
  return (
    <p className="said">
      <span role="status">
        {undone === null
          ? sentence
          : undone
            ? 'The note is taken back.'
            : 'The note could not be taken back. Look under Letters and replies.'}
      </span>{' '}
      {undo && undone === null && (
        <button type="button" onClick={() => detach(undo().then(setUndone))}>
          Undo
        </button>
      )}
    </p>
  );
}
