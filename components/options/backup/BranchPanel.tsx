import { readEmployersCsv, renderEmployersCsv } from '../../../lib/transfer/employersCsv';
import { readSignersCsv, renderSignersCsv } from '../../../lib/transfer/signersCsv';
import type { FileResult } from '../../../lib/files/problem';
import type { AnyRecord } from '../../../lib/storage/lists';
import { repository } from '../../../lib/storage/repository';
import { saveAll } from '../../../lib/details/saving';
import type { RecordKind, RecordOf } from '../../../lib/storage/schema';
import { readStarterFile } from '../../../lib/transfer/starterFile';
import { notReadSentence } from '../../../lib/details/storageSentence';
import { useDetails } from '../../../lib/details/store';
import { FilePicker } from '../FilePicker';
import type { SaveFile } from '../browserSide';
import { IncomingFile } from './IncomingFile';
import { StarterForm } from './StarterForm';
import { useIncoming, type Content, type ReadContent } from './useIncoming';

/** For a branch with many heads: tables in and out, and a file that starts one head off. */
export function BranchPanel({ saveFile }: { saveFile: SaveFile }) {
  const { signer, employer, letter } = useDetails((details) => details.records);
  const { incoming, open, say, cancel } = useIncoming();
  /** From what is stored, not from what this page has read of it so far. */
  const saveTable = async (name: string, render: typeof renderSignersCsv) => {
    await saveAll();
    const signers = await repository.readAll('signer');
    const employers = await repository.readAll('employer');
    if (!signers.ok) return say(notReadSentence[signers.why]);
    if (!employers.ok) return say(notReadSentence[employers.why]);
    saveFile(name, render(signers.value, employers.value), 'text/csv');
  };
  return (
    <div className="card">
      <h3>For a branch: tables and starter files</h3>
      <p>
        Tables open in Excel and similar programs. Whatever you open here is shown first and added only when
        you say so.
      </p>
      <p className="actions">
        <button
          type="button"
          className="button"
          onClick={() => void saveTable('Signers.csv', renderSignersCsv)}
        >
          Save signers as a table
        </button>
        <button
          type="button"
          className="button"
          onClick={() => void saveTable('Employers.csv', (_, employers) => renderEmployersCsv(employers))}
        >
          Save employers as a table
        </button>
      </p>
      <FilePicker
        id="signers-table"
        label="Open a table of signers"
        hint="Its first line names the columns as on this page: Full name, School, Employer and so on"
        accept=".csv,text/csv"
        onFile={(file) => open(file, readSigners)}
      />
      <FilePicker
        id="employers-table"
        label="Open a table of employers"
        accept=".csv,text/csv"
        onFile={(file) => open(file, readEmployers)}
      />
      <FilePicker
        id="starter-file"
        label="Open a starter file"
        hint="Details and letters that your branch has prepared for you"
        accept=".json,application/json"
        onFile={(file) => open(file, readStarter)}
      />
      <IncomingFile incoming={incoming} onDone={say} onCancel={cancel} />
      <StarterForm signers={signer} employers={employer} letters={letter} saveFile={saveFile} />
    </div>
  );
}

const newId = () => crypto.randomUUID();

const readSigners: ReadContent = async (file, saved) =>
  named(
    'A table of signers.',
    await readSignersCsv(file, { signers: pick(saved, 'signer'), employers: pick(saved, 'employer') }, newId),
  );

const readEmployers: ReadContent = async (file, saved) =>
  named('A table of employers.', await readEmployersCsv(file, pick(saved, 'employer'), newId));

const readStarter: ReadContent = async (file, saved) => {
  const read = await readStarterFile(file, saved, newId);
  if (!read.ok) return read;
  const { from, records } = read.value;
  return { ok: true, value: { title: from ? `A starter file from ${from}.` : 'A starter file.', records } };
};

function named(title: string, read: FileResult<AnyRecord[]>): FileResult<Content> {
  return read.ok ? { ok: true, value: { title, records: read.value } } : read;
}

function pick<K extends RecordKind>(saved: readonly AnyRecord[], kind: K): RecordOf[K][] {
  return saved.filter((one) => one.kind === kind).map(({ record }) => record as RecordOf[K]);
}
