import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RecordSync } from '../../../lib/options/recordSync';
import type { Got } from '../../../lib/storage/area';

interface Note {
  mine: string;
  theirs: string;
}

/** A page with one record, and a storage whose results and change events arrive when the scheduler chooses. */
class SlowPage {
  stored: Note = { mine: '', theirs: '' };
  shown: Note = { mine: '', theirs: '' };
  readonly everShown: string[] = [];
  /** Set to make the next write fail. */
  failing = false;
  readonly sync = new RecordSync<Note>({
    read: () => this.#returnLater({ ...this.stored }),
    store: async (change) => {
      await this.scheduler.schedule(Promise.resolve());
      if (this.failing) return { ok: false, why: 'full' };
      this.stored = change(this.stored);
      this.sendChangeEvent();
      return this.#returnLater({ ...this.stored });
    },
    show: (note) => {
      this.shown = note;
      this.everShown.push(note.mine);
    },
    hide: () => {},
    onProgress: () => {},
  });

  constructor(readonly scheduler: fc.Scheduler) {}

  type(text: string): void {
    this.sync.change(this.shown, { slot: 'mine', apply: (note) => ({ ...note, mine: text }) });
  }

  /** The change event that the browser sends to every page, including the one that made the change. */
  sendChangeEvent(): void {
    void this.scheduler.schedule(Promise.resolve()).then(() => this.sync.refresh());
  }

  writeElsewhere(text: string): void {
    this.stored = { ...this.stored, theirs: text };
    this.sendChangeEvent();
  }

  /** Returns the value as it was at the time of the call, later. */
  async #returnLater(value: Note): Promise<Got<Note>> {
    await this.scheduler.schedule(Promise.resolve());
    return { ok: true, value };
  }
}

const action = fc.constantFrom('type', 'type', 'elsewhere', 'change event');

test('older text never replaces typed text on screen, whenever results and change events arrive', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.array(action, { maxLength: 12 }), async (scheduler, actions) => {
      const page = new SlowPage(scheduler);
      let typed = 0;
      const script = actions.map((kind, at) => ({
        label: kind,
        builder: async () => {
          if (kind === 'type') page.type('x'.repeat(++typed));
          else if (kind === 'elsewhere') page.writeElsewhere(`theirs ${at}`);
          else page.sendChangeEvent();
          expect(page.shown.mine).toBe('x'.repeat(typed));
        },
      }));
      scheduler.scheduleSequence(script);
      await scheduler.waitIdle();
      const lengths = page.everShown.map((text) => text.length);
      expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
      expect(page.shown).toEqual(page.stored);
      expect(page.stored.mine).toBe('x'.repeat(typed));
    }),
    { numRuns: 500 },
  );
});

test('text that could not be stored stays on screen after change events and is stored by the next write', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      const page = new SlowPage(scheduler);
      page.failing = true;
      page.type('kept');
      page.writeElsewhere('other');
      await scheduler.waitIdle();
      expect(page.shown).toEqual({ mine: 'kept', theirs: 'other' });
      expect(page.sync.state).toBe('full');
      page.failing = false;
      await scheduler.waitFor(page.sync.write());
      await scheduler.waitIdle();
      expect(page.stored).toEqual({ mine: 'kept', theirs: 'other' });
      expect(page.sync.state).toBe('idle');
    }),
  );
});
