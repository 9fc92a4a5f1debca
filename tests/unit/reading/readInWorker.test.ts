/** Reading a file ends in a result or a sentence, whatever the worker does. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readInWorker } from '../../../lib/reading/readInWorker';
import { answer, type WorkerMessage, type Request } from '../../../lib/reading/readers';

class FakeWorker extends EventTarget {
  static last: FakeWorker;
  posted: Request[] = [];
  isEnded = false;

  constructor() {
    super();
    FakeWorker.last = this;
  }

  postMessage(request: Request): void {
    this.posted.push(request);
  }

  terminate(): void {
    this.isEnded = true;
  }

  say(data: WorkerMessage): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('Worker', FakeWorker);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function read(signal = new AbortController().signal) {
  const progress = vi.fn();
  const result = readInWorker(
    'backup',
    { file: new File(['{}'], 'backup.json'), saved: [] },
    { progress, signal },
  );
  return { progress, result, worker: FakeWorker.last };
}

describe('a result with long lists', () => {
  test('is posted in parts and put together again, so that the page is never blocked for long', async () => {
    const rows = Array.from({ length: 1_001 }, (_, at) => `Trust ${at}`);
    const given = { file: new File([['Organisation', ...rows].join('\n')], 'a.csv'), saved: [] };
    const { result, worker } = read();
    const answers: WorkerMessage[] = [];
    await answer({ kind: 'employers', given }, (one) => answers.push(structuredClone(one)));
    expect(JSON.stringify(answers.at(-1)).length).toBeLessThan(1_000);
    for (const one of answers) {
      if (one.is === 'part') expect(one.items.length).toBeLessThanOrEqual(200);
      worker.say(one);
    }
    const whole = await result;
    const value = whole?.ok ? whole.value : null;
    expect(value?.comparison.added.map(({ name }) => name)).toEqual(rows);
    expect(value?.records).toHaveLength(1_001);
  });
});

describe('a reading', () => {
  test('that makes no progress for twenty seconds ends in a sentence, and its worker ends', async () => {
    const { result, worker } = read();
    await vi.advanceTimersByTimeAsync(19_000);
    expect(worker.isEnded).toBe(false);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(worker.isEnded).toBe(true);
    expect(await result).toMatchObject({
      problems: [{ sentence: expect.stringMatching(/^Reading this took too long/) }],
    });
  });

  test('that makes progress goes on for as long as it takes', async () => {
    const { progress, result, worker } = read();
    for (let done = 1; done <= 10; done += 1) {
      await vi.advanceTimersByTimeAsync(19_000);
      worker.say({ is: 'progress', done: done / 10 });
    }
    const found = { ok: false as const, problems: [] };
    worker.say({ is: 'result', result: found });
    expect(await result).toBe(found);
    expect(progress).toHaveBeenCalledTimes(10);
    expect(worker.isEnded).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('that is cancelled ends at once without a result', async () => {
    const controller = new AbortController();
    const { result, worker } = read(controller.signal);
    controller.abort();
    expect(await result).toBeNull();
    expect(worker.isEnded).toBe(true);
  });

  test.each(['error', 'messageerror'])('whose worker fails ends in a sentence: %s', async (event) => {
    const { result, worker } = read();
    worker.dispatchEvent(new Event(event));
    expect(await result).toMatchObject({
      problems: [{ sentence: expect.stringMatching(/^This could not be read/) }],
    });
  });
});

test('a reader that throws is answered with a sentence', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const answers: WorkerMessage[] = [];
  const file = {
    name: 'a.json',
    get size(): number {
      throw new Error('The disk is gone');
    },
  } as unknown as File;
  await answer({ kind: 'backup', given: { file, saved: [] } }, (message) => answers.push(message));
  expect(answers).toMatchObject([
    {
      is: 'result',
      result: { ok: false, problems: [{ sentence: expect.stringMatching(/^This could not be read/) }] },
    },
  ]);
});
