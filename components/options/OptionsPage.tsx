import { useDetails } from '../../lib/details/store';
import { Notice } from '../ui/Notice';
import { AboutYouSection } from './about/AboutYouSection';
import { YourEmployerSection } from './employer/YourEmployerSection';
import { LettersSection } from './letters/LettersSection';
import { PrivacySection } from './privacy/PrivacySection';
import { useExpiry } from './replies/useExpiry';
import { RepliesSection } from './replies/RepliesSection';
import type { SaveFile } from './saveFile';
import { SectionNav } from './SectionNav';
import type { Place } from './sections';
import { StartSection } from './start/StartSection';
import type { OutlookWindowsPermission } from './privacy/OutlookWindows';
import { TroubleSection } from './trouble/TroubleSection';
import { useFirstTime } from './start/useFirstTime';
import { useToday } from './useToday';
import { usePlace } from './usePlace';

export interface OptionsPageProps {
  outlookWindows: OutlookWindowsPermission;
  version: string;
  saveFile: SaveFile;
}

export function OptionsPage(props: OptionsPageProps) {
  const place = usePlace();
  const firstTime = useFirstTime();
  useExpiry(useToday());
  return (
    <div className="page">
      <header className="page-side">
        <h1>Dear Employer</h1>
        <SectionNav current={place.section} onGo={firstTime.leave} />
      </header>
      <main>
        <Section place={place} firstTime={firstTime} {...props} />
      </main>
    </div>
  );
}

type SectionProps = OptionsPageProps & { place: Place; firstTime: ReturnType<typeof useFirstTime> };

function Section({ place, firstTime, outlookWindows, version, saveFile }: SectionProps) {
  switch (place.section) {
    case 'letters':
      return <LettersSection saveFile={saveFile} />;
    case 'something-not-working':
      return <TroubleSection version={version} />;
    case 'privacy-and-backup':
      return <PrivacySection place={place} outlookWindows={outlookWindows} saveFile={saveFile} />;
    case 'about-you':
    case 'your-employer':
    case 'letters-and-replies':
      return <DetailsSection place={place} firstTime={firstTime} saveFile={saveFile} />;
  }
}

/** Sections that show what is saved: they wait for it, and for the agreement that anything is saved at all. */
function DetailsSection({
  place,
  firstTime,
  saveFile,
}: Pick<SectionProps, 'place' | 'firstTime' | 'saveFile'>) {
  const reading = useDetails((details) => details.reading);
  if (typeof reading === 'object') return <Notice tone="warn">{reading.failed}</Notice>;
  if (reading === 'not yet' || firstTime.stage === 'unknown') return null;
  if (firstTime.stage !== 'over') {
    return <StartSection hasAgreed={firstTime.stage === 'questions'} onDone={firstTime.leave} />;
  }
  switch (place.section) {
    case 'your-employer':
      return <YourEmployerSection place={place} />;
    case 'letters-and-replies':
      return <RepliesSection saveFile={saveFile} />;
    default:
      return <AboutYouSection place={place} />;
  }
}
