import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { previewContext } from '../../../lib/writing/insertion';
import { isBlank } from '../../../lib/letter/text';
import { composeLetter } from '../../../lib/letter/compose/compose';
import type { FieldName } from '../../../lib/letter/compose/fields';
import { findParts } from '../../../lib/import/findParts';
import {
  fromPlainText,
  type Span,
  tidyParagraphs,
  type WordingParagraph,
  wordsOf,
} from '../../../lib/import/paragraphs';
import { listGaps, toMarkdown } from '../../../lib/import/toMarkdown';
import { type LetterDocument, listRequests } from '../../../lib/letter/model';
import { parseLetter } from '../../../lib/letter/parse/parse';
import { blockTexts, inlineText } from '../../../lib/letter/render/text';

const facts = { title: 'Official', when: 'From a test.', checkedOn: '2026-11-23', fills: {} };

const p = (text: string, changes: Partial<WordingParagraph> & { bold?: boolean } = {}): WordingParagraph => {
  const { bold = false, ...others } = changes;
  return { style: '', spans: [{ text, bold }], list: null, ...others };
};
const numbered = (text: string, level = 0) => p(text, { list: { ordered: true, level } });
const bullet = (text: string, level = 0) => p(text, { list: { ordered: false, level } });

function parse(paragraphs: readonly WordingParagraph[], fills: Record<string, FieldName> = {}) {
  const markdown = toMarkdown(findParts(paragraphs, 'File name'), { ...facts, fills });
  const parsed = parseLetter(markdown, 'imported');
  if (!parsed.ok) throw new Error(`${JSON.stringify(parsed.problems)}\n${markdown}`);
  return parsed.letter;
}

function compose(
  paragraphs: readonly WordingParagraph[],
  fills: Record<string, FieldName> = {},
): LetterDocument {
  return composeLetter(parse(paragraphs, fills), previewContext(undefined, undefined, '2026-11-23'));
}

describe('the parts found in imported wording', () => {
  test('headings begin sections and stay in the text, and numbered items are requests', () => {
    const letter = parse([
      p('Dear Director'),
      p('I write to ask for three things.'),
      p('What I ask', { style: 'Heading 1' }),
      p('Please do this:'),
      numbered('Assess the risk.'),
      numbered('Share a plan.'),
      p('Thank you.'),
    ]);
    expect(letter.sections.map(({ id, title }) => [id, title])).toEqual([
      ['opening', 'Opening'],
      ['what-i-ask', 'What I ask'],
      ['thank-you', 'Thank you.'],
    ]);
    expect(listRequests(letter).map(({ id, title, optional }) => [id, title, optional])).toEqual([
      ['assess-the-risk', 'Assess the risk', false],
      ['share-a-plan', 'Share a plan', false],
    ]);
  });

  test('numbering continues across sections, also after bullets and lettered parts', () => {
    const letter = compose([
      numbered('First'),
      numbered('for this', 1),
      bullet('and that', 1),
      p('In between'),
      bullet('a point'),
      numbered('Second'),
    ]);
    expect(blockTexts(letter)).toEqual(['First; for this – and that', 'In between', 'a point', 'Second']);
    const lists = letter.sections.flatMap(({ blocks }) => blocks.filter((block) => block.type === 'list'));
    expect(lists.map(({ ordered, start }) => [ordered, start])).toEqual([
      [true, 1],
      [false, 1],
      [true, 2],
    ]);
  });

  test.each([
    ['Re: Risk assessment of inspections', {}],
    ['Subject – Risk assessment of inspections', { bold: true }],
    ['Risk assessment of inspections', { bold: true }],
    ['Risk assessment of inspections', { style: 'Letter subject' }],
    ['Risk assessment of inspections', { style: 'Heading 1' }],
  ])('“%s” below the salutation becomes the subject and is not repeated in the text', (line, changes) => {
    const letter = compose([p('Dear Director'), p(line, changes), p('I write …')]);
    expect(inlineText(letter.subject)).toBe('Risk assessment of inspections');
    expect(blockTexts(letter)).toEqual(['Dear Director', 'I write …']);
  });

  test.each([
    [
      'in paragraphs',
      [p('Yours sincerely'), p('[Your name]'), p('[Job title]'), p('[School name]'), p('Enc.')],
    ],
    ['in one paragraph', [p('Yours sincerely\n[Your name]\n[Job title]'), p('Enc.')]],
  ])('the gaps for who signs, %s, become the signatures of all who sign', (_, close) => {
    const found = findParts([p('Dear Director'), p('I, [Your name], write.'), ...close], 'File');
    const fills = Object.fromEntries(listGaps(found).map(({ key, guess }) => [key, guess || undefined]));
    const details = { title: 'Ours', when: 'Now', checkedOn: '2026-11-01', fills };
    const [, words] = toMarkdown(found, details).split('{#opening}');
    expect(words?.trim().split(/\s*\n+/)).toEqual([
      'Dear Director',
      'I, {{full name}}, write.',
      'Yours sincerely',
      '{{signatures}}',
      'Enc.',
    ]);
  });

  test('what is set as a title above “Dear” is a letterhead, so the letter is named after its subject', () => {
    const body = [p('Dear Director'), p('Risk assessment of inspections', { bold: true }), p('I write …')];
    const { title, subject } = findParts([p('Northmere branch', { style: 'Title' }), ...body], 'File');
    expect([title, subject]).toEqual(['Risk assessment of inspections', 'Risk assessment of inspections']);
    const titled = findParts([...body, p('Our request', { style: 'Title' })], 'File');
    expect(titled.title).toBe('Our request');
  });

  test('a short bold line is a heading, and a bold sentence is emphasis', () => {
    const { sections } = parse([
      p('Our duty of care', { bold: true }),
      p('This must not wait.', { bold: true }),
    ]);
    expect(sections.map(({ title }) => title)).toEqual(['Our duty of care']);
    expect(sections[0]?.blocks).toEqual([
      { type: 'paragraph', content: [{ type: 'strong', text: 'Our duty of care' }] },
      { type: 'paragraph', content: [{ type: 'strong', text: 'This must not wait.' }] },
    ]);
  });

  test.each([
    ['\u17B4', false],
    ['\u17B4', true],
    ['\u200B ', false],
  ])('an invisible character (%j, bold: %s) is bold if the words next to it are', (sign, bold) => {
    const spans = [
      { text: sign, bold },
      { text: 'Now', bold: true },
      { text: ' or later.', bold: false },
      { text: sign, bold: !bold },
    ];
    const [block] = parse([{ style: '', spans, list: null }]).sections.flatMap(({ blocks }) => blocks);
    const [strong, plain, ...others] = block?.type === 'paragraph' ? block.content : [];
    expect([strong?.type, plain?.type, others]).toEqual(['strong', 'text', []]);
    const heading = parse([{ style: 'Heading 1', spans, list: null }]).sections[0]?.blocks[0];
    expect(heading).toMatchObject({ type: 'paragraph', content: [{ type: 'strong' }] });
  });

  test('numbers and bullets typed by hand count as lists, and a date or a single number does not', () => {
    const letter = parse(
      fromPlainText('1. Assess\n2) Plan\n• Talk\n\n3. is no third\n- a dash alone\n2026. A year'),
    );
    expect(listRequests(letter).map(({ title }) => title)).toEqual(['Assess', 'Plan']);
    const texts = blockTexts(composeLetter(letter, previewContext(undefined, undefined, '2026-11-23')));
    expect(texts).toEqual(['Assess', 'Plan', 'Talk', '3. is no third', '- a dash alone', '2026. A year']);
  });

  test('the lines of an address stay one paragraph', () => {
    const { sections } = compose([p('Headteacher\nOakfield Primary\n\nAshford')]);
    expect(sections[0]?.blocks).toEqual([
      {
        type: 'lines',
        lines: ['Headteacher', 'Oakfield Primary', 'Ashford'].map((text) => [{ type: 'text', text }]),
      },
    ]);
  });
});

describe('characters with a meaning in the letter format', () => {
  test.each([
    '## Not a section {#no}',
    '### Nor a request {#no optional}',
    '::: if council',
    ':::',
    '- not a bullet',
    '---',
    '{{full name}} and {{I/we}} and {{no such thing}}',
    '**not bold** and \\ and \\** and *this*',
    'ends in a backslash \\',
    '<script>alert(1)</script><img src=x onerror=alert(1)>',
    '[a link](javascript:alert(1)) `code` > quote',
  ])('%s stays plain text', (typed) => {
    const letter = compose([
      p('Before'),
      p(typed),
      numbered(`x ${typed}`),
      bullet(`y ${typed}`),
      p(typed, { bold: true }),
    ]);
    expect(blockTexts(letter)).toEqual(['Before', typed, `x ${typed}`, `y ${typed}`, typed]);
    expect(letter.missing).toEqual([]);
  });

  test('title, file name and subject may contain any character', () => {
    const odd = '{{school}}: "a" #b \'c\' [d] & {e: f} | > -';
    const markdown = toMarkdown(findParts([p(odd, { style: 'Title' }), p('Words')], odd), {
      ...facts,
      title: odd,
      when: `From “${odd}\n---\nx: y”.`,
    });
    const parsed = parseLetter(markdown, 'x');
    expect(parsed).toMatchObject({
      ok: true,
      letter: { title: odd.replace('{{', '{'), subject: [{ text: odd }] },
    });
  });

  const span = fc.record({
    text: fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
      fc.string({
        unit: fc.constantFrom('\\', '*', '{', '}', '#', ':', '-', ' ', 'a', '\n', '[', ']', '1', '.'),
      }),
    ),
    bold: fc.boolean(),
  });
  const paragraphArbitrary = {
    style: fc.constantFrom('', 'Normal', 'Heading 1', 'Title'),
    list: fc.option(fc.record({ ordered: fc.boolean(), level: fc.nat({ max: 1 }) })),
  };
  const paragraph = fc.record({ ...paragraphArbitrary, spans: fc.array(span, { maxLength: 4 }) });

  test('importing any file loses, changes and adds no word, and bold words stay bold', () => {
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 8 }), (paragraphs) => {
        const tidy = tidyParagraphs(paragraphs);
        fc.pre(tidy.length > 0);
        const letter = compose(paragraphs);
        const bare = (text: string) => text.replaceAll(/[\s–;]/g, '');
        const found = bare(blockTexts(letter).join(''));
        // The list now provides the mark of an item, and the subject is no longer part of the text.
        const { sections } = findParts(paragraphs, 'File name');
        const wanted = sections.flatMap(({ blocks }) => blocks.map(({ spans }) => wordsOf(spans)));
        expect(found).toBe(bare(wanted.join('')));
        const isBold = sections.flatMap(({ blocks }) => blocks.flatMap(({ spans }) => visible(spans)));
        const strong = letter.sections.flatMap(({ blocks }) =>
          blocks.flatMap((block) =>
            (block.type === 'paragraph'
              ? [block.content]
              : block.type === 'list'
                ? block.items.map((item) => item.content)
                : block.lines
            ).flat(),
          ),
        );
        expect(
          bare(
            strong
              .filter(({ type }) => type === 'strong')
              .map(({ text }) => text)
              .join(''),
          ),
        ).toBe(bare(isBold.map(({ text }) => text).join('')));
      }),
      { numRuns: 300 },
    );
  });

  test('every word of a file is in one of the parts, in order', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' ', '\n'), minLength: 1 });
    const plain = fc.record({
      ...paragraphArbitrary,
      spans: fc.array(fc.record({ text: words, bold: fc.boolean() })),
    });
    fc.assert(
      fc.property(fc.array(plain), (paragraphs) => {
        const { sections } = findParts(paragraphs, 'File name');
        const found = sections.flatMap(({ blocks }) => blocks.map(({ spans }) => wordsOf(spans))).join('');
        const given = paragraphs.map(({ spans }) => wordsOf(spans)).join('');
        expect(found.replaceAll(/[\s;–]/g, '')).toBe(given.replaceAll(/\s/g, ''));
      }),
    );
  });

  const visible = (spans: readonly Span[]) => spans.filter(({ text, bold }) => bold && !isBlank(text));
});

describe('gaps to fill in', () => {
  const wording = [p('Dear [name of employer]'), p('I write as head of <<School>>, «School» [1] [sic].')];

  test('are listed once each, in order', () => {
    expect(listGaps(findParts([...wording, p('[name of employer]')], 'x')).map(({ key }) => key)).toEqual([
      '[name of employer]',
      '<<School>>',
      '«School»',
    ]);
  });

  test('stay as typed unless a saved detail is chosen for them', () => {
    expect(blockTexts(compose(wording))[0]).toBe('Dear [name of employer]');
    const filled = compose(wording, { '[name of employer]': 'addressee', '<<School>>': 'school' });
    expect(filled.missing.map(({ field }) => field)).toContain('school');
    expect(blockTexts(filled)[1]).toContain('[school’s name], «School» [1]');
  });

  test('can be filled by a detail in the middle of bold words', () => {
    const [, block] = compose([p('x'), p('For the attention of [name] only, and soon.', { bold: true })], {
      '[name]': 'contact role',
    }).sections.flatMap(({ blocks }) => blocks);
    expect(block).toEqual({
      type: 'paragraph',
      content: [
        { type: 'strong', text: 'For the attention of' },
        { type: 'text', text: ' ' },
        expect.objectContaining({ type: 'missing' }),
        { type: 'text', text: ' ' },
        { type: 'strong', text: 'only, and soon.' },
      ],
    });
  });
});

test.each([
  ['spaces', ' '],
  ['line breaks', '\n'],
  ['brackets', '['],
  ['braces', '{'],
  ['stars', '*'],
  ['backslashes', '\\'],
  ['hyphens', '-'],
  ['full stops', '.'],
  ['angle brackets', '<'],
])('fifteen thousand %s in bold words, a subject, a request and a bullet become a letter', (_, sign) => {
  const long = `A${sign.repeat(15_000)}z end`;
  const paragraphs = [p(`Re: ${long}`), p(long, { bold: true }), numbered(long), bullet(long), p(long)];
  const markdown = toMarkdown(findParts(paragraphs, 'File name'), facts);
  expect(parseLetter(markdown, 'a.md').ok).toBe(true);
});
