import { useState } from 'react';
import { createBackup, readBackup, type Backup } from '../../../lib/details/backup';
import { compareRecords, type Comparison } from '../../../lib/details/comparison';
import type { FileProblem } from '../../../lib/details/files/fileProblem';
import { repository } from '../../../lib/details/repository';
import { saveAll } from '../../../lib/details/saving';
import { notReadSentence, notSavedSentence } from '../../../lib/details/storageSentence';
import { FilePicker } from '../FilePicker';
import { FileProblems } from '../FileProblems';
import type { SaveFile } from '../saveFile';
import { sayDay } from '../replies/sayDay';
import { useToday } from '../useToday';
import { replaceWithUndo } from './replaceWithUndo';
import { ComparisonList } from './ComparisonList';

type Restoring =
  | { step: 'none' }
  | { step: 'refused'; name: string; problems: FileProblem[] }
  | { step: 'preview'; name: string; backup: Backup; comparison: Comparison }
  | { step: 'done'; sentence: string };

/** A readable copy of everything in one file, and the way back. */
export function BackupPanel({ saveFile }: { saveFile: SaveFile }) {
  const today = useToday();
  const [restoring, setRestoring] = useState<Restoring>({ step: 'none' });
  const say = (sentence: string) => setRestoring({ step: 'done', sentence });
  const save = async () => {
    await saveAll();
    const backup = await createBackup(repository, today);
    if (!backup.ok) return say(notReadSentence[backup.why]);
    saveFile(`Dear Employer backup ${today}.json`, backup.value, 'application/json');
    say(
      'The backup is among your downloads. Keep it where only you can read it: it holds everything you have saved.',
    );
  };
  return (
    <div className="card">
      <h3>Backup</h3>
      <p>
        One file with everything that is saved here: signers, employers, your own letters, sent letters and
        replies. It is plain text, so that you can read it.
      </p>
      <button type="button" className="button" onClick={() => void save()}>
        Save a backup
      </button>
      <FilePicker
        id="restore"
        label="Restore a backup"
        hint="You see what it would change before anything is done"
        accept=".json,application/json"
        onFile={(file) => void preview(file).then(setRestoring)}
      />
      <RestoreStep restoring={restoring} onDone={say} onCancel={() => setRestoring({ step: 'none' })} />
    </div>
  );
}

async function preview(file: File): Promise<Restoring> {
  const backup = await readBackup(file);
  if (!backup.ok) return { step: 'refused', name: file.name, problems: backup.problems };
  const saved = await repository.readAllKinds();
  if (!saved.ok) return { step: 'done', sentence: notReadSentence[saved.why] };
  const comparison = compareRecords(saved.value, backup.value.records);
  return { step: 'preview', name: file.name, backup: backup.value, comparison };
}

interface RestoreStepProps {
  restoring: Restoring;
  onDone: (sentence: string) => void;
  onCancel: () => void;
}

function RestoreStep({ restoring, onDone, onCancel }: RestoreStepProps) {
  switch (restoring.step) {
    case 'none':
      return null;
    case 'refused':
      return <FileProblems name={restoring.name} problems={restoring.problems} />;
    case 'done':
      return (
        <p className="notice" role="status">
          {restoring.sentence}
        </p>
      );
    case 'preview':
      return (
        <RestorePreview
          backup={restoring.backup}
          comparison={restoring.comparison}
          onDone={onDone}
          onCancel={onCancel}
        />
      );
  }
}

interface RestorePreviewProps extends Pick<RestoreStepProps, 'onDone' | 'onCancel'> {
  backup: Backup;
  comparison: Comparison;
}

function RestorePreview({ backup, comparison, onDone, onCancel }: RestorePreviewProps) {
  const { records, settings, choices, savedOn } = backup;
  const add = async () => {
    const stored = await repository.storeTogether(records);
    onDone(stored.ok ? 'The backup has been added to what was saved here.' : notSavedSentence[stored.why]);
  };
  const replace = async () => {
    const stored = await replaceWithUndo(records, settings, choices);
    onDone(
      stored.ok ? 'Everything saved here is now as it was in the backup.' : notSavedSentence[stored.why],
    );
  };
  return (
    <div className="notice" role="group" aria-label="What the backup would change">
      <p>
        <strong>A backup of {sayDay(savedOn)}.</strong> Nothing has been changed yet.
      </p>
      <ComparisonList comparison={comparison} />
      <p className="actions">
        <button type="button" className="button button-main" onClick={() => void add()}>
          Add it to what is saved here
        </button>
        <button type="button" className="button button-danger" onClick={() => void replace()}>
          Replace everything saved here
        </button>
        <button type="button" className="button-link" onClick={onCancel}>
          Leave everything as it is
        </button>
      </p>
      {comparison.onlyHere.length > 0 && (
        <p>
          Replacing deletes what is saved here and not in the file. You can undo it until you close this page.
        </p>
      )}
    </div>
  );
}
