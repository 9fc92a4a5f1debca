import { detach } from '../../../lib/failure/failure';
import { useEffect, useRef, useState } from 'react';
import {
  hasText,
  keepingPeriods,
  listExpired,
  withoutText,
  withTextOf,
} from '../../../lib/correspondence/sentLetters';
import { addMonths } from '../../../lib/letter/dates';
import { type IsoDate, type LetterTemplate, listRequests } from '../../../lib/letter/model';
import { offerUndo, saveSettings } from '../../../lib/options/actions';
import { eraseDeleted } from '../../../lib/options/erase';
import { type DetailsStore, useDetails, useDetailsStore } from '../../../lib/options/store';
import type { Done } from '../../../lib/storage/area';
import { repository } from '../../../lib/storage/repository';
import type { SentLetter } from '../../../lib/storage/schema';
import { Notice, focusAndSay } from '../../ui/focusAndSay';
import { type SaveFile, sayWord, WORD_TYPE } from '../browserSide';
import { SECTION_TITLE } from '../SectionHead';
import { listExchanges, buildLetterLog, threadKey } from '../../../lib/correspondence/exchanges';
import { builtInLetters } from '../../../lib/letter/builtIn';
import { notDeletedSentence, notReadSentence, saveAll } from '../../../lib/options/saving';
import type { SentEntry } from '../../../lib/storage/lists';
import { SelectField } from '../../ui/Field';
import { nameExchange } from './Exchange';
import ui from '../../ui/controls.module.css';
import page from '../options.module.css';

/** Letters past their keeping date. */
interface Due {
  /** To be deleted altogether. */
  wholeIds: string[];
  /** To be reduced to their dates. */
  texts: SentLetter[];
}

const nothingDue: Due = { wholeIds: [], texts: [] };

/**
 * Looks once, each time the page is opened, for letters past their keeping date. A period that the user set is obeyed, with
 * an undo. Otherwise the page asks, without naming anyone: somebody may be looking over the user's shoulder.
 */
export function Keeping({ today, saveFile }: { today: IsoDate; saveFile: SaveFile }) {
  const details = useDetailsStore();
  const isRead = useDetails((state) => state.reading === 'done');
  const isDone = useRef(false);
  const [due, setDue] = useState(nothingDue);
  useEffect(() => {
    if (!isRead || isDone.current) return;
    isDone.current = true;
    const lookForDue = async () => {
      const found = await findDue(details, today);
      const { settings } = details.getState();
      if (keepingPeriods(settings).isChosen) await deleteDue(details, found, { keepsFocus: true });
      else if (settings.keepUntil <= today) setDue(found);
    };
    detach(lookForDue());
  }, [details, isRead, today]);

  const saveAndDelete = async () => {
    const ids = new Set([...due.wholeIds, ...due.texts.map(({ id }) => id)]);
    const sentence = await saveLetterLog(details, ({ id }) => ids.has(id), today, saveFile);
    const deleted = await deleteDue(details, due);
    if (!deleted.ok) return `${sentence} ${notDeletedSentence[deleted.why]}`;
    setDue(nothingDue);
    return sentence;
  };
  const keep = async () => {
    await saveSettings(details, { keepUntil: addMonths(today, 12) });
    setDue(nothingDue);
    focusAndSay(`#${SECTION_TITLE}`, 'Everything is kept for another year.');
  };
  const isDue = due.wholeIds.length + due.texts.length > 0;
  return (
    <>
      {isDue && (
        <Notice>
          <p>{describeDue(due)}</p>
          <p className={ui.actions}>
            <button type="button" className={ui.button} onClick={() => detach(sayWord(saveAndDelete))}>
              Save the record as Word and delete
            </button>
            <button type="button" className={ui.button} onClick={() => detach(keep())}>
              Keep another year
            </button>
          </p>
        </Notice>
      )}
    </>
  );
}

async function findDue(details: DetailsStore, today: IsoDate): Promise<Due> {
  const { sentList, settings } = details.getState();
  const periods = keepingPeriods(settings);
  const wholeIds = listExpired(sentList, periods.dates, today);
  const texts: SentLetter[] = [];
  for (const id of listExpired(sentList, periods.texts, today)) {
    if (wholeIds.includes(id)) continue;
    const read = await repository.readSentLetter(id);
    if (read.ok && hasText(read.value)) texts.push(read.value);
  }
  return { wholeIds, texts };
}

function describeDue({ wholeIds, texts }: Due): string {
  return [
    texts.length > 0 &&
      `It is 12 months since you noted anything about ${count(texts.length)}. The text need not be kept any longer; the dates stay for 3 years.`,
    wholeIds.length > 0 &&
      `It is 3 years since you noted anything about ${count(wholeIds.length)}, which need not be kept any longer.`,
  ]
    .filter(Boolean)
    .join(' ');
}

const count = (letters: number) => (letters === 1 ? 'one letter' : `${letters} letters`);

async function deleteDue(
  details: DetailsStore,
  { wholeIds, texts }: Due,
  options: { keepsFocus?: true } = {},
): Promise<Done> {
  const undoSteps: (() => Promise<Done>)[] = [];
  let refusal: Done = { ok: true };
  for (const former of texts) {
    const changed = await repository.changeRecord('sent', former.id, withoutText);
    const putBack = () => repository.changeRecord('sent', former.id, (sent) => withTextOf(former, sent));
    if (changed.ok) undoSteps.push(putBack);
    else refusal = changed;
  }
  if (wholeIds.length > 0) {
    const deleted = await repository.deleteRecords('sent', wholeIds);
    if (deleted.ok) undoSteps.push(deleted.restore);
    else refusal = deleted;
  }
  if (undoSteps.length === 0) return refusal;
  const undo = async (): Promise<Done> => {
    for (const each of undoSteps) {
      const undone = await each();
      if (!undone.ok) return undone;
    }
    return { ok: true };
  };
  await eraseDeleted();
  offerUndo(details, describeDeleted(wholeIds.length, texts.length), undo, options);
  return refusal;
}

function describeDeleted(whole: number, texts: number): string {
  const parts = [texts > 0 && `the text of ${count(texts)}`, whole > 0 && count(whole)].filter(
    (part) => typeof part === 'string',
  );
  return `${parts.join(' and ')} past ${whole + texts === 1 ? 'its keeping date' : 'their keeping date'}`;
}

const ALL = '';

interface LetterLogDownloadProps {
  sentList: readonly SentEntry[];
  today: IsoDate;
  saveFile: SaveFile;
}

/** Downloads the letter log: every letter and reply saved here, as one Word document for the user’s adviser. */
export function LetterLogDownload({ sentList, today, saveFile }: LetterLogDownloadProps) {
  const details = useDetailsStore();
  const [thread, setThread] = useState(ALL);
  const threads = listExchanges(sentList).map((exchange) => ({
    value: exchange.id,
    label: nameExchange(exchange),
  }));
  const chosen = threads.some(({ value }) => value === thread) ? thread : ALL;
  const isWanted = (letter: SentLetter) => chosen === ALL || threadKey(letter) === chosen;
  return (
    <div className={page.card}>
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
      <p className={`${ui.actions} ${page.after}`}>
        <button
          type="button"
          className={ui.button}
          onClick={() => detach(sayWord(() => saveLetterLog(details, isWanted, today, saveFile)))}
        >
          Download record as Word
        </button>
      </p>
    </div>
  );
}

/** Returns the sentence to show. Throws if the letters cannot be read, so that nothing is deleted that was not saved. */
export async function saveLetterLog(
  details: DetailsStore,
  isWanted: (letter: SentLetter) => boolean,
  today: IsoDate,
  saveFile: SaveFile,
): Promise<string> {
  await saveAll(details);
  const read = await repository.readAll('sent');
  if (!read.ok) throw new Error(notReadSentence[read.why]);
  const letters = read.value.filter(isWanted);
  const [{ renderLetterLog }, { toFileName }, titleOf] = await Promise.all([
    import('../../../lib/word/letterLog'),
    import('../../../lib/word/fileName'),
    loadRequestTitles(details, letters),
  ]);
  const bytes = await renderLetterLog(buildLetterLog(letters, today, titleOf));
  saveFile(toFileName(`${today} Record of letters and replies`), new Uint8Array(bytes), WORD_TYPE);
  return 'The record is in your Downloads folder. It holds your letters word for word: keep it where only you can read it.';
}

/** Finds the titles of requests. If the letter has been deleted, the title is the request’s id. */
async function loadRequestTitles(
  details: DetailsStore,
  letters: readonly SentLetter[],
): Promise<(letterId: string, requestId: string) => string> {
  const templates = new Map<string, LetterTemplate>(builtInLetters.map((letter) => [letter.id, letter]));
  const own = details.getState().records.letter;
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
