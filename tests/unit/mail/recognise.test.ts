// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gmail } from '../../../lib/mail/sites/gmail';
import { other } from '../../../lib/mail/sites/sites';
import { outlook } from '../../../lib/mail/sites/outlook';
import type { Draft, MailClient } from '../../../lib/mail/sites/site';
import { isAlreadyThere, recogniseSections } from '../../../lib/mail/recognise';

const SECTION =
  'I write to ask you, as my employer, for a full risk assessment of inspections under the framework in force since 10 November 2025. The headteacher’s health is part of it, and so is that of every colleague who leads on the day.';
const sections = [{ id: 'opening', text: SECTION }];

function draftOf(html: string, client: MailClient = other): Draft {
  const body = document.createElement('div');
  body.innerHTML = html;
  return { client, kind: 'new message', body, root: body, subject: null, minimised: false };
}

const containsSection = (html: string, client?: MailClient): boolean =>
  recogniseSections(draftOf(html, client), sections).length > 0;

describe('a section', () => {
  it('is recognised when its paragraphs, spaces, case and quotation marks differ', () => {
    expect(containsSection(`<p>Dear Alex</p><p>${SECTION}</p>`)).toBe(true);
    expect(containsSection(`<p>${SECTION.replace('. The', '.</p><p>The')}</p>`)).toBe(true);
    expect(
      containsSection(`<p>${SECTION.toUpperCase().replaceAll(' ', '&nbsp; ').replace('’', "'")}</p>`),
    ).toBe(true);
  });

  it('is recognised when one word in ten was changed, dropped or added', () => {
    const words = SECTION.split(' ');
    const positions = fc.uniqueArray(fc.nat(words.length - 1), { maxLength: Math.floor(words.length / 10) });
    const edit = fc.constantFrom<(word: string) => string>(
      () => 'quite',
      () => '',
      (word) => `${word} indeed`,
    );
    fc.assert(
      fc.property(positions, edit, (at, change) => {
        const edited = words.map((word, index) => (at.includes(index) ? change(word) : word)).join(' ');
        expect(containsSection(`<p>Before it</p><p>${edited}</p><p>After it</p>`)).toBe(true);
      }),
    );
  });

  it('is not recognised in a different text, or when a third of it is missing', () => {
    expect(
      containsSection(
        '<p>Dear Alex, thank you for your letter about the risk assessment of my employer.</p>',
      ),
    ).toBe(false);
    expect(containsSection(`<p>${SECTION.split(' ').slice(0, 26).join(' ')}</p>`)).toBe(false);
    expect(containsSection('')).toBe(false);
  });

  it('is not recognised when its words are scattered over a long draft', () => {
    const scattered = SECTION.split(' ').join(' and then some other words that are not in it ');
    expect(containsSection(`<p>${scattered}</p>`)).toBe(false);
  });

  it('is not recognised in the quoted mail', () => {
    const gmailQuote = `<div>Thank you</div><div class="gmail_quote"><blockquote class="gmail_quote">${SECTION}</blockquote></div>`;
    expect(containsSection(gmailQuote, gmail)).toBe(false);
    expect(containsSection(`${gmailQuote}<p>${SECTION}</p>`, gmail)).toBe(true);
    expect(
      containsSection(`<div>Thank you</div><div id="divRplyFwdMsg">From</div><div>${SECTION}</div>`, outlook),
    ).toBe(false);
  });

  it('is recognised in other alphabets, and never if it has no words', () => {
    const greek = [{ id: 'greek', text: 'Σας γράφω ως εργοδότη μου για την εκτίμηση του κινδύνου.' }];
    expect(recogniseSections(draftOf(`<p>Dear Alex</p><p>${greek[0]?.text}</p>`), greek)).toEqual(['greek']);
    expect(recogniseSections(draftOf('<p>Dear Alex</p>'), greek)).toEqual([]);
    expect(recogniseSections(draftOf('<p>Dear Alex</p>'), [{ id: 'empty', text: '' }])).toEqual([]);
  });

  it('is recognised in the middle of a long draft that repeats its words', () => {
    const before = '<p>The risk assessment of my employer, and the headteacher’s health.</p>'.repeat(200);
    expect(containsSection(`${before}<p>${SECTION}</p>${before}`)).toBe(true);
    expect(containsSection(before)).toBe(false);
  });

  it('is recognised in a text area', () => {
    const body = document.createElement('textarea');
    body.value = `Dear Alex\n\n${SECTION}`;
    expect(recogniseSections({ ...draftOf(''), body }, sections)).toEqual(['opening']);
  });
});

describe('inserting a letter', () => {
  const letter = [
    { id: 'long', text: SECTION },
    { id: 'short', text: 'Thank you for reading this with care, and for your help with it.' },
  ];

  it('counts as a second copy when the draft has most of the letter, not when it has a small part', () => {
    expect(isAlreadyThere(draftOf(`<p>${SECTION}</p>`), letter)).toBe(true);
    expect(isAlreadyThere(draftOf(`<p>${letter[1]?.text}</p>`), letter)).toBe(false);
    expect(isAlreadyThere(draftOf('<p>Dear Alex</p>'), letter)).toBe(false);
  });
});
