import { useEffect, useRef } from 'react';
import { offerUndo } from '../../../lib/options/actions';
import { repository } from '../../../lib/storage/repository';
import { listExpired } from '../../../lib/correspondence/sentLetters';
import { useDetails } from '../../../lib/options/store';
import type { IsoDate } from '../../../lib/letter/model';
import { detach } from '../../../lib/failure/failure';

/** Deletes letters past their keeping date, once each time the page is opened, and offers an undo. */
export function useExpiry(today: IsoDate): void {
  const isRead = useDetails((details) => details.reading === 'done');
  const isDone = useRef(false);
  useEffect(() => {
    if (!isRead || isDone.current) return;
    isDone.current = true;
    const { sentList, settings } = useDetails.getState();
    const expired = listExpired(sentList, settings, today);
    if (expired.length > 0) detach(deleteExpired(expired));
  }, [isRead, today]);
}

async function deleteExpired(ids: string[]): Promise<void> {
  const deleted = await repository.deleteRecords('sent', ids);
  if (!deleted.ok) return;
  const what =
    ids.length === 1 ? 'one letter past its keeping date' : `${ids.length} letters past their keeping date`;
  offerUndo(what, deleted.restore, { unasked: true });
}
