import fc from 'fast-check';

/** A draft before the insertion, with its selection. */
export interface DraftCase {
  html: string;
  /** Both ends of the selection, as shares of all caret positions (0 to 1). Equal if nothing is selected. */
  from: number;
  to: number;
  /** What the mail sites add around the user's own text. Not used on other pages. */
  around: Around;
}

export interface Around {
  signature: boolean;
  /** In Gmail the signature follows two dashes; in Outlook it is in one wrapper with the user's text. */
  unusualSignature: boolean;
  quote: boolean;
}

const WORDS = [
  'Dear Alex',
  'thank you',
  'the hall',
  '£40',
  'naïve café',
  '“quoted”',
  'a < b & c',
  '🏫 school',
  '👩🏽‍🏫',
  'مرحبا بكم',
  'שלום',
  '9.40 pm',
];

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

const words = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 })
  .map((some) => escape(some.join(' ')));

const PICTURE =
  '<img alt="plan" width="8" height="8" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7">';

const inline = fc.oneof(
  { weight: 5, arbitrary: words },
  words.map((text) => `<b>${text}</b>`),
  words.map((text) => `<i>${text}</i>`),
  words.map((text) => `<a href="https://school.example/">${text}</a>`),
  words.map((text) => `<span style="color: rgb(0, 0, 255)">${text}</span>`),
);

const line = fc.array(inline, { minLength: 1, maxLength: 3 }).map((some) => some.join(' '));

const items = (element: 'ul' | 'ol') =>
  fc
    .array(line, { minLength: 1, maxLength: 3 })
    .map((some) => `<${element}>${some.map((one) => `<li>${one}</li>`).join('')}</${element}>`);

const table = fc
  .array(fc.tuple(line, line), { minLength: 1, maxLength: 2 })
  .map(
    (rows) =>
      `<table><tbody>${rows.map(([a, b]) => `<tr><td>${a}</td><td>${b}</td></tr>`).join('')}</tbody></table>`,
  );

/** Blocks of any kind: an editor drops those that it does not support before the letter is inserted. */
const simpleBlock = fc.oneof(
  { weight: 5, arbitrary: line.map((one) => `<div>${one}</div>`) },
  { weight: 2, arbitrary: fc.constant('<div><br></div>') },
  line.map((one) => `<p>${one}</p>`),
  fc.tuple(line, line).map(([one, two]) => `<div>${one}<br>${two}</div>`),
  line.map((one) => `<div>${one}<br></div>`),
  line.map((one) => `<div dir="rtl">${one}</div>`),
  line.map((one) => `<div>${one} ${PICTURE}</div>`),
);

const block: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: simpleBlock },
  items('ul'),
  items('ol'),
  table,
  fc
    .array(simpleBlock, { minLength: 1, maxLength: 2 })
    .map((some) => `<blockquote>${some.join('')}</blockquote>`),
  fc
    .array(simpleBlock, { minLength: 1, maxLength: 2 })
    .map((some) => `<blockquote><blockquote>${some.join('')}</blockquote></blockquote>`),
  fc
    .array(simpleBlock, { minLength: 1, maxLength: 3 })
    .map((some) => `<div dir="ltr">${some.join('')}</div>`),
  line.map((one) => `<div><br></div><div>-- </div><div>${one}</div>`),
);

const share = fc.integer({ min: 0, max: 1000 }).map((number) => number / 1000);

export const draftCases: fc.Arbitrary<DraftCase> = fc
  .record({
    blocks: fc.array(block, { minLength: 0, maxLength: 6 }),
    caret: share,
    end: fc.option(share, { freq: 3 }),
    around: fc.record({ signature: fc.boolean(), unusualSignature: fc.boolean(), quote: fc.boolean() }),
  })
  .map(({ blocks, caret, end, around }) => ({
    html: blocks.join(''),
    around,
    from: Math.min(caret, end ?? caret),
    to: Math.max(caret, end ?? caret),
  }));
