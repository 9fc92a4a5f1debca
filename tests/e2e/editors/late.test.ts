import type { Frame } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { describeInBrowsers } from './inBrowsers';
import { insertLetter } from './insertLetter';
import { openGmail, openOutlook } from './openSite';
import { isolatedWorld, runInPage } from './pageSide';

const TO = ['pat.lee@trust.example'];
const FILE = { name: 'Letter to my employer.docx', type: 'application/octet-stream', base64: 'UEsDBA==' };
const DONE = { outcome: 'done' };
const NOT_SEEN = { outcome: 'not seen' };

/** Each site shows a recipient when the page is told to. */
const LATE = {
  gmail: {
    // As PeopleKit, which takes the paste at once and looks the person up.
    delay: () => {
      document.querySelector('[name=to]')?.addEventListener(
        'paste',
        (event) => {
          event.preventDefault();
          event.stopImmediatePropagation();
          const address = (event as ClipboardEvent).clipboardData?.getData('text/plain') ?? '';
          document.addEventListener('show-now', () => {
            const chip = document.createElement('div');
            chip.dataset['hovercardId'] = address;
            chip.textContent = address;
            document.querySelector('[name=to] [role=listbox] > div > div')?.append(chip);
          });
        },
        true,
      );
    },
    open: openGmail,
    chips: '[name=to] [data-hovercard-id]',
  },
  outlook: {
    delay: () => {
      document.querySelector('[id$=_TO]')?.addEventListener(
        'input',
        (event) => {
          event.stopPropagation();
          const field = event.target as HTMLElement;
          const text = field.textContent;
          if (!text.endsWith(',')) return;
          field.textContent = '';
          document.addEventListener('show-now', () => {
            const chip = document.createElement('span');
            chip.className = '_Entity _EType_RECIPIENT_ENTITY';
            chip.textContent = text.slice(0, -1);
            field.append(chip);
          });
        },
        true,
      );
    },
    open: openOutlook,
    chips: '[id$=_TO] ._Entity',
  },
};

/** Gmail's or Outlook's attachment comes when the page is told to show it. */
function delayAttachment(): void {
  document.addEventListener(
    'change',
    (event) => {
      const input = event.target as HTMLInputElement;
      const [file] = input.files ?? [];
      event.stopImmediatePropagation();
      document.addEventListener('show-now', () => {
        const card = document.createElement('div');
        card.textContent = file?.name ?? '';
        (input.closest('.I5') ?? document.querySelector('.compose'))?.prepend(card);
      });
    },
    true,
  );
}

describeInBrowsers('What a page shows late', (open) => {
  test.each(['gmail', 'outlook'] as const)(
    'a recipient in %s is told as not seen and not written again, and a later look finds them',
    async (site) => {
      const { open: openSite, delay, chips } = LATE[site];
      const frame = await openSite(open(), {});
      await frame.evaluate(delay);
      expect((await insertLetter(frame, { content: { to: TO } })).to).toEqual(NOT_SEEN);
      expect((await runInPage(frame, { do: 'lookAgain' }))?.to).toEqual(NOT_SEEN);
      await frame.evaluate(() => document.dispatchEvent(new Event('show-now')));
      expect((await runInPage(frame, { do: 'lookAgain' }))?.to).toEqual(DONE);
      expect(await frame.$$eval(chips, (all) => all.map((chip) => chip.textContent))).toEqual(TO);
    },
  );

  test.each(['gmail', 'outlook'] as const)(
    'a Word copy in %s is told as not seen, and a later look finds it',
    async (site) => {
      const frame = await LATE[site].open(open(), {});
      await frame.evaluate(delayAttachment);
      expect((await insertLetter(frame, { content: { files: [FILE] } })).attachment).toEqual(NOT_SEEN);
      await frame.evaluate(() => document.dispatchEvent(new Event('show-now')));
      expect((await runInPage(frame, { do: 'lookAgain' }))?.attachment).toEqual(DONE);
    },
  );

  test.each(['gmail', 'outlook'] as const)(
    'a Word copy that no place in %s shows goes to one more place for each press, and to none once it is seen',
    async (site) => {
      const frame = await LATE[site].open(open(), {});
      await frame.evaluate(() => {
        const known = document.querySelector<HTMLInputElement>(
          '[name=Filedata], [data-testid=local-computer-filein]:not([accept])',
        );
        const add = (name: string, accept: string) => {
          const input = document.createElement('input');
          Object.assign(input, { type: 'file', className: name, accept, hidden: true });
          known?.parentElement?.append(input);
          return input;
        };
        known?.classList.add('first');
        // Only the last one is the site's own; it shows the file.
        for (const input of [add('pictures', 'image/*'), add('second', ''), add('third', '')]) {
          input.addEventListener('change', (event) => {
            event.stopPropagation();
            if (!input.matches('.third')) return;
            const card = document.createElement('div');
            card.textContent = input.files?.[0]?.name ?? '';
            known?.parentElement?.append(card);
          });
        }
        known?.addEventListener('change', (event) => event.stopImmediatePropagation(), true);
      });
      const given = () =>
        frame.$$eval('input[type=file]', (inputs) =>
          inputs.filter((input) => input.files?.length).map((input) => input.className.split(' ').at(-1)),
        );
      expect((await insertLetter(frame, { content: { files: [FILE] } })).attachment).toEqual(NOT_SEEN);
      expect(await given()).toEqual(['first']);
      expect((await runInPage(frame, { do: 'attachNext' }))?.attachment).toEqual(NOT_SEEN);
      expect(await given()).toEqual(['first', 'second']);
      const third = await runInPage(frame, { do: 'attachNext' });
      expect(third).toMatchObject({ body: { outcome: 'inserted' }, attachment: DONE });
      expect(await given()).toEqual(['first', 'second', 'third']);
      // The file is there: one more press attaches nothing.
      expect((await runInPage(frame, { do: 'attachNext' }))?.attachment).toEqual(DONE);
    },
  );

  test('a subject that the page rewrites is told as not seen', async () => {
    const frame = await openGmail(open(), {});
    await frame.$eval('input[name=subjectbox]', (input) => {
      input.addEventListener('input', () => (input.value = input.value.toUpperCase()));
    });
    expect((await insertLetter(frame, { content: { subject: 'Request' } })).subject).toEqual(NOT_SEEN);
  });
});

describeInBrowsers('After a job', (open) => {
  test.each(['gmail', 'outlook', 'plain'] as const)(
    'nothing but one global name is left in %s',
    async (editor) => {
      const frame = await open().openEditor(editor, '<div>Dear Alex</div><div>thank you</div>');
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
    // In Firefox, the global object of the isolated world and its window are two objects.
    const listNames = () => [...new Set([globalThis, window].flatMap(Object.getOwnPropertyNames))];
    const names = new Set([...listNames(), ...wrapped]);
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
      names: listNames().filter((name) => !names.has(name)),
      listeners: listeners.length,
      observers: observers.size,
      timers: timers.size,
    });
  });
}
