import { useState } from 'react';
import { formatIfDate } from '../../../lib/letter/dates';
import { useDetails } from '../../../lib/options/store';
import { FilePicker } from '../../ui/FilePicker';
import { IncomingFile, type ReadContent, useIncoming, withTitle } from './IncomingFile';

/** For a head: opens the file that the branch has sent, and leads on to the head’s own name and school. */
export function FromBranch() {
  const { incoming, progress, open, finish, cancel } = useIncoming();
  const [isAdded, setAdded] = useState(false);
  const { branchFile, branchContact, branchFileOn } = useDetails((details) => details.settings);
  const lacksSigner = useDetails(({ records }) => records.signer.length === 0 && records.employer.length > 0);
  return (
    <div className="state-row">
      <h3>Branch file</h3>
      <p className="field-hint">
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
        onDone={(sentence) => {
          setAdded(true);
          finish(sentence);
        }}
        onCancel={cancel}
      />
      {isAdded && lacksSigner && incoming.step === 'none' && (
        <p className="actions">
          <a className="button button-main" href="#about-you/start">
            Continue: your name and school
          </a>
        </p>
      )}
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
