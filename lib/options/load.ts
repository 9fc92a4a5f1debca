import { browser } from 'wxt/browser';
import { repository } from '../storage/repository';
import { notReadSentence, refreshRecord } from './saving';
import type { RecordKind } from '../storage/schema';
import {
  type Done,
  INDEX_KEY,
  parseRecordKey,
  SENT_LIST_KEY,
  QUARANTINE_PREFIX,
  SETTINGS_KEY,
} from '../storage/area';
import { findRecord, showInOrder, useDetails } from './store';
import { detach } from '../failure/failure';

/** The current or last load. Changes that arrive meanwhile are handled after it. */
let loaded: Promise<void> = Promise.resolve();

/**
 * Reads what the page shows, and from then on applies changes made by other pages. Resolves when everything stored has been
 * checked and repaired too: that reads all of it, so it comes after the page can be used.
 */
export function loadDetails(): Promise<void> {
  browser.storage.onChanged.removeListener(onStorageChange);
  browser.storage.onChanged.addListener(onStorageChange);
  loaded = readDetails();
  return loaded.then(repairDetails);
}

async function repairDetails(): Promise<void> {
  const repaired = await repository.repairAll();
  if (repaired.ok) useDetails.setState({ quarantined: repaired.value });
}

async function readDetails(): Promise<void> {
  useDetails.setState({ reading: 'not yet' });
  const read = await repository.readPageDetails();
  if (!read.ok) return useDetails.setState({ reading: { failed: notReadSentence[read.why] } });
  const { index, settings, records } = read.value;
  useDetails.setState(({ records: { sent } }) => ({
    reading: 'without sent letters',
    waitingFor: index.waitingFor,
    choices: index.lastUsed,
    settings,
    records: { ...records, sent },
  }));
  const sentList = await repository.readSentList();
  if (!sentList.ok) return useDetails.setState({ reading: { failed: notReadSentence[sentList.why] } });
  useDetails.setState({ reading: 'done', sentList: sentList.value });
}

/** A change can come from any page or a restore, and may be outdated, so its key is read again. */
function onStorageChange(changes: Record<string, unknown>, area: string): void {
  if (area !== 'local') return;
  for (const key of Object.keys(changes)) detach(reloadKey(key));
}

async function reloadKey(key: string): Promise<void> {
  await loaded;
  const name = parseRecordKey(key);
  if (name && isLoaded(name.kind, name.id)) await refreshRecord(name.kind, name.id);
  else if (key === INDEX_KEY || key === SENT_LIST_KEY) await readLists();
  else if (key === SETTINGS_KEY) await readSettings();
  else if (key.startsWith(QUARANTINE_PREFIX)) await readQuarantined();
}

/** A changed sent letter is read again only if this page shows it. */
function isLoaded(kind: RecordKind, id: string): boolean {
  return kind !== 'sent' || findRecord('sent', id) !== undefined;
}

/** Reads can finish in another order than they began: only the latest requested is applied. */
let lastListsRequest = 0;
let lastSettingsRequest = 0;

async function readLists(): Promise<Done> {
  const request = ++lastListsRequest;
  const index = await repository.readIndex();
  const sentList = await repository.readSentList();
  if (!index.ok) return index;
  if (!sentList.ok) return sentList;
  if (request !== lastListsRequest) return index;
  const { signers, employers, letters, waitingFor, lastUsed } = index.value;
  useDetails.setState({ waitingFor, choices: lastUsed, sentList: sentList.value });
  showInOrder('signer', signers);
  showInOrder('employer', employers);
  showInOrder('letter', letters);
  return index;
}

async function readSettings(): Promise<Done> {
  const request = ++lastSettingsRequest;
  const read = await repository.readSettings();
  if (read.ok && request === lastSettingsRequest) useDetails.setState({ settings: read.value });
  return read;
}

async function readQuarantined(): Promise<void> {
  const read = await repository.readQuarantined();
  if (read.ok) useDetails.setState({ quarantined: read.value });
}
