import { createContext, useContext } from 'react';
import { createStore, type StoreApi, useStore } from 'zustand';
import type { IsoDate } from '../letter/model';
import { type Choices, firstChoices, firstSettings, type Settings } from '../storage/choices';
import type { RecordKind, RecordOf } from '../storage/schema';
import type { Quarantined } from '../storage/quarantine';
import type { SentEntry } from '../storage/lists';
import type { Done } from '../storage/area';
import type { AnyRecordSync } from './recordSync';

/** A page's copy of the stored details, including changes not stored yet. Change it through actions.ts. */
export interface DetailsState {
  /** The list of sent letters is read last, because it can be long and only one section needs it. */
  reading: 'not yet' | 'without sent letters' | 'done' | { failed: string };
  /** Signers, employers and own letters in list order; sent letters only if this page has opened them. */
  records: { [K in RecordKind]: RecordOf[K][] };
  sentList: SentEntry[];
  /** Earliest day by which a reply is due; empty when none is. */
  waitingFor: IsoDate;
  choices: Choices;
  settings: Settings;
  saving: Saving;
  /** The last deletion or added file, until it is undone or there is a newer one. */
  undo: Undo | null;
  /** Damaged values and those of later versions, which the user can save as a file. */
  quarantined: Quarantined[];
}

export interface Undo {
  what: string;
  run: () => Promise<Done>;
  /** What was done. */
  did: 'Deleted' | 'Added';
  /** The focus stays where the user is: something was deleted unasked, or the user now fills in what was added. */
  keepsFocus?: true;
}

export type Saving = 'nothing yet' | 'saving' | 'saved' | { failed: string };

export const initialDetails: DetailsState = {
  reading: 'not yet',
  records: { signer: [], employer: [], letter: [], sent: [] },
  sentList: [],
  waitingFor: '',
  choices: firstChoices,
  settings: firstSettings,
  saving: 'nothing yet',
  undo: null,
  quarantined: [],
};

/** One opened page: what it shows, and what its actions share without showing it. */
export interface DetailsStore extends StoreApi<DetailsState> {
  /** The changes not stored yet, by the record’s key. */
  syncs: Map<string, AnyRecordSync>;
  /** Failed actions that are not edits of a record, such as adding one. By the action’s name: the message and the retry. */
  failures: Map<string, { sentence: string; retry: () => Promise<unknown> }>;
  /** Resolves when the page shows what is stored. */
  loaded: Promise<void>;
  /** The number of the read requested last. Reads can finish in another order, and only the latest requested is applied. */
  lastRequest: { lists: number; settings: number };
}

export function createDetailsStore(): DetailsStore {
  return Object.assign(
    createStore<DetailsState>(() => initialDetails),
    {
      syncs: new Map(),
      failures: new Map(),
      loaded: Promise.resolve(),
      lastRequest: { lists: 0, settings: 0 },
    },
  );
}

export const DetailsContext = createContext<DetailsStore | null>(null);

/** The store, for actions. */
export function useDetailsStore(): DetailsStore {
  const details = useContext(DetailsContext);
  if (!details) throw new Error('The options page’s components need a store');
  return details;
}

/** What a component shows of the details; it is drawn again only when that changes. */
export function useDetails<Shown>(select: (state: DetailsState) => Shown): Shown {
  return useStore(useDetailsStore(), select);
}

export function findRecord<K extends RecordKind>(
  details: DetailsStore,
  kind: K,
  id: string,
): RecordOf[K] | undefined {
  return details.getState().records[kind].find((record) => record.id === id);
}

/** Replaces the records in their list, or adds them at the end. */
export function showRecord<K extends RecordKind>(
  details: DetailsStore,
  kind: K,
  ...shown: RecordOf[K][]
): void {
  showRecords(details, kind, (records) => {
    const byId = new Map(records.map((record) => [record.id, record]));
    for (const record of shown) byId.set(record.id, record);
    return [...byId.values()];
  });
}

export function hideRecord(details: DetailsStore, kind: RecordKind, id: string): void {
  showRecords(details, kind, (records) => records.filter((record) => record.id !== id));
}

/** Sorts records as in `list`; records that are not in it go to the end. */
export function showInOrder(details: DetailsStore, kind: RecordKind, list: { id: string }[]): void {
  const places = new Map(list.map(({ id }, at) => [id, at]));
  const place = ({ id }: { id: string }) => places.get(id) ?? list.length;
  showRecords(details, kind, (records) => records.toSorted((a, b) => place(a) - place(b)));
}

function showRecords<K extends RecordKind>(
  details: DetailsStore,
  kind: K,
  change: (records: RecordOf[K][]) => RecordOf[K][],
): void {
  details.setState(({ records }) => ({ records: { ...records, [kind]: change(records[kind]) } }));
}
