import { useEffect, useRef, useState } from 'react';
import { focusAndSay } from '../ui/focusAndSay';
import { SECTION_TITLE } from './SectionHead';
import { readInWorker } from '../../lib/reading/readInWorker';
import type { Given, Kind, Reading } from '../../lib/reading/readers';
import ui from '../ui/controls.module.css';

export type Read = <K extends Kind>(kind: K, name: string, given: Given<K>) => Promise<Reading<K> | null>;

interface Running {
  name: string;
  /** Between 0 and 1; null while it is unknown how much is read. */
  done: number | null;
}

/** Reads picked files in a worker, one at a time. `read` resolves to null if the user cancels or picks another file. */
export function useReading() {
  const [running, setRunning] = useState<Running | null>(null);
  const current = useRef<AbortController | null>(null);
  const stop = () => {
    current.current?.abort();
    setRunning(null);
  };
  const cancel = () => {
    stop();
    focusAndSay(`#${SECTION_TITLE}`, 'Stopped. Nothing was used.');
  };
  const read: Read = (kind, name, given) => {
    stop();
    const controller = new AbortController();
    current.current = controller;
    setRunning({ name, done: null });
    const progress = (done: number) => setRunning({ name, done });
    return readInWorker(kind, given, { progress, signal: controller.signal }).finally(() => {
      if (current.current === controller) setRunning(null);
    });
  };
  useEffect(() => () => current.current?.abort(), []);
  return { running, read, cancel };
}

/** Shown while a file is read. */
export function ReadingProgress({
  running,
  cancel,
}: Pick<ReturnType<typeof useReading>, 'running' | 'cancel'>) {
  if (!running) return null;
  return (
    <div id="reading" role="status">
      <p>Reading {running.name}…</p>
      <p className={ui.actions}>
        <progress
          aria-label={`Reading ${running.name}`}
          {...(running.done !== null && { value: running.done })}
        />{' '}
        <button type="button" className={ui.button} onClick={cancel}>
          Cancel
        </button>
      </p>
    </div>
  );
}
