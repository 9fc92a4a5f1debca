import { useState } from 'react';
import { detach } from '../../../lib/failure/failure';
import { useDetails } from '../../../lib/options/store';
import type { Employer, OwnLetter } from '../../../lib/storage/schema';
import { renderBranchFile } from '../../../lib/transfer/branchFile';
import { DateField } from '../../ui/DateField';
import { TextField } from '../../ui/Field';
import { focusAndSay } from '../../ui/focusAndSay';
import type { SaveFile } from '../browserSide';
import { fileNameAfter, LetterTicks, StarterForm, useTicks } from './StarterForm';
import { readSaved, Tables } from './Tables';

/** For a union branch with many heads: one branch file for everybody, tables, and starter files as the exception. */
export function BranchPanel({ saveFile }: { saveFile: SaveFile }) {
  const { signer, employer, letter } = useDetails((details) => details.records);
  return (
    <div className="card">
      <h3>For a branch</h3>
      <BranchFileForm employers={employer} letters={letter} saveFile={saveFile} />
      <Tables saveFile={saveFile} />
      <StarterForm signers={signer} employers={employer} letters={letter} saveFile={saveFile} />
    </div>
  );
}

interface BranchFileFormProps {
  employers: readonly Employer[];
  letters: readonly OwnLetter[];
  saveFile: SaveFile;
}

/** Makes the one file for all heads. It has no head in it. */
function BranchFileForm({ employers, letters, saveFile }: BranchFileFormProps) {
  const [typedName, setName] = useState<string | null>(null);
  const [contact, setContact] = useState('');
  const [until, setUntil] = useState('');
  const [asksName, setAsksName] = useState(false);
  const { isTicked, tick } = useTicks();
  const from = typedName ?? letters.find(({ supplier }) => supplier !== '')?.supplier ?? '';
  const named = employers.filter(({ organisation }) => organisation.trim() !== '');
  const chosen = letters.filter(isTicked);
  const save = async () => {
    if (from.trim() === '') {
      setAsksName(true);
      return focusAndSay('#branch-name', 'Type the name of the branch first.');
    }
    const saved = await readSaved();
    if (typeof saved === 'string') return focusAndSay(null, saved);
    const name = `${fileNameAfter(from, 'branch file')}.json`;
    const parts = { from: from.trim(), contact: contact.trim(), until };
    saveFile(
      name,
      renderBranchFile({ ...parts, employers: saved.employers, letters: saved.letters.filter(isTicked) }),
      'application/json',
    );
    return focusAndSay(
      null,
      `“${name}” is in your Downloads folder. Send it to your heads: each opens it under “Has your branch sent you a file?”.`,
    );
  };
  return (
    <>
      <p>
        A branch file gives every head your wording and your employers, with their contacts and proposed
        copies. No copy is ticked, and no head is in it: each head types their own name and school and picks
        the employer.
      </p>
      <div className="grid">
        <TextField
          id="branch-name"
          label="Name of the branch"
          value={from}
          error={
            asksName && from.trim() === ''
              ? 'Type it first: heads see it before they add the file.'
              : undefined
          }
          onChange={setName}
        />
        <TextField
          id="branch-contact"
          label="Whom heads can ask (optional)"
          hint="For example a name and a phone number"
          value={contact}
          onChange={setContact}
        />
        {chosen.length > 0 && (
          <DateField
            id="branch-until"
            label="Use this wording until (optional)"
            value={until}
            onChange={setUntil}
          />
        )}
      </div>
      <LetterTicks id="branch" letters={letters} isTicked={isTicked} tick={tick} />
      <p className="grid-after">{describeContents(named.length, chosen.length)}</p>
      <p className="actions">
        <button
          type="button"
          className="button button-main"
          disabled={named.length + chosen.length === 0}
          onClick={() => detach(save())}
        >
          Make a branch file
        </button>
      </p>
    </>
  );
}

const list = new Intl.ListFormat('en-GB');

function describeContents(employers: number, letters: number): string {
  const parts = [
    employers > 0 && (employers === 1 ? 'one employer' : `${employers} employers`),
    letters > 0 && (letters === 1 ? 'one letter' : `${letters} letters`),
  ].filter((part) => part !== false);
  return parts.length === 0
    ? 'It would hold nothing yet: add your employers under Your employer or open a table of them below, and your wording under Letters.'
    : `It will hold ${list.format(parts)}, and no head.`;
}
