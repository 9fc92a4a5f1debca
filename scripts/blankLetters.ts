import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { composeLetter } from '../lib/letter/compose/compose';
import { everyDetail } from '../lib/letter/details';
import type {
  Block,
  EmployerKind,
  Inline,
  LetterContext,
  LetterDocument,
  LetterTemplate,
} from '../lib/letter/model';
import { blockTexts, inlineText } from '../lib/letter/render/text';
import { renderDocx } from '../lib/word/letter';
import { renderRiskForm } from '../lib/word/riskForm';
import { FORM_CHECKED_ON } from '../lib/word/riskForm.wording';
import { readLetters } from '../tests/support/sampleLetters';

/** npm run letters: writes every letter and the risk assessment form with blanks, for people who cannot install the extension. */

export const BLANKS = 'docs/letters';

export interface Blank {
  name: string;
  bytes: Uint8Array;
}

const FORM = 'risk-assessment-form-one-page.docx';
const ANNEX = 'risk-assessment-form-annex.docx';

/** The letter for any employer comes first. A letter for one kind of employer is written only if its words differ from it. */
const kinds = [
  { kind: 'other', suffix: '', label: 'any employer' },
  { kind: 'council', suffix: '-council', label: 'council' },
  { kind: 'academy-trust', suffix: '-academy-trust', label: 'academy trust' },
  { kind: 'governing-body', suffix: '-governing-body', label: 'governing body' },
] as const satisfies { kind: EmployerKind; suffix: string; label: string }[];

interface BlankLetter {
  letter: LetterTemplate;
  variants: { label: string; file: string; doc: LetterDocument }[];
}

export async function makeBlanks(): Promise<Blank[]> {
  const letters = readLetters().map(composeBlank);
  const words = letters
    .flatMap(({ variants }) => variants)
    .map(async ({ file, doc }) => ({ name: file, bytes: await renderDocx(doc, { blankDate: true }) }));
  const blankForm = { employer: '', school: '', date: FORM_CHECKED_ON };
  const form = await renderRiskForm(blankForm);
  const annex = await renderRiskForm(blankForm, 'annex');
  const guide = new TextEncoder().encode(renderGuide(letters));
  return [
    ...(await Promise.all(words)),
    { name: FORM, bytes: form },
    { name: ANNEX, bytes: annex },
    { name: 'README.md', bytes: guide },
  ];
}

export async function main(): Promise<void> {
  const blanks = await makeBlanks();
  mkdirSync(BLANKS, { recursive: true });
  for (const file of readdirSync(BLANKS)) if (file.endsWith('.docx')) rmSync(`${BLANKS}/${file}`);
  for (const { name, bytes } of blanks) writeFileSync(`${BLANKS}/${name}`, bytes);
  console.log(`${blanks.length - 1} Word files and a list of them written to ${BLANKS}`);
}

/** Signed by one person, then by several. */
function composeBlank(letter: LetterTemplate): BlankLetter {
  return { letter, variants: [false, true].flatMap((joint) => composeKinds(letter, joint)) };
}

function composeKinds(letter: LetterTemplate, joint: boolean): BlankLetter['variants'] {
  const [general, ...special] = kinds.map(({ kind, suffix, label }) => ({
    label: joint ? `${label}, signed by several` : label,
    file: `${letter.id}${suffix}${joint ? '-joint' : ''}.docx`,
    doc: markChoices(composeLetter(letter, blankContext(kind, joint, letter))),
  }));
  if (!general) return [];
  const words = (doc: LetterDocument) => [inlineText(doc.subject), ...blockTexts(doc)].join('\n');
  return [general, ...special.filter(({ doc }) => words(doc) !== words(general.doc))];
}

/**
 * Salutation and close depend on each other, so both show what to choose. Text that is a whole bracket, such as the name
 * of a person signing too, is marked like a missing detail.
 */
function markChoices(doc: LetterDocument): LetterDocument {
  const isAddresseeMissing = doc.missing.some(({ field }) => ['contact', 'next person up'].includes(field));
  const mark = (text: string): Inline => ({ type: 'missing', field: 'blank', text });
  const change = (inline: Inline): Inline => {
    if (inline.type === 'missing' && ['contact', 'next person up'].includes(inline.field))
      return mark('[name, or role]');
    if (inline.text === 'Yours faithfully' && isAddresseeMissing) return mark(CLOSE);
    return /^\[[^\]]+\]$/.test(inline.text) ? mark(inline.text) : inline;
  };
  return {
    ...doc,
    sections: doc.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) => changeBlock(block, change)),
    })),
  };
}

const CLOSE = '[Yours sincerely if you wrote a name, Yours faithfully if a role]';

function changeBlock(block: Block, change: (inline: Inline) => Inline): Block {
  switch (block.type) {
    case 'paragraph':
      return { ...block, content: block.content.map(change) };
    case 'lines':
      return { ...block, lines: block.lines.map((line) => line.map(change)) };
    case 'list':
      return { ...block, items: block.items.map((item) => ({ ...item, content: item.content.map(change) })) };
  }
}

/** Every detail is empty, so the letter shows each as a bracket to fill in. */
function blankContext(kind: EmployerKind, joint: boolean, { checkedOn }: LetterTemplate): LetterContext {
  return {
    signer: {
      ...everyDetail('signer', ''),
      coSigners: joint
        ? [{ fullName: '[name of the person signing with you]', jobTitle: '[their job title]', agreed: true }]
        : [],
    },
    employer: {
      kind,
      ...everyDetail('employer', ''),
      // The second reminder to a governing body goes to its clerk, and asks the clerk for something.
      nextPersonUp: kind === 'governing-body' ? 'Clerk to the Governors' : '',
    },
    today: checkedOn,
    choices: {
      requests: null,
      ownParagraph: '',
      replyBy: '',
      mentionUnion: false,
      voice: 'full',
      copies: [],
      enclosures: [],
      answers: {},
    },
  };
}

function renderGuide(letters: BlankLetter[]): string {
  const entries = letters.map(({ letter, variants }) => {
    const links = variants.map(({ label, file }) => `[${label}](${file})`).join(' · ');
    return `- **${letter.title}.** ${letter.when} Word: ${links}`;
  });
  return [
    '# Letters with blanks',
    '',
    'For anyone who cannot install the extension. Open a letter in Word, fill in what is marked in [brackets], and delete',
    'what does not apply to you. A school computer and a school mailbox belong to your employer, who may be able to read',
    'what is kept there.',
    '',
    '“Ask for a risk assessment” is built on published passages of NAHT’s template letter. The other letters are our own',
    'wording. None of them is NAHT’s official text.',
    '',
    ...entries,
    '',
    `- **Risk assessment form.** For the employer to complete, with examples to consider. Word: [one page](${FORM}) · [annex with every hazard](${ANNEX})`,
    '',
    'The `.txt` files are the same letters filled in for invented people, for reading through. `npm run letters` writes',
    'the Word files and this list.',
    '',
  ].join('\n');
}
