import { describe, expect, test } from 'vitest';
import { listMissingOnPaper } from '../../../lib/letter/compose/compose';
import type { Block, LetterDocument } from '../../../lib/letter/model';
import { blockTexts, inlineText } from '../../../lib/letter/render/text';
import { asking, compose, deputy, employer, signer } from './fixtures';

const REQUESTS = `
## Three {#three}

What I ask.

### A {#a}
First.

### B {#b optional}
Second.

### C {#c}
Third.

## More {#more}

And more.

### D {#d optional}
Fourth.

## End {#end}

Thank you.
`;

function blocksOf(doc: LetterDocument): Block[] {
  return doc.sections.flatMap((section) => section.blocks);
}

function listsOf(doc: LetterDocument): { start: number; ids: (string | undefined)[] }[] {
  return blocksOf(doc).flatMap((block) =>
    block.type === 'list' ? [{ start: block.start, ids: block.items.map(({ requestId }) => requestId) }] : [],
  );
}

describe('requests', () => {
  test('optional requests are not ticked by default, and a section without ticked requests is left out with its lead-in', () => {
    const doc = compose(REQUESTS);
    expect(blockTexts(doc)).toEqual(['What I ask.', 'First.', 'Third.', 'Thank you.']);
    expect(doc.sections.map(({ id }) => id)).toEqual(['three', 'end']);
  });

  test('optional requests come last, and numbering continues across sections', () => {
    const doc = compose(REQUESTS, { choices: { requests: ['d', 'c', 'b', 'a', 'unknown'] } });
    expect(listsOf(doc)).toEqual([
      { start: 1, ids: ['a', 'c', 'b'] },
      { start: 4, ids: ['d'] },
    ]);
  });

  test('only ticked requests are numbered', () => {
    const doc = compose(REQUESTS, { choices: { requests: ['c', 'd'] } });
    expect(listsOf(doc)).toEqual([
      { start: 1, ids: ['c'] },
      { start: 2, ids: ['d'] },
    ]);
  });

  test('unticking every request differs from not having chosen yet', () => {
    expect(blockTexts(compose(REQUESTS, { choices: { requests: [] } }))).toEqual(['Thank you.']);
  });

  test('requests under different conditions form one list', () => {
    const doc = compose(`
## Asks {#asks}

::: if council
### A {#a}
First.
:::

::: if academy-trust
### B {#b}
Second.
:::

::: unless academy-trust
### C {#c}
Third.
:::
`);
    expect(listsOf(doc)).toEqual([{ start: 1, ids: ['a', 'c'] }]);
  });
});

describe('conditions', () => {
  const body = (condition: string) => `::: ${condition}\nShown.\n:::`;
  const coSigned = { signer: { coSigners: [deputy] } };

  test.each([
    ['if council', {}, true],
    ['if academy-trust, council', {}, true],
    ['unless academy-trust, council', {}, false],
    ['if governing-body', { employer: { kind: 'governing-body' as const } }, true],
    ['if other', {}, false],
    ['if single', {}, true],
    ['if single', coSigned, false],
    ['if joint', coSigned, true],
    ['if union', {}, false],
    ['if union', { choices: { mentionUnion: true } }, true],
    ['unless leave-out-strongest', {}, true],
    ['if leave-out-strongest', { choices: { voice: 'softer' as const } }, true],
    ['if leave-out-strongest', { choices: { voice: 'without NAHT' as const } }, true],
    ['if do-not-mention-naht', { choices: { voice: 'softer' as const } }, false],
    ['if do-not-mention-naht', { choices: { voice: 'without NAHT' as const } }, true],
    ['if union', { choices: { mentionUnion: true, voice: 'without NAHT' as const } }, false],
    ['if own-paragraph', { choices: { ownParagraph: ' \n\t ' } }, false],
    ['if own-paragraph', { choices: { ownParagraph: 'x' } }, true],
    ['if enclosure', { choices: { enclosures: ['word copy' as const] } }, true],
    ['if first-letter', { choices: { enclosures: ['word copy' as const] } }, false],
    ['if first-letter', { choices: { enclosures: ['first letter' as const] } }, true],
    ['if copies', { choices: { copies: ['', ' '] } }, false],
    ['if copies', { choices: { copies: ['Clerk'] } }, true],
    ['if has phone', {}, true],
    ['if has phone', { signer: { phone: ' ' } }, false],
    ['if chair', { employer: { role: 'Chair of Governors' } }, true],
    ['if chair', {}, false],
  ])('“::: %s” with %j: %s', (condition, changes, shown) => {
    expect(blockTexts(compose(body(condition), changes))).toEqual(shown ? ['Shown.'] : []);
  });

  test('a condition can test whether a field has an answer and whether a request is ticked', () => {
    const text =
      '## T {#t}\n\n::: if has meeting date\nOn {{meeting date}}.\n:::\n\n::: if request a\nAsked.\n:::\n\n### A {#a}\nA.';
    const front = asking('meeting date');
    expect(blockTexts(compose(text, {}, front))).toEqual(['Asked.', 'A.']);
    const changes = { choices: { requests: [], answers: { 'meeting date': '2026-12-01' } } };
    // None of the section's requests is ticked, so the whole section is left out.
    expect(blockTexts(compose(text, changes, front))).toEqual([]);
  });

  test('conditions can be nested', () => {
    const nested = '::: if council\n::: if single\nOne.\n:::\n::: if joint\nTwo.\n:::\n:::';
    expect(blockTexts(compose(nested, coSigned))).toEqual(['Two.']);
  });
});

describe('details', () => {
  test('a missing detail is shown in brackets and listed once, in the order of the letter', () => {
    const blank = { signer: { fullName: '', school: '\u00a0' }, employer: { organisation: '  ' } };
    const doc = compose('Of {{employer}} at {{school}}, {{employer}}.\n\n{{signatures}}', blank);
    expect(blockTexts(doc)[0]).toBe('Of [employer’s name] at [school’s name], [employer’s name].');
    expect(doc.missing.map(({ field }) => field)).toEqual(['school', 'employer', 'full name']);
  });

  test('missing details of the subject are listed first', () => {
    expect(
      compose('{{phone}}', { signer: { school: '', phone: '' } }).missing.map(({ field }) => field),
    ).toEqual(['school', 'phone']);
  });

  test('missing addresses count as missing in the Word letter only, not in the email', () => {
    const doc = compose('Text.', {
      signer: { address: '', postcode: '' },
      employer: { address: '', postcode: '' },
    });
    expect(doc.missing).toEqual([]);
    expect(listMissingOnPaper(doc).map(({ field }) => field)).toEqual(['school address', 'employer address']);
  });

  test('an address block has one postcode, in capitals, even if it was typed twice', () => {
    const doc = compose('Text.', {
      employer: { address: 'County Hall\r\nExampleton\nZZ2 2BB\n', postcode: 'zz22bb' },
    });
    expect(doc.recipient.map(inlineText)).toEqual([
      'Mrs Priya Patel',
      'Director of Children’s Services',
      'Exampleshire County Council',
      'County Hall',
      'Exampleton',
      'ZZ2 2BB',
    ]);
    expect(doc.sender.map(inlineText)).toEqual([
      'Oakfield Primary School',
      '1 School Lane',
      'Oakfield',
      'ZZ1 1AA',
      '01632 960001',
      'head@oakfield.example',
    ]);
  });

  test.each(['zz2  2bb', 'ZZ2\u00a02BB', 'ZZ22BB'])('the postcode %j gets one blank', (postcode) => {
    expect(blockTexts(compose('{{employer postcode}}', { employer: { postcode } }))).toEqual(['ZZ2 2BB']);
  });

  const head = (school: string, jobTitle = 'Headteacher') => ({
    fullName: 'Kim Day',
    jobTitle,
    school,
    agreed: true,
  });

  test.each([
    ['two heads of two schools', 'Headteacher', [head('B School')], 'headteachers of A School and B School'],
    [
      'three heads',
      'Headteacher',
      [head('B School'), head('C School')],
      'headteachers of A School, B School and C School',
    ],
    [
      'a head and a deputy of one school',
      'Headteacher',
      [head('', 'Deputy Headteacher')],
      'headteacher and deputy headteacher of A School',
    ],
    ['two deputies of one school', 'Deputy Head', [head('', 'Deputy Head')], 'deputy heads of A School'],
    [
      'a head here and a deputy there',
      'Headteacher',
      [head('B School', 'Deputy Headteacher')],
      'headteacher of A School and deputy headteacher of B School',
    ],
    [
      'two here and one there',
      'Headteacher',
      [head('', 'SENCO'), head('B School')],
      'headteacher and SENCO of A School, and headteacher of B School',
    ],
    ['the same school typed again', 'Headteacher', [head('A School')], 'headteachers of A School'],
    [
      'heads of school',
      'Head of School',
      [head('B School', 'Head of School')],
      'heads of school of A School and B School',
    ],
    [
      'names kept in a title',
      'Head of English',
      [head('', 'SENCO')],
      'head of English and SENCO of A School',
    ],
    [
      'a bracket in a title',
      'Deputy Head (Pastoral)',
      [head('', 'Deputy Head (Pastoral)')],
      'deputy heads (pastoral) of A School',
    ],
    ['a title in capitals', 'HEADTEACHER', [head('B School')], 'headteachers of A School and B School'],
    [
      'a title typed as a plural',
      'Co-headteachers',
      [head('', 'Co-headteachers')],
      'co-headteachers of A School',
    ],
    [
      'a dash in a title',
      'Assistant Head – Pastoral',
      [head('B School', 'Assistant Head – Pastoral')],
      'assistant heads – pastoral of A School and B School',
    ],
    [
      'no half of a title in capitals',
      'Class Teacher',
      [head('', 'Class Teacher')],
      'class teachers of A School',
    ],
    [
      'a deputy safeguarding lead',
      'Deputy Designated Safeguarding Lead',
      [head('', 'SENCo')],
      'deputy designated safeguarding lead and SENCo of A School',
    ],
    [
      'teachers in charge',
      'Teacher in Charge',
      [head('B School', 'Teacher in Charge')],
      'teachers in charge of A School and B School',
    ],
    [
      'key stages and years keep their capitals',
      'Key Stage 2 Lead',
      [head('', 'Head of Year 6')],
      'Key Stage 2 lead and head of Year 6 of A School',
    ],
    ['staff, which has no plural', 'Staff', [head('', 'Staff')], 'staff of A School'],
    ['a school in other capitals', 'Headteacher', [head('a school')], 'headteachers of A School'],
    [
      'a maternity cover',
      'Headteacher (maternity cover)',
      [head('B School', 'Headteacher (maternity cover)')],
      'headteachers (maternity cover) of A School and B School',
    ],
    [
      'the chief executive and a principal',
      'Chief Executive Officer',
      [head('B School', 'Principal')],
      'chief executive officer of A School and principal of B School',
    ],
    ['a missing job title', '', [head('B School')], 'members of staff at A School and B School'],
    [
      'a title that is a list',
      'Head and SENCO',
      [head('B School')],
      'members of staff at A School and B School',
    ],
    [
      'five people',
      'Headteacher',
      ['B', 'C', 'D', 'E'].map((school) => head(school)),
      'members of staff at A School, B, C, D and E',
    ],
  ])('the words for who signs: %s', (_name, jobTitle, coSigners, expected) => {
    const doc = compose('As {{roles and schools}}, we ask.', {
      signer: { school: 'A School', jobTitle, coSigners },
    });
    expect(blockTexts(doc)).toEqual([`As ${expected}, we ask.`]);
  });

  test('each signature has its own school, the sender’s address only the writer’s, and a sentence has both', () => {
    const doc = compose('At {{school}}, from {{own school}}.\n\n{{signatures}}', {
      signer: { school: 'A School', coSigners: [head('B School'), { ...deputy, school: ' ' }] },
    });
    expect(blockTexts(doc)).toEqual([
      'At A School and B School, from A School.',
      'Robin Hale',
      'Headteacher',
      'A School',
      'Kim Day',
      'Headteacher',
      'B School',
      'Sam Field',
      'Deputy headteacher',
      'A School',
    ]);
    expect(doc.sender.map(inlineText).slice(0, 2)).toEqual(['A School', '1 School Lane']);
  });

  test('a missing school is one bracket, with and without roles', () => {
    const doc = compose('As {{roles and schools}}, we ask.\n\n{{signatures}}', {
      signer: { school: '', coSigners: [deputy] },
    });
    expect(blockTexts(doc)[0]).toBe('As members of staff at [school’s name], we ask.');
    expect(doc.missing).toEqual([{ field: 'school', label: 'school’s name' }]);
  });

  test('while the writer’s school is missing, the co-signer’s is not given to both', () => {
    const doc = compose('As {{roles and schools}}, we ask.', {
      signer: { school: '', coSigners: [head('B School')] },
    });
    expect(blockTexts(doc)).toEqual(['As members of staff at [school’s name], we ask.']);
  });

  test('a postcode that is not British stays as typed', () => {
    expect(blockTexts(compose('{{school postcode}}', { signer: { postcode: 'bfpo 28' } }))).toEqual([
      'bfpo 28',
    ]);
  });

  test('outer white space is removed, a line break in a name becomes a space, and inner spaces stay', () => {
    expect(
      blockTexts(compose('{{full name}}.', { signer: { fullName: ' \tRobin\r\nJ.  Hale\u00a0' } })),
    ).toEqual(['Robin J.  Hale.']);
  });

  test('the own paragraph keeps its line breaks as paragraphs, and is left out if empty', () => {
    expect(
      blockTexts(compose('{{own paragraph}}', { choices: { ownParagraph: 'One.\n\nTwo.\r\nThree.' } })),
    ).toEqual(['One.', 'Two.', 'Three.']);
    expect(compose('{{own paragraph}}').sections).toEqual([]);
  });

  test('a bullet that contains only a field of several lines becomes one bullet for each line', () => {
    const answers = { 'agreed measures': 'Cover\n\nA named officer' };
    const doc = compose('- {{agreed measures}}\n- Last', { choices: { answers } }, asking('agreed measures'));
    expect(blockTexts(doc)).toEqual(['Cover', 'A named officer', 'Last']);
    expect(blocksOf(doc)).toHaveLength(1);
  });

  test('each copy is on its own line', () => {
    const doc = compose('cc {{copies}}', { choices: { copies: ['Chair of Governors', ' ', 'Clerk'] } });
    expect(blocksOf(doc)[0]?.type).toBe('lines');
    expect(blockTexts(doc)).toEqual(['cc Chair of Governors', 'cc Clerk']);
    expect(compose('cc {{copies}}').sections).toEqual([]);
  });

  test('each signer has a separate signature block', () => {
    const coSigners = [deputy, { fullName: 'Kit Lane', jobTitle: '', agreed: true }];
    const doc = compose('{{signatures}}', { signer: { coSigners } });
    expect(blocksOf(doc).map((block) => (block.type === 'lines' ? block.lines.map(inlineText) : []))).toEqual(
      [
        ['Robin Hale', 'Headteacher', 'Oakfield Primary School'],
        ['Sam Field', 'Deputy headteacher', 'Oakfield Primary School'],
        ['Kit Lane', 'Oakfield Primary School'],
      ],
    );
  });

  test('composing does not change template or context, and twice gives the same result', () => {
    const frozen = { signer: Object.freeze({ ...signer }), employer: Object.freeze({ ...employer }) };
    expect(compose(REQUESTS, frozen)).toEqual(compose(REQUESTS, frozen));
  });
});
