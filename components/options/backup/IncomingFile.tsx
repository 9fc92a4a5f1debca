import { useEffect, useRef } from 'react';
import { repository } from '../../../lib/storage/repository';
import { notSavedSentence } from '../../../lib/details/storageSentence';
import { FileProblems } from '../FileProblems';
import { ComparisonList } from './ComparisonList';
import type { Content, Incoming } from './useIncoming';
import type { Comparison } from '../../../lib/transfer/comparison';

interface IncomingFileProps {
  incoming: Incoming;
  onDone: (sentence: string) => void;
  onCancel: () => void;
}

/** What became of a file that was opened: refused, shown before anything is done, or taken. */
export function IncomingFile({ incoming, onDone, onCancel }: IncomingFileProps) {
  switch (incoming.step) {
    case 'none':
      return null;
    case 'refused':
      return <FileProblems name={incoming.name} problems={incoming.problems} />;
    case 'said':
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

/** Has the focus when it appears: a file takes a moment to read, and whoever listens must hear that it was. */
function Preview({ content: { title, records, replace }, comparison, onDone, onCancel }: PreviewProps) {
  const place = useRef<HTMLParagraphElement>(null);
  useEffect(() => place.current?.focus(), []);
  const add = async () => {
    const stored = await repository.storeTogether(records);
    onDone(stored.ok ? 'It has been added to what was saved here.' : notSavedSentence[stored.why]);
  };
  return (
    <div className="notice" role="group" aria-label="What the file would change">
      <p ref={place} tabIndex={-1}>
        <strong>{title}</strong> Nothing has been changed yet.
      </p>
      <ComparisonList comparison={comparison} showsOnlyHere={replace !== undefined} />
      <p className="actions">
        <button type="button" className="button button-main" onClick={() => void add()}>
          Add it to what is saved here
        </button>
        {replace && (
          <button type="button" className="button button-danger" onClick={() => void replace().then(onDone)}>
            Replace everything saved here
          </button>
        )}
        <button type="button" className="button-link" onClick={onCancel}>
          Leave everything as it is
        </button>
      </p>
      {replace && comparison.onlyHere.length > 0 && (
        <p>
          Replacing deletes what is saved here and not in the file. You can undo it until something else is
          deleted or you close this page. Undoing puts everything back as it is now: what you add after
          replacing goes again.
        </p>
      )}
    </div>
  );
}
