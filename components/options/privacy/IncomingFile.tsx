import { type ReactNode, startTransition, useEffect, useRef, useState } from 'react';
import type { FileProblem, FileResult } from '../../../lib/files/readText';
import type { TableQuestion } from '../../../lib/files/tableQuestions';
import { localDay } from '../../../lib/letter/dates';
import { notReadSentence, notSavedSentence, saveAll } from '../../../lib/options/saving';
import { agree, offerUndo, saveSettings } from '../../../lib/options/actions';
import { type DetailsStore, useDetails, useDetailsStore } from '../../../lib/options/store';
import type { AnyRecord } from '../../../lib/storage/lists';
import { repository } from '../../../lib/storage/repository';
import { addChanges } from '../../../lib/transfer/changes';
import { type Comparison, countKinds } from '../../../lib/transfer/comparison';
import { FileProblems, LeftOut } from '../../ui/FilePicker';
import { WhatIsSaved, SECTION_TITLE } from '../SectionHead';
import { focusAndSay } from '../../ui/focusAndSay';
import { type Read, ReadingProgress, useReading } from '../reading';
import { detach } from '../../../lib/failure/failure';
import { ComparisonList, LongList, type OnAnswer, TableChoices } from './ComparisonList';
import ui from '../../ui/controls.module.css';
import page from '../options.module.css';

interface IncomingFileProps {
  incoming: Incoming;
  /** For a table: reads it again with this answer. */
  onAnswer?: OnAnswer;
  onDone: (outcome: Outcome) => void;
  onCancel: () => void;
}

interface Outcome {
  sentence: string;
  isStored: boolean;
}

/** Shows a file that was opened: the problems, or a preview of the changes. */
export function IncomingFile({ incoming, onAnswer, onDone, onCancel }: IncomingFileProps) {
  if (incoming.step === 'none') return null;
  const choices = onAnswer && <TableChoices questions={incoming.questions} onAnswer={onAnswer} />;
  switch (incoming.step) {
    case 'refused':
      return (
        <>
          <FileProblems {...incoming} />
          {choices}
        </>
      );
    case 'preview':
      return (
        <Preview
          key={incoming.id}
          content={incoming.content}
          leftOut={
            <>
              <LeftOut name={incoming.name} problems={incoming.leftOut} />
              {choices}
            </>
          }
          onDone={onDone}
          onCancel={onCancel}
        />
      );
  }
}

interface PreviewProps extends Pick<IncomingFileProps, 'onDone' | 'onCancel'> {
  content: Content;
  leftOut: ReactNode;
}

/** Takes the focus and goes to the top of the window when it appears: reading the file can take a while. */
function Preview({
  content: { title, comparison, addressFaults, replace, branch },
  leftOut,
  onDone,
  onCancel,
}: PreviewProps) {
  const details = useDetailsStore();
  const place = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    place.current?.focus();
    place.current?.scrollIntoView?.({ block: 'start' });
  }, []);
  const hasAgreed = useDetails((state) => state.settings.agreedOn !== '');
  /** Nothing is stored before the user has agreed to what is saved. */
  const store = async (work: () => Promise<Outcome>) => {
    if (!hasAgreed) await agree(details);
    onDone(await work());
  };
  const isNew = comparison.added.length > 0 || comparison.changed.length > 0;
  return (
    <div className={ui.notice} role="group" aria-label="What the file would change">
      <p ref={place} tabIndex={-1}>
        <strong>{title}</strong>{' '}
        {isNew ? 'Nothing has been changed yet.' : 'Everything in this file is saved here already.'}
      </p>
      {!hasAgreed && <WhatIsSaved />}
      {leftOut}
      <ComparisonList comparison={comparison} showsOnlyHere={replace !== undefined} />
      {addressFaults.length > 0 && (
        <>
          <p>
            These are not email addresses, so we will not fill them in. Correct them after adding the file.
          </p>
          <LongList items={addressFaults}>{(sentence) => <li key={sentence}>{sentence}</li>}</LongList>
        </>
      )}
      <p className={`${ui.actions} ${page.previewActions}`}>
        {isNew && (
          <button
            type="button"
            className={ui.buttonMain}
            onClick={() => detach(store(() => add(details, comparison, branch)))}
          >
            {hasAgreed ? 'Add it to what is saved here' : 'Agree and add it'}
          </button>
        )}
        {replace && (
          <button
            type="button"
            className={ui.buttonDanger}
            onClick={() => detach(store(() => replace(details)))}
          >
            {hasAgreed ? 'Replace everything saved here' : 'Agree and replace everything saved here'}
          </button>
        )}
        <button type="button" className={ui.link} onClick={onCancel}>
          {isNew ? 'Cancel' : 'Close'}
        </button>
      </p>
      {replace && (
        <p>
          Replacing also brings back the choices and settings in the file; no copies stay ticked.{' '}
          {comparison.onlyHere.length > 0 &&
            'Replacing deletes what is saved here and not in the file. You can undo it until something else is deleted or you close this page. Undoing puts everything back as it is now: anything you add after replacing will be lost.'}
        </p>
      )}
    </div>
  );
}

/** Adds what the user has seen, and offers to undo that. Returns the sentence to show. */
async function add(
  details: DetailsStore,
  { added, changed }: Comparison,
  branch: Content['branch'],
): Promise<Outcome> {
  await saveAll(details);
  const stored = await addChanges([...added, ...changed].map(({ change }) => change));
  if (!stored.ok) return { sentence: notSavedSentence[stored.why], isStored: false };
  const { written, left, undo } = stored;
  const { branchFile, branchContact, branchFileOn } = details.getState().settings;
  if (branch)
    await saveSettings(details, {
      branchFile: branch.from,
      branchContact: branch.contact,
      branchFileOn: localDay(new Date()),
    });
  const undoAll = async () => {
    const undone = await undo();
    if (undone.ok && branch) await saveSettings(details, { branchFile, branchContact, branchFileOn });
    return undone;
  };
  if (written.length > 0)
    offerUndo(details, 'what was in the file', undoAll, { did: 'Added', keepsFocus: true });
  const countWritten = (isNew: boolean) =>
    countKinds(written.filter(({ before }) => (before === null) === isNew).map(({ after }) => after));
  const sentence = [
    countWritten(true) && `Added ${countWritten(true)}.`,
    countWritten(false) && `Changed ${countWritten(false)}.`,
    left > 0 &&
      `${left === 1 ? 'One detail was' : `${left} details were`} changed here after the file was opened, so what is saved here was kept.`,
  ]
    .filter(Boolean)
    .join(' ');
  return { sentence, isStored: true };
}

/** What a file that was read would change. */
export interface Content {
  title: string;
  comparison: Comparison;
  addressFaults: readonly string[];
  /** Replaces everything saved, for a file that can do that (a backup). Returns the sentence to show. */
  replace?: (details: DetailsStore) => Promise<Outcome>;
  /** Whose file it is and whom to ask about it, for a file from a branch. */
  branch?: { from: string; contact: string };
}

type Incoming =
  | { step: 'none' }
  | {
      step: 'refused';
      name: string;
      problems: readonly FileProblem[];
      more: number | undefined;
      questions: readonly TableQuestion[];
    }
  /** `id` is new for each file, so that the preview starts afresh. */
  | {
      step: 'preview';
      id: string;
      name: string;
      content: Content;
      leftOut: readonly FileProblem[];
      questions: readonly TableQuestion[];
    };

/** `null` if the user cancels. */
export type ReadContent = (
  file: File,
  saved: readonly AnyRecord[],
  read: Read,
) => Promise<FileResult<Content> | null>;

/** What was read, under the title by which the page announces it. */
export function withTitle(
  title: string,
  read: FileResult<Omit<Content, 'title'>> | null,
): FileResult<Content> | null {
  if (!read?.ok) return read;
  const { comparison, addressFaults } = read.value;
  return { ...read, value: { title, comparison, addressFaults } };
}

/** Reads a file and compares it with the saved records. Nothing is stored until the user presses a button. */
export function useIncoming() {
  const [incoming, setIncoming] = useState<Incoming>({ step: 'none' });
  const { read, running, cancel: cancelReading } = useReading();
  const show = async (file: File, readContent: ReadContent, id: string) => {
    const next = await readAndCompare(file, (saved) => readContent(file, saved, read), id);
    if (typeof next === 'string') focusAndSay(null, next);
    // A long preview is put together in small steps, between which the page answers.
    else if (next) startTransition(() => setIncoming(next));
  };
  const open = (file: File, readContent: ReadContent) => {
    setIncoming({ step: 'none' });
    return show(file, readContent, crypto.randomUUID());
  };
  /** Reads the file once more. What it shows stays in place, so that the focus does. */
  const again = (file: File, readContent: ReadContent) =>
    show(file, readContent, incoming.step === 'preview' ? incoming.id : crypto.randomUUID());
  return {
    incoming,
    progress: <ReadingProgress running={running} cancel={cancelReading} />,
    open: (file: File, readContent: ReadContent) => detach(open(file, readContent)),
    again: (file: File, readContent: ReadContent) => detach(again(file, readContent)),
    /** Says what was done with the file, or with another file of this panel. What was shown of it goes, and the page scrolls. */
    finish: (sentence: string, focused: string | null = `#${SECTION_TITLE}`) => {
      setIncoming({ step: 'none' });
      focusAndSay(focused, sentence);
    },
    cancel: () => {
      setIncoming({ step: 'none' });
      focusAndSay(`#${SECTION_TITLE}`, 'Closed. Nothing was changed.');
    },
  };
}

/** A sentence if the saved details cannot be read; `null` if the user cancels. */
async function readAndCompare(
  file: File,
  read: (saved: readonly AnyRecord[]) => ReturnType<ReadContent>,
  id: string,
): Promise<Incoming | string | null> {
  const saved = await repository.readAllKinds();
  if (!saved.ok) return notReadSentence[saved.why];
  const content = await read(saved.value);
  if (!content) return null;
  const { questions = [] } = content;
  if (!content.ok)
    return { step: 'refused', name: file.name, problems: content.problems, more: content.more, questions };
  return {
    step: 'preview',
    id,
    name: file.name,
    content: content.value,
    leftOut: content.leftOut ?? [],
    questions,
  };
}
