import { useState } from 'react';
import type { FileProblem } from '../../../lib/files/problem';
import { notSavedSentence } from '../../../lib/options/storageSentences';
import type { Register } from '../../../lib/register/store';
import { FilePicker, FileProblems } from '../../ui/FilePicker';
import { formatIfDate } from '../../../lib/letter/dates';
import { ReadingProgress, useReading } from '../reading';
import { useToday } from '../useToday';
import { detach } from '../../../lib/failure/failure';

type Reading =
  | { step: 'none' }
  | { step: 'refused'; name: string; problems: FileProblem[]; more: number | undefined }
  | { step: 'message'; sentence: string };

/** Lets the user pick the register’s two files. Their entries are saved, so each file is picked once. */
export function RegisterFiles({ register, onSaved }: { register: Register; onSaved: () => void }) {
  const today = useToday();
  const [reading, setReading] = useState<Reading>({ step: 'none' });
  const { running, read, cancel } = useReading();
  /** Reads, checks and saves one of the two files. */
  const readAndSave = async (file: File, kind: 'schools' | 'trusts') => {
    setReading({ step: 'none' });
    const entries = await read(kind, file.name, { file, today });
    if (!entries) return;
    if (!entries.ok)
      return setReading({ step: 'refused', name: file.name, problems: entries.problems, more: entries.more });
    const { count, saved } = entries.value;
    if (!saved.ok) return setReading({ step: 'message', sentence: notSavedSentence[saved.why] });
    setReading({ step: 'message', sentence: `${count.toLocaleString('en-GB')} ${kind} read.` });
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
        onFile={(file) => detach(readAndSave(file, 'schools'))}
      />
      <FilePicker
        id="register-trusts"
        label="File of trusts, for their addresses (optional)"
        hint={fileHint('allgroupsdata….csv', register.trustsPickedOn)}
        accept=".csv,text/csv"
        onFile={(file) => detach(readAndSave(file, 'trusts'))}
      />
      <ReadingProgress running={running} cancel={cancel} />
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
    case 'refused':
      return <FileProblems {...reading} />;
    case 'message':
      return <p role="status">{reading.sentence}</p>;
  }
}
