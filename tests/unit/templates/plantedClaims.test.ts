import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Entries, type Entry, readEntries, readSources, textOf } from '../../support/claimData';
import { checkAccounted, checkEntries } from '../../support/claimRules';
import { listSentences } from '../../support/letterSentences';

/** A letter of its own with its sentences and sources: copies, so that no fault is ever planted in a living letter. */
const FOLDER = 'tests/unit/templates/planted';
const letter = readFileSync(`${FOLDER}/letter.md`, 'utf8');
const entries = readEntries(readFileSync(`${FOLDER}/letter.yaml`, 'utf8'));
const sources = readSources(readFileSync(`${FOLDER}/sources.yaml`, 'utf8'));

const faultsOf = (markdown: string) => checkAccounted('letter', listSentences(markdown), entries);

function plant(from: string, to: string): string {
  if (!letter.includes(from)) throw new Error(`the copied letter does not contain “${from}”`);
  return letter.replace(from, () => to);
}

/** The faults that remain if somebody gives each changed sentence the class and the sources of the sentence that it replaced. */
function faultsIfWavedThrough(from: string, to: string): string[] {
  const changed = Object.fromEntries(
    Object.entries(entries).map(([place, list]) => [place, list.map((one) => changeEntry(one, from, to))]),
  ) satisfies Entries;
  return checkEntries('letter', changed, sources);
}

function changeEntry(one: Entry, from: string, to: string): Entry {
  const text = textOf(one).replace(from, () => to);
  return typeof one === 'string' ? text : { says: text, 'rests-on': one['rests-on'] };
}

describe('the copied letter', () => {
  it('has no fault before one is planted', () => {
    expect(faultsOf(letter)).toEqual([]);
    expect(checkEntries('letter', entries, sources)).toEqual([]);
  });
});

/** Kind, words of the copied letter, and what is planted. These are caught twice: by being new, and by saying more than their source. */
const twice: [kind: string, from: string, to: string][] = [
  [
    'wrong year of regulations',
    'Work Regulations 1999 require a suitable',
    'Work Regulations 1992 require a suitable',
  ],
  ['wrong year of an Act', 'Work etc. Act 1974, every employer', 'Work etc. Act 1947, every employer'],
  [
    'wrong name of an Act',
    'the Health and Safety at Work etc. Act 1974',
    'the Health and Welfare at Work etc. Act 1974',
  ],
  [
    'deleted qualifier',
    'must ensure, so far as is reasonably practicable, the health',
    'must ensure the health',
  ],
  ['weakened qualifier', 'so far as is reasonably practicable', 'so far as is practicable'],
  ['wrong section', 'Under section 2 of', 'Under section 3 of'],
  ['wrong regulation', 'at work (regulation 3).', 'at work (regulation 13).'],
  ['wrong regulation', 'principles of prevention (regulation 4)', 'principles of prevention (regulation 6)'],
  ['number of areas', 'in six areas', 'in seven areas'],
  ['points of the scale', 'five-point scale', 'four-point scale'],
  ['a grade for safeguarding', 'Safeguarding is met or not met', 'Safeguarding is graded inadequate'],
  ['an old grade', 'It grades schools in six areas', 'It can call a school outstanding in six areas'],
  ['wrong day', '10 November 2025', '1 November 2025'],
  ['wrong month', '10 November 2025', '10 September 2025'],
  ['wrong year', 'published in September 2025.', 'published in September 2026.'],
  ['wrong month of publication', 'by Schools Week in October 2025', 'by Schools Week in November 2025'],
  ['another publication', 'published by Schools Week', 'published by Tes'],
  [
    'another body blamed',
    'Ofsted commissioned an independent',
    'The Department for Education commissioned an independent',
  ],
  ['another union', 'NAHT, the school leaders’ union, calls', 'ASCL, the school leaders’ union, calls'],
  ['a named person', 'NAHT finds it “deeply', 'Alex Morgan of NAHT finds it “deeply'],
  ['a named person in a request', 'Please undertake a full', 'Please ask Alex Morgan to undertake a full'],
  ['a quotation changed by one word', 'is concerningly high”', 'is worryingly high”'],
  ['a quotation changed by one comma', 'workload or stress management”', 'workload, or stress management”'],
  ['a quotation changed by one hyphen', 'staff well-being, ignoring', 'staff wellbeing, ignoring'],
  [
    'a paraphrase in quotation marks',
    'The legal test is that it is suitable',
    'The legal test is that it is “legally suitable”',
  ],
  ['the framework called new', 'Ofsted’s framework has been', 'Ofsted’s new framework has been'],
  ['a ruling that never was', 'Safeguarding is met or not met', 'The court found it unlawful'],
  ['a breach alleged', 'Health includes mental health', 'Your breach harms mental health'],
  ['a statutory deadline', '{{I/We}} would be glad to meet', 'You must answer within ten working days'],
  ['an offence alleged', 'Thank you for reading this', 'Silence is an offence'],
  ['a right claimed', 'Please share it only with', '{{I/We}} have a right to share it with'],
  ['a majority claimed', '{{My/Our}} concern is with the system', 'Most heads’ concern is with the system'],
  [
    'a poll without a source',
    '{{My/Our}} concern is with the system',
    'A poll shows concern with the system',
  ],
  [
    'the government blamed',
    '{{My/Our}} concern is with the system',
    '{{My/Our}} concern is with the government',
  ],
  ['“must” for a request', 'Please set a date for reviewing', 'You must set a date for reviewing'],
  ['a duty where the source has none', 'It also found that the framework', 'It also found that the duty'],
  [
    'a regulator in the first letter',
    'Please tell {{me/us}} by then',
    'HSE expects you to tell {{me/us}} by then',
  ],
  [
    'a quotation given to another body',
    'the Health and Safety Executive says',
    'the Department for Education says',
  ],
];

/** These are caught by being new: their words look harmless, so a person has to read and classify them. */
const once: [kind: string, from: string, to: string][] = [
  [
    'employer of another kind',
    'The council is {{my/our}} employer, not',
    'The trust is {{my/our}} employer, not',
  ],
  ['employer of another kind, by condition', '::: if academy-trust\nThe trust', '::: if council\nThe trust'],
  [
    'the local governing body as employer',
    'The trust is {{my/our}} employer.',
    'The local governing body is {{my/our}} employer.',
  ],
  ['deadline in other words', 'do not expect a finished assessment by', 'expect a finished assessment by'],
  ['deadline in other words', 'Please tell {{me/us}} by then who will answer', 'Please finish it by then'],
  [
    'veiled threat',
    'so please appoint someone else',
    'or {{I/we}} will seek advice elsewhere. So please appoint someone else',
  ],
  ['veiled threat', 'Thank you for reading this', 'Others will read this too'],
  [
    'hint of refusing',
    'Nothing in this letter seeks to delay',
    'For now, nothing in this letter seeks to delay',
  ],
  [
    'hint of refusing',
    'Please share it only with',
    '{{I/We}} cannot say how {{I/we}} will receive inspectors. Please share it only with',
  ],
  ['health', '{{I/We}} will gladly help with facts', '{{I/We}} sleep badly, but will gladly help with facts'],
  ['health of others', '{{I/We}} welcome both', 'Colleagues are off sick. {{I/We}} welcome both'],
  ['stale tense', 'has been in force since', 'comes into force on'],
  [
    'future tense',
    'Ofsted has since addressed some of the recommendations and',
    'Ofsted will address some of the recommendations and',
  ],
  ['“all” for “some”', 'addressed some of its recommendations', 'addressed all of its recommendations'],
  ['“none” for “some”', 'addressed some of its recommendations', 'ignored its recommendations'],
  ['a dropped “where”', ', where the school has them', ''],
  ['a dropped “if”', ', if one is needed', ''],
  ['“may” made certain', 'may affect staff here', 'will harm staff here'],
  [
    'a promise that the head cannot keep',
    '{{I/We}} will gladly help with facts',
    '{{I/We}} will do whatever is needed',
  ],
  [
    'a promise in the name of colleagues',
    '{{I/We}} would be glad to meet',
    'Colleagues will accept your plan',
  ],
  ['spelling', 'independent wellbeing impact', 'independant wellbeing impact'],
  ['a sentence left out', ' Health includes mental health.', ''],
  [
    'a section’s sentences in another order',
    'Ofsted decides how it inspects. The employer decides how its staff are supported.',
    'The employer decides how its staff are supported. Ofsted decides how it inspects.',
  ],
  ['a changed title in the menu', '### Assess the risks', '### Demand action'],
  ['a changed subject', "subject: 'Request for", "subject: 'Demand for"],
  [
    'a sentence after a heading that is none',
    '## Close {#close}',
    '## Close\n\nThis is urgent.\n\n## Close {#close}',
  ],
  ['a sentence in a list', 'Dear {{addressee}}', 'Dear {{addressee}}\n\n- this cannot wait'],
  [
    'a sentence under a condition of its own',
    'Enc.',
    'Enc.\n:::\n\n::: if has meeting date\nThis cannot wait.',
  ],
];

describe('a fault planted in a copied letter is caught', () => {
  it.each([...twice, ...once])('%s: “%s” → “%s”', (_kind, from, to) => {
    expect(faultsOf(plant(from, to))).not.toEqual([]);
  });

  it.each(twice)(
    'even if the sentence keeps its class and its sources. %s: “%s” → “%s”',
    (_kind, from, to) => {
      expect(faultsIfWavedThrough(from, to)).not.toEqual([]);
    },
  );

  it('wherever one word is taken out, put in or doubled', () => {
    const words = Array.from(
      letter.slice(letter.indexOf('## Opening')).matchAll(/(?<= )[\p{L}’]{2,}(?=[ ,.])/gu),
    );
    const place = fc.constantFrom(...words);
    const change = fc.constantFrom('', 'not ', 'always ', 'nobody ');
    fc.assert(
      fc.property(place, change, ({ 0: word, index }, added) => {
        const at = letter.indexOf('## Opening') + index;
        const changed = letter.slice(0, at) + added + letter.slice(at + (added ? 0 : word.length));
        return faultsOf(changed).length > 0;
      }),
      { numRuns: 300 },
    );
  });
});

describe('the spell-checker', () => {
  it('reports a wrong letter and an American spelling in a letter, and no British word', () => {
    const input = 'An independant adviser will recognize the risk, organise the programme and practise it.\n';
    const cspell = ['node_modules/cspell/bin.mjs', 'lint', '--no-progress', '--no-summary', '--words-only'];
    const { stdout } = spawnSync(process.execPath, [...cspell, 'stdin://templates/letter.md'], {
      input,
      encoding: 'utf8',
    });
    expect(stdout.trim().split(/\s+/)).toEqual(['independant', 'recognize']);
  });
});

describe('the message', () => {
  it('gives the entry to paste', () => {
    expect(faultsOf(plant('Thank you for reading this, and', 'Thank you, and'))[0]).toBe(
      'letter, close: nobody has classified “Thank you, and for your care for the people who work here.”. In ' +
        'templates/sentences/letter.yaml, add under “close:” either\n' +
        '  - "Thank you, and for your care for the people who work here."\n' +
        'if it states no fact, or\n' +
        '  - says: "Thank you, and for your care for the people who work here."\n' +
        '    rests-on: [<source>/<words>]',
    );
  });
});

describe('a source', () => {
  const restingOn = (...refs: string[]): Entries => ({
    duties: [{ says: 'Health includes mental health.', 'rests-on': refs }],
  });

  it('that does not carry the claim is found', () => {
    expect(checkEntries('letter', restingOn('hse-work-right/mental-health'), sources)).toEqual([]);
    expect(checkEntries('letter', restingOn('tes-2025-09/areas'), sources)).toEqual([
      'letter, duties: “Health includes mental health.” has no word in common with “tes-2025-09/areas”',
    ]);
  });

  it('that does not exist, or has no such words, is found', () => {
    expect(checkEntries('letter', restingOn('no-such/words'), sources)).toHaveLength(1);
    expect(checkEntries('letter', restingOn('hswa-s2/no-such'), sources)).toHaveLength(1);
    expect(checkEntries('letter', restingOn('hswa-s2/unread'), sources)).toHaveLength(1);
    expect(checkEntries('letter', restingOn(), sources)).toHaveLength(1);
  });

  it('whose words could not be read carries no number, name or date', () => {
    const claim: Entries = { x: [{ says: 'It covers 9 areas.', 'rests-on': ['nasuwt-areas/unread'] }] };
    expect(checkEntries('letter', claim, sources)).toEqual([
      'letter, x: “It covers 9 areas.” says 9, which its sources do not',
    ]);
  });

  it.each([
    ['Health includes mental health.', 'hswa-s2/duty'],
    ['Safeguarding is met or not met.', 'tes-2025-09/scale'],
    ['The legal test is that it is suitable and sufficient.', 'schools-week-2025-10/passage-4'],
    ['NAHT finds it “deeply troubling', 'schools-week-2025-10/passage-10'],
    ['They also set principles of prevention (regulation 4)', 'mhswr-reg-3/assessment'],
    ['An employer may ask. The council is my employer.', 'hse-education/trust'],
    ['Ofsted’s framework has been in force since 10 November 2025.', 'education-act-2005-s10/obstruct'],
  ])('exchanged for another one is found: “%s” on %s', (says, ref) => {
    expect(checkEntries('letter', { x: [{ says, 'rests-on': [ref] }] }, sources)).not.toEqual([]);
  });
});
