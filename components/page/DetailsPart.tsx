import { useState } from 'react';
import { saveFile } from '../../lib/browser/clipboardAndDownloads';
import { detach } from '../../lib/failure/failure';
import { type FileProblem, UNREADABLE } from '../../lib/files/readText';
import type { DetailName, DetailOwner } from '../../lib/letter/details';
import { countKinds } from '../../lib/transfer/comparison';
import { readDetailsFile } from '../../lib/transfer/detailsFile';
import { renderStarterFile } from '../../lib/transfer/starterFile';
import { FirstQuestions } from '../firstQuestions/FirstQuestions';
import { Fold } from '../ui/RowControls';
import { FilePicker, FileProblems, LeftOut } from '../ui/FilePicker';
import { CheckedField, detailInput, SelectField } from '../ui/Field';
import { type PageLetter, recordsOf, type Written } from './useLetter';
import rows from '../ui/RowControls.module.css';
import css from './page.module.css';
import ui from '../ui/controls.module.css';

/** Details beyond the first questions: the Word letter prints them, and some letters name them. */
const moreFields = {
  signer: inputsFor('signer', ['address', 'postcode', 'phone', 'email']),
  employer: inputsFor('employer', [
    'title',
    'firstName',
    'lastName',
    'role',
    'address',
    'postcode',
    'nextPersonUp',
  ]),
};

function inputsFor<Owner extends DetailOwner>(owner: Owner, names: DetailName<Owner>[]) {
  return names.map((field) => ({ field, ...detailInput(owner, field) }));
}

export function moreFieldId(kind: 'signer' | 'employer', field: string): string {
  return `more-${kind}-${field}`;
}

export function DetailsPart({ page, onEnter }: { page: PageLetter; onEnter: () => void }) {
  const { answers, signer, employer, records } = page.written;
  const signers = recordsOf('signer', records);
  const employers = recordsOf('employer', records).map(({ id, organisation }) => ({
    id,
    name: organisation,
  }));
  const parts = [
    { kind: 'signer', title: 'You and your school', record: signer, change: page.changeSigner },
    { kind: 'employer', title: 'Who it goes to', record: employer, change: page.changeEmployer },
  ] as const;
  return (
    <section className={css.panel} aria-labelledby="details-title">
      <h2 id="details-title" className={css.subtitle}>
        Your details
      </h2>
      {signers.length > 1 && (
        <SelectField
          id="signer"
          label="Who is signing"
          value={signer.id}
          options={[
            { value: '', label: 'Someone else' },
            ...signers.map(({ id, fullName, school }) => ({
              value: id,
              label: [fullName, school].filter(Boolean).join(', ') || 'Not named yet',
            })),
          ]}
          onChange={page.chooseSigner}
        />
      )}
      <FirstQuestions
        answers={answers}
        onChange={page.answer}
        onEnter={onEnter}
        saved={{ employers, pickedId: employer.id, onPick: page.chooseEmployer }}
      />
      <div className={rows.card}>
        {parts.map(({ kind, title, record, change }) => (
          <Fold key={kind} title={title} value={describeFilled(moreFields[kind], record)}>
            <p className={rows.hint}>
              {kind === 'signer'
                ? 'At the top of the Word letter.'
                : 'For “Dear Mrs Patel”, and the Word letter.'}
            </p>
            <div className={css.moreFields}>
              {moreFields[kind].map(({ field, ...words }) => (
                <CheckedField
                  key={field}
                  id={moreFieldId(kind, field)}
                  value={(record as unknown as Record<string, string>)[field] ?? ''}
                  onChange={(value) => change({ [field]: value })}
                  {...words}
                />
              ))}
            </div>
          </Fold>
        ))}
      </div>
      <KeptFiles page={page} />
    </section>
  );
}

function describeFilled(fields: readonly { field: string }[], record: object): string {
  const values = record as Record<string, string>;
  return `${fields.filter(({ field }) => values[field]?.trim()).length} of ${fields.length} filled in`;
}

const FILE_NAME = 'Dear Employer starter file.json';

interface Outcome {
  sentence: string;
  /** The file that was opened. */
  name?: string;
  problems?: readonly FileProblem[];
  leftOut?: readonly FileProblem[];
  /** What was filled in before. */
  former?: Written;
}

/** Details go out as a file and come back from one, because the page keeps nothing. */
function KeptFiles({ page }: { page: PageLetter }) {
  const [outcome, setOutcome] = useState<Outcome>({ sentence: '' });
  const { written, ingredients } = page;
  const save = () => {
    if (!ingredients?.signer?.fullName.trim() && !written.answers.school.trim()) {
      document.getElementById('fullName')?.focus();
      return setOutcome({ sentence: 'There is nothing to save yet. Fill in your name first.' });
    }
    const { signer, employer } = ingredients ?? { signer: null, employer: null };
    saveFile(FILE_NAME, renderStarterFile({ from: '', signer, employer, letters: [] }), 'application/json');
    page.setSaved('details');
    const without = signer?.coSigners.length
      ? 'no letter in it, and none of the people signing with you'
      : 'no letter in it';
    setOutcome({
      sentence: `Your details are in your Downloads folder as “${FILE_NAME}”. Keep it where only you can read it. It has ${without}.`,
    });
  };
  const open = async (file: File) => {
    const { name } = file;
    const read = await readDetailsFile(file, () => crypto.randomUUID()).catch((error: unknown) => {
      console.error(error);
      return UNREADABLE;
    });
    if (!read.ok) return setOutcome({ sentence: '', name, problems: read.problems });
    const { records, from } = read.value;
    const used = records.filter(({ kind }) => kind !== 'sent');
    page.add(records);
    setOutcome({
      sentence: `Opened “${name}”${from && ` from ${from}`}: ${countKinds(used) || 'nothing that this page uses'}. ${whatNext(records)}`,
      name,
      leftOut: read.leftOut ?? [],
      former: written,
    });
  };
  const undo = (former: Written) => {
    page.putBack(former);
    setOutcome({ sentence: 'Your details are as they were before the file was opened.' });
    document.getElementById('open')?.focus();
  };
  const { sentence, name = '', problems, leftOut = [], former } = outcome;
  return (
    <>
      <div className={css.buttons}>
        <button type="button" className={ui.button} onClick={save}>
          Save my details
        </button>
        <FilePicker
          id="open"
          label="Open"
          hint="A file with saved details: a starter file, your branch’s file or a backup"
          accept=".json,application/json"
          onFile={(file) => detach(open(file))}
        />
      </div>
      <p className={css.status} role="status">
        {sentence}
      </p>
      {problems && <FileProblems name={name} problems={problems} />}
      <LeftOut name={name} problems={leftOut} />
      {former && (
        <button type="button" className={ui.button} onClick={() => undo(former)}>
          Undo
        </button>
      )}
    </>
  );
}

function whatNext(records: Written['records']): string {
  if (recordsOf('signer', records).length > 1) return 'Choose who is signing.';
  if (recordsOf('employer', records).length > 1) return 'Choose your employer.';
  return 'Check your details above.';
}
