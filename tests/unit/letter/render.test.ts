// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { pickRequest, pickRequests, pickSection, pickSignature } from '../../../lib/letter/compose/compose';
import { blockTexts, renderText, sectionTexts } from '../../../lib/letter/render/text';
import { missingColours, renderHtml } from '../../../lib/letter/render/html';
import { compose, deputy } from './fixtures';

const BODY = `
## Opening {#opening}

Dear {{addressee}}

I write as **headteacher** of {{school}}.

## Asks {#asks}

### A {#a}
Please undertake an assessment of the effect that inspection may have on staff, before, during and after it.

### B {#b}
Please share a plan.

- with staff

## More {#more}

### C {#c}
Please keep talking with staff.

## Close {#close}

- first
- a second bullet that is long enough to be wrapped when the text is set in forty columns

Yours

{{signatures}}
`.replace('\n- with staff\n', '');

function htmlOf(...parameters: Parameters<typeof compose>): HTMLElement {
  return new DOMParser().parseFromString(renderHtml(compose(...parameters)), 'text/html').body;
}

describe('renderHtml', () => {
  test('requests are numbered lists that continue counting', () => {
    const lists = Array.from(htmlOf(BODY).querySelectorAll('ol'));
    expect(lists.map((list) => [list.start, list.children.length])).toEqual([
      [1, 2],
      [3, 1],
    ]);
  });

  test('uses only elements and attributes that both mail sites keep, and no font', () => {
    const html = renderHtml(compose(BODY, { signer: { school: '', coSigners: [deputy] } }));
    const body = new DOMParser().parseFromString(html, 'text/html').body;
    const elements = Array.from(body.querySelectorAll('*'));
    const names = new Set(elements.map((element) => element.localName));
    const attributes = new Set(elements.flatMap((element) => element.getAttributeNames()));
    expect([...names].toSorted()).toEqual(['br', 'li', 'ol', 'p', 'span', 'strong', 'ul']);
    expect([...attributes].toSorted()).toEqual(['start', 'style']);
    expect(html).not.toMatch(/font|class=|\n/);
  });

  test('a missing detail is dark text on a pale background', () => {
    const missing = htmlOf('At {{school}}.', { signer: { school: '' } }).querySelector('span');
    expect(missing?.textContent).toBe('[school’s name]');
    expect(missing?.style.backgroundColor).not.toBe('');
    expect(missing?.style.color).not.toBe('');
  });

  test('markup typed into a detail stays plain text', () => {
    const school = `<img src=x onerror="alert('1')"> & </p><script>`;
    const body = htmlOf('At {{school}}.', { signer: { school } });
    expect(body.textContent).toBe(`At ${school}.`);
    expect(body.children).toHaveLength(1);
  });
});

describe('renderText', () => {
  test('text wrapped at forty columns has hanging indents', () => {
    expect(renderText(compose(BODY), { width: 40 })).toBe(`Dear Mrs Patel

I write as headteacher of Oakfield
Primary School.

1. Please undertake an assessment of the
   effect that inspection may have on
   staff, before, during and after it.

2. Please share a plan.

3. Please keep talking with staff.

- first
- a second bullet that is long enough to
  be wrapped when the text is set in
  forty columns

Yours

Robin Hale
Headteacher
Oakfield Primary School`);
  });

  test('text is wrapped only if a width is given, and keeps the same words', () => {
    const doc = compose(BODY);
    const words = (text: string) => text.split(/\s+/);
    expect(words(renderText(doc, { width: 20 }))).toEqual(words(renderText(doc)));
    expect(
      Math.max(
        ...renderText(doc)
          .split('\n')
          .map((line) => line.length),
      ),
    ).toBeGreaterThan(80);
  });

  test('a word longer than the line gets its own line, and numbers of two digits align', () => {
    const requests = Array.from(
      { length: 10 },
      (_, n) => `### R {#r${n}}\nLook at ${'x'.repeat(30)} now.`,
    ).join('\n\n');
    const text = renderText(compose(`## A {#a}\n\n${requests}`), { width: 20 });
    expect(text.startsWith(` 1. Look at\n    ${'x'.repeat(30)}\n    now.\n\n 2. `)).toBe(true);
    expect(text).toContain('\n\n10. Look at\n    x');
  });
});

describe('parts of a letter', () => {
  const doc = compose(BODY, { signer: { coSigners: [deputy], school: '' } });

  test('a section alone keeps the numbers of its requests', () => {
    const part = pickSection(doc, 'more');
    expect(part && renderText(part)).toBe('3. Please keep talking with staff.');
    expect(part?.missing).toEqual([]);
    expect([part?.sender, part?.recipient, part?.subject]).toEqual([[], [], []]);
  });

  test('a request alone is a paragraph without a number', () => {
    const part = pickRequest(doc, 'b');
    expect(part && renderText(part)).toBe('Please share a plan.');
  });

  test('a request that goes on from “I am asking you to:” is a whole sentence when it is alone', () => {
    const asking = (lead: string, request: string) =>
      compose(`## A {#a}\n\n${lead}\n\n### R {#r}\n${request}`);
    const alone = (lead: string, request: string) => {
      const part = pickRequest(asking(lead, request), 'r');
      return part && renderText(part);
    };
    expect(alone('{{I am/We are}} asking you to:', 'share a plan')).toBe('Please share a plan.');
    expect(alone('I would be grateful if you would:', 'share {{school}}’s plan.')).toMatch(
      /^Please share .* plan\.$/,
    );
    expect(alone('I ask for:', 'a plan')).toBe('a plan');
    expect(alone('I ask for the following.', 'Please share a plan.')).toBe('Please share a plan.');
  });

  test('all requests keep the words that they go on from, and no other words', () => {
    const asking = compose(
      '## A {#a}\n\nHello.\n\nI am asking you to:\n\n### R {#r}\nshare a plan\n\n## B {#b}\n\nGoodbye.',
    );
    const part = pickRequests(asking);
    expect(part && renderText(part)).toBe('I am asking you to:\n\n1. share a plan');
  });

  test('all requests are numbered from one', () => {
    const part = pickRequests(doc);
    expect(part && blockTexts(part)).toHaveLength(3);
    expect(part && renderText(part)).toContain('3. Please keep talking');
  });

  test('the signature contains every signer and lists its missing details', () => {
    const part = pickSignature(doc);
    expect(part && renderText(part)).toBe(
      'Robin Hale\nHeadteacher\n[school’s name]\n\nSam Field\nDeputy headteacher\n[school’s name]',
    );
    expect(part?.missing.map(({ field }) => field)).toEqual(['school']);
  });

  test('a part that the letter does not have is null, not empty', () => {
    const bare = compose('Text.');
    expect([pickSection(bare, 'x'), pickRequest(bare, 'x'), pickRequests(bare), pickSignature(bare)]).toEqual(
      [null, null, null, null],
    );
  });

  test('the words of each section are listed with its id', () => {
    expect(sectionTexts(doc).map(({ id }) => id)).toEqual(['opening', 'asks', 'more', 'close']);
    expect(sectionTexts(doc)[2]?.text).toBe('Please keep talking with staff.');
  });
});

test.each(['components/ui/theme.css', 'components/page/page.module.css'])(
  '%s marks a missing detail in the colours of the email and the Word letter',
  (file) => {
    const theme = readFileSync(file, 'utf8');
    const lightValue = (name: string) => new RegExp(`--${name}: (#[0-9a-f]+);`).exec(theme)?.[1];
    expect(lightValue('mark')).toBe(missingColours.background);
    expect(lightValue('mark-ink')).toBe(missingColours.text);
  },
);
