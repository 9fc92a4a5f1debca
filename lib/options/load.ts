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
import { type DetailsStore, findRecord, showInOrder } from './store';
import { detach } from '../failure/failure';

/**
 * Reads what the page shows, and from then on applies changes made by other pages. Resolves when everything stored has been
 * checked and repaired too: that reads all of it, so it comes after the page can be used.
 */
export function loadDetails(details: DetailsStore): Promise<void> {
  browser.storage.onChanged.addListener((changes, area) => onStorageChange(details, changes, area));
  details.loaded = readDetails(details);
  return details.loaded.then(() => repairDetails(details));
}

async function repairDetails(details: DetailsStore): Promise<void> {
  const repaired = await repository.repairAll();
  if (repaired.ok) details.setState({ quarantined: repaired.value });
}

async function readDetails(details: DetailsStore): Promise<void> {
  details.setState({ reading: 'not yet' });
  const read = await repository.readPageDetails();
  if (!read.ok) return details.setState({ reading: { failed: notReadSentence[read.why] } });
  const { index, settings, records } = read.value;
  details.setState(({ records: { sent } }) => ({
    reading: 'without sent letters',
    waitingFor: index.waitingFor,
    choices: index.lastUsed,
    settings,
    records: { ...records, sent },
  }));
  const sentList = await repository.readSentList();
  if (!sentList.ok) return details.setState({ reading: { failed: notReadSentence[sentList.why] } });
  details.setState({ reading: 'done', sentList: sentList.value });
}

/** A change can come from any page or a restore, and may be outdated, so its key is read again. */
function onStorageChange(details: DetailsStore, changes: Record<string, unknown>, area: string): void {
  if (area !== 'local') return;
  for (const key of Object.keys(changes)) detach(reloadKey(details, key));
}

async function reloadKey(details: DetailsStore, key: string): Promise<void> {
  await details.loaded;
  const name = parseRecordKey(key);
  if (name && isLoaded(details, name.kind, name.id)) await refreshRecord(details, name.kind, name.id);
  else if (key === INDEX_KEY || key === SENT_LIST_KEY) await readLists(details);
  else if (key === SETTINGS_KEY) await readSettings(details);
  else if (key.startsWith(QUARANTINE_PREFIX)) await readQuarantined(details);
}

/** A changed sent letter is read again only if this page shows it. */
function isLoaded(details: DetailsStore, kind: RecordKind, id: string): boolean {
  return kind !== 'sent' || findRecord(details, 'sent', id) !== undefined;
}

async function readLists(details: DetailsStore): Promise<Done> {
  const request = ++details.lastRequest.lists;
  const index = await repository.readIndex();
  const sentList = await repository.readSentList();
  if (!index.ok) return index;
  if (!sentList.ok) return sentList;
  if (request !== details.lastRequest.lists) return index;
  const { signers, employers, letters, waitingFor, lastUsed } = index.value;
  details.setState({ waitingFor, choices: lastUsed, sentList: sentList.value });
  showInOrder(details, 'signer', signers);
  showInOrder(details, 'employer', employers);
  showInOrder(details, 'letter', letters);
  return index;
}

async function readSettings(details: DetailsStore): Promise<Done> {
  const request = ++details.lastRequest.settings;
  const read = await repository.readSettings();
  if (read.ok && request === details.lastRequest.settings) details.setState({ settings: read.value });
  return read;
}

async function readQuarantined(details: DetailsStore): Promise<void> {
  const read = await repository.readQuarantined();
  if (read.ok) details.setState({ quarantined: read.value });
}
