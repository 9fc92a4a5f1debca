import { formatIfDate } from '../../../lib/letter/dates';
import { offerUndo, saveSettings } from '../../../lib/options/actions';
import { eraseDeleted } from '../../../lib/options/erase';
import { notReadSentence, notSavedSentence, saveAll } from '../../../lib/options/saving';
import { type DetailsStore, useDetails, useDetailsStore } from '../../../lib/options/store';
import type { Done } from '../../../lib/storage/area';
import type { AnyRecord } from '../../../lib/storage/lists';
import { repository } from '../../../lib/storage/repository';
import type { Choices, Settings } from '../../../lib/storage/choices';
import { type Backup, createBackup } from '../../../lib/transfer/backup';
import { FilePicker } from '../../ui/FilePicker';
import type { SaveFile } from '../browserSide';
import { useToday } from '../../ui/DateField';
import { IncomingFile, type ReadContent, useIncoming, withTitle } from './IncomingFile';
import { detach } from '../../../lib/failure/failure';
import { goTo } from '../location';
import ui from '../../ui/controls.module.css';
import page from '../options.module.css';

/** Saves everything in one readable file, and restores such a file. */
export function BackupPanel({ saveFile }: { saveFile: SaveFile }) {
  const details = useDetailsStore();
  const today = useToday();
  const { incoming, progress, open, finish, cancel } = useIncoming();
  const { backedUpOn } = useDetails((state) => state.settings);
  const save = async () => {
    await saveAll(details);
    const backup = await createBackup(repository, today);
    if (!backup.ok) return finish(notReadSentence[backup.why]);
    saveFile(`Dear Employer backup ${today}.json`, backup.value, 'application/json');
    await saveSettings(details, { backedUpOn: today });
    finish(
      'The backup is in your Downloads folder. Keep it where only you can read it: it holds everything you have saved.',
    );
  };
  return (
    <div className={page.stateRow}>
      <div className={page.state}>
        <h3>Backup</h3>
        <p className={page.aside}>
          Everything saved here, in one file of plain text.{' '}
          {backedUpOn === '' ? 'None has been made yet.' : `Last made on ${formatIfDate(backedUpOn)}.`}
        </p>
        <button type="button" className={ui.button} onClick={() => detach(save())}>
          Save a backup
        </button>
      </div>
      <FilePicker
        id="restore"
        label="Restore a backup"
        hint="You see what it would change before anything is done"
        accept=".json,application/json"
        onFile={(file) => open(file, readContent)}
      />
      {progress}
      <IncomingFile incoming={incoming} onDone={({ sentence }) => finish(sentence)} onCancel={cancel} />
    </div>
  );
}

const readContent: ReadContent = async (file, saved, readFile) => {
  const read = await readFile('backup', file.name, { file, saved });
  if (!read?.ok) return read;
  const { savedOn, comparison, addressFaults } = read.value;
  const title = savedOn === '' ? 'A backup.' : `A backup of ${formatIfDate(savedOn)}.`;
  const replace = (details: DetailsStore) => replaceWith(details, read.value);
  return { ...read, value: { title, comparison, addressFaults, replace } };
};

async function replaceWith(details: DetailsStore, { records, settings, choices }: Backup) {
  // Whom to copy in is ticked by the user only, never by a file, and the user has agreed here, whatever the file says.
  const { agreedOn, backedUpOn } = details.getState().settings;
  const stored = await replaceWithUndo(
    details,
    records,
    { ...settings, agreedOn: settings.agreedOn || agreedOn, backedUpOn: backedUpOn || settings.backedUpOn },
    { ...choices, copies: {} },
  );
  const sentence = stored.ok
    ? 'Everything saved here is now as it was in the backup.'
    : notSavedSentence[stored.why];
  return { sentence, isStored: stored.ok };
}

/** Replaces everything saved with a backup. The former data can be restored until the page is closed. */
async function replaceWithUndo(
  details: DetailsStore,
  records: readonly AnyRecord[],
  settings: Settings,
  choices: Choices,
): Promise<Done> {
  const former = await repository.readAllKinds();
  const formerSettings = await repository.readSettings();
  const formerChoices = await repository.readChoices();
  if (!former.ok) return former;
  if (!formerSettings.ok) return formerSettings;
  if (!formerChoices.ok) return formerChoices;
  const replaced = await repository.replaceEverything(records, settings, choices);
  if (!replaced.ok) return replaced;
  offerUndo(details, 'what the backup replaced', () =>
    repository.replaceEverything(former.value, formerSettings.value, formerChoices.value),
  );
  await eraseDeleted();
  return replaced;
}

/** For a head: opens the file that the branch has sent, and goes on to the head’s own name and school. */
export function FromBranch() {
  const { incoming, progress, open, finish, cancel } = useIncoming();
  const { branchFile, branchContact, branchFileOn } = useDetails((state) => state.settings);
  const lacksSigner = useDetails(({ records }) => records.signer.length === 0);
  return (
    <div className={page.stateRow}>
      <h3>Branch file</h3>
      <p className={page.aside}>
        {branchFileOn === ''
          ? 'Has your branch sent you a file?'
          : `${branchFile || 'A file without a name'}, opened ${formatIfDate(branchFileOn)}.`}
        {branchContact !== '' && ` Questions about it: ${branchContact}.`}
      </p>
      <FilePicker
        id="branch-file"
        label="Open your branch’s file"
        hint="A branch file or a starter file. You see what is in it first, and it is added only when you say so."
        accept=".json,application/json"
        onFile={(file) => open(file, readFromBranch)}
      />
      {progress}
      <IncomingFile
        incoming={incoming}
        onDone={({ sentence, isStored }) => {
          const goesOn = isStored && lacksSigner;
          finish(
            goesOn ? `${sentence} Now your own name, school and employer.` : sentence,
            goesOn ? null : '#branch-file',
          );
          if (goesOn) goTo('#about-you/start');
        }}
        onCancel={cancel}
      />
    </div>
  );
}

const readFromBranch: ReadContent = async (file, saved, readFile) => {
  const read = await readFile('details', file.name, { file, saved });
  if (!read?.ok) return read;
  const { kind, from, contact } = read.value;
  const title = from ? `A ${kind} from ${from}.` : `A ${kind}.`;
  const titled = withTitle(contact ? `${title} Questions about it: ${contact}.` : title, read);
  return titled?.ok ? { ...titled, value: { ...titled.value, branch: { from, contact } } } : titled;
};
