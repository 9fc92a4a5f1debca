import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readReply, type ReplyReading } from '../../../lib/replies/readReply';

interface LabelledReply {
  id: string;
  messageDate: string;
  from: string;
  text: string;
  kind: string;
  alsoAcceptable: string[];
  promisedDate: string | null;
  meetingDate: string | null;
  inAttachment?: boolean;
  alsoDoes: string[];
}

const NO_LETTER = ['take-advice-first', 'automatic', 'unrelated'];
const isRight = ({ reply, reading }: { reply: LabelledReply; reading: ReplyReading }) =>
  reading.kind !== null && [reply.kind, ...reply.alsoAcceptable].includes(reading.kind);
const offersLetter = ({ kind }: ReplyReading) => kind !== null && !NO_LETTER.includes(kind);

const load = (name: string) =>
  JSON.parse(readFileSync(`tests/unit/replies/${name}`, 'utf8')) as readonly LabelledReply[];

/** The rules were written with all these files in view: the figures show what works, not how well it works on others. */
describe.each([
  'replies.json',
  'moreReplies.json',
  'otherVoices.json',
  'freshReplies.json',
  'variedReplies.json',
  'longerReplies.json',
  'manyHands.json',
])('of the labelled replies in %s', (name) => {
  const replies = load(name);
  const read = replies.map((reply) => ({ reply, reading: readReply(reply.text, reply) }));

  test.each(read)(
    '$reply.id from a $reply.from is read as $reply.kind, or asked about',
    ({ reply, reading }) => {
      const accepted = [reply.kind, ...reply.alsoAcceptable];
      expect([...accepted, null]).toContain(reading.kind);
      if (reading.kind === null) expect(reading.likeliest).toHaveLength(2);
      expect(reading.evidence === null || reply.text.includes(reading.evidence)).toBe(true);
    },
  );

  test.each(read)('$reply.id has no date but those it names', ({ reply, reading }) => {
    expect([reply.promisedDate, null]).toContain(reading.promisedDate);
    expect([reply.meetingDate, null]).toContain(reading.meetingDate);
  });

  test('at least nine in ten proposals are right', () => {
    const proposed = read.filter(({ reading }) => offersLetter(reading));
    expect(proposed.filter(isRight).length / proposed.length).toBeGreaterThanOrEqual(0.9);
  });

  test('at least seven in ten that a letter answers have a proposal', () => {
    const answerable = read.filter(({ reply }) => !NO_LETTER.includes(reply.kind));
    const proposed = answerable.filter(({ reading }) => offersLetter(reading));
    expect(proposed.length / answerable.length).toBeGreaterThanOrEqual(0.7);
  });

  test('no letter is proposed where advice comes first', () => {
    const wrong = read.filter(
      ({ reply, reading }) => reply.kind === 'take-advice-first' && offersLetter(reading),
    );
    expect(wrong.map(({ reply }) => reply.id)).toEqual([]);
  });

  test('no refusal, partial answer or task for the head is taken for a full answer', () => {
    const wrong = read.filter(
      ({ reply, reading }) =>
        reading.kind === 'full' && ['refusal', 'partial', 'passed-back'].includes(reply.kind),
    );
    expect(wrong.map(({ reply }) => reply.id)).toEqual([]);
  });

  test('nothing is proposed for automatic and unrelated mail', () => {
    const wrong = read.filter(
      ({ reply, reading }) => ['automatic', 'unrelated'].includes(reply.kind) && offersLetter(reading),
    );
    expect(wrong.map(({ reply }) => reply.id)).toEqual([]);
  });

  test('the table of kinds, labelled down and read across, is printed', () => {
    const kinds = [...new Set(replies.map(({ kind }) => kind))].toSorted();
    const row = (title: string, cells: readonly (string | number)[]) =>
      title.padEnd(20) + cells.map((cell) => String(cell).slice(0, 8).padStart(9)).join('');
    const count = (kind: string, as: string | null) =>
      read.filter(({ reply, reading }) => reply.kind === kind && reading.kind === as).length || '·';
    const table = [
      row('', [...kinds, 'asked']),
      ...kinds.map((kind) => row(kind, [...kinds.map((as) => count(kind, as)), count(kind, null)])),
    ];
    console.log(table.join('\n'));
    expect(table).toHaveLength(kinds.length + 1);
  });
});
