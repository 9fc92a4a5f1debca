import { useState } from 'react';
import { listExchanges, buildLetterLog, threadKey } from '../../../lib/correspondence/exchanges';
import { builtInLetters } from '../../../lib/letter/builtIn';
import { listRequests } from '../../../lib/letter/compose/requests';
import type { IsoDate, LetterTemplate } from '../../../lib/letter/model';
import { notReadSentence, saveAll } from '../../../lib/options/saving';
import { useDetails } from '../../../lib/options/store';
import type { SentEntry } from '../../../lib/storage/lists';
import { repository } from '../../../lib/storage/repository';
import type { SentLetter } from '../../../lib/storage/schema';
import { SelectField } from '../../ui/Field';
import { nameExchange } from './Exchange';
import { type SaveFile, sayWord, WORD_TYPE } from '../browserSide';
import { detach } from '../../../lib/failure/failure';

const ALL = '';

interface LetterLogDownloadProps {
  sentList: readonly SentEntry[];
  today: IsoDate;
  saveFile: SaveFile;
}

/** Downloads the letter log: every letter and reply saved here, as one Word document for the user’s adviser. */
export function LetterLogDownload({ sentList, today, saveFile }: LetterLogDownloadProps) {
  const [thread, setThread] = useState(ALL);
  const threads = listExchanges(sentList).map((exchange) => ({
    value: exchange.id,
    label: nameExchange(exchange),
  }));
  const chosen = threads.some(({ value }) => value === thread) ? thread : ALL;
  const isWanted = (letter: SentLetter) => chosen === ALL || threadKey(letter) === chosen;
  return (
    <div className="card">
      <h3>Record of letters and replies</h3>
      <p>
        A Word document with the letters noted here, their dates, replies and meetings, and the exact text of
        each, for your union or whoever advises you. Every date in it is labelled as recorded by the sender.
      </p>
      {threads.length > 1 && (
        <SelectField
          id="record-thread"
          label="Which letters"
          wide
          value={chosen}
          options={[{ value: ALL, label: `All ${sentList.length} letters` }, ...threads]}
          onChange={setThread}
        />
      )}
      <p className="actions grid-after">
        <button
          type="button"
          className="button"
          onClick={() => detach(sayWord(() => saveLetterLog(isWanted, today, saveFile)))}
        >
          Download record as Word
        </button>
      </p>
    </div>
  );
}

/** Returns the sentence to show. Throws if the letters cannot be read, so that nothing is deleted that was not saved. */
export async function saveLetterLog(
  isWanted: (letter: SentLetter) => boolean,
  today: IsoDate,
  saveFile: SaveFile,
): Promise<string> {
  await saveAll();
  const read = await repository.readAll('sent');
  if (!read.ok) throw new Error(notReadSentence[read.why]);
  const letters = read.value.filter(isWanted);
  const [{ renderLetterLog }, { toFileName }, titleOf] = await Promise.all([
    import('../../../lib/word/letterLog'),
    import('../../../lib/word/fileName'),
    loadRequestTitles(letters),
  ]);
  const bytes = await renderLetterLog(buildLetterLog(letters, today, titleOf));
  saveFile(toFileName(`${today} Record of letters and replies`), new Uint8Array(bytes), WORD_TYPE);
  return 'The record is in your Downloads folder. It holds your letters word for word: keep it where only you can read it.';
}

/** Finds the titles of requests. If the letter has been deleted, the title is the request’s id. */
async function loadRequestTitles(
  letters: readonly SentLetter[],
): Promise<(letterId: string, requestId: string) => string> {
  const templates = new Map<string, LetterTemplate>(builtInLetters.map((letter) => [letter.id, letter]));
  const own = useDetails.getState().records.letter;
  for (const { id, markdown, title } of own.filter((one) =>
    letters.some(({ letterId }) => letterId === one.id),
  )) {
    // Loaded on demand: only own letters need the parser.
    const { parseLetter } = await import('../../../lib/letter/parse/parse');
    const parsed = parseLetter(markdown, title);
    if (parsed.ok) templates.set(id, parsed.letter);
  }
  return (letterId, requestId) => {
    const template = templates.get(letterId);
    const request = template && listRequests(template).find(({ id }) => id === requestId);
    return request?.title ?? requestId;
  };
}
