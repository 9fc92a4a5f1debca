// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest';
import type { MailClient } from '../../../lib/mail/sites/site';
import { gmail } from '../../../lib/mail/sites/gmail';
import { outlook } from '../../../lib/mail/sites/outlook';
import { createMemory } from '../../../lib/mail/memory';
import { createRareCases } from '../../../lib/mail/rareCases';
import { findTarget } from '../../../lib/mail/target';

afterEach(() => document.body.replaceChildren());

/** The target found after a right-click into the element with the id "clicked". */
function clickInto(client: MailClient, html: string) {
  document.body.innerHTML = html;
  const clicked = document.getElementById('clicked');
  clicked?.focus();
  // jsdom does not implement `isContentEditable`.
  Object.defineProperty(clicked, 'isContentEditable', { value: clicked?.hasAttribute('contenteditable') });
  const memory = createMemory();
  memory.rare = createRareCases(memory);
  return findTarget({ by: 'clicked' }, client, document, memory);
}

test.each<[string, MailClient, string]>([
  ['Gmail, To', gmail, '<div name="to"><div><input id="clicked" role="combobox"></div></div>'],
  ['Gmail, Cc', gmail, '<div name="cc"><input id="clicked" role="combobox"></div>'],
  ['Gmail, Bcc', gmail, '<div name="bcc"><input id="clicked" role="combobox"></div>'],
  ['Outlook, To', outlook, '<div role="group" id="MSG_1_TO"><div contenteditable tabindex="0" id="clicked">'],
  [
    'Outlook, Bcc',
    outlook,
    '<div role="group" id="MSG_1_BCC"><div contenteditable tabindex="0" id="clicked">',
  ],
])('the right-click menu inserts nothing into a field for recipients: %s', (_field, client, html) => {
  expect(clickInto(client, html)).toBe('not a text field');
});

test.each<[string, MailClient, string]>([
  ['a subject', gmail, '<input id="clicked" name="subjectbox">'],
  ['a text area', outlook, '<textarea id="clicked"></textarea>'],
])('the right-click menu can insert into %s', (_field, client, html) => {
  expect(clickInto(client, html)).toMatchObject({ kind: 'text field' });
});
