import { SectionHead } from '../SectionHead';
import type { Place } from '../sections';
import { useFocusedField } from '../usePlace';
import { OutlookWindows, type OutlookWindowsPermission } from './OutlookWindows';
import { PrivacyWords } from './PrivacyWords';

interface PrivacySectionProps {
  place: Place;
  outlookWindows: OutlookWindowsPermission;
}

export function PrivacySection({ place, outlookWindows }: PrivacySectionProps) {
  useFocusedField(place, true);
  return (
    <>
      <SectionHead
        title="Privacy and backup"
        lead="What is kept and who could see it; how to keep a copy, and how to delete everything."
      />
      <PrivacyWords />
      <OutlookWindows permission={outlookWindows} />
    </>
  );
}
