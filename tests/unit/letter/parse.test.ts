import { describe, expect, test } from 'vitest';
import { composeLetter } from '../../../lib/letter/compose/compose';
import { parseLetter } from '../../../lib/letter/parse/parse';
import { blockTexts, inlineText } from '../../../lib/letter/render/text';
import { compose, contextWith, FRONT, letterOf } from './fixtures';

const SECTION = '## Body {#body}\n';

/** Number of the first line below the front matter. */
const BODY_LINE = FRONT.split('\n').length;

function problemsOf(markdown: string): string[] {
  const parsed = parseLetter(markdown, 'example.md', { knownSources: new Set(['known-source']) });
  return parsed.ok ? [] : parsed.problems.map(({ line, sentence }) => `${line}: ${sentence}`);
}

const withKey = (lines: string) => FRONT.replace('checkedOn', `${lines}\ncheckedOn`) + SECTION + '\nText.';
const withBody = (body: string) => FRONT + body;

describe('a letter that parses', () => {
  test('title and subject may contain a colon and a hash without quotation marks', () => {
    const front = FRONT.replace('About {{school}}', 'Request: {{school}} # 1').replace(
      'An example',
      'Ours: "new" one',
    );
    const letter = letterOf('Text.', front);
    expect(letter.title).toBe('Ours: "new" one');
    expect(inlineText(composeLetter(letter, contextWith()).subject)).toBe(
      'Request: Oakfield Primary School # 1',
    );
  });

  test('quoted text, Windows line ends, a byte order mark and trailing blanks are accepted', () => {
    const markdown = `\uFEFF${FRONT.replace('About {{school}}', "'It''s: {{school}}'")}${SECTION}\nOne  \ntwo.\n`;
    const parsed = parseLetter(markdown.replaceAll('\n', '\r\n'), 'example.md');
    expect(parsed.ok && blockTexts(composeLetter(parsed.letter, contextWith()))).toEqual(['One two.']);
    expect(parsed.ok && parsed.letter.subject[0]).toEqual({ type: 'text', text: 'It’s: '.replace('’', "'") });
  });

  test('paragraphs, bullets, lines and bold text are read', () => {
    const letter = letterOf('One\ntwo **three\nfour**.\n\n- a\n  goes on\n\n- b\n\nName\\\nRole\\\nSchool');
    expect(letter.sections[0]?.blocks).toEqual([
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'One two ' },
          { type: 'strong', text: 'three four' },
          { type: 'text', text: '.' },
        ],
      },
      { type: 'list', items: [[{ type: 'text', text: 'a goes on' }], [{ type: 'text', text: 'b' }]] },
      { type: 'lines', lines: ['Name', 'Role', 'School'].map((text) => [{ type: 'text', text }]) },
    ]);
  });

  test('a field and an alternation may be wrapped over two lines', () => {
    expect(blockTexts(compose('At {{full\nname}}, {{an employee/\nemployees}}, {{ I /\nwe }}.'))).toEqual([
      'At Robin Hale, an employee, I.',
    ]);
  });

  test('sources are assigned to their sections, and an own letter may name unknown sources', () => {
    const parsed = parseLetter(withKey('sources:\n  body: [anything]'), 'example.md');
    expect(parsed.ok && parsed.letter.sections[0]?.sources).toEqual(['anything']);
  });

  test('letters are sorted by “order”, and a letter without it comes last', () => {
    const placed = parseLetter(withKey('order: 10'), 'example.md');
    const unplaced = parseLetter(FRONT + SECTION, 'example.md');
    expect(placed.ok && unplaced.ok && placed.order < unplaced.order).toBe(true);
  });
});

describe('text outside the letter format stays as typed', () => {
  test.each([
    '<b onclick="x()">bold</b>',
    '<script>alert(1)</script>',
    '<!-- a comment -->',
    '[a link](https://example.org)',
    '![a picture](x.png)',
    '<https://example.org>',
    'https://example.org',
    '[label]: https://example.org',
    '&amp; &lt; &#60;',
    '*one star* and _underscores_ and __two__',
    '`code` and ```more```',
    '> a quotation',
    '1. a number',
    '* a star',
    '+ a plus',
    '# One hash',
    '#### Four hashes',
    '##No space',
    '| a | table |',
    '****',
    '** spaced **',
    'a lone } or }} or {',
    'C:\\folder',
    '-no bullet',
    '***',
    '==',
  ])('%s', (typed) => expect(blockTexts(compose(typed))).toEqual([typed]));

  test('a line of dashes below text does not make a heading', () => {
    expect(blockTexts(compose('Text\n---\n===\n\n    indented'))).toEqual(['Text --- ===', 'indented']);
  });

  test('a backslash makes the next character literal', () => {
    expect(
      blockTexts(
        compose(
          '\\## no heading\n\n\\- no bullet\n\n\\{\\{school}} and \\*\\*bold**\n\n\\::: if\n\nends \\\\',
        ),
      ),
    ).toEqual(['## no heading', '- no bullet', '{{school}} and **bold**', '::: if', 'ends \\']);
  });
});

describe('a problem is reported with line and sentence', () => {
  test.each([
    ['no front matter', '## Body {#body}', '1: example.md does not begin as a letter does'],
    ['an empty file', '', '1: example.md does not begin'],
    ['front matter without end', '---\nid: x\n', '1: example.md does not begin'],
    ['front matter that is no YAML', '---\nid: [x\n---\n', '2: The lines at the top cannot be read'],
    ['front matter that is a list', '---\n- x\n---\n', '2: The lines at the top cannot be read'],
    ['a missing key', FRONT.replace('when: For tests.\n', '') + SECTION, '1: “when” is missing'],
    ['an empty title', FRONT.replace('An example', '') + SECTION, '3: “title” is missing'],
    [
      'an id with capitals',
      FRONT.replace('id: example', 'id: Example') + SECTION,
      '2: “Example” cannot be an id',
    ],
    [
      'a day that is none',
      FRONT.replace('2026-11-23', '2026-02-30') + SECTION,
      '6: “2026-02-30” is not a day',
    ],
    ['a key nobody knows', withKey('source: x'), '6: “source” is not a key of a letter'],
    ['an order that is no number', withKey('order: first'), '6: “order” is a number'],
    ['an addressee nobody knows', withKey('to: everyone'), '6: “to” is “contact” or “next person up”'],
    ['asks that is no list', withKey('asks: meeting date'), '6: “asks” is a list in square brackets'],
    ['asking for what is no field', withKey('asks: [meeting day]'), '6: There is no field “meeting day”'],
    ['asking for a saved detail', withKey('asks: [school]'), '6: “school” is known already'],
    ['asking twice', withKey('asks: [meeting date, meeting date]'), '6: “meeting date” is asked for twice'],
    [
      'asking for what is not used',
      withKey('asks: [meeting date]'),
      '6: “meeting date” is asked for but never used',
    ],
    [
      'a source nobody knows',
      withKey('sources:\n  body: [known-source, other]'),
      '7: There is no source “other”',
    ],
    [
      'sources of no section',
      withKey('sources:\n  boddy: [known-source]'),
      '7: Sources are given for “boddy”',
    ],
    ['sources that are no table', withKey('sources: known-source'), '6: “sources” lists section ids'],
    [
      'an unknown field in the subject',
      FRONT.replace('{{school}}', '{{skool}}') + SECTION,
      '5: There is no field “skool”',
    ],
    [
      'a title with a field',
      FRONT.replace('An example', 'At {{school}}') + SECTION,
      '3: The title “At {{school}}”',
    ],
    ['no section', FRONT, 'The letter has no section'],
  ])('%s', (_, markdown, expected) => {
    expect(problemsOf(markdown)).toContainEqual(expect.stringContaining(expected));
  });

  test.each([
    [
      'text before the first section',
      'Text.\n\n## Body {#body}',
      0,
      'There is text before the first section',
    ],
    ['a section without id', '## Body', 0, 'The heading of a section ends with its id'],
    ['an id with a space', '## Body {#the body}', 0, 'The heading of a section ends with its id'],
    ['an optional section', '## Body {#body optional}', 0, 'The heading of a section ends with its id'],
    ['a section without title', '## {#body}', 0, 'This section has no title'],
    ['a section id used twice', '## A {#a}\n\n## B {#a}', 2, 'Two sections have the id “a”'],
    ['a request without id', '## A {#a}\n### B\nText.', 1, 'The heading of a request ends with its id'],
    ['a request without text', '## A {#a}\n### B {#b}\n\n- bullet', 1, 'The request “B” has no text'],
    [
      'a request id used twice',
      '## A {#a}\n### B {#b}\nX.\n### C {#b}\nY.',
      3,
      'Two requests have the id “b”',
    ],
    ['a request of two paragraphs', '## A {#a}\n### B {#b}\nX.\n\nY.', 4, 'A request is one paragraph'],
    ['a request title with a field', '## A {#a}\n### At {{school}} {#b}\nX.', 1, 'The title “At {{school}}”'],
    ['an unknown field', '## A {#a}\nOne\n{{shool}}', 2, 'There is no field “shool”. A copy of'],
    ['a field in capitals', '## A {#a}\n{{School}}', 1, 'Did you mean “school”?'],
    ['a field that is not closed', '## A {#a}\nOne\nat {{school', 1, 'is not closed by }}'],
    ['a field in bold text', '## A {#a}\n**{{school}}**', 1, 'Bold text cannot hold a field'],
    ['three wordings', '## A {#a}\n{{I/we/they}}', 1, 'needs two wordings with one slash'],
    ['no wording', '## A {#a}\n{{/}}', 1, 'needs two wordings with one slash'],
    ['an empty field', '## A {#a}\n{{}}', 1, 'There is no field “”'],
    [
      'a field that is not asked for',
      '## A {#a}\n{{meeting date}}',
      1,
      '“meeting date” is used but not asked for',
    ],
    ['signatures in a sentence', '## A {#a}\nBy {{signatures}}', 1, '“{{signatures}}” stands alone'],
    ['an unknown condition', '## A {#a}\n::: if counsel\nX.\n:::', 1, 'There is no condition “counsel”'],
    [
      'an unknown request',
      '## A {#a}\n::: if request z\nX.\n:::',
      1,
      'No request of this letter has the id “z”',
    ],
    ['an unknown answer', '## A {#a}\n::: if has luck\nX.\n:::', 1, 'There is no condition “has luck”'],
    [
      'neither if nor unless',
      '## A {#a}\n::: when council\nX.\n:::',
      1,
      '“:::” is followed by “if” or “unless”',
    ],
    ['a condition without name', '## A {#a}\n::: if\nX.\n:::', 1, '“:::” is followed by “if” or “unless”'],
    [
      'a condition that is not closed',
      '## A {#a}\n::: if council\nX.\n\n## B {#b}',
      1,
      'This condition is not closed',
    ],
    ['a close without condition', '## A {#a}\nX.\n:::', 2, 'This “:::” closes nothing'],
  ])('%s', (_, body, line, expected) => {
    expect(problemsOf(withBody(body))).toContainEqual(
      expect.stringMatching(new RegExp(`^${BODY_LINE + line}: `)),
    );
    expect(problemsOf(withBody(body)).join('\n')).toContain(expected);
  });

  test('several problems are reported together, in file order', () => {
    const problems = problemsOf(withBody('## A {#a}\n{{one thing}}\n\n{{another}}\n\n::: if x\nY.\n:::'));
    expect(problems.map((problem) => Number(problem.split(':')[0]) - BODY_LINE)).toEqual([1, 3, 5]);
  });
});
