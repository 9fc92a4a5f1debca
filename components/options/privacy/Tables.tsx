import { detach } from '../../../lib/failure/failure';
import { notReadSentence, saveAll } from '../../../lib/options/saving';
import { repository } from '../../../lib/storage/repository';
import type { Employer, OwnLetter, Signer } from '../../../lib/storage/schema';
import { renderEmployersCsv } from '../../../lib/transfer/employersCsv';
import { renderSignersCsv } from '../../../lib/transfer/signersCsv';
import { FilePicker } from '../../ui/FilePicker';
import type { SaveFile } from '../browserSide';
import { IncomingFile, type ReadContent, useIncoming, withTitle } from './IncomingFile';

interface Saved {
  signers: readonly Signer[];
  employers: readonly Employer[];
  letters: readonly OwnLetter[];
}

/** Reads from storage, because this page may not have loaded every record. A string says why that failed. */
export async function readSaved(): Promise<Saved | string> {
  await saveAll();
  const signers = await repository.readAll('signer');
  const employers = await repository.readAll('employer');
  const letters = await repository.readAll('letter');
  if (!signers.ok) return notReadSentence[signers.why];
  if (!employers.ok) return notReadSentence[employers.why];
  if (!letters.ok) return notReadSentence[letters.why];
  return { signers: signers.value, employers: employers.value, letters: letters.value };
}

/** Opened tables are shown first and added only when the user says so. */
export function Tables({ saveFile }: { saveFile: SaveFile }) {
  const { incoming, progress, open, finish, cancel } = useIncoming();
  const saveTable = async (name: string, render: typeof renderSignersCsv) => {
    const saved = await readSaved();
    if (typeof saved === 'string') return finish(saved);
    saveFile(name, render(saved.signers, saved.employers), 'text/csv');
    finish(`${name} is in your Downloads folder. Keep it where only you can read it.`);
  };
  return (
    <details className="fold grid-after" open>
      <summary>Tables of signers and employers</summary>
      <p>
        Tables open in Excel and similar programs. Whatever you open here is shown first and added only when
        you say so.
      </p>
      <p className="actions">
        <button
          type="button"
          className="button"
          onClick={() => detach(saveTable('Signers.csv', renderSignersCsv))}
        >
          Save signers as a table
        </button>
        <button
          type="button"
          className="button"
          onClick={() => detach(saveTable('Employers.csv', (_, employers) => renderEmployersCsv(employers)))}
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
      {progress}
      <IncomingFile incoming={incoming} onDone={finish} onCancel={cancel} />
    </details>
  );
}

const readSigners: ReadContent = async (file, saved, read) =>
  withTitle('A table of signers.', await read('signers', file.name, { file, saved }));

const readEmployers: ReadContent = async (file, saved, read) =>
  withTitle('A table of employers.', await read('employers', file.name, { file, saved }));
