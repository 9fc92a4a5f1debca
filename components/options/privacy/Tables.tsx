import { useState } from 'react';
import { detach } from '../../../lib/failure/failure';
import type { TableAnswers } from '../../../lib/files/tableQuestions';
import { notReadSentence, saveAll } from '../../../lib/options/saving';
import { useDetailsStore } from '../../../lib/options/store';
import type { DetailsStore } from '../../../lib/options/store';
import { repository } from '../../../lib/storage/repository';
import type { Employer, OwnLetter, Signer } from '../../../lib/storage/schema';
import { renderEmployersCsv } from '../../../lib/transfer/employersCsv';
import { renderSignersCsv } from '../../../lib/transfer/signersCsv';
import { FilePicker } from '../../ui/FilePicker';
import type { SaveFile } from '../browserSide';
import { IncomingFile, type ReadContent, useIncoming, withTitle } from './IncomingFile';
import ui from '../../ui/controls.module.css';
import page from '../options.module.css';

interface Saved {
  signers: readonly Signer[];
  employers: readonly Employer[];
  letters: readonly OwnLetter[];
}

/** Reads from storage, because this page may not have loaded every record. A string says why that failed. */
export async function readSaved(details: DetailsStore): Promise<Saved | string> {
  await saveAll(details);
  const signers = await repository.readAll('signer');
  const employers = await repository.readAll('employer');
  const letters = await repository.readAll('letter');
  if (!signers.ok) return notReadSentence[signers.why];
  if (!employers.ok) return notReadSentence[employers.why];
  if (!letters.ok) return notReadSentence[letters.why];
  return { signers: signers.value, employers: employers.value, letters: letters.value };
}

const tables = {
  signers: {
    fileName: 'Signers',
    render: ({ signers, employers }: Saved) => renderSignersCsv(signers, employers),
    hint: 'One row for each head: name, school, who employs them, employer, email. Other headings than ours will do.',
  },
  employers: {
    fileName: 'Employers',
    render: ({ employers }: Saved) => renderEmployersCsv(employers),
    hint: 'One row for each employer: its name, whom to write to, and their email. You can also leave this out: a table of signers adds the employers that it names.',
  },
};
type Kind = keyof typeof tables;

/** Spreadsheets are offered too, so that someone who has only those is told how to save one as a table. */
const ACCEPTED = '.csv,.txt,.tsv,.xlsx,.xls,.ods,text/csv';

/** Opened tables are shown first and added only when the user says so. */
export function Tables({ saveFile }: { saveFile: SaveFile }) {
  const details = useDetailsStore();
  const { incoming, progress, open, again, finish, cancel } = useIncoming();
  const [opened, setOpened] = useState<{ kind: Kind; file: File; answers: TableAnswers } | null>(null);
  /** A new key empties a picker, so that it does not name a file that is no longer shown. */
  const [pickerKeys, setPickerKeys] = useState({ signers: 0, employers: 0 });
  const saveTable = async (name: string, render: () => Promise<string | { text: string }>) => {
    const rendered = await render();
    if (typeof rendered === 'string') return finish(rendered, null);
    saveFile(name, rendered.text, 'text/csv');
    return finish(`“${name}” is in your Downloads folder. Keep it where only you can read it.`, null);
  };
  const renderSaved = async (kind: Kind) => {
    const saved = await readSaved(details);
    return typeof saved === 'string' ? saved : { text: tables[kind].render(saved) };
  };
  const renderEmpty = async (kind: Kind) => ({
    text: tables[kind].render({ signers: [], employers: [], letters: [] }),
  });
  return (
    <details className={`${ui.more} ${page.after}`} open>
      <summary>Tables of signers and employers</summary>
      <p>
        For many heads at once. Save your list in Excel or a similar program as “CSV UTF-8” and open it here.
        You see what is in it first, and it is added only when you say so.
      </p>
      {(['signers', 'employers'] as const).map((kind) => (
        <div key={kind} className={page.after}>
          <FilePicker
            key={pickerKeys[kind]}
            id={`${kind}-table`}
            label={`Open a table of ${kind}`}
            hint={tables[kind].hint}
            accept={ACCEPTED}
            onFile={(file) => {
              setOpened({ kind, file, answers: {} });
              const other = kind === 'signers' ? 'employers' : 'signers';
              setPickerKeys({ ...pickerKeys, [other]: pickerKeys[other] + 1 });
              open(file, readTableOf(kind, {}));
            }}
          />
          <p className={ui.actions}>
            <button
              type="button"
              className={ui.button}
              onClick={() => detach(saveTable(`Empty table of ${kind}.csv`, () => renderEmpty(kind)))}
            >
              Save an empty table of {kind}
            </button>
            <button
              type="button"
              className={ui.button}
              onClick={() => detach(saveTable(`${tables[kind].fileName}.csv`, () => renderSaved(kind)))}
            >
              Save {kind} as a table
            </button>
          </p>
        </div>
      ))}
      {incoming.step === 'none' && progress}
      <IncomingFile
        incoming={incoming}
        onAnswer={(id, answer) => {
          if (!opened) return;
          const answers = { ...opened.answers, [id]: answer };
          setOpened({ ...opened, answers });
          again(opened.file, readTableOf(opened.kind, answers));
        }}
        onDone={({ sentence }) => finish(sentence, '#make-branch-file')}
        onCancel={cancel}
      />
    </details>
  );
}

function readTableOf(kind: Kind, answers: TableAnswers): ReadContent {
  return async (file, saved, read) =>
    withTitle(`“${file.name}”, a table of ${kind}.`, await read(kind, file.name, { file, saved, answers }));
}
