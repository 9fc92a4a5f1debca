import { useEffect, useState } from 'react';
import { proposeNextLetter, type NextLetter } from '../../../lib/correspondence/nextLetter';
import { repository } from '../../../lib/storage/repository';
import type { SentLetter } from '../../../lib/storage/schema';
import { readThread } from '../../../lib/correspondence/sentLetters';
import type { IsoDate } from '../../../lib/letter/model';

/** What all that this person sent to this employer calls for; read again whenever this letter changes. */
export function useNextLetter(sent: SentLetter, today: IsoDate): NextLetter {
  const [thread, setThread] = useState<SentLetter[]>([]);
  useEffect(() => {
    let isStale = false;
    void readThread(repository, sent).then((read) => !isStale && read.ok && setThread(read.value));
    return () => {
      isStale = true;
    };
  }, [sent]);
  // The letter as it stands on this page, which may be ahead of what is stored.
  return proposeNextLetter([...thread.filter(({ id }) => id !== sent.id), sent], today);
}
