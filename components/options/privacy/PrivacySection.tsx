import { useState } from 'react';
import { useDetails } from '../../../lib/details/store';
import { BackupPanel } from '../backup/BackupPanel';
import { BranchPanel } from '../backup/BranchPanel';
import { DeletePanel } from '../backup/DeletePanel';
import { KeepFor } from '../backup/KeepFor';
import { SetAsidePanel } from '../backup/SetAsidePanel';
import type { OutlookWindowsPermission, SaveFile } from '../browserSide';
import { SectionHead } from '../SectionHead';
import type { Place } from '../sections';
import { useFocusedField } from '../usePlace';
import { OutlookWindows } from './OutlookWindows';
import { PrivacyWords } from './PrivacyWords';

interface PrivacySectionProps {
  place: Place;
  outlookWindows: OutlookWindowsPermission;
  saveFile: SaveFile;
}

export function PrivacySection({ place, outlookWindows, saveFile }: PrivacySectionProps) {
  const setAside = useDetails((details) => details.setAside);
  const [askedAgain, setAskedAgain] = useState(0);
  useFocusedField(place, true);
  return (
    <>
      <SectionHead
        title="Privacy and backup"
        lead="How to keep a copy and how to delete everything; what is kept, and who could see it."
      />
      <BackupPanel saveFile={saveFile} />
      <SetAsidePanel setAside={setAside} saveFile={saveFile} />
      <BranchPanel saveFile={saveFile} />
      <KeepFor />
      <DeletePanel onDeleted={() => void outlookWindows.remove().then(() => setAskedAgain(askedAgain + 1))} />
      <OutlookWindows
        key={askedAgain}
        permission={outlookWindows}
        wasRefused={place.field === 'outlook-windows' && place.recordId === 'refused'}
      />
      <PrivacyWords />
    </>
  );
}
