// @vitest-environment jsdom
import { afterEach, describe, expect, test } from 'vitest';
import type { Draft, MailClient } from '../../../lib/mail/sites/site';
import { gmail } from '../../../lib/mail/sites/gmail';
import { other } from '../../../lib/mail/sites/sites';
import { outlook } from '../../../lib/mail/sites/outlook';
import { shapes } from '../../../lib/mail/target';
import { findPlainSpot, findSpot, type Spot } from '../../../lib/mail/place';

afterEach(() => document.body.replaceChildren());

/**
 * A draft with the caret as `|` or a selection as `[` … `]`, and the expected place as `⇣`. A `¶` before or after `⇣`
 * is a line break that separates the text from the user's line.
 */
type Row = [draft: string, expected: string, place: string];

const onLines: Row[] = [
  ['|<br>', '⇣<br>', 'at the caret'],
  ['<div>|<br></div>', '<div>⇣<br></div>', 'at the caret'],
  ['<div>one| two</div>', '<div>one¶⇣¶ two</div>', 'at the caret'],
  ['<div>|one</div>', '<div>⇣¶one</div>', 'at the caret'],
  ['<div>one|</div><div>two</div>', '<div>one¶⇣</div><div>two</div>', 'at the caret'],
  ['one|<br>two', 'one¶⇣<br>two', 'at the caret'],
  ['one<br>|two', 'one<br>⇣¶two', 'at the caret'],
  ['one<br>|<br>two', 'one<br>⇣<br>two', 'at the caret'],
  ['<div>one<br>|</div>', '<div>one<br>¶⇣</div>', 'at the caret'],
  ['<div><b>one|</b> two</div>', '<div><b>one¶⇣¶</b> two</div>', 'at the caret'],
  ['<div><b>one|</b></div>', '<div><b>one¶⇣</b></div>', 'at the caret'],
  ['<div>one <img src="data:,">|</div>', '<div>one <img src="data:,">¶⇣</div>', 'at the caret'],
  ['<div>&nbsp;|</div>', '<div>&nbsp;¶⇣</div>', 'at the caret'],
  ['<div>\u200b|</div>', '<div>\u200b⇣</div>', 'at the caret'],
  ['<div>o[ne</div><div>t]wo</div>', '<div>one</div><div>t¶⇣¶wo</div>', 'after the selection'],
  [
    '<div>see <a href="#">th|is</a> page</div>',
    '<div>see <a href="#">this</a>¶⇣¶ page</div>',
    'at the caret',
  ],
  [
    '<div>see <a href="#">|this</a> page</div>',
    '<div>see ¶⇣¶<a href="#">this</a> page</div>',
    'at the caret',
  ],
  ['<div><a href="#"><b>|this</b></a></div>', '<div>⇣¶<a href="#"><b>this</b></a></div>', 'at the caret'],
  ['<div>one</div>|<div>two</div>', '<div>one</div><div>⇣¶two</div>', 'at the caret'],
];

const inStructures: Row[] = [
  [
    '<ul><li>one|</li></ul><div>two</div>',
    '<ul><li>one</li></ul><div>⇣¶two</div>',
    'below the list, table or quote',
  ],
  [
    '<ol><li>a|</li></ol><div><br></div>',
    '<ol><li>a</li></ol><div>⇣<br></div>',
    'below the list, table or quote',
  ],
  [
    '<table><tr><td>a|</td></tr></table><p>b</p>',
    '<table><tbody><tr><td>a</td></tr></tbody></table><p>⇣¶b</p>',
    'below the list, table or quote',
  ],
  [
    '<ul><li>a<ul><li>b|</li></ul></li></ul><table><tr><td>c</td></tr></table><p>d</p>',
    '<ul><li>a<ul><li>b</li></ul></li></ul><table><tbody><tr><td>c</td></tr></tbody></table><p>⇣¶d</p>',
    'below the list, table or quote',
  ],
  ['<ul><li>one|</li></ul>', '<ul><li>one¶⇣</li></ul>', 'at the caret'],
];

const T = '<table><tbody><tr><td>a</td></tr></tbody></table>';
const S = '<div class="gmail_signature">Sam</div>';
const Q =
  '<div class="gmail_quote"><div class="gmail_attr">On Monday</div><blockquote class="gmail_quote">Old</blockquote></div>';

const inGmail: Row[] = [
  ['', '⇣', 'at the caret'],
  ['<br>', '⇣<br>', 'at the caret'],
  ['<div>own</div><div><br></div>', '<div>own¶⇣</div><div><br></div>', 'at the end'],
  [`<br><br clear="all">${S}`, `⇣<br><br clear="all">${S}`, 'above the signature'],
  [`<br clear="all"><div>${S}</div>`, `⇣¶<br clear="all"><div>${S}</div>`, 'above the signature'],
  [
    `<div>own</div><br clear="all"><div>${S}</div>`,
    `<div>own¶⇣</div><br clear="all"><div>${S}</div>`,
    'above the signature',
  ],
  [
    `<div>own</div><span class="gmail_signature_prefix">-- </span><br>${S}`,
    `<div>own¶⇣</div><span class="gmail_signature_prefix">-- </span><br>${S}`,
    'above the signature',
  ],
  [`<br>${Q}`, `⇣¶<br>${Q}`, 'above the quoted mail'],
  [`<div>own</div><br>${Q}<br>${S}`, `<div>own¶⇣</div><br>${Q}<br>${S}`, 'above the quoted mail'],
  [`<div>own</div><br>${S}<br>${Q}`, `<div>own¶⇣</div><br>${S}<br>${Q}`, 'above the signature'],
  [`<div>own</div><br>${S.replace('Sam', 'S|am')}`, `<div>own¶⇣</div><br>${S}`, 'above the signature'],
  [`<div>own</div><br>${Q.replace('Old', 'O|ld')}`, `<div>own¶⇣</div><br>${Q}`, 'above the quoted mail'],
  [`<div>[own</div><br>${S.replace('Sam', 'Sam]')}`, `<div>own¶⇣</div><br>${S}`, 'above the signature'],
  [`<div>own</div>${Q}<div>below|</div>`, `<div>own</div>${Q}<div>below¶⇣</div>`, 'at the caret'],
  [
    `<ul><li>own</li></ul><br clear="all">${S}`,
    `<ul><li>own</li></ul>⇣<br clear="all">${S}`,
    'above the signature',
  ],
  ['<ul><li>own|</li></ul>', '<ul><li>own</li></ul>⇣¶', 'below the list, table or quote'],
  [
    `<div>own</div><ul><li>own</li></ul>${S}`,
    `<div>own</div><ul><li>own</li></ul>⇣¶${S}`,
    'above the signature',
  ],
  [Q, `⇣¶${Q}`, 'above the quoted mail'],
  // A caret between two blocks is on no line.
  [`${T}|${T}`, `${T}⇣${T}`, 'at the caret'],
  [Q.replace('Old', 'O|ld'), `⇣¶${Q}`, 'above the quoted mail'],
  [S + Q, `⇣¶${S}${Q}`, 'above the signature'],
];

const SIGNATURE = '<div id="Signature"><div>Sam</div></div>';
const ANSWERED = '<hr><div id="divRplyFwdMsg">From</div><div>Old</div>';
const line = (words: string): string => `<div class="elementToProof">${words}</div>`;

const inOutlook: Row[] = [
  [line('<br>'), line('⇣<br>'), 'at the caret'],
  [line('<br>') + SIGNATURE, line('⇣¶<br>') + SIGNATURE, 'above the signature'],
  [line('own') + line('<br>') + SIGNATURE, line('own¶⇣') + line('<br>') + SIGNATURE, 'above the signature'],
  [
    `<div class="elementToProof">${line('own')}${SIGNATURE}</div>`,
    `<div class="elementToProof">${line('own¶⇣')}${SIGNATURE}</div>`,
    'above the signature',
  ],
  [
    line('own') + SIGNATURE.replace('Sam', 'my words|'),
    line('own¶⇣') + SIGNATURE.replace('Sam', 'my words'),
    'above the signature',
  ],
  [SIGNATURE, `⇣¶${SIGNATURE}`, 'above the signature'],
  [
    `${line('own')}<div id="appendonsend"></div>${ANSWERED}`,
    `${line('own¶⇣')}<div id="appendonsend"></div>${ANSWERED}`,
    'above the quoted mail',
  ],
  [line('own') + ANSWERED, line('own¶⇣') + ANSWERED, 'above the quoted mail'],
  [line('own') + ANSWERED.replace('Old', 'Ol|d'), line('own¶⇣') + ANSWERED, 'above the quoted mail'],
  [
    `${line('own')}${ANSWERED}<div id="x_Signature">Alex</div>`,
    `${line('own¶⇣')}${ANSWERED}<div id="x_Signature">Alex</div>`,
    'above the quoted mail',
  ],
  ['<ul><li>own|</li></ul>', '<ul><li>own</li></ul>⇣¶', 'below the list, table or quote'],
  // Only the sender's signature marks the quoted mail.
  [
    `${line('own')}<div><div>Old</div><div id="x_Signature">Alex</div></div>`,
    `${line('own¶⇣')}<div><div>Old</div><div id="x_Signature">Alex</div></div>`,
    'above the quoted mail',
  ],
  [
    `${line('<br>')}${SIGNATURE}<div><div>Ol|d</div><div id="x_Signature">Alex</div></div>`,
    `${line('⇣¶<br>')}${SIGNATURE}<div><div>Old</div><div id="x_Signature">Alex</div></div>`,
    'above the signature',
  ],
  [
    `<div>${line('own')}${SIGNATURE}<div><div>Old</div><div id="x_x_Signature">Alex</div></div></div>`,
    `<div>${line('own¶⇣')}${SIGNATURE}<div><div>Old</div><div id="x_x_Signature">Alex</div></div></div>`,
    'above the signature',
  ],
];

describe('a whole letter from the popup', () => {
  test.each(onLines)('%s', (draft, expected, place) => check(other, 'id', draft, expected, place));
  test.each(inStructures)('%s', (draft, expected, place) => check(other, 'id', draft, expected, place));
  test.each(inGmail)('Gmail: %s', (draft, expected, place) => check(gmail, 'id', draft, expected, place));
  test.each(inOutlook)('Outlook: %s', (draft, expected, place) =>
    check(outlook, 'id', draft, expected, place),
  );
});

test('below a draft’s last list, only the editing command may write when the editor is unknown', () => {
  const spot = findIn(other, 'id', '<ul><li>own|</li></ul>');
  expect(spot).toMatchObject({ place: 'at the caret', gap: { place: 'below the list, table or quote' } });
  expect(spot.gap?.point).toEqual({ node: document.body.firstElementChild, offset: 1 });
});

describe('a signature without its mark is found by its form', () => {
  const unmarked = (...lines: string[]): string => `<div>${lines.map(line).join('')}</div>`;
  const gap = line('<br>');
  test.each<Row>([
    [
      line('own') + gap + unmarked('Sam', 'Head'),
      line('own¶⇣') + gap + unmarked('Sam', 'Head'),
      'above the signature',
    ],
    [
      line('own') + gap + unmarked('Sam', 'Head') + gap + unmarked('The school', 'Its address'),
      line('own¶⇣') + gap + unmarked('Sam', 'Head') + gap + unmarked('The school', 'Its address'),
      'above the signature',
    ],
    [
      line('own') + gap + unmarked('Sam', 'Head') + unmarked('The school', 'Its address'),
      line('own¶⇣') + gap + unmarked('Sam', 'Head') + unmarked('The school', 'Its address'),
      'above the signature',
    ],
    [
      unmarked('own', 'pasted') + line('own') + gap + unmarked('Sam', 'Head'),
      unmarked('own', 'pasted') + line('own¶⇣') + gap + unmarked('Sam', 'Head'),
      'above the signature',
    ],
    [line('own') + gap + line('Sam'), line('own') + gap + line('Sam¶⇣'), 'at the end'],
  ])('%s', (draft, expected, place) => check({ ...outlook, shapes }, 'id', draft, expected, place));
});

describe('the right-click menu inserts at the caret', () => {
  const rows: [MailClient, ...Row][] = [
    [gmail, `<br>${S.replace('Sam', 'S|am')}`, `<br>${S.replace('Sam', 'S¶⇣¶am')}`, 'at the caret'],
    [gmail, '<ul><li>one|</li></ul><div>two</div>', '<ul><li>one¶⇣</li></ul><div>two</div>', 'at the caret'],
    [outlook, line('o[n]e'), line('on¶⇣¶e'), 'after the selection'],
  ];
  test.each(rows)('%#', (client, draft, expected, place) => check(client, 'clicked', draft, expected, place));
});

/** `|` is the caret, `[` … `]` a selection, `⇣` where the text goes. */
test.each([
  ['focused', 'own |words', 'own ⇣words', 'at the caret'],
  ['focused', '[own] words', 'own⇣ words', 'after the selection'],
  ['focused', 'own\n-- \nSam|', 'own⇣\n-- \nSam', 'above the signature'],
  ['focused', 'own\n\n> ol|d', 'own⇣\n\n> old', 'above the quoted mail'],
  ['elsewhere', 'own words\n\n|', 'own words⇣\n\n', 'at the end'],
  ['elsewhere', '|', '⇣', 'at the end'],
  ['elsewhere', 'own|\n\n-- \nSam\n\n> old', 'own⇣\n\n-- \nSam\n\n> old', 'above the signature'],
  [
    'elsewhere',
    'own|\n________________________________\nFrom: Alex',
    'own⇣\n________________________________\nFrom: Alex',
    'above the quoted mail',
  ],
  [
    'elsewhere',
    'own|\n-----Original Message-----\nFrom',
    'own⇣\n-----Original Message-----\nFrom',
    'above the quoted mail',
  ],
  ['clicked', 'own\n-- \nS|am', 'own\n-- \nS⇣am', 'at the caret'],
])('in a text area, caret %s: %j', (where, draft, expected, place) => {
  const field = document.createElement('textarea');
  field.value = draft.replace(/[[\]|]/g, '');
  const start = draft.search(/[[|]/);
  field.setSelectionRange(start, draft.includes(']') ? draft.indexOf(']') - 1 : start);
  const spot = findPlainSpot(field, where === 'clicked' ? 'clicked' : 'id', where === 'focused');
  expect(`${field.value.slice(0, spot.at)}⇣${field.value.slice(spot.at)}`).toBe(expected);
  expect(spot.place).toBe(place);
});

function findIn(client: MailClient, by: 'id' | 'clicked', html: string): Spot {
  const body = document.createElement('div');
  document.body.append(body);
  body.setAttribute('contenteditable', 'true');
  body.innerHTML = html;
  const range = takeCaret(body);
  const draft: Draft = { client, kind: 'new message', body, root: body, subject: null, minimised: false };
  return findSpot(draft, by, range);
}

function check(
  client: MailClient,
  by: 'id' | 'clicked',
  html: string,
  expected: string,
  place: string,
): void {
  const spot = findIn(client, by, html);
  const mark = `${spot.breakBefore ? '¶' : ''}⇣${spot.breakAfter ? '¶' : ''}`;
  const at = document.createRange();
  at.setStart(spot.point.node, spot.point.offset);
  at.insertNode(document.createTextNode(mark));
  const wanted = document.createElement('div');
  wanted.innerHTML = expected;
  expect(document.body.firstElementChild?.innerHTML).toBe(wanted.innerHTML);
  expect(spot.place).toBe(place);
}

/** Removes the marks from a draft and returns the selection that they describe. */
function takeCaret(body: HTMLElement): Range | null {
  const range = document.createRange();
  let hasMark = false;
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    for (let at = node.data.search(/[[\]|]/); at >= 0; at = node.data.search(/[[\]|]/)) {
      const mark = node.data[at];
      node.deleteData(at, 1);
      if (mark !== ']') range.setStart(node, at);
      if (mark !== '[') range.setEnd(node, at);
      hasMark = true;
    }
  }
  for (const node of emptyTexts(body)) {
    const at = [...(node.parentNode?.childNodes ?? [])].indexOf(node);
    if (range.startContainer === node && node.parentNode) {
      const { parentNode } = node;
      node.remove();
      range.setStart(parentNode, at);
      range.collapse(true);
    }
  }
  return hasMark ? range : null;
}

function emptyTexts(body: HTMLElement): Text[] {
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  while (walker.nextNode()) {
    if (walker.currentNode instanceof Text && walker.currentNode.data === '') found.push(walker.currentNode);
  }
  return found;
}
