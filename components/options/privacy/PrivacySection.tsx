import { useState } from 'react';
import { version } from '../../../package.json';
import { deleteQuarantined, saveSettings } from '../../../lib/options/actions';
import { useDetails, useDetailsStore } from '../../../lib/options/store';
import { keepingPeriods } from '../../../lib/correspondence/sentLetters';
import type { Quarantined } from '../../../lib/storage/quarantine';
import { SelectField } from '../../ui/Field';
import { focusAndSay } from '../../ui/focusAndSay';
import { SectionHead } from '../SectionHead';
import type { OutlookWindowsPermission, SaveFile } from '../browserSide';
import { type Place, useFocusedField } from '../location';
import { BackupPanel, FromBranch } from './BackupPanel';
import { BranchPanel } from './BranchPanel';
import { DeletePanel } from './DeletePanel';
import { OutlookWindows } from './OutlookWindows';
import { detach } from '../../../lib/failure/failure';
import ui from '../../ui/controls.module.css';
import page from '../options.module.css';

interface PrivacySectionProps {
  place: Place;
  outlookWindows: OutlookWindowsPermission;
  saveFile: SaveFile;
}

export function PrivacySection({ place, outlookWindows, saveFile }: PrivacySectionProps) {
  const quarantined = useDetails((state) => state.quarantined);
  // A new key makes the panel read the permission again.
  const [permissionRead, setPermissionRead] = useState(0);
  useFocusedField(place, true);
  return (
    <>
      <SectionHead
        title="Privacy and backup"
        lead="Back up or delete your details, and see who could read them."
      />
      <div className={page.card}>
        <BackupPanel saveFile={saveFile} />
        <FromBranch />
      </div>
      <QuarantinePanel quarantined={quarantined} saveFile={saveFile} />
      <BranchPanel saveFile={saveFile} />
      <RetentionSetting />
      <OutlookWindows
        key={permissionRead}
        permission={outlookWindows}
        wasRefused={place.field === 'outlook-windows' && place.recordId === 'refused'}
      />
      <PrivacyText />
      <DeletePanel
        saveFile={saveFile}
        onDeleted={() => detach(outlookWindows.remove().then(() => setPermissionRead(permissionRead + 1)))}
      />
    </>
  );
}

/** Explains who could read the user’s details on a school’s computer, browser profile and mailbox. */
function PrivacyText() {
  return (
    <div className={page.card}>
      <h3>Who could read it</h3>
      <details className={page.entry}>
        <summary>
          <strong>What is kept, and where</strong>
        </summary>
        <p>
          What you type on this page, your last choices, and the letters you mark as sent are kept in this
          browser on this computer. Your paragraph about your school is kept only if you press “I have sent
          it”. Nothing is sent anywhere, there is no account, and nothing is copied to your other computers.
        </p>
      </details>
      <details className={page.entry}>
        <summary>
          <strong>What is left after deleting</strong>
        </summary>
        <p>
          In Chrome and Edge, what you delete here is removed from the browser’s own files as well. Firefox
          may keep it in its files until the extension is removed. Not in our reach: the browser’s history and
          list of downloads, the tabs it keeps for its next start, the files in your Downloads folder (often
          copied to the school’s cloud), and whatever you copied, which Windows may keep.
        </p>
      </details>
      <details className={page.entry}>
        <summary>
          <strong>A private window</strong>
        </summary>
        <p>“I have sent it” keeps the letter on this computer in a private window too.</p>
      </details>
      <details className={page.entry}>
        <summary>
          <strong>A school’s computer</strong>
        </summary>
        <p>
          Whoever looks after a computer can see which extensions it has and may be able to read what they
          keep. If that troubles you, use your own computer and your own email address.
        </p>
      </details>
      <details className={page.entry}>
        <summary>
          <strong>A school’s browser profile</strong>
        </summary>
        <p>
          If you are signed in to the browser with a school account, your school, trust or council may
          administer it: they can list its extensions and block them. We keep nothing in the part of the
          profile that travels between computers.
        </p>
      </details>
      <details className={page.entry}>
        <summary>
          <strong>A school’s mailbox</strong>
        </summary>
        <p>
          Gmail and Outlook save drafts, and a school mailbox and laptop belong to your employer. What you
          insert may be kept even if you take it out again. To keep your letter private for now, write it on
          your own computer, and insert nothing until you mean to send it.
        </p>
      </details>
      <details className={page.entry}>
        <summary>
          <strong>Your union and your health</strong>
        </summary>
        <p>
          Whether you belong to a union is your own business: the letter says it only if you choose it. We
          never ask for a membership number or for anything about your health; leave both out of your own
          paragraph.
        </p>
      </details>
      <details className={page.entry}>
        <summary>
          <strong>Subject access</strong>
        </summary>
        <p>
          Anyone may ask an organisation for the personal data it holds about them, and emails count. So what
          you write about a colleague, that colleague may one day read.
        </p>
      </details>
      <details className={page.entry}>
        <summary>
          <strong>Freedom of information</strong>
        </summary>
        <p>
          Anyone may ask a maintained school, an academy trust or a council for the information it holds,
          letters and emails included. Names and personal details are often left out of what is released, but
          do not count on it.
        </p>
      </details>
      <details className={page.entry}>
        <summary>
          <strong>This extension</strong>
        </summary>
        <p>
          Dear Employer, version {version}. Its code is free for anyone to read and use.{' '}
          <a href="/licences.txt" target="_blank">
            Licences of the software in it
          </a>
        </p>
      </details>
    </div>
  );
}

const FOREVER = 'until-deleted';

const periods = [
  { value: '6', label: '6 months' },
  { value: '12', label: '12 months' },
  { value: '24', label: '2 years' },
  { value: '36', label: '3 years' },
  { value: '72', label: '6 years' },
  { value: FOREVER, label: 'Until I delete them' },
];

/** How long letters and replies are kept after the last thing noted in the exchange. */
function RetentionSetting() {
  const details = useDetailsStore();
  const settings = useDetails((state) => state.settings);
  const { texts, dates } = keepingPeriods(settings);
  return (
    <div className={page.card}>
      <h3>How long letters and replies are kept</h3>
      <p>
        Counted from the last thing you noted in the exchange with that employer. Unless you set a period,
        this page asks you before anything is deleted. A period that you set is obeyed when this page is
        opened.
      </p>
      <PeriodField
        id="keepMonths"
        label="Keep letters and replies for"
        months={texts}
        onChange={(keepMonths) =>
          detach(saveSettings(details, { keepMonths, keepDatesMonths: longer(dates, keepMonths) }))
        }
      />
      <PeriodField
        id="keepDatesMonths"
        label="Keep their dates for"
        months={dates}
        onChange={(keepDatesMonths) => detach(saveSettings(details, { keepDatesMonths }))}
      />
      <SelectField
        id="sentText"
        label="When I note a letter as sent, keep"
        value={settings.sentText}
        options={[
          { value: '', label: 'Ask me' },
          { value: 'keep', label: 'The text too' },
          { value: 'leave out', label: 'Only the dates' },
        ]}
        onChange={(sentText) => detach(saveSettings(details, { sentText }))}
      />
    </div>
  );
}

/** Dates are kept at least as long as the texts. */
function longer(dates: number | null, texts: number | null): number | null {
  return dates === null || texts === null ? null : Math.max(dates, texts);
}

interface PeriodFieldProps {
  id: string;
  label: string;
  months: number | null;
  onChange: (months: number | null) => void;
}

function PeriodField({ id, label, months, onChange }: PeriodFieldProps) {
  const value = months === null ? FOREVER : String(months);
  const known = periods.some((period) => period.value === value);
  return (
    <SelectField
      id={id}
      label={label}
      value={value}
      options={known ? periods : [...periods, { value, label: `${value} months` }]}
      onChange={(period) => onChange(period === FOREVER ? null : Number(period))}
    />
  );
}

/** Records in quarantine: they could not be read, so the user can save them to a file and then delete them. */
function QuarantinePanel({
  quarantined,
  saveFile,
}: {
  quarantined: readonly Quarantined[];
  saveFile: SaveFile;
}) {
  const details = useDetailsStore();
  const [saved, setSaved] = useState<readonly Quarantined[]>([]);
  if (quarantined.length === 0) return null;
  const isOne = quarantined.length === 1;
  const save = () => {
    saveFile('Dear Employer set aside.json', JSON.stringify(quarantined, null, 2), 'application/json');
    setSaved(quarantined);
    focusAndSay(null, 'What was set aside is in your Downloads folder.');
  };
  return (
    <div className={page.card}>
      <h3>Set aside</h3>
      <p>
        {isOne ? 'One record' : `${quarantined.length} records`} could not be read in full, because{' '}
        {isOne ? 'it is' : 'they are'} damaged or {isOne ? 'was' : 'were'} saved by a later version.
        Everything else is as it was. The file holds what was found, for someone who can repair it.
      </p>
      <button type="button" className={ui.button} onClick={save}>
        Save what was set aside
      </button>
      {/* Offer deletion only if the file holds every record: more can have been set aside since it was saved. */}
      {saved === quarantined && (
        <div className={page.after}>
          <p>When the file is in your Downloads folder, {isOne ? 'it' : 'they'} need not stay here.</p>
          <button
            type="button"
            className={ui.buttonDanger}
            onClick={() => detach(deleteQuarantined(details))}
          >
            Delete what was set aside
          </button>
        </div>
      )}
    </div>
  );
}
