import { create } from 'zustand';
import type { IsoDate } from '../letter/model';
import {
  type Choices,
  firstChoices,
  firstSettings,
  type RecordKind,
  type RecordOf,
  type Settings,
} from '../storage/schema';
import type { Quarantined } from '../storage/repair';
import type { SentEntry } from '../storage/lists';
import type { Done } from '../storage/area';

/** A page's mirror of what is stored, with what is being typed laid over it. Change it through actions.ts. */
export interface DetailsState {
  reading: 'not yet' | 'done' | { failed: string };
  /** Signers, employers and own letters in the order of their lists; of the sent letters only those opened here. */
  records: { [K in RecordKind]: RecordOf[K][] };
  sentList: SentEntry[];
  /** Earliest reply or promise still waited for; empty when there is none. */
  waitingFor: IsoDate;
  choices: Choices;
  settings: Settings;
  saving: Saving;
  /** The last deletion, until it is undone or another takes its place. */
  undo: Undo | null;
  /** Damaged records and such of later versions: kept aside, to be offered as a file. */
  quarantined: Quarantined[];
}

export interface Undo {
  what: string;
  run: () => Promise<Done>;
  /** Deleted without being asked, such as letters past their keeping date: nobody pressed a button for it. */
  unasked?: true;
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

export const useDetails = create<DetailsState>(() => initialDetails);

export function findRecord<K extends RecordKind>(kind: K, id: string): RecordOf[K] | undefined {
  return useDetails.getState().records[kind].find((record) => record.id === id);
}

/** Puts a record in place of its former self, or at the end of its list. */
export function showRecord<K extends RecordKind>(kind: K, record: RecordOf[K]): void {
  showRecords(kind, (records) => {
    const at = records.findIndex(({ id }) => id === record.id);
    return at === -1 ? [...records, record] : records.with(at, record);
  });
}

export function hideRecord(kind: RecordKind, id: string): void {
  showRecords(kind, (records) => records.filter((record) => record.id !== id));
}

/** Shows records in the order of their list; those it does not know stay at the end. */
export function showInOrder(kind: RecordKind, list: { id: string }[]): void {
  const places = new Map(list.map(({ id }, at) => [id, at]));
  const place = ({ id }: { id: string }) => places.get(id) ?? list.length;
  showRecords(kind, (records) => records.toSorted((a, b) => place(a) - place(b)));
}

export function showRecords<K extends RecordKind>(
  kind: K,
  change: (records: RecordOf[K][]) => RecordOf[K][],
): void {
  useDetails.setState(({ records }) => ({ records: { ...records, [kind]: change(records[kind]) } }));
}
