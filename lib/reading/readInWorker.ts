import { refuse, UNREADABLE } from '../files/readText';
import type { WorkerMessage, Given, Kind, Request, Reading } from './readers';

/** A file that is read without a word of progress for so long is given up. */
const PATIENCE = 20_000;

const TOO_SLOW = refuse(
  'Reading this took too long, so we stopped. It may be damaged: save it again, or ask for it once more.',
);

export interface ReadingOptions {
  progress: (done: number) => void;
  /** Aborting ends the reading at once. */
  signal: AbortSignal;
}

/**
 * Reads a file in a worker, so that the page and the popup, which may share a process, stay usable. Always ends in a result or
 * a sentence; `null` after it was cancelled. The worker ends with the reading, so that nothing of the file stays in memory.
 */
export function readInWorker<K extends Kind>(
  kind: K,
  given: Given<K>,
  { progress, signal }: ReadingOptions,
): Promise<Reading<K> | null> {
  return new Promise((resolve) => {
    const worker = new Worker('/fileReader.js');
    const parts: Parts = new Map();
    const end = (result: Reading<K> | null) => {
      clearTimeout(timer);
      worker.terminate();
      resolve(result);
    };
    const giveUp = () => end(TOO_SLOW as Reading<K>);
    let timer = setTimeout(giveUp, PATIENCE);
    worker.addEventListener('message', ({ data }: MessageEvent<WorkerMessage>) => {
      clearTimeout(timer);
      timer = setTimeout(giveUp, PATIENCE);
      if (data.is === 'progress') progress(data.done);
      if (data.is === 'part') addPart(parts, data);
      if (data.is === 'result') end(putTogether(data.result, parts) as Reading<K>);
    });
    worker.addEventListener('error', () => end(UNREADABLE as Reading<K>));
    worker.addEventListener('messageerror', () => end(UNREADABLE as Reading<K>));
    signal.addEventListener('abort', () => end(null));
    const request: Request<K> = { kind, given };
    worker.postMessage(request);
  });
}

type Fields = Record<string, unknown>;

/** The lists of a result that came in parts, by their path. */
type Parts = Map<string, { path: string[]; items: unknown[] }>;

function addPart(parts: Parts, { path, items }: Extract<WorkerMessage, { is: 'part' }>): void {
  const list = parts.get(path.join()) ?? { path, items: [] };
  list.items.push(...items);
  parts.set(path.join(), list);
}

function putTogether(result: Reading<Kind>, parts: Parts): Reading<Kind> {
  for (const { path, items } of parts.values()) {
    const holder = path
      .slice(0, -1)
      .reduce((outer, name) => outer[name] as Fields, result as unknown as Fields);
    holder[path.at(-1) ?? ''] = items;
  }
  return result;
}
