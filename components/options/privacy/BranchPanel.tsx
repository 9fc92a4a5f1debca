import { useState } from 'react';
import { detach } from '../../../lib/failure/failure';
import { useDetails, useDetailsStore } from '../../../lib/options/store';
import type { Employer, OwnLetter, Signer } from '../../../lib/storage/schema';
import { namesOneSchool, renderBranchFile } from '../../../lib/transfer/branchFile';
import { DateField } from '../../ui/DateField';
import { TextField, CheckField, SelectField } from '../../ui/Field';
import { focusAndSay } from '../../ui/focusAndSay';
import type { SaveFile } from '../browserSide';
import { readSaved, Tables } from './Tables';
import { toSafeName } from '../../../lib/word/fileName';
import { renderStarterFile, type StarterParts } from '../../../lib/transfer/starterFile';
import ui from '../../ui/controls.module.css';
import page from '../options.module.css';
import css from '../RecordPicker.module.css';

/** For a union branch with many heads: one branch file for everybody, tables, and starter files as the exception. */
export function BranchPanel({ saveFile }: { saveFile: SaveFile }) {
  const { signer, employer, letter } = useDetails((state) => state.records);
  return (
    <div className={page.card}>
      <h3>For a branch</h3>
      <BranchFileForm signers={signer} employers={employer} letters={letter} saveFile={saveFile} />
      {signer.length > 1 && (
        <p className={page.after}>
          <a href="#letters/many-letter">Make a Word letter for each of the {signer.length} signers</a>
        </p>
      )}
      <Tables saveFile={saveFile} />
      <StarterForm signers={signer} employers={employer} letters={letter} saveFile={saveFile} />
    </div>
  );
}

interface FormProps {
  signers: readonly Signer[];
  employers: readonly Employer[];
  letters: readonly OwnLetter[];
  saveFile: SaveFile;
}

/** Makes the one file for all heads. It has no head in it. */
function BranchFileForm({ signers, employers, letters, saveFile }: FormProps) {
  const details = useDetailsStore();
  const [typedName, setName] = useState<string | null>(null);
  const [contact, setContact] = useState('');
  const [until, setUntil] = useState('');
  const [asksName, setAsksName] = useState(false);
  const { isTicked, tick } = useTicks();
  const from = typedName ?? letters.find(({ supplier }) => supplier !== '')?.supplier ?? '';
  const [includesSchools, setIncludesSchools] = useState(false);
  const named = employers.filter(({ organisation }) => organisation.trim() !== '');
  const ofOneSchool = named.filter((employer) => namesOneSchool(employer, signers));
  const included = includesSchools ? named : named.filter((employer) => !ofOneSchool.includes(employer));
  const chosen = letters.filter(isTicked);
  const save = async () => {
    if (from.trim() === '') {
      setAsksName(true);
      return focusAndSay('#branch-name', 'Type the name of the branch first.');
    }
    const saved = await readSaved(details);
    if (typeof saved === 'string') return focusAndSay(null, saved);
    const name = `${fileNameAfter(from, 'branch file')}.json`;
    const parts = { from: from.trim(), contact: contact.trim(), until };
    saveFile(
      name,
      renderBranchFile({
        ...parts,
        employers: saved.employers.filter(
          (employer) => includesSchools || !namesOneSchool(employer, saved.signers),
        ),
        letters: saved.letters.filter(isTicked),
      }),
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
      <div className={ui.grid}>
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
      {ofOneSchool.length > 0 && (
        <CheckField
          id="branch-schools"
          label={`Include ${countEmployers(ofOneSchool.length)} of a single school`}
          hint="Each tells every head that this school is on your list. Its own head can type it."
          checked={includesSchools}
          onChange={setIncludesSchools}
        />
      )}
      <p className={page.after}>{describeContents(included.length, chosen.length)}</p>
      <p className={ui.actions}>
        <button
          id="make-branch-file"
          type="button"
          className={ui.buttonMain}
          disabled={included.length + chosen.length === 0}
          onClick={() => detach(save())}
        >
          Make a branch file
        </button>
      </p>
    </>
  );
}

function countEmployers(count: number): string {
  return count === 1 ? 'one employer' : `${count} employers`;
}

const list = new Intl.ListFormat('en-GB');

function describeContents(employers: number, letters: number): string {
  const parts = [
    employers > 0 && countEmployers(employers),
    letters > 0 && (letters === 1 ? 'one letter' : `${letters} letters`),
  ].filter((part) => part !== false);
  return parts.length === 0
    ? 'It would hold nothing yet: add your employers under Your employer or open a table of them below, and your wording under Letters.'
    : `It will hold ${list.format(parts)}, and no head.`;
}

/** Makes a starter file for one head, or one for each: their details, their employer and the chosen letters. */
function StarterForm({ signers, employers, letters, saveFile }: FormProps) {
  const [from, setFrom] = useState('');
  const [signerId, setSignerId] = useState('');
  const { isTicked, tick } = useTicks();
  const chosen = letters.filter(isTicked);
  const partsFor = (signer: Signer | null): StarterParts => {
    const employer = employers.find(({ id }) => id === signer?.employerId) ?? null;
    return { from, signer, employer, letters: chosen };
  };
  const signer = signers.find(({ id }) => id === signerId) ?? null;
  const parts = partsFor(signer);
  const save = () => {
    const name = signer ? starterName(signer) : fileNameAfter(from, 'starter file');
    saveFile(`${name}.json`, renderStarterFile(parts), 'application/json');
    focusAndSay(null, `“${name}.json” is in your Downloads folder.`);
  };
  const saveAllStarters = async () => {
    // Loaded on demand, because it is rarely used.
    const { zipStarterFiles } = await import('../../../lib/transfer/starterZip');
    const starters = signers.map((each) => ({ ...partsFor(each), fileName: starterName(each) }));
    const name = `Dear Employer – ${signers.length} starter files.zip`;
    saveFile(name, zipStarterFiles(starters), 'application/zip');
    focusAndSay(null, `“${name}” is in your Downloads folder. Send each head only their own file.`);
  };
  return (
    <details className={`${ui.more} ${page.after}`}>
      <summary>A starter file for one head (the exception)</summary>
      <p>
        A starter file, like a table of signers, says who is in a union. Trade-union membership is
        special-category data, and a branch that keeps it answers for who can read it and for how long. A
        branch file has no head in it.
      </p>
      <div className={ui.grid}>
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
      <LetterTicks id="starter" letters={letters} isTicked={isTicked} tick={tick} />
      <p className={page.after}>{contentsSentence(parts)}</p>
      <p className={ui.actions}>
        <button
          type="button"
          className={ui.button}
          disabled={signer === null && chosen.length === 0}
          onClick={save}
        >
          Save the starter file
        </button>
        {signers.length > 1 && (
          <button type="button" className={ui.button} onClick={() => detach(saveAllStarters())}>
            Make for all {signers.length} in one zip file
          </button>
        )}
      </p>
    </details>
  );
}

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

/** A file’s name after whom it is from or for, without an extension, e.g. `Dear Employer – Northshire branch`. */
function fileNameAfter(owner: string, otherwise: string): string {
  return `Dear Employer – ${toSafeName(owner) || otherwise}`;
}

function starterName({ fullName, school }: Signer): string {
  return fileNameAfter(fullName || school, 'starter file');
}

/** Which letters a file carries; at first all. */
function useTicks() {
  const [unticked, setUnticked] = useState<ReadonlySet<string>>(new Set());
  return {
    isTicked: ({ id }: { id: string }) => !unticked.has(id),
    tick: (id: string, isTicked: boolean) => {
      const changed = new Set(unticked);
      if (isTicked) changed.delete(id);
      else changed.add(id);
      setUnticked(changed);
    },
  };
}

interface LetterTicksProps extends ReturnType<typeof useTicks> {
  /** Distinguishes the fields of two forms. */
  id: string;
  letters: readonly OwnLetter[];
}

function LetterTicks({ id, letters, isTicked, tick }: LetterTicksProps) {
  if (letters.length === 0) return null;
  return (
    <fieldset className={`${css.recordList} ${page.after}`} aria-label="Letters in the file">
      {letters.map((letter) => (
        <CheckField
          key={letter.id}
          id={`${id}-letter-${letter.id}`}
          label={letter.title || 'A letter without a title'}
          checked={isTicked(letter)}
          onChange={(ticked) => tick(letter.id, ticked)}
        />
      ))}
    </fieldset>
  );
}
