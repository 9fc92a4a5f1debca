import { useState } from 'react';
import { recordOf, threadOf } from '../../../lib/correspondence/letterLog';
import { repository } from '../../../lib/storage/repository';
import { saveAll } from '../../../lib/details/saving';
import type { SentEntry } from '../../../lib/storage/lists';
import { notReadSentence } from '../../../lib/details/storageSentence';
import type { IsoDate } from '../../../lib/letter/model';
import { SelectField } from '../../ui/SelectField';
import type { SaveFile } from '../browserSide';
import { nameRequests } from './nameRequests';

const ALL = '';
const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

interface RecordDownloadProps {
  sentList: readonly SentEntry[];
  today: IsoDate;
  saveFile: SaveFile;
}

/** Everything noted here as one Word document, for whoever advises the sender. */
export function RecordDownload({ sentList, today, saveFile }: RecordDownloadProps) {
  const [thread, setThread] = useState(ALL);
  const [outcome, setOutcome] = useState('');
  const threads = listThreads(sentList);
  const chosen = threads.some(({ value }) => value === thread) ? thread : ALL;
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
          onClick={() => void download(chosen, today, saveFile).then(setOutcome)}
        >
          Download record as Word
        </button>
      </p>
      <p role="status">{outcome}</p>
    </div>
  );
}

/** Answers with what to tell the user. */
async function download(thread: string, today: IsoDate, saveFile: SaveFile): Promise<string> {
  await saveAll();
  const read = await repository.readAll('sent');
  if (!read.ok) return notReadSentence[read.why];
  const letters = read.value.filter((letter) => thread === ALL || threadOf(letter) === thread);
  const [{ renderRecord }, { toFileName }, titleOf] = await Promise.all([
    import('../../../lib/word/letterLog'),
    import('../../../lib/word/fileName'),
    nameRequests(letters),
  ]);
  const bytes = await renderRecord(recordOf(letters, today, titleOf));
  saveFile(toFileName(`${today} Record of letters and replies`), new Uint8Array(bytes), WORD_TYPE);
  return 'The record is among your downloads. It holds your letters word for word: keep it where only you can read it.';
}

/** Each person’s letters to each employer, as choices. */
function listThreads(sentList: readonly SentEntry[]): { value: string; label: string }[] {
  const names = new Map<string, string>();
  for (const entry of sentList) {
    const signer = entry.signerName || 'Nobody named';
    names.set(threadOf(entry), `${signer} to ${entry.employerName || 'nobody named'}`);
  }
  return [...names].map(([value, label]) => ({ value, label }));
}
