import type { Frame } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { takeTurns } from '../../support/takeTurns';
import { describeInBrowsers } from './inBrowsers';
import { insertLetter, insertWhereClicked } from './insertLetter';
import { pressWithControl } from './mailBrowser';
import { openGmail, openOutlook } from './openSite';
import { freshGmailDraft } from '../../pages/gmail/gmailPage';
import { waitUntil } from '../../support/waitUntil';

const TO = ['pat.lee@trust.example'];
const CC = ['kim.day@trust.example', 'ali.roe@trust.example'];
const FILE = { name: 'Letter to my employer.docx', type: 'application/octet-stream', base64: 'UEsDBA==' };
const DONE = { outcome: 'done' };

const GMAIL_CHIPS = { to: '[name=to] [data-hovercard-id]', cc: '[name=cc] [data-hovercard-id]' };
const OUTLOOK_CHIPS = { to: '[id$=_TO] ._Entity', cc: '[id$=_CC] ._Entity' };

function readAll(frame: Frame, selector: string): Promise<string[]> {
  return frame.$$eval(selector, (chips) => chips.map((chip) => chip.textContent.trim()));
}

describeInBrowsers('Recipients', (open, name) => {
  test.each(['chips', 'set back once', 'after a click'] as const)(
    'are added in Gmail with “%s”',
    async (recipients) => {
      const frame = await openGmail(open(), {}, { recipients });
      expect(await insertLetter(frame, { content: { to: TO, cc: CC } })).toMatchObject({
        to: DONE,
        cc: DONE,
      });
      expect(await readAll(frame, GMAIL_CHIPS.to)).toEqual(TO);
      // A recipient that the page removed is added again, after the others.
      expect((await readAll(frame, GMAIL_CHIPS.cc)).toSorted()).toEqual(CC.toSorted());
    },
  );

  test('are added in Outlook, one after the other', async () => {
    const frame = await openOutlook(open(), {});
    expect(await insertLetter(frame, { content: { to: TO, cc: CC } })).toMatchObject({ to: DONE, cc: DONE });
    expect(await readAll(frame, OUTLOOK_CHIPS.to)).toEqual(TO);
    expect(await readAll(frame, OUTLOOK_CHIPS.cc)).toEqual(CC);
  });

  test('are reported as failed when the page accepts none, and no typed text stays in the field', async () => {
    const failed = { outcome: 'failed', why: 'did not stay' };
    const gmail = await openGmail(open(), {}, { recipients: 'no chips' });
    expect((await insertLetter(gmail, { content: { to: TO } })).to).toEqual(failed);
    expect(await gmail.$$eval('[name=to] input', (inputs) => inputs.map((input) => input.value))).toEqual([
      '',
    ]);
    const outlook = await openOutlook(open(), {}, { recipients: 'no chips' });
    expect((await insertLetter(outlook, { content: { to: TO } })).to).toEqual(failed);
    expect(await readAll(outlook, '[id$=_TO] [contenteditable]')).toEqual(['']);
  });

  test('are added in Outlook by accepting its suggestion, where a typed comma adds nobody', async () => {
    const frame = await openOutlook(open(), {}, { recipients: 'suggestion' });
    expect(await insertLetter(frame, { content: { to: TO, cc: CC } })).toMatchObject({ to: DONE, cc: DONE });
    expect(await readAll(frame, OUTLOOK_CHIPS.to)).toEqual(TO);
    expect(await readAll(frame, OUTLOOK_CHIPS.cc)).toEqual(CC);
  });

  test.each([
    ['of a person with a longer address', 'Use this address: not.pat.lee@trust.example'],
    ['of two people', 'pat.lee@trust.example, kim.day@trust.example'],
    ['of a person by name', 'Pat Lee'],
  ])('are not added in Outlook by a suggestion %s', async (_whom, suggestion) => {
    const frame = await openOutlook(open(), {}, { recipients: 'no chips' });
    await frame.evaluate((text) => {
      const list = document.createElement('div');
      list.id = 'FloatingSuggestionsList';
      const option = document.createElement('button');
      option.setAttribute('role', 'option');
      option.textContent = text;
      option.addEventListener('click', () => (document.body.dataset['pressed'] = 'yes'));
      list.append(option);
      document.querySelector('.compose')?.append(list);
    }, suggestion);
    expect((await insertLetter(frame, { content: { to: TO } })).to.outcome).toBe('failed');
    expect(await frame.evaluate(() => document.body.dataset['pressed'])).toBeUndefined();
  });

  describe.each([
    ['gmail', openGmail, GMAIL_CHIPS],
    ['outlook', openOutlook, OUTLOOK_CHIPS],
  ] as const)('in %s', (_site, openSite, chips) => {
    test.each([
      'a@x.example, b@x.example',
      'a@x.example;b@x.example',
      '"Jo Patel" <jo@x.example>',
      'mailto:jo@x.example',
      'see website',
      'jo@x.example\u200b',
      ' jo@x.example',
    ])('are nobody where one of them is %j', async (typed) => {
      const frame = await openSite(open(), {});
      const { to, cc } = await insertLetter(frame, { content: { to: [typed], cc: [...CC, typed] } });
      const left = { outcome: 'left alone', why: 'not one address' };
      expect({ to, cc }).toEqual({ to: left, cc: left });
      expect(await readAll(frame, `${chips.to}, ${chips.cc}`)).toEqual([]);
    });

    takeTurns(name);
  });

  test.each([
    ['nobody', [], 'not seen'],
    ['somebody else', ['else@trust.example'], 'failed'],
    ['two people', [...TO, 'else@trust.example'], 'failed'],
    ['the same person twice', [...TO, ...TO], 'failed'],
  ])('are offered to Gmail once where it makes %s of them', async (_whom, made, outcome) => {
    const frame = await openGmail(open(), {});
    await frame.evaluate((people) => {
      const field = document.querySelector('[name=to]');
      field?.addEventListener(
        'paste',
        (event) => {
          event.preventDefault();
          event.stopImmediatePropagation();
          document.body.dataset['pastes'] = `${Number(document.body.dataset['pastes'] ?? 0) + 1}`;
          const chips = people.map((person) => {
            const chip = document.createElement('div');
            chip.setAttribute('role', 'option');
            chip.dataset['hovercardId'] = person;
            chip.textContent = person;
            return chip;
          });
          field.querySelector('[role=listbox] > div > div')?.append(...chips);
        },
        true,
      );
    }, made);
    expect((await insertLetter(frame, { content: { to: TO } })).to.outcome).toBe(outcome);
    expect(await frame.evaluate(() => document.body.dataset['pastes'])).toBe('1');
    expect(await readAll(frame, GMAIL_CHIPS.to)).toEqual(made);
  });

  test.each([
    ['gmail', openGmail, GMAIL_CHIPS],
    ['outlook', openOutlook, OUTLOOK_CHIPS],
  ] as const)('that are already there are left alone in %s', async (_site, openSite, chips) => {
    const frame = await openSite(open(), { to: ['alex.morgan@trust.example'] });
    expect((await insertLetter(frame, { content: { to: TO } })).to).toEqual({
      outcome: 'left alone',
      why: 'already filled',
    });
    expect(await readAll(frame, chips.to)).toEqual(['alex.morgan@trust.example']);
  });

  test.each([
    ['re-creates the field', (field: Element) => field.replaceWith(field.cloneNode(true))],
    ['gives the focus back to the email', () => document.querySelector<HTMLElement>('.EditorClass')?.focus()],
  ] as const)(
    'are never typed into the draft when To gets the focus and the page %s',
    async (_how, answer) => {
      const frame = await openOutlook(open(), { words: '<div>My own words</div>' });
      await frame.click('.EditorClass');
      await frame.evaluate(
        `document.addEventListener('focusin', ({ target }) => {
         const field = target.closest('[id$=_TO] [contenteditable]');
         if (field) (${String(answer)})(field);
       })`,
      );
      const { to, body } = await insertLetter(frame, { content: { to: TO } });
      expect(to.outcome).toBe('failed');
      expect(body.outcome).toBe('inserted');
      const words = await frame.$eval('.EditorClass', (field) => field.textContent);
      expect(words).toContain('My own words');
      expect(words).not.toContain('@');
    },
  );

  test.each([
    ['gmail', openGmail, '[name=to] input'],
    ['outlook', openOutlook, '[id$=_TO] [contenteditable]'],
  ] as const)('the right-click menu inserts nothing into To in %s', async (_site, openSite, selector) => {
    const frame = await openSite(open(), {});
    await frame.focus(selector);
    expect((await insertWhereClicked(frame, {})).body).toEqual({
      outcome: 'refused',
      why: 'not a text field',
    });
    expect(await frame.$eval(selector, (field) => ('value' in field ? field.value : field.textContent))).toBe(
      '',
    );
  });

  test('are added, like subject, file and letter, without any scripted key event', async () => {
    for (const frame of [await openGmail(open(), {}), await openOutlook(open(), {})]) {
      await insertLetter(frame, { content: { to: TO, cc: CC, subject: 'Request', files: [FILE] } });
      expect(await frame.evaluate(() => globalThis.standInMisuse)).toEqual({ scriptedKeys: [], pressed: [] });
    }
  });
});

describeInBrowsers('The subject', (open) => {
  test.each([
    ['gmail', openGmail, 'input[name=subjectbox]'],
    ['outlook', openOutlook, 'input[id$=_SUBJECT]'],
  ] as const)('is filled in when empty in %s, and left alone when not', async (_site, openSite, selector) => {
    const content = { subject: 'Request for a risk assessment' };
    const empty = await openSite(open(), {});
    expect((await insertLetter(empty, { content })).subject).toEqual(DONE);
    expect(await empty.$eval(selector, (input) => input.value)).toBe(content.subject);
    const filled = await openSite(open(), { subject: 'Spring term' });
    expect((await insertLetter(filled, { content })).subject).toEqual({
      outcome: 'left alone',
      why: 'already filled',
    });
    expect(await filled.$eval(selector, (input) => input.value)).toBe('Spring term');
  });

  test('of a reply is hidden in Gmail and never changed', async () => {
    const frame = await openGmail(open(), { kind: 'reply', subject: '', quote: 'collapsed' });
    const { subject } = await insertLetter(frame, { content: { subject: 'Request' } });
    expect(subject).toEqual({ outcome: 'left alone', why: 'hidden' });
  });

  test('is never changed in a wrapper without size, in which Gmail hides a reply’s subject', async () => {
    const frame = await openGmail(open(), {});
    await frame.$eval('input[name=subjectbox]', (subject) => {
      const wrapper = document.createElement('div');
      wrapper.ariaHidden = 'true';
      wrapper.style.cssText = 'width:0;height:0;overflow:hidden';
      subject.replaceWith(wrapper);
      wrapper.append(subject);
    });
    const { subject, kind } = await insertLetter(frame, { content: { subject: 'Request' } });
    expect(subject).toEqual({ outcome: 'left alone', why: 'hidden' });
    expect(kind).toBe('reply');
    expect(await frame.$eval('input[name=subjectbox]', (input) => input.value)).toBe('');
  });

  test('is not filled in when it is longer than the field allows', async () => {
    const frame = await openOutlook(open(), {});
    const { subject } = await insertLetter(frame, { content: { subject: 'Request '.repeat(40) } });
    expect(subject).toEqual({ outcome: 'failed', why: 'not offered' });
    expect(await frame.$eval('input[id$=_SUBJECT]', (input) => input.value)).toBe('');
  });

  test('is filled in before the letter, so that the first Ctrl+Z removes only the letter', async () => {
    const frame = await openGmail(open(), { words: '<div>My own words</div>' });
    await frame.click('.Am.editable');
    const before = await frame.$eval('.Am.editable', (field) => field.innerHTML);
    await insertLetter(frame, { content: { subject: 'Request', to: TO } });
    await pressWithControl(open(), 'z');
    await waitUntil('the former draft', () =>
      frame.$eval('.Am.editable', (field, former) => field.innerHTML === former, before),
    );
    expect(await frame.$eval('input[name=subjectbox]', (input) => input.value)).toBe('Request');
  });
});

describeInBrowsers('A Word copy', (open) => {
  test('is attached in Gmail to the chosen email and to no other', async () => {
    const drafts = [freshGmailDraft, { ...freshGmailDraft, subject: 'Second' }, freshGmailDraft];
    await open().page.setViewport({ width: 1800, height: 800 });
    const frame = await openGmail(open(), {}, { drafts });
    expect((await insertLetter(frame, { content: { files: [FILE] }, draft: 1 })).attachment).toEqual(DONE);
    const chips = await frame.$$eval('.M9', (all) => all.map((one) => one.querySelectorAll('.vI').length));
    expect(chips).toEqual([0, 1, 0]);
  });

  test('and another file are both attached, in Gmail and in Outlook', async () => {
    for (const frame of [await openGmail(open(), {}), await openOutlook(open(), {})]) {
      const files = [{ ...FILE, name: '2026-11-09 First letter.docx' }, FILE];
      expect((await insertLetter(frame, { content: { files } })).attachment).toEqual(DONE);
      const shown = await frame.evaluate(() => document.body.textContent);
      for (const { name } of files) expect(shown).toContain(name);
    }
  });

  test('is attached in Outlook', async () => {
    const frame = await openOutlook(open(), {});
    expect((await insertLetter(frame, { content: { files: [FILE] } })).attachment).toEqual(DONE);
  });

  test('is not reported as attached if the page does not show it', async () => {
    const frame = await openGmail(open(), {});
    await frame.evaluate(() => {
      document.addEventListener('change', (event) => event.stopImmediatePropagation(), true);
    });
    expect((await insertLetter(frame, { content: { files: [FILE] } })).attachment).toEqual({
      outcome: 'not seen',
    });
  });
});
