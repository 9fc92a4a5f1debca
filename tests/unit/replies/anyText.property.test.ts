import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readReply } from '../../../lib/replies/readReply';

/** Runs per kind of change; `npm run test:soak` asks for 5,000. */
const RUNS = Number(process.env['REPLIES'] ?? 1_000);
const TIMEOUT = Math.max(30_000, RUNS * 60);

interface Labelled {
  id: string;
  messageDate: string;
  text: string;
}

const replies = JSON.parse(readFileSync('tests/unit/replies/replies.json', 'utf8')) as readonly Labelled[];
const reply = fc.constantFrom(...replies);
const sentence = reply.chain(({ text }) => fc.constantFrom(...text.split(/(?<=[.?!\n])\s+/)));
const day = fc.constantFrom('2026-12-16', '2027-01-12', '2028-12-28', null);

/** The first letter of each printed file, without what stands above it. */
const letters = readdirSync('docs/letters')
  .filter((name) => name.endsWith('.txt'))
  .map((name) => ({
    name,
    text: readFileSync(`docs/letters/${name}`, 'utf8').split(/^={20,}$/m)[2] ?? '',
  }));

function checkReading(text: string, messageDate: string | null): void {
  const reading = readReply(text, { messageDate });
  expect(reading.evidence === null || text.includes(reading.evidence)).toBe(true);
  expect(reading.kind === null ? reading.likeliest.length : 2).toBe(2);
  for (const date of [reading.promisedDate, reading.meetingDate])
    expect(date === null || messageDate === null || date >= messageDate).toBe(true);
}

describe('reading never fails, keeps to the text and names no past day', { timeout: TIMEOUT }, () => {
  test('of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), day, (text, date) =>
        checkReading(text, date),
      ),
      { numRuns: RUNS },
    );
  });

  test('of a reply cut anywhere', () => {
    fc.assert(
      fc.property(reply, fc.nat(), fc.nat(), day, ({ text }, from, length, date) => {
        const start = from % text.length;
        checkReading(text.slice(start, start + (length % text.length)), date);
      }),
      { numRuns: RUNS },
    );
  });

  test('of sentences of several replies, joined', () => {
    fc.assert(
      fc.property(
        fc.array(sentence, { maxLength: 12 }),
        fc.constantFrom(' ', '\n', '\n\n', '\r\n', '\t', ''),
        day,
        (sentences, join, date) => checkReading(sentences.join(join), date),
      ),
      { numRuns: RUNS },
    );
  });

  test('of a reply with words that say no put in', () => {
    fc.assert(
      fc.property(
        reply,
        fc.nat(),
        fc.constantFrom('not', 'never', 'nobody', "won't", 'if'),
        ({ text, messageDate }, at, no) => {
          const words = text.split(' ');
          checkReading(words.toSpliced(at % words.length, 0, no).join(' '), messageDate);
        },
      ),
      { numRuns: RUNS },
    );
  });
});

describe('a quoted copy of our letter below a reply changes nothing', () => {
  const alone = replies.map(({ text, messageDate }) => ({
    text,
    messageDate,
    reading: readReply(text, { messageDate }),
  }));
  const ways: readonly [string, (letter: string) => string][] = [
    [
      'Gmail',
      (letter) => `On Mon, 9 Nov 2026 at 09:00, Priya Nair <head@oakfield.example> wrote:\n${letter}`,
    ],
    [
      'Outlook',
      (letter) =>
        `From: Priya Nair\nSent: 9 November 2026 09:00\nTo: Ms Okafor\nSubject: Request\n\n${letter}`,
    ],
    [
      'a sign before each line',
      (letter) =>
        letter
          .split('\n')
          .map((line) => `> ${line}`)
          .join('\n'),
    ],
    ['nothing between', (letter) => letter],
  ];

  test.each(
    letters.flatMap(({ name, text }) => ways.map(([way, quote]) => ({ name, way, quoted: quote(text) }))),
  )('$name, $way', ({ quoted }) => {
    for (const { text, messageDate, reading } of alone)
      expect(readReply(`${text}\n\n${quoted}`, { messageDate })).toEqual(reading);
  });
});

test('names of properties that every object has are read as words', () => {
  const text = 'We cannot constructor, not __proto__; within toString days hasOwnProperty valueOf.';
  const plain = text.replace(/constructor|__proto__|toString|hasOwnProperty|valueOf/g, 'widget');
  const messageDate = '2026-11-09';
  expect(readReply(text, { messageDate }).kind).toBe(readReply(plain, { messageDate }).kind);
});
