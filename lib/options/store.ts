import { create } from 'zustand';
import type { IsoDate } from '../letter/model';
import { type Choices, firstChoices, firstSettings, type Settings } from '../storage/choices';
import type { RecordKind, RecordOf } from '../storage/schema';
import type { Quarantined } from '../storage/quarantine';
import type { SentEntry } from '../storage/lists';
import type { Done } from '../storage/area';

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

export const useDetails = create<DetailsState>(() => initialDetails);

export function findRecord<K extends RecordKind>(kind: K, id: string): RecordOf[K] | undefined {
  return useDetails.getState().records[kind].find((record) => record.id === id);
}

/** Replaces the records in their list, or adds them at the end. */
export function showRecord<K extends RecordKind>(kind: K, ...shown: RecordOf[K][]): void {
  showRecords(kind, (records) => {
    const byId = new Map(records.map((record) => [record.id, record]));
    for (const record of shown) byId.set(record.id, record);
    return [...byId.values()];
  });
}

export function hideRecord(kind: RecordKind, id: string): void {
  showRecords(kind, (records) => records.filter((record) => record.id !== id));
}

/** Sorts records as in `list`; records that are not in it go to the end. */
export function showInOrder(kind: RecordKind, list: { id: string }[]): void {
  const places = new Map(list.map(({ id }, at) => [id, at]));
  const place = ({ id }: { id: string }) => places.get(id) ?? list.length;
  showRecords(kind, (records) => records.toSorted((a, b) => place(a) - place(b)));
}

function showRecords<K extends RecordKind>(kind: K, change: (records: RecordOf[K][]) => RecordOf[K][]): void {
  useDetails.setState(({ records }) => ({ records: { ...records, [kind]: change(records[kind]) } }));
}
