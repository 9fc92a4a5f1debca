import { describe, expect, it, test } from 'vitest';
import type { Enclosure } from '../../../lib/letter/model';
import type {
  BodyReport,
  InsertionReport,
  Place,
  RefusalReason,
  StepReport,
  TakeOutReport,
} from '../../../lib/mail/protocol';
import { describeInsertion, describeTakeOut } from '../../../lib/writing/insertionSentences';
import type { Unreachable } from '../../../lib/writing/outcome';

const NOT_ASKED: StepReport = { outcome: 'not asked' };
const DONE: StepReport = { outcome: 'done' };
const FILLED: StepReport = { outcome: 'left alone', why: 'already filled' };
const FAILED: StepReport = { outcome: 'failed', why: 'did not stay' };
const NOT_SEEN: StepReport = { outcome: 'not seen' };
const IN: BodyReport = { outcome: 'inserted', place: 'at the caret' };

const people = { to: ['hr@trust.example'], cc: ['chair@a.example', 'clerk@a.example'] };

const plain: InsertionReport = {
  site: 'gmail',
  kind: 'new message',
  body: IN,
  subject: NOT_ASKED,
  to: NOT_ASKED,
  cc: NOT_ASKED,
  attachment: NOT_ASKED,
};

const describeReport = (
  report: Partial<InsertionReport>,
  missingCount = 0,
  part: string | null = null,
): string => describeInsertion({ ...plain, ...report }, { missingCount, part, ...people });

test.each([
  [undefined, null, ''],
  ['Example branch', null, ' The wording is from Example branch, not ours.'],
  ['', null, ' The wording is from your own letter, not ours.'],
  ['Example branch', 'Name', ''],
])('the outcome says whose wording went in: supplier %j, part %j', (supplier, part, sentence) => {
  const what = part === null ? 'The letter' : '“Name”';
  expect(describeInsertion(plain, { missingCount: 0, ...people, part, supplier })).toBe(
    `${what} is in your new message.${sentence}`,
  );
});

describe('the sentences after an insertion', () => {
  test.each<[string, Partial<InsertionReport>, number?, string?]>([
    ['The letter is in your new message.', {}],
    [
      'The letter is in your new message, above your signature. The subject was already filled, so we left it. Two details are still in [brackets].',
      { body: { outcome: 'inserted', place: 'above the signature' }, subject: FILLED },
      2,
    ],
    [
      'The letter is in your new message. We also addressed it to hr@trust.example, added copies to chair@a.example and clerk@a.example, filled in the subject and attached the Word copy.',
      { to: DONE, cc: DONE, subject: DONE, attachment: DONE },
    ],
    [
      'The letter is in your reply, above the earlier emails. To was filled in already, so we left it. The earlier email’s subject stays as it is.',
      {
        kind: 'reply',
        body: { outcome: 'inserted', place: 'above the quoted mail' },
        to: FILLED,
        subject: { outcome: 'left alone', why: 'hidden' },
      },
    ],
    [
      'The letter is in your new message. We also filled in the subject. The page did not take the address and the copies: press Copy addresses and paste them there.',
      { subject: DONE, to: FAILED, cc: FAILED },
    ],
    [
      'The letter is in your new message. The page did not take the Word copy: press Download Word letter and attach it. One detail is still in [brackets].',
      { attachment: { outcome: 'failed', why: 'not offered' } },
      1,
    ],
    [
      'The letter is in your new message. We could not see the Word copy arrive. Look before you add it.',
      { attachment: NOT_SEEN },
    ],
    [
      'The letter is in your new message. We could not see the address and the copies arrive. Look before you add them.',
      { to: NOT_SEEN, cc: NOT_SEEN },
    ],
    [
      'We could not see the letter arrive. Look at your email before you try again.',
      { body: { outcome: 'refused', why: 'not seen' } },
    ],
    [
      'The letter is in this field. We could not find To and the subject line on this page. Please fill them in yourself.',
      {
        site: 'other',
        kind: 'text field',
        to: { outcome: 'left alone', why: 'none here' },
        subject: { outcome: 'left alone', why: 'none here' },
      },
    ],
    [
      '“Evidence” is in your new message, after the words you had selected.',
      { body: { outcome: 'inserted', place: 'after the selection' } },
      0,
      'Evidence',
    ],
    [
      'The letter is already in this email, so it was not put in a second time.',
      { body: { outcome: 'refused', why: 'already there' } },
      3,
    ],
    [
      'The page did not accept the letter. Your email has not changed. Copy the letter, or take it as Word. What went in before stays: the address and the subject.',
      { body: { outcome: 'refused', why: 'did not arrive' }, to: DONE, subject: DONE },
    ],
    [
      '“My details” is too long for this field, so nothing was put in.',
      { kind: 'text field', body: { outcome: 'refused', why: 'too long for this field' } },
      0,
      'My details',
    ],
  ])('%s', (sentence, report, missingCount = 0, part?: string) => {
    expect(describeReport(report, missingCount, part ?? null)).toBe(sentence);
  });

  it('are well formed for every combination of reports', () => {
    const texts = [...everyReport()].flatMap((report) => [
      describeInsertion(report, { missingCount: 0, ...people, part: null }),
      describeInsertion(report, { missingCount: 2, ...people, part: 'Evidence' }),
      ...UNREACHABLE.map((unreachable) =>
        describeInsertion(report, { missingCount: 2, ...people, part: null, unreachable }),
      ),
    ]);
    const isWellFormed = (text: string): boolean =>
      /^[A-Z“].*[.]$/.test(text) && !/undefined|null|!| {2}|\.\.|\{| ,|'/.test(text) && text.length < 720;
    expect(texts.filter((text) => !isWellFormed(text))).toEqual([]);
  });

  it('mention each step that was asked for', () => {
    const words = {
      subject: /subject/,
      to: /addressed|the address|\bTo\b/,
      cc: /copies|\bCc\b/,
      attachment: /Word copy/,
    };
    const steps = Object.entries(words) as [keyof typeof words, RegExp][];
    const mentionsSteps = (report: InsertionReport): boolean => {
      const text = describeInsertion(report, { missingCount: 0, ...people, part: null });
      return steps.every(([step, word]) => report[step].outcome === 'not asked' || word.test(text));
    };
    expect([...everyReport()].filter((report) => !mentionsSteps(report))).toEqual([]);
  });

  it.each<[string, Unreachable, boolean]>([
    ['', { to: null, copies: [], notAddresses: [] }, true],
    [
      ' To is empty: no email is saved for your employer.',
      { to: 'no email saved', copies: [], notAddresses: [] },
      true,
    ],
    [
      ' To is empty: no email is saved for the next person up.',
      { to: 'next person up', copies: [], notAddresses: [] },
      true,
    ],
    [
      ' No email is saved for Chair of Governors, so copying them in is left to you.',
      { to: null, copies: ['Chair of Governors'], notAddresses: [] },
      true,
    ],
    [
      ' To is empty: no email is saved for your employer. No email is saved for Chair of Governors, A. Diocese and the clerk, so copying them in is left to you.',
      { to: 'no email saved', copies: ['Chair of Governors', 'A. Diocese', 'the clerk'], notAddresses: [] },
      true,
    ],
    [
      ' “a@x.example, b@x.example” is not one email address, so To was left to you. “see website” is not one email address, so Cc was left to you.',
      {
        to: null,
        copies: [],
        notAddresses: [
          { typed: ' a@x.example,\nb@x.example ', field: 'To' },
          { typed: 'see website', field: 'Cc' },
        ],
      },
      true,
    ],
    [
      ' “jo@x.example�” is not one email address, so To was left to you.',
      { to: null, copies: [], notAddresses: [{ typed: 'jo@x.example\u200b', field: 'To' }] },
      true,
    ],
    [
      ` “${'a'.repeat(59)}…” is not one email address, so To was left to you.`,
      { to: null, copies: [], notAddresses: [{ typed: 'a'.repeat(5000), field: 'To' }] },
      true,
    ],
    ['', { to: 'next person up', copies: ['Chair of Governors'], notAddresses: [] }, false],
  ])('name the people without a usable email address: “%s”', (sentence, unreachable, isIn) => {
    const body: BodyReport = isIn ? IN : { outcome: 'refused', why: 'minimised' };
    const context = { missingCount: 0, ...people, part: null };
    const without = describeInsertion({ ...plain, body }, context);
    expect(describeInsertion({ ...plain, body }, { ...context, unreachable })).toBe(without + sentence);
  });

  it.each([
    ['One detail is still in [brackets]. In the Word copy, three details are still in [brackets].', 1, 3],
    ['In the Word copy, one detail is still in [brackets].', 0, 1],
    ['Two details are still in [brackets].', 2, 2],
    ['', 0, 0],
  ])(
    'count the details missing in an attached Word copy if they are more: “%s”',
    (sentence, email, paper) => {
      const context = { missingCount: email, missingOnPaper: paper, ...people, part: null };
      const attached = describeInsertion({ ...plain, attachment: DONE }, context);
      expect(attached).toBe(
        `The letter is in your new message. We also attached the Word copy. ${sentence}`.trim(),
      );
      const notAttached = describeInsertion({ ...plain, attachment: FAILED }, context);
      expect(notAttached).not.toContain('In the Word copy');
    },
  );

  it('count missing details only when the letter went in', () => {
    expect(describeReport({ body: { outcome: 'refused', why: 'minimised' } }, 2)).not.toContain('missing');
    expect(describeReport({}, 10)).toContain('10 details are still in [brackets].');
  });
});

describe('an attached first letter', () => {
  const sentence = (attachment: InsertionReport['attachment'], attached: Enclosure[]) =>
    describeInsertion({ ...plain, attachment }, { missingCount: 0, part: null, ...people, attached });
  const left = { outcome: 'failed', why: 'not offered' } as const;

  test.each([
    [DONE, ['first letter'], 'We also attached your first letter.'],
    [DONE, ['first letter', 'word copy'], 'We also attached your first letter and the Word copy.'],
    [
      left,
      ['first letter'],
      'The page did not take your first letter: press Download my first letter and attach it.',
    ],
    [
      left,
      ['first letter', 'word copy'],
      'The page did not take your first letter and the Word copy: press Download my first letter and Download Word letter and attach them.',
    ],
    [NOT_SEEN, ['first letter'], 'We could not see your first letter arrive. Look before you add it.'],
    [
      NOT_SEEN,
      ['first letter', 'word copy'],
      'We could not see your first letter and the Word copy arrive. Look before you add them.',
    ],
  ] as const)('is told of by its name: %j, %j', (report, attached, told) => {
    expect(sentence(report, [...attached])).toBe(`The letter is in your new message. ${told}`);
  });

  test('that stays after the letter is taken out is told of', () => {
    const stays = { outcome: 'taken out', stays: ['attachment'] } as const;
    expect(
      describeTakeOut({ ...stays, stays: [...stays.stays] }, { part: null, attached: ['first letter'] }),
    ).toBe('The letter is out; your own words are as they were. Your first letter is still attached.');
  });
});

describe('the sentences after taking out', () => {
  test.each<[string, TakeOutReport]>([
    ['The letter is out; your own words are as they were.', { outcome: 'taken out', stays: [] }],
    [
      'The letter is out; your own words are as they were. Subject is still filled in.',
      { outcome: 'taken out', stays: ['subject'] },
    ],
    [
      'The letter is out; your own words are as they were. Subject and To are still filled in. The Word copy is still attached.',
      { outcome: 'taken out', stays: ['subject', 'recipients', 'attachment'] },
    ],
    ['You have typed since; press Ctrl+Z in the email.', { outcome: 'refused', why: 'typed since' }],
    ['There is no letter of ours in this email.', { outcome: 'refused', why: 'nothing to take out' }],
    ['That email is no longer open, so nothing was taken out.', { outcome: 'refused', why: 'draft gone' }],
    [
      'It could not be taken out from here. Press Ctrl+Z in the email, or delete it there.',
      { outcome: 'refused', why: 'did not work' },
    ],
  ])('%s', (sentence, report) => {
    expect(describeTakeOut(report)).toBe(sentence);
  });

  it('name the part that the right-click menu had inserted', () => {
    expect(describeTakeOut({ outcome: 'taken out', stays: [] }, { part: 'Signature' })).toBe(
      '“Signature” is out; your own words are as they were.',
    );
  });
});

// ── Every report that a page can return ────────────────────────────────────────────────────────

const SITUATIONS: Pick<InsertionReport, 'site' | 'kind'>[] = [
  { site: 'gmail', kind: 'new message' },
  { site: 'gmail', kind: 'reply' },
  { site: 'outlook', kind: 'forward' },
  { site: 'other', kind: 'text field' },
];

const PLACES: Place[] = [
  'at the caret',
  'after the selection',
  'above the signature',
  'above the quoted mail',
  'below the list, table or quote',
  'at the end',
];

const REASONS: RefusalReason[] = [
  'no draft',
  'draft gone',
  'already there',
  'read only',
  'minimised',
  'not a text field',
  'too long for this field',
  'did not arrive',
  'not seen',
  'arrived changed',
  'frame out of reach',
];

const BODIES: BodyReport[] = [
  ...PLACES.map((place): BodyReport => ({ outcome: 'inserted', place })),
  ...REASONS.map((why): BodyReport => ({ outcome: 'refused', why })),
];

const NONE_HERE: StepReport = { outcome: 'left alone', why: 'none here' };
const NOT_AN_ADDRESS: StepReport = { outcome: 'left alone', why: 'not one address' };
const PEOPLE: StepReport[] = [
  NOT_ASKED,
  DONE,
  FILLED,
  FAILED,
  { outcome: 'failed', why: 'not offered' },
  NONE_HERE,
  NOT_SEEN,
  NOT_AN_ADDRESS,
];
const SUBJECTS: StepReport[] = [
  ...PEOPLE.filter((report) => report !== NOT_AN_ADDRESS),
  { outcome: 'left alone', why: 'hidden' },
];
const FILES: StepReport[] = [NOT_ASKED, DONE, FAILED, NONE_HERE, NOT_SEEN];

const UNREACHABLE: Unreachable[] = [
  { to: 'no email saved', copies: [], notAddresses: [] },
  { to: 'next person up', copies: ['Chair of Governors', 'Union branch secretary'], notAddresses: [] },
];

function* everyReport(): Generator<InsertionReport> {
  for (const situation of SITUATIONS)
    for (const body of BODIES)
      for (const to of PEOPLE)
        for (const cc of PEOPLE.slice(0, 4))
          for (const subject of SUBJECTS)
            for (const attachment of FILES) yield { ...situation, body, to, cc, subject, attachment };
}
