import type { Frame } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { readDraftField } from './draftField';
import { describeInBrowsers } from './inBrowsers';
import { insertLetter, lookAt } from './insertLetter';
import { letter, LINES } from './letter';
import type { MailBrowser } from './mailBrowser';
import { isolatedWorld, runInPage } from './pageSide';

const OWN_WORDS = '<div>Dear Alex</div><div>thank you</div>';

/** Faults of an editor. Each function receives the field and runs in the page's own world. */
const faults = {
  'ignores the paste it accepted': (field: HTMLElement) => {
    field.addEventListener('paste', (event) => event.preventDefault());
  },
  'throws after it accepted the paste': (field: HTMLElement) => {
    field.addEventListener('paste', (event) => {
      event.preventDefault();
      throw new Error('an editor’s own mistake');
    });
  },
  'throws before it accepted the paste': (field: HTMLElement) => {
    field.addEventListener('paste', () => {
      throw new Error('an editor’s own mistake');
    });
  },
  'writes two seconds late': (field: HTMLElement) => {
    field.addEventListener('paste', (event) => {
      event.preventDefault();
      const html = event.clipboardData?.getData('text/html') ?? '';
      setTimeout(() => field.append(document.createRange().createContextualFragment(html)), 2000);
    });
  },
  'undoes changes by scripts': (field: HTMLElement) => {
    const own = field.innerHTML;
    new MutationObserver(() => {
      if (field.innerHTML !== own) field.innerHTML = own;
    }).observe(field, { childList: true, subtree: true, characterData: true });
  },
  'writes only the first line': (field: HTMLElement) => {
    field.addEventListener('paste', (event) => {
      event.preventDefault();
      field.append(document.createElement('br'), 'Dear Mrs Patel');
    });
  },
  'joins the letter into one line': (field: HTMLElement) => {
    field.addEventListener('paste', (event) => {
      event.preventDefault();
      const html = event.clipboardData?.getData('text/html') ?? '';
      field.append(document.createRange().createContextualFragment(html).textContent);
    });
  },
  'replaces the user’s text': (field: HTMLElement) => {
    field.addEventListener('paste', (event) => {
      event.preventDefault();
      const html = event.clipboardData?.getData('text/html') ?? '';
      field.replaceChildren(document.createRange().createContextualFragment(html));
    });
  },
  'is removed during the insertion': (field: HTMLElement) => {
    field.addEventListener('paste', (event) => {
      event.preventDefault();
      field.remove();
    });
  },
};

async function openWith(browser: MailBrowser, fault: keyof typeof faults): Promise<Frame> {
  const frame = await browser.openEditor('plain', OWN_WORDS);
  await frame.evaluate(
    `(${String(faults[fault])})(document.querySelector('[contenteditable]')); document.querySelector('[contenteditable]').focus()`,
  );
  return frame;
}

describeInBrowsers('When an editor', (open) => {
  test.each([
    'ignores the paste it accepted',
    'throws after it accepted the paste',
    'undoes changes by scripts',
  ] as const)('%s, the draft is unchanged and the report says that nothing went in', async (fault) => {
    const frame = await openWith(open(), fault);
    const before = await readDraftField(frame);
    expect((await insertLetter(frame)).body).toEqual({ outcome: 'refused', why: 'did not arrive' });
    expect((await readDraftField(frame)).html).toBe(before.html);
  });

  test.each(['throws before it accepted the paste', 'writes two seconds late'] as const)(
    '%s, the letter is there exactly once',
    async (fault) => {
      const frame = await openWith(open(), fault);
      expect((await insertLetter(frame)).body.outcome).toBe('inserted');
      const { lines } = await readDraftField(frame);
      expect(lines.filter((line) => line === LINES[0])).toHaveLength(1);
      expect(lines).toEqual(expect.arrayContaining(['Dear Alex', 'thank you', ...LINES.slice(0, 3)]));
    },
  );

  test.each([
    'writes only the first line',
    'joins the letter into one line',
    'replaces the user’s text',
  ] as const)('%s, the letter is not reported as inserted', async (fault) => {
    const frame = await openWith(open(), fault);
    expect((await insertLetter(frame)).body).toEqual({ outcome: 'refused', why: 'arrived changed' });
  });

  test('is removed during the insertion, the report says so', async () => {
    const frame = await openWith(open(), 'is removed during the insertion');
    expect((await insertLetter(frame)).body).toEqual({ outcome: 'refused', why: 'draft gone' });
  });

  test('is closed between finding and inserting, nothing is changed', async () => {
    const frame = await open().openEditor('gmail', OWN_WORDS);
    const [draft] = (await lookAt(frame)).drafts;
    await frame.evaluate(() => document.querySelector('[role=dialog]')?.remove());
    const target = { by: 'id', id: draft?.id ?? '' } as const;
    const report = await runInPage(frame, {
      do: 'insert',
      target,
      content: letter,
      allowSecondCopy: true,
      sections: [],
    });
    expect(report.body).toEqual({ outcome: 'refused', why: 'draft gone' });
  });

  test('is re-created in the same draft, the letter still goes in', async () => {
    const frame = await open().openEditor('gmail', OWN_WORDS);
    const [draft] = (await lookAt(frame)).drafts;
    await frame.evaluate(() => {
      const field = document.querySelector('.Am.editable');
      field?.replaceWith(field.cloneNode(true));
    });
    const target = { by: 'id', id: draft?.id ?? '' } as const;
    const report = await runInPage(frame, {
      do: 'insert',
      target,
      content: letter,
      allowSecondCopy: true,
      sections: [],
    });
    expect(report.body.outcome).toBe('inserted');
  });
});

describeInBrowsers('After a job', (open) => {
  test.each(['gmail', 'outlook', 'plain'] as const)(
    'nothing but one global name is left in %s',
    async (editor) => {
      const frame = await open().openEditor(editor, OWN_WORDS);
      await countWhatIsLeft(frame);
      const content = { subject: 'Request', to: ['pat.lee@trust.example'], cc: ['kim.day@trust.example'] };
      await insertLetter(frame, { content });
      await runInPage(frame, { do: 'takeOut' });
      expect(await isolatedWorld(frame).evaluate(() => globalThis.leftBehind?.())).toEqual({
        names: ['dearEmployer'],
        listeners: 0,
        observers: 0,
        timers: 0,
      });
    },
  );
});

interface LeftBehind {
  names: string[];
  listeners: number;
  observers: number;
  timers: number;
}

declare global {
  // eslint-disable-next-line no-var -- only `var` declares a property of the global object
  var leftBehind: (() => LeftBehind) | undefined;
}

/**
 * Wraps listeners, observers and timers in the extension's isolated world, to count those that were started and not
 * stopped.
 */
async function countWhatIsLeft(frame: Frame): Promise<void> {
  await isolatedWorld(frame).evaluate(() => {
    const wrapped = ['leftBehind', 'setTimeout', 'clearTimeout'];
    const names = new Set([...Object.getOwnPropertyNames(globalThis), ...wrapped]);
    const listeners: unknown[] = [];
    const observers = new Set<MutationObserver>();
    const timers = new Set<unknown>();
    // The original methods; each call passes its own `this`.
    /* oxlint-disable typescript/unbound-method */
    const { addEventListener, removeEventListener } = EventTarget.prototype;
    const { observe, disconnect } = MutationObserver.prototype;
    /* oxlint-enable typescript/unbound-method */
    EventTarget.prototype.addEventListener = function add(...args: Parameters<typeof addEventListener>) {
      listeners.push(args[1]);
      addEventListener.apply(this, args);
    };
    EventTarget.prototype.removeEventListener = function remove(
      ...args: Parameters<typeof removeEventListener>
    ) {
      listeners.splice(listeners.indexOf(args[1]), 1);
      removeEventListener.apply(this, args);
    };
    MutationObserver.prototype.observe = function watch(...args: Parameters<typeof observe>) {
      observers.add(this);
      observe.apply(this, args);
    };
    MutationObserver.prototype.disconnect = function stop() {
      observers.delete(this);
      disconnect.apply(this);
    };
    const { setTimeout: start, clearTimeout: stop } = globalThis;
    Object.assign(globalThis, {
      setTimeout: (work: () => void, milliseconds?: number) => {
        const timer = start(() => {
          timers.delete(timer);
          work();
        }, milliseconds);
        timers.add(timer);
        return timer;
      },
      clearTimeout: (timer: number) => {
        timers.delete(timer);
        stop(timer);
      },
    });
    globalThis.leftBehind = () => ({
      names: Object.getOwnPropertyNames(globalThis).filter((name) => !names.has(name)),
      listeners: listeners.length,
      observers: observers.size,
      timers: timers.size,
    });
  });
}
