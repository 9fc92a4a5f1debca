import { useState } from 'react';
import type { Employer, OwnLetter, Signer } from '../../../lib/storage/schema';
import { renderStarterFile, type StarterParts } from '../../../lib/transfer/starterFile';
import { SelectField } from '../../ui/SelectField';
import { TextField } from '../../ui/TextField';
import type { SaveFile } from '../browserSide';

interface StarterFormProps {
  signers: readonly Signer[];
  employers: readonly Employer[];
  letters: readonly OwnLetter[];
  saveFile: SaveFile;
}

/** Makes a file that starts one head off: their details, their employer, and the branch’s own letters. */
export function StarterForm({ signers, employers, letters, saveFile }: StarterFormProps) {
  const [from, setFrom] = useState('');
  const [signerId, setSignerId] = useState('');
  const signer = signers.find(({ id }) => id === signerId) ?? null;
  const employer = employers.find(({ id }) => id === signer?.employerId) ?? null;
  const save = () =>
    saveFile(
      'Dear Employer starter file.json',
      renderStarterFile({ from, signer, employer, letters }),
      'application/json',
    );
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
      <p className="grid-after">{holdsSentence({ signer, employer, letters })}</p>
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

/** What the file will hold, and so whom it may be sent to. */
function holdsSentence({ signer, employer, letters }: Pick<StarterParts, 'signer' | 'employer' | 'letters'>) {
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
