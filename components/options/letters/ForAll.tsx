import { fitsEmployer } from '../../../lib/employer/pairing';
import {
  defaultRequests,
  listRequests,
  type IsoDate,
  type LetterTemplate,
  type Voice,
  voices,
} from '../../../lib/letter/model';
import { lookUp, sameName } from '../../../lib/letter/text';
import { addWorkingDays, DEFAULT_WORKING_DAYS } from '../../../lib/letter/dates';
import { type Choices, firstChoices } from '../../../lib/storage/choices';
import type { CoSigner, Employer, Signer } from '../../../lib/storage/schema';
import type { FormWithLetter, LetterForOne } from '../../../lib/word/manyLetters';
import { composeFrom, toFacts } from '../../../lib/writing/insertion';
import { voiceLabels } from '../../../lib/writing/letters';
import type { LetterFacts } from '../../../lib/writing/outcome';
import { describeMisfit } from '../../../lib/writing/questions';
import { employerOf } from '../about/useEmployerOf';
import { DateField } from '../../ui/DateField';
import { CheckField, SelectField } from '../../ui/Field';
import ui from '../../ui/controls.module.css';
import page from '../options.module.css';
import css from '../RecordPicker.module.css';

/** What is chosen once for all the letters. `null` and absent: as in any first letter. */
export interface ForAll {
  voice: Voice | null;
  saysMember: boolean;
  /** By letter, so that choosing another letter and coming back keeps the ticks. */
  requests: Record<string, string[]>;
  replyBy: IsoDate | null;
  /** Names of copies; the employers that propose a copy of that name get it. */
  copies: string[];
  /** One letter for each employer, signed by all its people. */
  isJoint: boolean;
  haveAgreed: boolean;
  /** Which Word files there are for each letter. */
  files: keyof typeof formsWith;
}

/** The forms in each choice of Word files. */
export const formsWith = {
  letter: [],
  'letter and form': ['one page'],
  'letter, form and annex': ['one page', 'annex'],
} as const satisfies Record<string, readonly FormWithLetter[]>;

export const firstForAll: ForAll = {
  voice: null,
  saysMember: false,
  requests: {},
  replyBy: null,
  copies: [],
  isJoint: false,
  haveAgreed: false,
  files: 'letter',
};

/** The tick that a joint letter waits for. */
export const AGREED = '#many-agreed';

export interface SavedForMany {
  signers: readonly Signer[];
  employers: readonly Employer[];
  lastUsed: Choices;
}

export interface ComposedLetter extends LetterForOne {
  /** What is noted when it is sent: for a joint letter, once for each person who signs. */
  facts: readonly LetterFacts[];
  /** Why the employer does not seem to fit the signer; empty if it does. */
  misfit: string;
}

interface Composing {
  letter: LetterTemplate;
  forAll: ForAll;
  saved: SavedForMany;
  today: IsoDate;
}

export function composeFor(signer: Signer, composing: Composing): ComposedLetter {
  return compose(signer, employerOf(signer, composing.saved), composing);
}

/** One letter for each employer, signed by those of its people who are chosen. Without an employer, each has their own. */
export function composeJoint(signers: readonly Signer[], composing: Composing): ComposedLetter[] {
  const groups = groupBy(signers, (signer) => employerOf(signer, composing.saved)?.id ?? signer.id);
  return groups.flatMap(([first, ...others]) => {
    if (!first) return [];
    const employer = employerOf(first, composing.saved);
    if (others.length === 0) return [compose(first, employer, composing)];
    const coSigners = [...first.coSigners, ...others.flatMap(asCoSigners)];
    const joint = compose({ ...first, coSigners }, employer, composing);
    const misfits = others.map((other) => describeMisfitOf(other, employer));
    return [
      {
        ...joint,
        facts: [first, ...others].flatMap(({ id, fullName }) =>
          joint.facts.map((facts) => ({ ...facts, signerId: id, signerName: fullName })),
        ),
        form: { ...joint.form, school: '' },
        school: `joint letter to ${employer?.organisation || 'the employer'}`,
        misfit: [joint.misfit, ...misfits].filter(Boolean).join(' '),
      },
    ];
  });
}

/** Items with the same key together, in the order of the first of each. */
function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups.values()];
}

/** The person, and those who sign with them, who are at that person's school unless they name another. */
function asCoSigners({ id, fullName, jobTitle, school, coSigners }: Signer): CoSigner[] {
  const others = coSigners.map((other) => ({ ...other, school: other.school || school }));
  return [{ id, fullName, jobTitle, school, agreed: true }, ...others];
}

function compose(
  signer: Signer,
  employer: Employer | undefined,
  { letter, forAll, saved, today }: Composing,
): ComposedLetter {
  const replyBy = forAll.replyBy ?? addWorkingDays(today, DEFAULT_WORKING_DAYS).date;
  const words = { ownParagraph: '', replyBy, answers: {} };
  const copies = employer?.copies.filter(({ name }) => isIn(forAll.copies, name)).map(({ id }) => id) ?? [];
  const choices = {
    ...firstChoices,
    voice: forAll.voice ?? saved.lastUsed.voice,
    mentionUnion: forAll.saysMember,
    requests: forAll.requests,
    copies: employer ? { [employer.id]: copies } : {},
  };
  const ingredients = { letter, signer, employer: employer ?? null, choices, words, today };
  const document = composeFrom(ingredients);
  const facts = [toFacts(document, ingredients)];
  const misfit = describeMisfitOf(signer, employer);
  return {
    document,
    facts,
    signer: signer.fullName,
    school: signer.school,
    form: { employer: employer?.organisation ?? '', school: signer.school },
    misfit,
  };
}

function describeMisfitOf(signer: Signer, employer: Employer | undefined): string {
  return employer && !fitsEmployer(signer, employer) ? describeMisfit(signer, employer) : '';
}

function isIn(names: readonly string[], name: string): boolean {
  return names.some((each) => sameName(each) === sameName(name));
}

interface ForAllFieldsProps {
  forAll: ForAll;
  onChange: (patch: Partial<ForAll>) => void;
  letter: LetterTemplate | undefined;
  /** The employers of the people who are chosen. */
  employers: readonly Employer[];
  lastUsed: Choices;
  today: IsoDate;
}

/** Voice, ticks, reply date and copies, once for all the letters; and whether heads of one employer sign one letter. */
export function ForAllFields({ forAll, onChange, letter, employers, lastUsed, today }: ForAllFieldsProps) {
  const voice = forAll.voice ?? lastUsed.voice;
  const named = employers.flatMap(({ copies }) => copies).filter(({ name }) => name.trim() !== '');
  const copies = groupBy(named, ({ name }) => sameName(name));
  return (
    <details className={`${ui.more} ${page.after}`}>
      <summary>What all the letters say, and who signs</summary>
      <div className={ui.grid}>
        <SelectField
          id="many-voice"
          label="Voice"
          value={voice}
          options={voices.map((each) => ({ value: each, label: voiceLabels[each] }))}
          onChange={(chosen) => onChange({ voice: chosen })}
        />
        <DateField
          id="many-reply-by"
          label="Reply by"
          rule="reply date"
          value={forAll.replyBy ?? addWorkingDays(today, DEFAULT_WORKING_DAYS).date}
          onChange={(date) => onChange({ replyBy: date === '' ? null : date })}
        />
      </div>
      <SelectField
        id="many-files"
        label="Word files"
        value={forAll.files}
        options={[
          { value: 'letter', label: 'The letter only' },
          { value: 'letter and form', label: 'The letter and the risk assessment form' },
          { value: 'letter, form and annex', label: 'The letter, the form and its annex' },
        ]}
        onChange={(files) => onChange({ files })}
      />
      {voice !== 'without NAHT' && (
        <CheckField
          id="many-member"
          label="Say that each is a member of NAHT"
          checked={forAll.saysMember}
          onChange={(saysMember) => onChange({ saysMember })}
        />
      )}
      {letter && <RequestTicks letter={letter} forAll={forAll} onChange={onChange} />}
      {copies.map((same) => {
        const { name } = same[0] ?? { name: '' };
        return (
          <CheckField
            key={sameName(name)}
            id={`many-copy-${sameName(name)}`}
            label={`Copy to ${name}`}
            hint={same.length === 1 ? 'At one employer' : `At ${same.length} employers`}
            checked={isIn(forAll.copies, name)}
            onChange={(ticked) =>
              onChange({
                copies: ticked
                  ? [...forAll.copies, name]
                  : forAll.copies.filter((each) => sameName(each) !== sameName(name)),
              })
            }
          />
        );
      })}
      <CheckField
        id="many-joint"
        label="One joint letter for each employer, signed by all its people"
        checked={forAll.isJoint}
        onChange={(isJoint) => onChange({ isJoint })}
      />
      {forAll.isJoint && (
        <CheckField
          id="many-agreed"
          label="All of them have read the letter and agreed to sign it"
          checked={forAll.haveAgreed}
          onChange={(haveAgreed) => onChange({ haveAgreed })}
        />
      )}
    </details>
  );
}

function RequestTicks({
  letter,
  forAll,
  onChange,
}: Pick<ForAllFieldsProps, 'forAll' | 'onChange'> & { letter: LetterTemplate }) {
  const ticked = lookUp(forAll.requests, letter.id) ?? defaultRequests(letter);
  const requests = listRequests(letter);
  if (requests.length === 0) return null;
  return (
    <fieldset className={css.recordList} aria-label="What the letters ask for">
      {requests.map(({ id, title }) => (
        <CheckField
          key={id}
          id={`many-request-${id}`}
          label={title}
          checked={ticked.includes(id)}
          onChange={(isTicked) => {
            const others = ticked.filter((each) => each !== id);
            onChange({ requests: { ...forAll.requests, [letter.id]: isTicked ? [...others, id] : others } });
          }}
        />
      ))}
    </fieldset>
  );
}
