import { useEffect, useRef, useState } from 'react';
import type { FileProblem, FileResult } from '../../../lib/files/problem';
import { notReadSentence, notSavedSentence } from '../../../lib/options/storageSentences';
import type { AnyRecord } from '../../../lib/storage/lists';
import { repository } from '../../../lib/storage/repository';
import type { RecordKind } from '../../../lib/storage/schema';
import { compareRecords, type Comparison, type Named } from '../../../lib/transfer/comparison';
import { FileProblems } from '../../ui/FilePicker';
import { type Read, ReadingProgress, useReading } from '../reading';
import { detach } from '../../../lib/failure/failure';

interface IncomingFileProps {
  incoming: Incoming;
  onDone: (sentence: string) => void;
  onCancel: () => void;
}

/** Shows a file that was opened: the problems, a preview of the changes, or a message about the result. */
export function IncomingFile({ incoming, onDone, onCancel }: IncomingFileProps) {
  switch (incoming.step) {
    case 'none':
      return null;
    case 'refused':
      return <FileProblems {...incoming} />;
    case 'message':
      return (
        <p className="notice" role="status">
          {incoming.sentence}
        </p>
      );
    case 'preview':
      return (
        <Preview
          key={incoming.id}
          content={incoming.content}
          comparison={incoming.comparison}
          onDone={onDone}
          onCancel={onCancel}
        />
      );
  }
}

interface PreviewProps extends Pick<IncomingFileProps, 'onDone' | 'onCancel'> {
  content: Content;
  comparison: Comparison;
}

/** Takes the focus when it appears, so that a screen reader announces it: reading the file can take a while. */
function Preview({ content: { title, records, replace }, comparison, onDone, onCancel }: PreviewProps) {
  const place = useRef<HTMLParagraphElement>(null);
  useEffect(() => place.current?.focus(), []);
  const add = async () => {
    const stored = await repository.storeTogether(records);
    onDone(
      stored.ok
        ? 'It has been added. See it under About you, Your employer and Letters.'
        : notSavedSentence[stored.why],
    );
  };
  return (
    <div className="notice" role="group" aria-label="What the file would change">
      <p ref={place} tabIndex={-1}>
        <strong>{title}</strong> Nothing has been changed yet.
      </p>
      <ComparisonList comparison={comparison} showsOnlyHere={replace !== undefined} />
      <p className="actions">
        <button type="button" className="button button-main" onClick={() => detach(add())}>
          Add it to what is saved here
        </button>
        {replace && (
          <button
            type="button"
            className="button button-danger"
            onClick={() => detach(replace().then(onDone))}
          >
            Replace everything saved here
          </button>
        )}
        <button type="button" className="button-link" onClick={onCancel}>
          Cancel
        </button>
      </p>
      {replace && comparison.onlyHere.length > 0 && (
        <p>
          Replacing deletes what is saved here and not in the file. You can undo it until something else is
          deleted or you close this page. Undoing puts everything back as it is now: anything you add after
          replacing will be lost.
        </p>
      )}
    </div>
  );
}

/** The records read from a file. */
export interface Content {
  title: string;
  records: readonly AnyRecord[];
  /** Replaces everything saved, for a file that can do that (a backup). Returns the sentence to show. */
  replace?: () => Promise<string>;
}

type Incoming =
  | { step: 'none' }
  | { step: 'refused'; name: string; problems: readonly FileProblem[]; more: number | undefined }
  /** `id` is new for each file, so that the preview starts afresh. */
  | { step: 'preview'; id: string; content: Content; comparison: Comparison }
  | { step: 'message'; sentence: string };

/** `null` if the user cancels. */
export type ReadContent = (
  file: File,
  saved: readonly AnyRecord[],
  read: Read,
) => Promise<FileResult<Content> | null>;

/** Reads a file and compares it with the saved records. Nothing is stored until the user presses a button. */
export function useIncoming() {
  const [incoming, setIncoming] = useState<Incoming>({ step: 'none' });
  const { read, running, cancel: cancelReading } = useReading();
  const open = async (file: File, readContent: ReadContent) => {
    setIncoming({ step: 'none' });
    const next = await readAndCompare(file, (saved) => readContent(file, saved, read));
    if (next) setIncoming(next);
  };
  return {
    incoming,
    progress: <ReadingProgress running={running} cancel={cancelReading} />,
    open: (file: File, readContent: ReadContent) => detach(open(file, readContent)),
    showMessage: (sentence: string) => setIncoming({ step: 'message', sentence }),
    cancel: () => setIncoming({ step: 'none' }),
  };
}

async function readAndCompare(
  file: File,
  read: (saved: readonly AnyRecord[]) => ReturnType<ReadContent>,
): Promise<Incoming | null> {
  const saved = await repository.readAllKinds();
  if (!saved.ok) return { step: 'message', sentence: notReadSentence[saved.why] };
  const content = await read(saved.value);
  if (!content) return null;
  if (!content.ok)
    return { step: 'refused', name: file.name, problems: content.problems, more: content.more };
  return {
    step: 'preview',
    id: crypto.randomUUID(),
    content: content.value,
    comparison: compareRecords(saved.value, content.value.records),
  };
}

interface ComparisonListProps {
  comparison: Comparison;
  /** True for a file that can replace everything: only then does a missing record mean a deletion. */
  showsOnlyHere: boolean;
}

/** What a file would change in the saved records. */
function ComparisonList({ comparison, showsOnlyHere }: ComparisonListProps) {
  const { added, changed, same, onlyHere } = comparison;
  return (
    <dl className="comparison">
      <Group title="New" records={added} />
      <Group
        title="Changed"
        records={changed.map((one) => ({ ...one, name: `${nameOf(one)} (${formatFieldNames(one.fields)})` }))}
      />
      <Group title="The same as here" records={same} />
      <Group title="Saved here and not in the file" records={showsOnlyHere ? onlyHere : []} />
    </dl>
  );
}

function Group({ title, records }: { title: string; records: readonly Named[] }) {
  if (records.length === 0) return null;
  return (
    <>
      <dt>
        {title}: {records.length}
      </dt>
      <dd>
        <details>
          <summary>{countKinds(records)}</summary>
          <ul>
            {records.map((one) => (
              <li key={`${one.kind} ${one.id}`}>{nameOf(one)}</li>
            ))}
          </ul>
        </details>
      </dd>
    </>
  );
}

const kindNames = {
  signer: ['signer', 'signers'],
  employer: ['employer', 'employers'],
  letter: ['letter of your own', 'letters of your own'],
  sent: ['sent letter', 'sent letters'],
} as const satisfies Record<RecordKind, readonly [string, string]>;

/** "2 signers, 1 employer". */
function countKinds(records: readonly Named[]): string {
  const counts = Object.entries(kindNames).map(([kind, [one, many]]) => {
    const count = records.filter((record) => record.kind === kind).length;
    return count === 0 ? '' : `${count} ${count === 1 ? one : many}`;
  });
  return counts.filter(Boolean).join(', ');
}

function nameOf({ kind, name }: Named): string {
  return name || `A ${kindNames[kind][0]} without a name`;
}

/** Property names as words: "jobTitle" becomes "job title". */
function formatFieldNames(fields: readonly string[]): string {
  return fields
    .map((field) => field.replaceAll(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`))
    .join(', ');
}
