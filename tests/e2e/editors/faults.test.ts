import type { Frame } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { readDraftField } from './draftField';
import { describeInBrowsers } from './inBrowsers';
import { insertLetter, lookAt } from './insertLetter';
import { letter, LINES } from './letter';
import type { MailBrowser } from './mailBrowser';
import { runInPage } from './pageSide';

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
  'writes after we have stopped waiting': (field: HTMLElement) => {
    field.addEventListener('paste', (event) => {
      event.preventDefault();
      const html = event.clipboardData?.getData('text/html') ?? '';
      field.ownerDocument.addEventListener('write-now', () =>
        field.append(document.createRange().createContextualFragment(html)),
      );
    });
  },
  // Quill 1 moves the focus to a field of its own, reads the paste there, and then copies that field into the email.
  'moves the focus when it is offered a paste': (field: HTMLElement) => {
    const other = document.createElement('div');
    other.contentEditable = 'true';
    field.after(other);
    field.addEventListener('paste', () => other.focus());
  },
  'writes a paste with the browser’s command': (field: HTMLElement) => {
    field.addEventListener('paste', (event) => {
      event.preventDefault();
      document.execCommand('insertHTML', false, event.clipboardData?.getData('text/html'));
    });
  },
  'takes its text from beforeinput alone': (field: HTMLElement) => {
    field.addEventListener('beforeinput', (event) => {
      if (event.inputType !== 'insertFromPaste') return;
      event.preventDefault();
      const html = event.dataTransfer?.getData('text/html') ?? '';
      field.append(document.createRange().createContextualFragment(html));
    });
    // As an editor with a document of its own, which redraws what it does not know.
    const own = field.innerHTML;
    new MutationObserver(() => {
      if (!field.querySelector('p')) field.innerHTML = own;
    }).observe(field, { childList: true, subtree: true, characterData: true });
  },
  'keeps text only': (field: HTMLElement) => {
    field.addEventListener('paste', (event) => {
      event.preventDefault();
      const text = event.clipboardData?.getData('text/plain') ?? '';
      const at = getSelection()?.getRangeAt(0);
      const node = document.createElement('span');
      node.style.whiteSpace = 'pre-wrap';
      node.textContent = text;
      at?.insertNode(node);
    });
  },
  'takes a change back a little later': (field: HTMLElement) => {
    const own = field.innerHTML;
    new MutationObserver(() => {
      setTimeout(() => {
        if (field.innerHTML !== own) field.innerHTML = own;
      }, 50);
    }).observe(field, { childList: true, subtree: true, characterData: true });
  },
  'joins the letter with the user’s line': (field: HTMLElement) => {
    field.addEventListener('paste', (event) => {
      event.preventDefault();
      const text = event.clipboardData?.getData('text/plain') ?? '';
      field.lastElementChild?.append(text.trim().split('\n').join('\u2028'));
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
    ['ignores the paste it accepted', 'not seen'],
    ['throws after it accepted the paste', 'not seen'],
    ['undoes changes by scripts', 'did not arrive'],
    ['takes a change back a little later', 'did not arrive'],
  ] as const)('%s, the draft is unchanged and the report says “%s”', async (fault, why) => {
    const frame = await openWith(open(), fault);
    const before = await readDraftField(frame);
    expect((await insertLetter(frame)).body).toEqual({ outcome: 'refused', why });
    // A later look finds nothing, and the report stays.
    expect((await runInPage(frame, { do: 'lookAgain' }))?.body ?? { outcome: 'refused', why }).toEqual({
      outcome: 'refused',
      why,
    });
    expect((await readDraftField(frame)).html).toBe(before.html);
  });

  test.each([
    'throws before it accepted the paste',
    'writes two seconds late',
    'moves the focus when it is offered a paste',
    'takes its text from beforeinput alone',
    'keeps text only',
  ] as const)('%s, the letter is there exactly once', async (fault) => {
    const frame = await openWith(open(), fault);
    expect((await insertLetter(frame)).body.outcome).toBe('inserted');
    const { lines } = await readDraftField(frame);
    expect(lines.filter((line) => line === LINES[0])).toHaveLength(1);
    expect(lines).toEqual(expect.arrayContaining(['Dear Alex', 'thank you', ...LINES.slice(0, 3)]));
  });

  test.each([
    'writes only the first line',
    'joins the letter into one line',
    'joins the letter with the user’s line',
    'replaces the user’s text',
  ] as const)('%s, the letter is not reported as inserted', async (fault) => {
    const frame = await openWith(open(), fault);
    expect((await insertLetter(frame)).body).toEqual({ outcome: 'refused', why: 'arrived changed' });
  });

  test('writes after we have stopped waiting, a later look corrects the report and the letter can be taken out', async () => {
    const frame = await openWith(open(), 'writes after we have stopped waiting');
    expect((await insertLetter(frame)).body).toEqual({ outcome: 'refused', why: 'not seen' });
    expect(await runInPage(frame, { do: 'takeOut' })).toMatchObject({ why: 'nothing to take out' });
    await frame.evaluate(() => document.dispatchEvent(new Event('write-now')));
    const { html } = await readDraftField(frame);
    expect((await runInPage(frame, { do: 'lookAgain' }))?.body).toMatchObject({ outcome: 'inserted' });
    expect((await readDraftField(frame)).html).toBe(html);
  });

  test('writes a paste with the browser’s command, the letter can be taken out', async () => {
    const frame = await openWith(open(), 'writes a paste with the browser’s command');
    const before = await readDraftField(frame);
    expect((await insertLetter(frame)).body.outcome).toBe('inserted');
    expect(await runInPage(frame, { do: 'takeOut' })).toEqual({ outcome: 'taken out', stays: [] });
    expect((await readDraftField(frame)).html).toBe(before.html);
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
