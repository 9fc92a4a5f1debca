import { useEffect, useMemo, useRef, useState } from 'react';
import { listMissingOnPaper } from '../../../lib/letter/compose/compose';
import type { IsoDate, LetterTemplate } from '../../../lib/letter/model';
import { useDetails, useDetailsStore } from '../../../lib/options/store';
import type { Employer, Signer } from '../../../lib/storage/schema';
import type { FormWithLetter } from '../../../lib/word/manyLetters';
import { type LetterProblem, listLetters, lettersOnDemand } from '../../../lib/writing/letters';
import { describeLetterProblem, repairPlace } from '../../../lib/writing/questions';
import { CheckField, SelectField } from '../../ui/Field';
import { type SaveFile, wordSentence } from '../browserSide';
import { employerOf } from '../about/useEmployerOf';
import { focusAndSay } from '../../ui/focusAndSay';
import {
  AGREED,
  composeFor,
  type ComposedLetter,
  composeJoint,
  firstForAll,
  ForAllFields,
  formsWith,
} from './ForAll';
import { formatCount, NoteSent, noteSent } from './NoteSent';
import { openOwnLetter } from '../location';
import { useFoundLetter } from './parsedLetter';
import { detach } from '../../../lib/failure/failure';
import ui from '../../ui/controls.module.css';
import page from '../options.module.css';
import css from '../RecordPicker.module.css';

/** The main button. */
const MAKE = '#many-make';
const CANCEL = 'many-cancel';

interface ManyLettersProps {
  signers: readonly Signer[];
  employers: readonly Employer[];
  today: IsoDate;
  saveFile: SaveFile;
}

interface Choice {
  id: string;
  /** Use our built-in letter, because the user's own letter cannot be used. */
  usesBuiltIn: boolean;
}

/** One Word letter for each of a chosen set of signers, in one zip. */
export function ManyLetters({ signers, employers, today, saveFile }: ManyLettersProps) {
  const details = useDetailsStore();
  const own = useDetails(({ records }) => records.letter);
  const letters = listLetters({ letters: own }, lettersOnDemand);
  const [choice, setChoice] = useState<Choice>({ id: letters[0]?.id ?? '', usesBuiltIn: false });
  // While this page is open, the chosen letter can be deleted, or be replaced by one of the user's own. Then no letter is
  // chosen.
  const listed = letters.find(({ id }) => id === choice.id);
  const found = useFoundLetter(listed?.id ?? '');
  const builtIn = useBuiltInLetter(choice.usesBuiltIn ? (found?.letterProblem?.ours.id ?? '') : '');
  const letter = found?.letterProblem ? builtIn : found?.letter;
  const [excluded, setExcluded] = useState<ReadonlySet<string>>(new Set());
  const { writing, write, cancel, say } = useManyLetters(saveFile);
  const { sentText } = useDetails((state) => state.settings);
  const noteMade = async (made: readonly ComposedLetter[], keeps: 'keep' | 'leave out') => {
    const { isAll, sentence } = await noteSent(details, made, keeps, today);
    say(sentence, isAll ? [] : made);
    if (isAll) focusAndSay(MAKE);
  };
  const lastUsed = useDetails((state) => state.choices);
  const [forAll, setForAll] = useState(firstForAll);
  const included = useMemo(() => signers.filter(({ id }) => !excluded.has(id)), [signers, excluded]);
  const composing = useMemo(
    () => letter && { letter, forAll, saved: { signers, employers, lastUsed }, today },
    [letter, forAll, signers, employers, lastUsed, today],
  );
  const composed = useMemo(
    () => (composing ? signers.map((signer) => composeFor(signer, composing)) : []),
    [composing, signers],
  );
  const joint = useMemo(
    () => (composing && forAll.isJoint ? composeJoint(included, composing) : null),
    [composing, forAll.isJoint, included],
  );
  const chosen = joint ?? composed.filter((_, at) => !excluded.has(signers[at]?.id ?? ''));
  const count = joint?.length ?? included.length;
  const make = () => {
    if (forAll.isJoint && !forAll.haveAgreed)
      return focusAndSay(AGREED, 'Nothing was made. Ask each of them first, and tick that they have agreed.');
    return detach(write(chosen, formsWith[forAll.files]));
  };
  const include = (id: string, isIncluded: boolean) => {
    const changed = new Set(excluded);
    if (isIncluded) changed.delete(id);
    else changed.add(id);
    setExcluded(changed);
  };
  return (
    <div className={page.card}>
      <h3>Letters for many</h3>
      <p>
        One Word letter for each person, from their own details to their own employer, together in one zip
        file.
      </p>
      <SelectField
        id="many-letter"
        label="Which letter"
        value={listed?.id ?? ''}
        options={[
          ...(listed ? [] : [{ value: '', label: 'Choose a letter' }]),
          ...letters.map(({ id, title, stage }) => ({
            value: id,
            label: title || 'A letter without a title',
            group: stage,
          })),
        ]}
        onChange={(id) => setChoice({ id, usesBuiltIn: false })}
      />
      {found?.letterProblem && (
        <BlockedLetter
          problem={found.letterProblem}
          isBuiltInUsed={choice.usesBuiltIn}
          onUseBuiltIn={() => {
            if (listed) setChoice({ id: listed.id, usesBuiltIn: true });
            focusAndSay(MAKE);
          }}
        />
      )}
      <p className={`${ui.actions} ${page.after}`}>
        <button
          type="button"
          className={ui.link}
          onClick={() => {
            const isAny = included.length > 0;
            setExcluded(new Set(isAny ? signers.map(({ id }) => id) : []));
            focusAndSay(null, isAny ? 'No one is ticked.' : 'Everyone is ticked.');
          }}
        >
          {included.length > 0 ? 'Tick no one' : 'Tick everyone'}
        </button>
      </p>
      <fieldset className={css.recordList} aria-label="For whom">
        {signers.map((signer, at) => (
          <CheckField
            key={signer.id}
            id={`many-${signer.id}`}
            label={[signer.fullName, signer.school].filter(Boolean).join(', ') || 'No name yet'}
            hint={describeTrouble(composed[at])}
            checked={!excluded.has(signer.id)}
            onChange={(isIncluded) => include(signer.id, isIncluded)}
          />
        ))}
      </fieldset>
      <ForAllFields
        forAll={forAll}
        onChange={(patch) => setForAll({ ...forAll, ...patch })}
        letter={letter}
        employers={employers.filter(({ id }) =>
          included.some((signer) => employerOf(signer, { signers, employers, lastUsed })?.id === id),
        )}
        lastUsed={lastUsed}
        today={today}
      />
      <p className={`${ui.actions} ${page.after}`}>
        <button
          id="many-make"
          type="button"
          className={ui.buttonMain}
          disabled={chosen.length === 0 || writing.step === 'writing'}
          onClick={make}
        >
          {count === 1 ? 'Make 1 Word letter' : `Make ${count} Word letters`}
        </button>
        {writing.step === 'writing' && (
          <button id={CANCEL} type="button" className={ui.button} onClick={cancel}>
            Cancel
          </button>
        )}
      </p>
      <Progress writing={writing} />
      {writing.step === 'message' && writing.made.length > 0 && (
        <NoteSent
          count={writing.made.length}
          sentText={sentText}
          onNote={(keeps) => detach(noteMade(writing.made, keeps))}
        />
      )}
    </div>
  );
}

function Progress({ writing }: { writing: Writing }) {
  return (
    <>
      {writing.step === 'writing' && (
        <progress aria-label="Letters written" value={writing.done} max={writing.total} />
      )}
      <p role="status">{writing.step === 'message' ? writing.sentence : ''}</p>
    </>
  );
}

interface BlockedLetterProps {
  problem: LetterProblem;
  isBuiltInUsed: boolean;
  onUseBuiltIn: () => void;
}

/** Says why the user's own letter cannot be used. Our built-in letter replaces it only when the user presses the button. */
function BlockedLetter({ problem, isBuiltInUsed, onUseBuiltIn }: BlockedLetterProps) {
  return (
    <div className={`${ui.noticeWarn} ${page.after}`} role="status">
      <p>
        <strong>{describeLetterProblem(problem)}</strong>{' '}
        {isBuiltInUsed
          ? `This time the letters are made in our wording, “${problem.ours.title}”.`
          : `Ours is “${problem.ours.title}”.`}
      </p>
      <p className={ui.actions}>
        {problem.why === 'mistake' && (
          <button type="button" className={ui.button} onClick={() => openOwnLetter(problem.ownId)}>
            Repair it
          </button>
        )}
        {problem.why === 'unreadable' && (
          <a className={ui.button} href={`#${repairPlace(problem)}`}>
            Repair it
          </a>
        )}
        {!isBuiltInUsed && (
          <button type="button" className={ui.button} onClick={onUseBuiltIn}>
            Use ours this time
          </button>
        )}
      </p>
    </div>
  );
}

/** The built-in letter with this id; `undefined` for an empty id and while the letter is loading. */
function useBuiltInLetter(id: string): LetterTemplate | undefined {
  const [builtIn, setBuiltIn] = useState<LetterTemplate>();
  useEffect(() => {
    if (id !== '') detach(lettersOnDemand.load(id).then(setBuiltIn));
  }, [id]);
  return builtIn?.id === id ? builtIn : undefined;
}

/** What the user should check before the letters are made: missing details, and an employer that does not seem to fit. */
function describeTrouble(letter: ComposedLetter | undefined): string | undefined {
  if (!letter) return undefined;
  const missing = listMissingOnPaper(letter.document).map(({ label }) => label);
  const sentences = [letter.misfit, missing.length > 0 && `Missing: ${missing.join(', ')}`];
  return sentences.filter(Boolean).join(' ') || undefined;
}

type Writing =
  | { step: 'none' }
  | { step: 'writing'; done: number; total: number }
  /** `made` are the letters in the saved zip that are not noted as sent yet. */
  | { step: 'message'; sentence: string; made: readonly ComposedLetter[] };

/** Writes the letters, reports progress and can be cancelled. Only a complete zip is saved. */
function useManyLetters(saveFile: SaveFile) {
  const [writing, setWriting] = useState<Writing>({ step: 'none' });
  const controller = useRef<AbortController | null>(null);
  const write = async (letters: readonly ComposedLetter[], forms: readonly FormWithLetter[]) => {
    let made: readonly ComposedLetter[] = [];
    const { signal } = (controller.current = new AbortController());
    setWriting({ step: 'writing', done: 0, total: letters.length });
    // The pressed button is disabled meanwhile.
    focusAndSay(`#${CANCEL}`);
    const sentence = await wordSentence(async () => {
      // Loaded on demand, because it brings in the docx library.
      const { writeManyLetters, zipFileName } = await import('../../../lib/word/manyLetters');
      const written = await writeManyLetters(letters, {
        signal,
        forms,
        onProgress: ({ done, total }) => setWriting({ step: 'writing', done, total }),
      });
      if (!written.ok) return 'Stopped. Nothing was saved.';
      saveFile(zipFileName(letters), new Uint8Array(written.zip), 'application/zip');
      made = letters;
      return `${formatCount(letters.length)} in one zip file, in your Downloads folder.`;
    });
    // The user may meanwhile have gone on: then neither the focus nor what was said last is taken away.
    const hasWaited = document.activeElement?.id === CANCEL;
    setWriting({ step: 'message', sentence, made });
    if (hasWaited) focusAndSay(MAKE);
  };
  const say = (sentence: string, made: readonly ComposedLetter[]) =>
    setWriting({ step: 'message', sentence, made });
  return { writing, write, say, cancel: () => controller.current?.abort() };
}
