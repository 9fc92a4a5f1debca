import type { StorageTrouble } from '../../../lib/details/storageArea';

/** What stands on screen and is not yet in the storage. */
export interface Draft {
  value: unknown;
  /** Why it could not be kept; `null` while it is on its way. */
  trouble: StorageTrouble | null;
}

export type Save = (value: unknown) => Promise<{ ok: true } | { ok: false; why: StorageTrouble }>;

/**
 * Keeps each field of a record on screen until the storage has it. One save per field is on its way at a time; what
 * is typed meanwhile goes next, so that quick typing never queues up and the last value always wins.
 */
export interface Drafts {
  get: () => ReadonlyMap<string, Draft>;
  subscribe: (onChange: () => void) => () => void;
  change: (key: string, value: unknown, save: Save) => void;
}

export function createDrafts(): Drafts {
  let drafts: ReadonlyMap<string, Draft> = new Map();
  const saves = new Map<string, Save>();
  const listeners = new Set<() => void>();

  const set = (key: string, draft: Draft | null) => {
    const next = new Map(drafts);
    if (draft) next.set(key, draft);
    else next.delete(key);
    drafts = next;
    for (const listener of listeners) listener();
  };

  const keep = async (key: string): Promise<void> => {
    const sent = drafts.get(key);
    const save = saves.get(key);
    if (!sent || !save) return;
    const result = await save(sent.value);
    if (drafts.get(key) !== sent) return keep(key);
    if (!result.ok) return set(key, { ...sent, trouble: result.why });
    set(key, null);
    saves.delete(key);
    retryOthers();
  };

  /** The storage has just taken something, so it may take what it refused before. */
  const retryOthers = () => {
    for (const [key, draft] of drafts) {
      if (draft.trouble === 'full' || draft.trouble === 'refused') begin(key, draft.value);
    }
  };

  const begin = (key: string, value: unknown) => {
    const isUnderWay = drafts.get(key)?.trouble === null;
    set(key, { value, trouble: null });
    if (!isUnderWay) void keep(key);
  };

  return {
    get: () => drafts,
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    change: (key, value, save) => {
      saves.set(key, save);
      begin(key, value);
    },
  };
}
