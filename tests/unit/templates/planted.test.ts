import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { composeLetter } from '../../../lib/letter/compose/compose';
import type { LetterDocument, LetterTemplate } from '../../../lib/letter/model';
import { parseLetter } from '../../../lib/letter/parse/parse';
import { inlineText } from '../../../lib/letter/render/text';
import { sampleContext, type SampleEmployer, type SampleSigner } from '../../support/sampleLetters';
import {
  checkClaims,
  checkCovered,
  checkSources,
  readClaims,
  readSources,
  templateSections,
} from '../../support/claimRules';
import { checkForbidden, checkUnionUntold, forbidden } from '../../support/forbiddenPhrases';
import {
  checkAssurance,
  checkNoPassage,
  checkNumber,
  checkPassages,
  checkQuotations,
  checkSalutation,
  checkSubject,
  checkTwoDates,
  letterText,
} from '../../support/letterRules';
import { publishedPassages } from '../../support/publishedPassages';
import { measureLetter } from '../../support/readability';
import {
  checkCounts,
  checkEmployer,
  checkLabels,
  checkMarks,
  checkMembership,
  checkNothingDone,
  checkSignatures,
  checkStandsAlone,
} from '../../support/letterShape';
import { composeSample, letters } from './everyLetter';

/** Each rule is run over a letter with one fault planted in its file, and must find that fault. */

function plantTemplate(id: string, from: string, to: string, ...more: [string, string] | []): LetterTemplate {
  const file = readFileSync(`templates/${id}.md`, 'utf8');
  const markdown = more.length === 2 ? file.replace(more[0], () => more[1]) : file;
  if (!markdown.includes(from)) throw new Error(`templates/${id}.md does not hold “${from}”`);
  const parsed = parseLetter(
    markdown.replace(from, () => to),
    `${id}.md`,
  );
  if (!parsed.ok) throw new Error(parsed.problems.map(({ sentence }) => sentence).join('\n'));
  return parsed.letter;
}

function plant(
  id: string,
  from: string,
  to: string,
  signer: SampleSigner = 'single',
  employer: SampleEmployer = 'council',
): LetterDocument {
  const letter = plantTemplate(id, from, to);
  return composeLetter(letter, sampleContext(letter, signer, employer));
}

describe('a published passage', () => {
  it.each([
    ['a letter changed', 'deeply troubling', 'deeply worrying', 1],
    ['a hyphen lost', 'staff well-being, ignoring', 'staff wellbeing, ignoring', 2],
    ['a word changed', '“stark”', '“bleak”', 3],
    ['one character added', 'undertake a full risk assessment', 'undertake a full risk assessments', 4],
    ['a dash shortened', 'avoidable harm – including', 'avoidable harm - including', 9],
    ['an apostrophe straightened', 'Ofsted’s high-stakes', "Ofsted's high-stakes", 10],
    ['a comma added', 'take all necessary steps to protect us', 'take all necessary steps, to protect us', 8],
    ['straight marks round it', '“stark”', '"stark"', 3],
    ['a full stop of ours inside the marks', 'stress management”.', 'stress management.”', 9],
    ['a capital letter', 'a clear plan to mitigate', 'a clear Plan to mitigate', 5],
    ['a no-break space', 'recognise the very real', 'recognise the\u00a0very real', 7],
  ])('is missed when it has %s', (_fault, from, to, number) => {
    const faults = checkPassages(plant('request', from, to));
    expect(faults.some((fault) => fault.startsWith(`passage ${number} `))).toBe(true);
  });

  it('is found in a section that is not its own', () => {
    const doc = plant(
      'request',
      '{{I/We}} would be glad to meet.',
      '{{I/We}} would like you to undertake a full risk assessment.',
    );
    expect(checkPassages(doc)).toEqual(['passage 4 is also in “reply”']);
  });

  it('is missed when it stands in another section only', () => {
    const moved = plant('request', 'recognise the very real dangers to staff wellbeing', 'see them');
    expect(checkPassages(moved)).toEqual(['passage 7 is not word for word in “appeal”']);
  });

  it('is not the signer’s to say: NAHT is named before it', () => {
    expect(checkPassages(plant('request', 'NAHT finds it “deeply', 'It is “deeply'))).toEqual([
      'passage 1 is not attributed to NAHT in its place',
    ]);
  });

  it.each([
    ['passage 2', 'In NAHT’s view, Ofsted’s approach “', 'Ofsted’s approach “', 2],
    ['passage 3', 'NAHT, the school leaders’ union, calls the findings “', 'The findings are “', 3],
    ['passage 9', 'NAHT puts it plainly: “', 'To put it plainly: “', 9],
    ['passage 10', 'To employers it says: “', 'And so: “', 10],
  ])('is not given to NAHT by the quotation before it: %s', (_passage, from, to, number) => {
    const faults = checkPassages(plant('request', from, to));
    expect(faults).toContain(`passage ${number} is not attributed to NAHT in its place`);
  });

  it('is found in the request of another', () => {
    const markdown = readFileSync('templates/request.md', 'utf8');
    const [four, five] = [
      'undertake a full risk assessment',
      'a clear plan to mitigate the risks to staff wellbeing',
    ];
    const swapped = markdown.replace(four, '…').replace(five, four).replace('…', five);
    const parsed = parseLetter(swapped, 'request.md');
    if (!parsed.ok) throw new Error('the swapped letter does not parse');
    const doc = composeLetter(parsed.letter, sampleContext(parsed.letter, 'single', 'council'));
    expect(checkPassages(doc)).toEqual([
      'passage 4 is not in the request “assess”',
      'passage 5 is not in the request “plan”',
    ]);
  });

  it('is missed whichever of its characters is changed', () => {
    const doc = composeSample('request');
    const whole = JSON.stringify(doc);
    const missed = publishedPassages.flatMap(({ number, words, common }) =>
      common ? [] : Array.from(words, (_, at) => ({ number, words, at })),
    );
    const overlooked = missed.filter(({ number, words, at }) => {
      const changed = `${words.slice(0, at)}${words[at] === 'x' ? 'y' : 'x'}${words.slice(at + 1)}`;
      const altered = whole.replace(JSON.stringify(words).slice(1, -1), JSON.stringify(changed).slice(1, -1));
      const faults = checkPassages(JSON.parse(altered) as LetterDocument);
      return altered === whole || !faults.some((fault) => fault.startsWith(`passage ${number} `));
    });
    expect(overlooked).toEqual([]);
  });

  it('is in quotation marks when it is NAHT’s', () => {
    expect(checkPassages(plant('request', '“stark”', 'stark'))).toEqual([
      'passage 3 is not in quotation marks of its own',
    ]);
  });

  it('is not in quotation marks when it is the signer’s own', () => {
    expect(
      checkPassages(
        plant(
          'request',
          'take all necessary steps to protect us',
          '“take all necessary steps to protect us”',
        ),
      ),
    ).toEqual(['passage 8 is the signer’s own words, but is quoted']);
  });

  it('is left out when the writer leaves out the strongest sentences', () => {
    const doc = plant('request', '::: unless leave-out-strongest', '::: unless union');
    expect(checkPassages(doc, { leaveOutStrongest: true })).toHaveLength(3);
  });

  it('has its publication named in the last line', () => {
    expect(checkPassages(plant('request', 'by Schools Week in October 2025', 'in the press'))).toEqual([
      'the last line does not say where NAHT’s words were published',
    ]);
  });

  it('stays out of the later letters', () => {
    expect(
      checkNoPassage(
        plant('reminder', 'Please assess the risks', 'Please undertake a full risk assessment of the risks'),
      ),
    ).toEqual(['passage 4 belongs to the first letter only']);
  });
});

describe('quotation marks', () => {
  it('round a paraphrase are found', () => {
    expect(
      checkQuotations(
        plant('reply-refusal', 'Ofsted decides how it inspects.', 'You said “it is Ofsted’s job”.'),
      ),
    ).toEqual(['not a published passage: “it is Ofsted’s job”']);
  });

  it('round a quotation with one word more are found', () => {
    expect(
      checkQuotations(plant('request', 'is concerningly high”', 'is concerningly high indeed”')),
    ).toHaveLength(1);
  });
});

describe('quotation marks of another kind', () => {
  it.each([
    ['straight', 'You wrote "it is for Ofsted".'],
    ['single', 'You wrote ‘it is for Ofsted’.'],
    ['a straight apostrophe', "It is Ofsted's job."],
    ['without an end', 'You wrote “it is for Ofsted.'],
  ])('are found: %s', (_kind, sentence) => {
    expect(checkQuotations(plant('reply-refusal', 'Ofsted decides how it inspects.', sentence))).toHaveLength(
      1,
    );
  });
});

describe('a quotation that is not NAHT’s', () => {
  it.each([
    ['request', 'The assessment found that the “baseline', 'Everybody knows of the “baseline'],
    ['request', 'It also found that the framework “does', 'NAHT says that the framework “does'],
    ['reply-refusal', 'It recommended that Ofsted “explore', 'You should “explore'],
    ['reply-passed-back', 'the Health and Safety Executive says: “The', 'the law says: “The'],
  ])('is given to whoever said it: %s, %s', (id, from, to) => {
    expect(checkQuotations(plant(id, from, to))).toEqual([
      expect.stringContaining('is not attributed to its author'),
    ]);
  });
});

describe('a phrase that must not be said', () => {
  const planted: readonly string[] = [
    'The framework was found to be unlawful.',
    'I may refuse the inspectors.',
    'Some heads will boycott it.',
    'This would be a breach of the Act.',
    'I rely on section 44.',
    'Members may hold a ballot.',
    'The new inspection framework is harsh.',
    'It applies from 10 November 2025.',
    'It grades seven core areas.',
    'It gives an overall grade.',
    'The High Court looked at it.',
    'After the death of a headteacher things changed.',
    'It engages Article 2.',
    'I will speak to a solicitor.',
    'I may raise a grievance.',
    'I will have to take this further.',
    'I will report it to the HSE.',
    'You have failed to answer.',
    'The law requires you to reply within ten days.',
    'The law requires a full risk assessment.',
    'You must guarantee our safety.',
    'Your written consent is needed.',
    'Regulation 10 asks for it.',
    'Ofsted has ignored the findings.',
    'This is NAHT’s official text.',
    'I write to the local education authority.',
    'The school was called inadequate.',
    'It was graded as needs attention.',
    'I am worried about my health.',
    'I don’t agree.',
    'The framework is illegal.',
    'I will not admit the inspectors.',
    'The framework, which is new, worries staff.',
    'It was changed this year.',
    'I hope that it will not be necessary to write again.',
    'I am keeping a record of this.',
    'The harm was foreseeable.',
    'Please postpone the inspection.',
    'Staff may walk away.',
    'Safeguarding is graded too.',
    'The appeal was lost.',
    'Heads take their own lives.',
    'I will tell my MP.',
    'I will not hesitate to write again.',
    'I am surprised by your silence.',
    'The system is dangerous.',
    'Sinead McBrearty wrote it.',
    'I am off sick.',
    'Please find the form attached.',
    'The organization is large.',
  ];

  it.each(planted)('is found: %s', (sentence) => {
    const doc = plant('reminder', 'Thank you for your time.', sentence);
    expect(checkForbidden(letterText(doc))).not.toEqual([]);
  });

  it('has a planted sentence for every pattern', () => {
    const unplanted = forbidden.filter(({ pattern }) => !planted.some((sentence) => pattern.test(sentence)));
    expect(unplanted.map(({ pattern }) => String(pattern))).toEqual([]);
  });

  it('is found under a condition and inside quotation marks too', () => {
    const doc = plant('reply-refusal', 'Ofsted decides how it inspects.', 'Some call it “unlawful”.');
    expect(checkForbidden(letterText(doc))).toEqual(['“unlawful”: nothing was found unlawful']);
  });

  it('may be a regulator’s name in a later letter, but not in the first', () => {
    const doc = plant(
      'request',
      'Health includes mental health.',
      'The Health and Safety Executive says so.',
    );
    expect(checkForbidden(letterText(doc), { first: true })).toEqual([
      '“Health and Safety Executive”: no regulator in the first letter',
    ]);
    expect(checkForbidden(letterText(doc))).toEqual([]);
  });

  it('may be the word grievance only where the letter says that it is none', () => {
    expect(checkForbidden('It is not a grievance: it asks for an assessment.')).toEqual([]);
    expect(checkForbidden('It is a grievance.')).toHaveLength(1);
  });
});

describe('under a condition that no example meets', () => {
  it('a phrase that must not be said is found too', () => {
    const letter = plantTemplate(
      'reminder',
      '::: if enclosure',
      '::: if has meeting date\nI rely on section 44.\n:::\n\n::: if enclosure',
      'asks: [first letter date,',
      'asks: [first letter date, meeting date,',
    );
    const said = [...templateSections([letter])].flatMap(([, text]) => checkForbidden(text));
    expect(said).toEqual(['“section 44”: section 44 stays out of letters']);
  });
});

describe('what holds a letter together', () => {
  it('a request that points at another is found', () => {
    expect(
      checkStandsAlone(plantTemplate('date-passed', 'before the assessment is finished?', 'before then?')),
    ).toEqual(['the request “until-then” says “before then”, but may stand alone']);
    expect(
      checkStandsAlone(
        plantTemplate(
          'reply-passed-back',
          'Please tell {{me/us}} what facts are needed',
          'Please tell {{me/us}} what facts that person needs',
        ),
      ),
    ).toHaveLength(1);
  });

  it.each([
    'Please grant all three requests.',
    'Both requests matter.',
    'These are the points on which I ask for help, those two points.',
  ])('a count that does not follow the ticks is found: %s', (sentence) => {
    const letter = plantTemplate('reminder', 'Thank you for your time.', sentence);
    expect(checkCounts(templateSections([letter]))).toHaveLength(1);
  });

  it('another kind of employer is found', () => {
    const doc = (employer: SampleEmployer) =>
      plant('request', 'Health includes mental health.', 'The council is my employer.', 'single', employer);
    expect(checkEmployer(doc('council'), 'council')).toEqual([]);
    const trust = plant('request', '::: if council', '::: unless other', 'single', 'academy trust');
    expect(checkEmployer(trust, 'academy-trust')).toEqual(['“The council” in a letter to academy-trust']);
    const board = plant('reply-holding', '::: if other', '::: if governing-body', 'single', 'governing body');
    expect(checkEmployer(board, 'governing-body')).toEqual([]);
    const charity = plant('reply-passed-back', '::: if council', '::: if other', 'single', 'other');
    expect(checkEmployer(charity, 'other')).toHaveLength(1);
  });

  it('the membership of people who did not choose to tell it is found', () => {
    const doc = plant(
      'meeting',
      '{{I/We}} look forward',
      'We are members of NAHT. {{I/We}} look forward',
      'joint',
    );
    expect(checkMembership(doc, 'joint')).toHaveLength(1);
    const done = plant('meeting', '{{I/We}} look forward', 'I am taking its advice. {{I/We}} look forward');
    expect(checkNothingDone(done)).toEqual(['“am taking its advice” may not be true of the writer']);
  });

  it('a missing signature, or one above the close, is found', () => {
    expect(checkSignatures(plant('reminder', '{{signatures}}', 'In haste'), ['Priya Nair'])).not.toEqual([]);
    const above = plant('reminder', '{{valediction}}\n\n{{signatures}}', '{{signatures}}\n\n{{valediction}}');
    expect(checkSignatures(above, ['Priya Nair'])).toEqual(['the close is not above the signatures']);
  });

  it.each([
    '* I know.',
    '1. I know.',
    '# I know.',
    '**I know.',
    'See [this](x).',
    'See <b>this</b>.',
    'See https://example.org.',
    'See {this}}.',
    '> I know.',
  ])('Markdown or HTML that means nothing here is found: %s', (sentence) => {
    expect(checkMarks(plant('reminder', 'Thank you for your time.', sentence))).toHaveLength(1);
  });

  it('a title that shouts is found', () => {
    expect(checkLabels(plantTemplate('reminder', 'title: Remind them', 'title: Remind them!'))).toEqual([
      '“!” in “Remind them!”',
    ]);
  });
});

describe('union membership', () => {
  it('told without the writer’s choice is found', () => {
    const doc = plant('meeting', '::: if union', '::: unless union');
    expect(checkUnionUntold(letterText(doc))).toEqual([
      '“member of NAHT” tells that the writer belongs to a union',
    ]);
  });
});

describe('a subject', () => {
  it.each([
    'Urgent: risk assessment',
    'Stress at Oakfield Primary School',
    'NAHT letter on inspections',
    'FINAL reminder',
    `Request for a risk assessment of Ofsted inspections ${'at our school '.repeat(5)}`,
  ])('that alarms or tells too much is found: %s', (subject) => {
    const doc = plant(
      'second-reminder',
      "'Request for a risk assessment of Ofsted inspections: {{school}}'",
      JSON.stringify(subject),
    );
    expect(checkSubject(inlineText(doc.subject))).not.toEqual([]);
  });
});

describe('agreement', () => {
  it('of Dear and Yours is checked both ways', () => {
    expect(checkSalutation(plant('reminder', '{{valediction}}', 'Yours faithfully'))).toEqual([
      '“Dear Ms Okafor” goes with “Yours sincerely”, not “Yours faithfully”',
    ]);
    expect(
      checkSalutation(plant('reminder', '{{valediction}}', 'Yours sincerely', 'single', 'academy trust')),
    ).toEqual(['“Dear Chief Executive Officer” goes with “Yours faithfully”, not “Yours sincerely”']);
    expect(checkSalutation(plant('reminder', '{{valediction}}', 'Kind regards'))).toHaveLength(1);
    expect(checkSalutation(plant('reminder', 'Dear {{addressee}}', 'Hello {{addressee}}'))).toHaveLength(1);
  });

  it('finds I in a letter of several and we in a letter of one', () => {
    const fault = (signer: SampleSigner, to: string) =>
      checkNumber(plant('reminder', 'Thank you for your time.', to, signer), signer);
    expect(fault('joint', 'I know how busy you are.')).toHaveLength(1);
    expect(fault('single', 'We know how busy you are.')).toHaveLength(1);
    expect(fault('joint', 'We am grateful.')).toEqual(['“We am” does not agree']);
    expect(fault('single', 'I are grateful.')).toEqual(['“I are” does not agree']);
  });
});

describe('assurance and dates', () => {
  it('left out are found', () => {
    expect(
      checkAssurance(
        plant('reminder', 'nothing in this letter seeks to delay or obstruct any inspection', 'all is well'),
      ),
    ).toHaveLength(1);
    expect(
      checkTwoDates(
        plant('request', 'on what date the assessment will be finished', 'how'),
        '7 December 2026',
      ),
    ).toEqual(['the letter does not ask when the assessment will be finished']);
    expect(checkTwoDates(plant('reminder', 'by {{reply date}} ', 'soon '), '7 December 2026')).toEqual([
      'the letter does not ask for a reply by the date',
    ]);
  });
});

describe('a sentence', () => {
  it('too long and too hard shows in the measure', () => {
    const hard =
      'Notwithstanding organisational considerations, the implementation of comprehensive interdepartmental accountability arrangements necessitates consideration of the multiplicity of circumstances in which individuals experience occupational difficulties, and accordingly necessitates the identification of proportionate mitigations.';
    const doc = plant(
      'thanks',
      'It will make a real difference to the people who work at {{school}}.',
      `${hard} ${hard} ${hard}`,
    );
    const { readingEase, meanSentence } = measureLetter(doc);
    expect(readingEase < 45 || meanSentence > 22).toBe(true);
  });
});

describe('a claim', () => {
  const claims = readClaims(readFileSync('templates/CLAIMS.md', 'utf8'));
  const sources = readSources(readFileSync('templates/sources.md', 'utf8'));
  const covered = (id: string, from: string, to: string) =>
    checkCovered(templateSections([plantTemplate(id, from, to)]), claims);
  const [first, ...rest] = claims;
  if (!first) throw new Error('CLAIMS.md has no row');
  const changed = (change: Partial<typeof first>) =>
    checkClaims([plantTemplate('request', '##', '##')], [{ ...first, ...change }], sources);

  it.each([
    ['a statute', 'It also rests on the Employment Act.'],
    ['a regulation', 'Regulation 6 asks for more.'],
    ['a figure', 'Of all heads, 70% say so.'],
    ['a figure in words', 'It covers seven areas.'],
    ['a date', 'This began in March 2026.'],
    ['a quotation', 'Some say “it is too much”.'],
    ['a finding', 'Ofsted has decided so.'],
    ['a duty', 'Every employer must answer.'],
    ['a duty of another kind', 'You owe me a duty of care.'],
    ['a share in words', 'A third of heads say so.'],
    ['a majority', 'The majority of heads agree.'],
    ['a figure in words of its own', 'Some seventy schools wrote.'],
    ['a month', 'This began in March.'],
    ['an opinion of a body', 'NAHT advises it.'],
    ['research', 'Research shows that it helps.'],
    ['a code', 'The code of practice asks for it.'],
    ['an obligation', 'You are required to act.'],
    ['another body', 'ACAS thinks the same.'],
    ['a person', 'Paul Whiteman said so.'],
    ['a crowd', 'Many heads have written.'],
  ])('with no row is found: %s', (_kind, sentence) => {
    expect(covered('reminder', 'Thank you for your time.', sentence)).not.toEqual([]);
  });

  it('is not covered by a row of another section', () => {
    const sentence = 'Ofsted’s framework has been in force since 10 November 2025.';
    expect(covered('request', '{{I/We}} would be glad to meet.', sentence)).toEqual([
      'request#reply: “10” has no row in CLAIMS.md',
      'request#reply: “2025” has no row in CLAIMS.md',
      'request#reply: “November” has no row in CLAIMS.md',
    ]);
  });

  it('whose row is taken away is missed; the signer’s own passages are kept by a rule of theirs', () => {
    const sections = templateSections(letters);
    const idle = claims
      .filter(({ claim }) => !claim.endsWith('in the signer’s own words'))
      .filter((claim) => {
        const others = claims.filter((other) => other !== claim);
        return [...checkCovered(sections, others), ...checkSources(letters, others, sources)].length === 0;
      });
    expect(idle.map(({ words }) => words)).toEqual([]);
  });

  it('that is known or inferred only is refused', () => {
    expect(changed({ howSure: 'K' })).toEqual([`“${first.claim}” is marked K, and only V may be stated`]);
    expect(changed({ howSure: 'I' })).toHaveLength(1);
  });

  it('whose words, place, source or day is wrong is found', () => {
    expect(changed({})).toEqual([]);
    expect(changed({ words: 'Ofsted’s framework is old' })).toHaveLength(1);
    expect(changed({ where: ['request#nowhere'] })).toEqual(['“request#nowhere” is no section']);
    expect(changed({ source: 'no-such-source' })).toHaveLength(2);
    expect(changed({ checkedOn: '23 November 2026' })).toContainEqual(
      expect.stringContaining('was checked on “23 November 2026”'),
    );
    expect(changed({ checkedOn: '2026-12-01' })).toEqual([
      `“${first.claim}” was checked after ${first.source} was read`,
    ]);
    expect(changed({ checkedOn: '2026-11-22' })).toEqual([
      `request says it was checked after “${first.claim}” was`,
    ]);
  });

  it('missing for a source, or a source nobody names, or one that cannot be looked up, is found', () => {
    const request = [plantTemplate('request', '##', '##')];
    const named = sources.filter(({ key }) =>
      request.some(({ sections }) => sections.some((section) => section.sources.includes(key))),
    );
    expect(checkSources(request, claims, named)).toEqual([]);
    expect(
      checkSources(
        request,
        rest.filter(({ source }) => source !== first.source),
        named,
      ),
    ).toEqual([`${first.where[0]} names ${first.source}, but no row says for what`]);
    const [one] = named;
    if (!one) throw new Error('the first letter names no source');
    expect(checkSources(request, claims, [...named, one])).toEqual([`${one.key} is in sources.md twice`]);
    const unlinked = named.map((source) =>
      source === one ? { ...one, details: { ...one.details, Link: 'the web' } } : source,
    );
    expect(checkSources(request, claims, unlinked)).toHaveLength(1);
    expect(checkSources(request, claims, [...named, { key: 'idle', details: {} }])).toEqual([
      'no letter names idle',
      'idle lacks a publisher, title, month, link or day of reading',
    ]);
  });
});
