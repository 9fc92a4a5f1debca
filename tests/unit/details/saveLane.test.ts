import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RecordSync } from '../../../lib/options/saving';
import type { Got } from '../../../lib/storage/area';

interface Note {
  mine: string;
  theirs: string;
}

/** A page with one record and a storage whose answers and echoes come when the schedule says. */
class SlowPage {
  stored: Note = { mine: '', theirs: '' };
  shown: Note = { mine: '', theirs: '' };
  readonly everShown: string[] = [];
  /** Set to make the next write fail. */
  failing = false;
  readonly lane = new RecordSync<Note>({
    read: () => this.#answer({ ...this.stored }),
    store: async (change) => {
      await this.scheduler.schedule(Promise.resolve());
      if (this.failing) return { ok: false, why: 'full' };
      this.stored = change(this.stored);
      this.echo();
      return this.#answer({ ...this.stored });
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
    this.lane.change(this.shown, { slot: 'mine', apply: (note) => ({ ...note, mine: text }) });
  }

  /** What the browser tells every page after a change, the one that made it too. */
  echo(): void {
    void this.scheduler.schedule(Promise.resolve()).then(() => this.lane.refresh());
  }

  writeElsewhere(text: string): void {
    this.stored = { ...this.stored, theirs: text };
    this.echo();
  }

  /** What was read at this moment, told later. */
  async #answer(value: Note): Promise<Got<Note>> {
    await this.scheduler.schedule(Promise.resolve());
    return { ok: true, value };
  }
}

const deed = fc.constantFrom('type', 'type', 'elsewhere', 'echo');

test('typed text never gives way to an older one, whenever answers and echoes arrive', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.array(deed, { maxLength: 12 }), async (scheduler, deeds) => {
      const page = new SlowPage(scheduler);
      let typed = 0;
      const script = deeds.map((one) => ({
        label: one,
        builder: async () => {
          if (one === 'type') page.type('x'.repeat(++typed));
          else if (one === 'elsewhere') page.writeElsewhere(`theirs ${typed}`);
          else page.echo();
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

test('what failed to be stored stays shown under later echoes, and goes with the next write', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      const page = new SlowPage(scheduler);
      page.failing = true;
      page.type('kept');
      page.writeElsewhere('other');
      await scheduler.waitIdle();
      expect(page.shown).toEqual({ mine: 'kept', theirs: 'other' });
      expect(page.lane.state).toBe('full');
      page.failing = false;
      await scheduler.waitFor(page.lane.write());
      await scheduler.waitIdle();
      expect(page.stored).toEqual({ mine: 'kept', theirs: 'other' });
      expect(page.lane.state).toBe('idle');
    }),
  );
});
