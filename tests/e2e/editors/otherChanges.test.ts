import { describe, expect, test } from 'vitest';
import { shareBrowser } from '../../support/shareBrowser';
import { tryOtherChange } from './changedMarks';
import { BROWSERS } from '../../support/takeTurns';
import { openMailBrowser, type MailBrowser } from './mailBrowser';

/** Changes of a mail page other than lost marks. Each function runs in the page. */
const CHANGES: Record<string, () => void> = {
  'is written from right to left': () => {
    document.documentElement.dir = 'rtl';
    globalThis.keptFields?.body.setAttribute('dir', 'rtl');
  },
  'has hashed class tokens': () => {
    // The test finds the fields by these; chips are the only classes of a table that have no second way.
    const kept = /^(Am|editable|EditorClass|_Entity|_EType_RECIPIENT_ENTITY)$/;
    for (const element of document.querySelectorAll<HTMLElement>('[class]'))
      if (!globalThis.keptFields?.body.contains(element) || element === globalThis.keptFields.body)
        element.className = [...element.classList]
          .map((token) => (kept.test(token) ? token : `${token}-ql-thxFLe`))
          .join(' ');
  },
  'has other roles': () => {
    for (const element of document.querySelectorAll('[role=main],[role=dialog],[role=region],[role=textbox]'))
      element.setAttribute('role', element.matches('[contenteditable]') ? 'document-text' : 'group');
  },
  'has no roles and no labels': () => {
    for (const element of document.querySelectorAll('[role]:not([contenteditable] *),[aria-label]')) {
      if (!element.matches('[role=option],[role=listbox]')) element.removeAttribute('role');
      element.removeAttribute('aria-label');
    }
  },
  'has each mark of the subject twice': () => {
    const { subject } = globalThis.keptFields ?? {};
    const copy = subject?.cloneNode() as HTMLInputElement;
    copy.style.display = 'none';
    subject?.before(copy);
  },
  'has each mark of the text twice': () => {
    const { body } = globalThis.keptFields ?? {};
    const copy = body?.cloneNode() as HTMLElement;
    copy.removeAttribute('id');
    copy.style.cssText = 'height: 1px; min-height: 0; overflow: hidden; padding: 0';
    body?.after(copy);
  },
  'makes the text editable without a value': () => {
    globalThis.keptFields?.body.setAttribute('contenteditable', '');
  },
  'keeps the text in capitals of an attribute': () => {
    globalThis.keptFields?.body.setAttribute('contenteditable', 'TRUE');
  },
  'has another ending on each mark': () => {
    const { body, subject } = globalThis.keptFields ?? {};
    for (const element of document.querySelectorAll('[id],[name],[g_editable],[data-app-section]')) {
      if (body?.contains(element) && element !== body) continue;
      for (const name of ['id', 'name', 'g_editable', 'data-app-section']) {
        const value = element.getAttribute(name);
        if (value && element !== subject) element.setAttribute(name, `${value}-v2`);
      }
    }
  },
  'wraps each field in an element without a box': () => {
    const { body, subject } = globalThis.keptFields ?? {};
    for (const field of [body, subject]) {
      const wrapper = document.createElement('div');
      wrapper.style.display = 'contents';
      field?.before(wrapper);
      if (field) wrapper.append(field);
    }
  },
  'has labels in Welsh': () => {
    for (const element of document.querySelectorAll('[aria-label],[placeholder]')) {
      if (element.hasAttribute('aria-label')) element.setAttribute('aria-label', 'Maes');
      if (element.hasAttribute('placeholder')) element.setAttribute('placeholder', 'Maes');
    }
  },
  'asks above the text what to write': () => {
    const { body } = globalThis.keptFields ?? {};
    const prompt = body?.cloneNode() as HTMLElement;
    prompt.removeAttribute('id');
    prompt.className = 'prompt';
    prompt.style.cssText = 'min-height: 0; height: 24px; padding: 0';
    prompt.textContent = 'What do you want this email to say?';
    body?.before(prompt);
  },
  'has its subject below the text': () => {
    const { body, subject } = globalThis.keptFields ?? {};
    if (subject) body?.after(subject);
  },
  'has a text area for its subject': () => {
    const { keptFields } = globalThis;
    const area = document.createElement('textarea');
    for (const { name, value } of keptFields?.subject.attributes ?? []) area.setAttribute(name, value);
    keptFields?.subject.replaceWith(area);
    if (keptFields) keptFields.subject = area as unknown as HTMLInputElement;
  },
  'locks its subject': () => {
    const { subject } = globalThis.keptFields ?? {};
    if (subject) subject.readOnly = true;
  },
  'takes plain text only': () => {
    globalThis.keptFields?.body.setAttribute('contenteditable', 'plaintext-only');
  },
  'has its text in one more editable element': () => {
    const { body } = globalThis.keptFields ?? {};
    body?.parentElement?.setAttribute('contenteditable', 'false');
  },
  'has a part inside the text that is not editable': () => {
    const { body } = globalThis.keptFields ?? {};
    const card = document.createElement('div');
    card.contentEditable = 'false';
    card.textContent = 'Meeting card';
    body?.append(card);
  },
  'keeps the line with the caret from being edited': () => {
    const line = globalThis.keptFields?.body.firstElementChild;
    line?.after(line.cloneNode(true));
    line?.setAttribute('contenteditable', 'false');
  },
  'ends in a line with the caret that cannot be edited': () => {
    const { body } = globalThis.keptFields ?? {};
    const line = body?.firstElementChild;
    line?.setAttribute('contenteditable', 'false');
    if (line) body?.replaceChildren(line);
  },
  'has its text in a larger editable part': () => {
    globalThis.keptFields?.body.parentElement?.setAttribute('contenteditable', 'true');
  },
  'has a taller field with the same marks below the text': () => {
    const { body } = globalThis.keptFields ?? {};
    const taller = body?.cloneNode() as HTMLElement;
    taller.removeAttribute('id');
    body?.style.setProperty('min-height', '40px');
    body?.style.setProperty('height', '40px');
    taller.style.cssText = 'min-height: 0; height: 90px';
    body?.after(taller);
  },
  'shows the email above all else': () => {
    const { body } = globalThis.keptFields ?? {};
    const email = body?.closest('.M9, [data-app-section]');
    const layer = document.createElement('div');
    layer.popover = 'manual';
    email?.before(layer);
    if (email) layer.append(email);
    layer.showPopover();
  },
  'shows its text in capitals': () => {
    globalThis.keptFields?.body.style.setProperty('text-transform', 'uppercase');
  },
  'has fields of other emails in hidden panes': () => {
    const { body } = globalThis.keptFields ?? {};
    const pane = body?.closest('.M9, [data-app-section], [id^=docking_]')?.cloneNode(true) as HTMLElement;
    pane.hidden = true;
    pane.style.display = 'none';
    document.body.prepend(pane);
  },
  'marks its text when it gets the focus': () => {
    const { body } = globalThis.keptFields ?? {};
    body?.addEventListener('focus', () => body.setAttribute('data-focused', 'yes'));
  },
  'is zoomed and scrolled': () => {
    document.body.style.zoom = '1.5';
    document.documentElement.scrollTop = 40;
  },
};

/** There Outlook's editor gets no key presses, so that its own undo does not work either. */
const WITHOUT_KEYS = 'has its text in a larger editable part';

/** As in changedMarks.test.ts, the soak run tries both browsers. */
const NAMES = process.env['MARKS'] === 'pairs' ? BROWSERS : (['chromium'] as const);

describe.each(NAMES)('A mail page that, in %s,', (browserName) => {
  let browser: MailBrowser;
  shareBrowser(async () => {
    browser = await openMailBrowser(browserName);
    return browser;
  });

  test.each(
    Object.keys(CHANGES).flatMap((change) => [
      [change, 'gmail'] as const,
      ...(change === WITHOUT_KEYS ? [] : [[change, 'outlook'] as const]),
    ]),
  )(
    '%s gets the letter, is told the truth about its subject, and one undo takes the letter out: %s',
    async (change, site) => {
      expect(await tryOtherChange(browser, site, CHANGES[change] ?? (() => undefined))).toBe('');
    },
  );
});
