import { useState } from 'react';
import type { FileProblem, FileResult } from '../../../lib/files/problem';
import type { Done } from '../../../lib/storage/area';
import { notSavedSentence } from '../../../lib/options/storageSentences';
import { readSchools, readTrusts } from '../../../lib/register/file';
import { saveRegister, type Register } from '../../../lib/register/store';
import { FilePicker, FileProblems } from '../../ui/FilePicker';
import { formatIfDate } from '../../../lib/letter/dates';
import { useToday } from '../useToday';
import { detach } from '../../../lib/failure/failure';

type Reading =
  | { step: 'none' }
  | { step: 'reading'; name: string; done: number }
  | { step: 'refused'; name: string; problems: FileProblem[] }
  | { step: 'message'; sentence: string };

/** Lets the user pick the register’s two files. Their entries are saved, so each file is picked once. */
export function RegisterFiles({ register, onSaved }: { register: Register; onSaved: () => void }) {
  const today = useToday();
  const [reading, setReading] = useState<Reading>({ step: 'none' });
  /** Reads, checks and saves one of the two files. `many` names its entries in the message: "schools". */
  const readAndSave = async <Entry,>(
    file: File,
    many: string,
    read: (file: File, progress: (done: number) => void) => Promise<FileResult<Entry[]>>,
    save: (entries: Entry[]) => Promise<Done>,
  ) => {
    const entries = await read(file, (done) => setReading({ step: 'reading', name: file.name, done }));
    if (!entries.ok) return setReading({ step: 'refused', name: file.name, problems: entries.problems });
    const saved = await save(entries.value);
    if (!saved.ok) return setReading({ step: 'message', sentence: notSavedSentence[saved.why] });
    setReading({
      step: 'message',
      sentence: `${entries.value.length.toLocaleString('en-GB')} ${many} read.`,
    });
    onSaved();
  };
  return (
    <>
      <p className="grid-after">
        Download the register’s file from{' '}
        <a href="https://get-information-schools.service.gov.uk/Downloads" target="_blank" rel="noreferrer">
          Get Information about Schools
        </a>
        , open the zip, and pick the file here once. It is read in this browser and stays on this computer;
        heads’ names are left out.
      </p>
      <FilePicker
        id="register-schools"
        label="File of schools"
        hint={fileHint('edubasealldata….csv, about 60 MB', register.schoolsPickedOn)}
        accept=".csv,text/csv"
        onFile={(file) =>
          detach(
            readAndSave(file, 'schools', readSchools, (schools) => saveRegister('schools', schools, today)),
          )
        }
      />
      <FilePicker
        id="register-trusts"
        label="File of trusts, for their addresses (optional)"
        hint={fileHint('allgroupsdata….csv', register.trustsPickedOn)}
        accept=".csv,text/csv"
        onFile={(file) =>
          detach(readAndSave(file, 'trusts', readTrusts, (trusts) => saveRegister('trusts', trusts, today)))
        }
      />
      <ReadingState reading={reading} />
      <p className="quiet">
        Contains public sector information licensed under the Open Government Licence v3.0.
      </p>
    </>
  );
}

function fileHint(what: string, pickedOn: string): string {
  return pickedOn === '' ? what : `${what}. Picked on ${formatIfDate(pickedOn)}.`;
}

function ReadingState({ reading }: { reading: Reading }) {
  switch (reading.step) {
    case 'none':
      return null;
    case 'reading':
      return (
        <p>
          <label htmlFor="register-progress">Reading {reading.name} </label>
          <progress id="register-progress" value={reading.done} />
        </p>
      );
    case 'refused':
      return <FileProblems name={reading.name} problems={reading.problems} />;
    case 'message':
      return <p role="status">{reading.sentence}</p>;
  }
}
