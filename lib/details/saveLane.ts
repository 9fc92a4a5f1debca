import { applyAll, PendingChanges, type Change } from './pendingChanges';
import type { Got, StorageTrouble } from '../storage/area';

interface Ends<R> {
  read(): Promise<Got<R>>;
  /** Changes the stored record, as it is at that moment. */
  store(change: (record: R) => R): Promise<Got<R>>;
  show(record: R): void;
  hide(): void;
  onProgress(): void;
}

/** One record's way from the page to the storage and back. */
export class SaveLane<R> {
  readonly #ends: Ends<R>;
  readonly #pending = new PendingChanges<R>();
  #writing: Promise<void> | null = null;
  /** Counts edits and finished writes, so that a reading begun before one of them is known to be stale. */
  #turn = 0;
  /** Counts readings begun, and those shown: answers may come in another order than they were asked for. */
  #asked = 0;
  #shown = 0;
  #trouble: StorageTrouble | null = null;

  constructor(ends: Ends<R>) {
    this.#ends = ends;
  }

  get state(): 'idle' | 'writing' | StorageTrouble {
    return this.#writing ? 'writing' : (this.#trouble ?? 'idle');
  }

  /** Shows the change at once and stores it as soon as the former write of this record is done. */
  change(shown: R, change: Change<R>): void {
    this.#pending.add(change);
    this.#turn++;
    this.#ends.show(change.apply(shown));
    void this.write();
  }

  /** Stores what waits, again if it failed before. */
  write(): Promise<void> {
    if (this.#pending.isEmpty) return Promise.resolve();
    if (!this.#writing) {
      this.#writing = this.#drain();
      this.#ends.onProgress();
    }
    return this.#writing;
  }

  /** Shows the record as it is stored now, under what is being typed here. */
  async refresh(): Promise<void> {
    const turn = this.#turn;
    const asked = ++this.#asked;
    const read = await this.#ends.read();
    if (asked !== this.#asked) return;
    if (turn !== this.#turn) return this.refresh();
    this.#shown++;
    if (read.ok) this.#ends.show(this.#pending.over(read.value));
    else if (read.why === 'gone' && this.#pending.isEmpty) this.#ends.hide();
  }

  async #drain(): Promise<void> {
    try {
      this.#trouble = null;
      do await this.#storeOnce();
      while (!this.#pending.isEmpty && this.#trouble === null);
    } finally {
      this.#writing = null;
      this.#ends.onProgress();
    }
  }

  async #storeOnce(): Promise<void> {
    const changes = this.#pending.all();
    const shown = this.#shown;
    const result = await this.#ends.store((record) => applyAll(record, changes));
    this.#turn++;
    if (!result.ok) {
      this.#trouble = result.why;
      return;
    }
    this.#pending.settle(changes);
    if (shown === this.#shown) this.#ends.show(this.#pending.over(result.value));
    // A reading was shown meanwhile, and may be newer than what was written.
    else await this.refresh();
  }
}
