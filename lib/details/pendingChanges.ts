/**
 * What was typed here and is not yet stored. Shown over whatever the storage says, so that neither the echo of an
 * older save nor another page's edit of another field takes typed text away.
 */
export interface Change<R> {
  /** Which field (or item of a list) it is about: a later change of the same slot takes its place. */
  slot: string;
  apply: (record: R) => R;
}

export class PendingChanges<R> {
  readonly #bySlot = new Map<string, Change<R>>();

  get isEmpty(): boolean {
    return this.#bySlot.size === 0;
  }

  add(change: Change<R>): void {
    // At the end, whatever stood before: an item is added before it is edited, and edited before it is removed.
    this.#bySlot.delete(change.slot);
    this.#bySlot.set(change.slot, change);
  }

  all(): Change<R>[] {
    return [...this.#bySlot.values()];
  }

  /** Forgets those that are stored now, but not one that was replaced while they were being stored. */
  settle(stored: Change<R>[]): void {
    for (const change of stored) {
      if (this.#bySlot.get(change.slot) === change) this.#bySlot.delete(change.slot);
    }
  }

  over(record: R): R {
    return applyAll(record, this.all());
  }
}

export function applyAll<R>(record: R, changes: Change<R>[]): R {
  return changes.reduce((changed, { apply }) => apply(changed), record);
}
