import { browser } from 'wxt/browser';
import { INDEX_KEY, parseRecordKey, SENT_LIST_KEY, QUARANTINE_PREFIX, SETTINGS_KEY } from '../storage/keys';
import { repository } from '../storage/repository';
import { refreshRecord } from './saving';
import type { RecordKind, RecordOf } from '../storage/schema';
import type { Done, Got } from '../storage/area';
import { notReadSentence } from './storageSentences';
import { findRecord, showInOrder, showRecords, useDetails } from './store';

/** The reading under way or done: what changes meanwhile is looked at afterwards. */
let loaded: Promise<void> = Promise.resolve();

/** Reads what is stored, mending it on the way, and follows what other pages change from then on. */
export function loadDetails(): Promise<void> {
  browser.storage.onChanged.removeListener(onStorageChange);
  browser.storage.onChanged.addListener(onStorageChange);
  loaded = readEverything();
  return loaded;
}

async function readEverything(): Promise<void> {
  useDetails.setState({ reading: 'not yet' });
  const mended = await repository.repairAll();
  if (mended.ok) useDetails.setState({ quarantined: mended.value });
  const records = [readRecords('signer'), readRecords('employer'), readRecords('letter')];
  const reads: (Got<unknown> | Done)[] = [
    mended,
    ...(await Promise.all([...records, readLists(), readSettings()])),
  ];
  const failed = reads.find((read) => !read.ok);
  useDetails.setState({ reading: failed && !failed.ok ? { failed: notReadSentence[failed.why] } : 'done' });
}

/** Changes come from this page, another, the popup or a restore: what counts is what is stored by now. */
function onStorageChange(changes: Record<string, unknown>, area: string): void {
  if (area !== 'local') return;
  for (const key of Object.keys(changes)) void reloadKey(key);
}

async function reloadKey(key: string): Promise<void> {
  await loaded;
  const name = parseRecordKey(key);
  if (name && isLoaded(name.kind, name.id)) await refreshRecord(name.kind, name.id);
  else if (key === INDEX_KEY || key === SENT_LIST_KEY) await readLists();
  else if (key === SETTINGS_KEY) await readSettings();
  else if (key.startsWith(QUARANTINE_PREFIX)) await readQuarantined();
}

/** Of a thousand sent letters, only those opened here. */
function isLoaded(kind: RecordKind, id: string): boolean {
  return kind !== 'sent' || findRecord('sent', id) !== undefined;
}

async function readRecords<K extends RecordKind>(kind: K): Promise<Got<RecordOf[K][]>> {
  const read = await repository.readAll(kind);
  if (read.ok) showRecords(kind, () => read.value);
  return read;
}

/** Answers may come in another order than they were asked for: only the latest is shown. */
let listsAsked = 0;
let settingsAsked = 0;

async function readLists(): Promise<Done> {
  const asked = ++listsAsked;
  const index = await repository.readIndex();
  const sentList = await repository.readSentList();
  if (!index.ok) return index;
  if (!sentList.ok) return sentList;
  if (asked !== listsAsked) return index;
  const { signers, employers, letters, waitingFor, lastUsed } = index.value;
  useDetails.setState({ waitingFor, choices: lastUsed, sentList: sentList.value });
  showInOrder('signer', signers);
  showInOrder('employer', employers);
  showInOrder('letter', letters);
  return index;
}

async function readSettings(): Promise<Done> {
  const asked = ++settingsAsked;
  const read = await repository.readSettings();
  if (read.ok && asked === settingsAsked) useDetails.setState({ settings: read.value });
  return read;
}

async function readQuarantined(): Promise<void> {
  const read = await repository.readQuarantined();
  if (read.ok) useDetails.setState({ quarantined: read.value });
}
