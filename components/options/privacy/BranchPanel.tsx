import { useState } from 'react';
import type { FileResult } from '../../../lib/files/problem';
import { notReadSentence, saveAll } from '../../../lib/options/saving';
import { useDetails } from '../../../lib/options/store';
import { repository } from '../../../lib/storage/repository';
import type { Employer, OwnLetter, Signer } from '../../../lib/storage/schema';
import { renderEmployersCsv } from '../../../lib/transfer/employersCsv';
import { renderSignersCsv } from '../../../lib/transfer/signersCsv';
import { renderStarterFile, type StarterParts } from '../../../lib/transfer/starterFile';
import { SelectField, TextField } from '../../ui/Field';
import { focusAndSay } from '../../ui/focusAndSay';
import { FilePicker } from '../../ui/FilePicker';
import type { SaveFile } from '../browserSide';
import { type Content, IncomingFile, type ReadContent, useIncoming } from './IncomingFile';
import { detach } from '../../../lib/failure/failure';

/** For a union branch with many heads: imports and exports tables, and makes a starter file for one head. */
export function BranchPanel({ saveFile }: { saveFile: SaveFile }) {
  const { signer, employer, letter } = useDetails((details) => details.records);
  const { incoming, progress, open, finish, cancel } = useIncoming();
  /** Reads from storage, because this page may not have loaded every record. */
  const saveTable = async (name: string, render: typeof renderSignersCsv) => {
    await saveAll();
    const signers = await repository.readAll('signer');
    const employers = await repository.readAll('employer');
    if (!signers.ok) return finish(notReadSentence[signers.why]);
    if (!employers.ok) return finish(notReadSentence[employers.why]);
    saveFile(name, render(signers.value, employers.value), 'text/csv');
    finish(`${name} is in your Downloads folder. Keep it where only you can read it.`);
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
      <FilePicker
        id="starter-file"
        label="Open a starter file"
        hint="Details and letters that your branch has prepared for you"
        accept=".json,application/json"
        onFile={(file) => open(file, readStarter)}
      />
      {progress}
      <IncomingFile incoming={incoming} onDone={finish} onCancel={cancel} />
      <StarterForm signers={signer} employers={employer} letters={letter} saveFile={saveFile} />
    </div>
  );
}

const readSigners: ReadContent = async (file, saved, read) =>
  withTitle('A table of signers.', await read('signers', file.name, { file, saved }));

const readEmployers: ReadContent = async (file, saved, read) =>
  withTitle('A table of employers.', await read('employers', file.name, { file, saved }));

const readStarter: ReadContent = async (file, saved, readFile) => {
  const read = await readFile('starter', file.name, { file, saved });
  const from = read?.ok ? read.value.from : '';
  return withTitle(from ? `A starter file from ${from}.` : 'A starter file.', read);
};

function withTitle(
  title: string,
  read: FileResult<Omit<Content, 'title'>> | null,
): FileResult<Content> | null {
  if (!read?.ok) return read;
  const { comparison, addressFaults } = read.value;
  return { ...read, value: { title, comparison, addressFaults } };
}

interface StarterFormProps {
  signers: readonly Signer[];
  employers: readonly Employer[];
  letters: readonly OwnLetter[];
  saveFile: SaveFile;
}

/** Makes a starter file for one head: their details, their employer and the branch’s own letters. */
function StarterForm({ signers, employers, letters, saveFile }: StarterFormProps) {
  const [from, setFrom] = useState('');
  const [signerId, setSignerId] = useState('');
  const signer = signers.find(({ id }) => id === signerId) ?? null;
  const employer = employers.find(({ id }) => id === signer?.employerId) ?? null;
  const save = () => {
    saveFile(
      'Dear Employer starter file.json',
      renderStarterFile({ from, signer, employer, letters }),
      'application/json',
    );
    focusAndSay(null, 'The starter file is in your Downloads folder.');
  };
  return (
    <details className="fold grid-after">
      <summary>Make a starter file for one head</summary>
      <div className="grid">
        <SelectField
          id="starter-signer"
          label="For whom"
          value={signerId}
          options={[
            { value: '', label: 'Nobody: letters only' },
            ...signers.map(({ id, fullName, school }) => ({
              value: id,
              label: [fullName, school].filter(Boolean).join(', ') || 'A signer without a name',
            })),
          ]}
          onChange={setSignerId}
        />
        <TextField
          id="starter-from"
          label="From"
          hint="For example your branch"
          value={from}
          onChange={setFrom}
        />
      </div>
      <p className="grid-after">{contentsSentence({ signer, employer, letters })}</p>
      <button
        type="button"
        className="button"
        disabled={signer === null && letters.length === 0}
        onClick={save}
      >
        Save the starter file
      </button>
    </details>
  );
}

const list = new Intl.ListFormat('en-GB');

/** Says what the file will contain, and that a file with personal details goes to that person only. */
function contentsSentence({
  signer,
  employer,
  letters,
}: Pick<StarterParts, 'signer' | 'employer' | 'letters'>) {
  const parts = [
    signer && 'this person’s details',
    employer && 'their employer',
    letters.length === 1 && 'your one own letter',
    letters.length > 1 && `your ${letters.length} own letters`,
  ].filter((part) => typeof part === 'string');
  if (parts.length === 0)
    return 'It would hold nothing yet: choose a person, or make a letter of your own under Letters.';
  return `It holds ${list.format(parts)}. It is plain text${signer ? ': send it only to that person' : ''}.`;
}
