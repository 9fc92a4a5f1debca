import { useEffect, useRef, useState } from 'react';
import { isRecordOf, toSentRecord } from '../../../lib/correspondence/sentLetters';
import { detach } from '../../../lib/failure/failure';
import { formatDate } from '../../../lib/letter/dates';
import type { IsoDate } from '../../../lib/letter/model';
import { addRecord, saveSettings } from '../../../lib/options/actions';
import { type DetailsStore, useDetailsStore } from '../../../lib/options/store';
import type { Settings } from '../../../lib/storage/choices';
import type { LetterFacts } from '../../../lib/writing/outcome';
import { KEEP_TEXT_QUESTION } from '../../../lib/writing/outcomeSentences';
import ui from '../../ui/controls.module.css';

type Keeps = Exclude<Settings['sentText'], ''>;

interface NoteSentProps {
  count: number;
  sentText: Settings['sentText'];
  onNote: (keeps: Keeps) => void;
}

/** “I have sent them”. Before the first letters are noted it asks what to keep of them, as the popup does. */
export function NoteSent({ count, sentText, onNote }: NoteSentProps) {
  const details = useDetailsStore();
  const [isAsking, setAsking] = useState(false);
  const place = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (isAsking) place.current?.focus();
  }, [isAsking]);
  const answer = async (keeps: Keeps) => {
    await saveSettings(details, { sentText: keeps });
    onNote(keeps);
  };
  if (!isAsking)
    return (
      <p className={ui.actions}>
        <button
          type="button"
          className={ui.button}
          onClick={() => (sentText === '' ? setAsking(true) : onNote(sentText))}
        >
          {count === 1 ? 'I have sent it' : 'I have sent them'}
        </button>
      </p>
    );
  return (
    <div role="group" aria-labelledby="keep-text">
      <p ref={place} id="keep-text" tabIndex={-1}>
        {KEEP_TEXT_QUESTION}
      </p>
      <p className={ui.actions}>
        <button type="button" className={ui.button} onClick={() => detach(answer('keep'))}>
          Keep the text too
        </button>
        <button type="button" className={ui.button} onClick={() => detach(answer('leave out'))}>
          Keep only the dates
        </button>
      </p>
    </div>
  );
}

/**
 * Saves the letters under Letters and replies as sent today, each once for each person who signed it. Returns what to say.
 */
export async function noteSent(
  details: DetailsStore,
  made: readonly { facts: readonly LetterFacts[] }[],
  keeps: Keeps,
  today: IsoDate,
) {
  const all = made.flatMap(({ facts }) => facts);
  for (const facts of all) {
    const letter = toSentRecord({ ...facts, text: keeps === 'keep' ? facts.text : '' }, today);
    const id = await addRecord(details, 'sent', letter, isRecordOf(letter));
    if (id === null)
      return { isAll: false, sentence: 'Not all letters could be noted. Press the button again.' };
  }
  const sentence = `${formatCount(made.length)} noted as sent on ${formatDate(today)}${all.length > made.length ? `, for each of the ${all.length} people who signed` : ''}. You can correct each date under Letters and replies.`;
  return { isAll: true, sentence };
}

export function formatCount(count: number): string {
  return count === 1 ? 'One letter' : `${count} letters`;
}
