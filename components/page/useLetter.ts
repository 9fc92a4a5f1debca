import { useEffect, useState } from 'react';
import { detach } from '../../lib/failure/failure';
import {
  answersWithEmployer,
  changeAnswers,
  employerWith,
  type FirstAnswers,
  signerFields,
  startAnswers,
} from '../../lib/firstQuestions/answers';
import { sameName } from '../../lib/letter/text';
import type { AnyRecord } from '../../lib/storage/lists';
import { type Choices, firstChoices } from '../../lib/storage/choices';
import { type Employer, newRecord, type OwnLetter, type Signer } from '../../lib/storage/schema';
import {
  addInputs,
  assignInputs,
  chooseCopy,
  chooseRequest,
  dropPastDay,
  noAnswersAndTicks,
  type LetterIngredients,
  mergeChoices,
  noInputs,
  resolveInputs,
  type TabWords,
  type TypedInputs,
} from '../../lib/writing/inputs';
import {
  findLetter,
  type FoundLetter,
  type OwnLetterShelf,
  lettersOnDemand,
} from '../../lib/writing/letters';
import { useToday } from '../ui/DateField';

/** All that the user has filled in and chosen. It is in memory only, and gone when the page is closed. */
export interface Written {
  answers: FirstAnswers;
  /** With the details beyond the first answers. */
  signer: Signer;
  employer: Employer;
  choices: Choices;
  /** The words, by signer and employer: those of one pair must not appear in the letter of another. */
  own: TypedInputs;
  /** People and employers from the branch’s page and from opened files, as corrected here. */
  records: readonly AnyRecord[];
  letters: OwnLetter[];
  /** What would be lost if the page were closed now. */
  unsaved: { details: boolean; words: boolean };
}

const nothingWritten: Written = {
  answers: startAnswers(null),
  signer: newRecord('signer', ''),
  employer: newRecord('employer', ''),
  choices: firstChoices,
  own: noInputs,
  records: [],
  letters: [],
  unsaved: { details: false, words: false },
};

const nothingUnsaved = nothingWritten.unsaved;

export function useLetter(branch: readonly AnyRecord[]) {
  const today = useToday();
  const [written, setWritten] = useState<Written>(() => ({
    ...nothingWritten,
    records: branch,
    letters: recordsOf('letter', branch),
  }));
  const [found, setFound] = useState<FoundLetter | null>(null);
  const { answers, signer, employer, choices, own, letters, unsaved } = written;
  useEffect(() => {
    let isStale = false;
    const find = findLetter(choices.letterId, { letters }, lettersOnDemand, inMemory(letters));
    detach(find.then((letter) => !isStale && setFound(letter)));
    return () => {
      isStale = true;
    };
  }, [choices.letterId, letters]);

  const isUnsaved = unsaved.details || unsaved.words;
  useEffect(() => {
    if (!isUnsaved) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isUnsaved]);

  const changeDetails = (change: (before: Written) => Partial<Written>) =>
    setWritten((before) => ({
      ...withCorrections({ ...before, ...change(before) }),
      unsaved: { ...before.unsaved, details: true },
    }));
  const choose = (patch: Partial<Choices>) =>
    setWritten((before) => ({ ...before, choices: mergeChoices(before.choices, patch) }));

  const ingredients: LetterIngredients | null = found && {
    letter: found.letter,
    signer: { ...signer, ...signerFields(answers) },
    employer,
    ...resolveInputs({
      index: { lastUsed: choices },
      choices,
      own: dropPastDay(own, today),
      recalled: noAnswersAndTicks,
      today,
    }),
    today,
  };
  return {
    written,
    /** `null` until the letter is loaded. */
    ingredients,
    problem: found?.letterProblem ?? null,
    ownLetters: letters,
    answer: (patch: Partial<FirstAnswers>) =>
      changeDetails((chosen) => {
        const before = isOtherName(chosen, patch) ? withEmployer(chosen, '') : chosen;
        const changed = changeAnswers(before.answers, patch);
        return { ...before, answers: changed, employer: employerWith(before.employer, changed) };
      }),
    changeSigner: (patch: Partial<Signer>) =>
      changeDetails((before) => ({ signer: { ...before.signer, ...patch } })),
    changeEmployer: (patch: Partial<Employer>) =>
      changeDetails((before) => ({ employer: { ...before.employer, ...patch } })),
    chooseSigner: (id: string) => setWritten((before) => withSigner(before, id)),
    chooseEmployer: (id: string) => setWritten((before) => withEmployer(before, id)),
    choose,
    tickRequest: (id: string, ticked: boolean) =>
      found && choose(chooseRequest(found.letter, choices, id, ticked)),
    tickCopy: (id: string, ticked: boolean) => choose(chooseCopy(employer, choices, id, ticked)),
    write: async (patch: Partial<TabWords>) =>
      setWritten((before) => ({
        ...before,
        own: addInputs(before.own, before.choices, patch),
        unsaved: { ...before.unsaved, words: true },
      })),
    /** Uses our letter once instead of an own letter that cannot be used. */
    takeOurs: async (id: string) => setFound({ letter: await lettersOnDemand.load(id), letterProblem: null }),
    /** Adds what a file holds. A single person or employer is chosen at once. */
    add: (added: readonly AnyRecord[]) => setWritten((before) => withRecords(before, added)),
    putBack: setWritten,
    setSaved: (what: 'details' | 'all') =>
      setWritten((before) => ({
        ...before,
        unsaved: what === 'all' ? nothingUnsaved : { ...before.unsaved, details: false },
      })),
  };
}

export type PageLetter = ReturnType<typeof useLetter>;

export function recordsOf<K extends AnyRecord['kind']>(kind: K, records: readonly AnyRecord[]) {
  return records.flatMap((each) =>
    each.kind === kind ? [each.record as Extract<AnyRecord, { kind: K }>['record']] : [],
  );
}

function inMemory(letters: readonly OwnLetter[]): OwnLetterShelf {
  return {
    readOwnLetter: (id) => {
      const value = letters.find((letter) => letter.id === id);
      return Promise.resolve(value ? { ok: true, value } : { ok: false, why: 'gone' });
    },
    readQuarantinedLetters: () => Promise.resolve({ ok: true, value: [] }),
  };
}

function withRecords(before: Written, added: readonly AnyRecord[]): Written {
  const ids = new Set(added.map(({ record }) => record.id));
  const records = [...added, ...before.records.filter(({ record }) => !ids.has(record.id))];
  const letters = [...recordsOf('letter', added), ...before.letters.filter(({ id }) => !ids.has(id))];
  const joined = { ...before, records, letters };
  const [signer, ...otherSigners] = recordsOf('signer', added);
  const [employer, ...otherEmployers] = recordsOf('employer', added);
  if (signer && otherSigners.length === 0) return withSigner(joined, signer.id);
  return employer && otherEmployers.length === 0 ? withEmployer(joined, employer.id) : joined;
}

/** The person and, as everywhere, that person’s own employer or nobody. An empty id begins with an empty form. */
function withSigner(before: Written, id: string): Written {
  const { signer: nobody, answers: none } = nothingWritten;
  const signer = recordsOf('signer', before.records).find((each) => each.id === id) ?? nobody;
  const { fullName, jobTitle, school, employment, employerId } = signer;
  const answers = {
    ...none,
    fullName,
    jobTitle: id === '' ? none.jobTitle : jobTitle,
    school,
    employment,
  };
  return withEmployer({ ...before, signer, answers }, employerId);
}

/** What is corrected for a known person or employer must be there when they are chosen again. */
function withCorrections(written: Written): Written {
  const { answers, employer } = written;
  const signer = { ...written.signer, ...signerFields(answers) };
  const records = written.records.map((each): AnyRecord => {
    if (each.kind === 'signer' && each.record.id === signer.id) return { kind: 'signer', record: signer };
    if (each.kind === 'employer' && each.record.id === employer.id)
      return { kind: 'employer', record: employer };
    return each;
  });
  return { ...written, signer, records };
}

/** Another name typed over a chosen employer is another employer: the contact and the address must not go along. */
function isOtherName({ employer }: Written, { organisation }: Partial<FirstAnswers>): boolean {
  return (
    employer.id !== '' &&
    organisation !== undefined &&
    sameName(organisation) !== sameName(employer.organisation)
  );
}

/** The employer as saved. What is known of the person stays. */
function withEmployer(before: Written, id: string): Written {
  const known = recordsOf('employer', before.records).find((each) => each.id === id) ?? null;
  const employer = known ?? nothingWritten.employer;
  const answers = answersWithEmployer(before.answers, known);
  const parties = { signerId: before.signer.id, employerId: id };
  // Words typed before anyone was chosen belong to whoever is chosen first.
  const isFirst = before.choices.signerId === '' && before.choices.employerId === '';
  const own = isFirst ? assignInputs(before.own, parties) : before.own;
  return { ...before, employer, answers, own, choices: { ...before.choices, ...parties } };
}
