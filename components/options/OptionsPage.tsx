import { useEffect, useState } from 'react';
import { useDetails } from '../../lib/options/store';
import { ErrorBoundary, useFailures } from '../ui/ErrorBoundary';
import { Notice, NotShown } from '../ui/Notice';
import { AboutYouSection } from './about/AboutYouSection';
import type { BrowserSide } from './browserSide';
import { YourEmployerSection } from './employer/YourEmployerSection';
import { LettersSection } from './letters/LettersSection';
import { type Place, type SectionId, sections, usePlace } from './location';
import { PrivacySection } from './privacy/PrivacySection';
import { RepliesSection } from './replies/RepliesSection';
import { Keeping } from './replies/Keeping';
import { StartSection, useFirstTime } from './start/StartSection';
import { TroubleSection } from './trouble/TroubleSection';
import { useToday } from '../ui/useToday';

export function OptionsPage(browserSide: BrowserSide) {
  const place = usePlace();
  const firstTime = useFirstTime();
  const today = useToday();
  const { title } = sections.find(({ id }) => id === place.section) ?? sections[0];
  // Never a name or a record: the browser's history and the window list show the title.
  useEffect(() => {
    document.title = `${title} – Dear Employer`;
  }, [title]);
  const [hasFailed, setFailed] = useState(false);
  useFailures(() => setFailed(true));
  return (
    <div className="page">
      <header className="page-side">
        <h1>Dear Employer</h1>
        <SectionNav current={place.section} onGo={firstTime.leave} />
      </header>
      <main>
        {hasFailed && (
          <Notice tone="warn">
            <p role="alert">That did not work. Nothing you saved is lost. Reload this page and try again.</p>
          </Notice>
        )}
        <Keeping today={today} saveFile={browserSide.saveFile} />
        {/* One boundary for each section, so that the other sections and the backup can still be opened. */}
        <ErrorBoundary key={place.section} fallback={<NotShown />}>
          <Section place={place} firstTime={firstTime} browserSide={browserSide} />
        </ErrorBoundary>
      </main>
    </div>
  );
}

interface SectionProps {
  place: Place;
  firstTime: ReturnType<typeof useFirstTime>;
  browserSide: BrowserSide;
}

function Section({ place, firstTime, browserSide }: SectionProps) {
  const reading = useDetails((details) => details.reading);
  // Help and privacy do not need the details, so they are shown even if the details could not be read.
  if (place.section === 'something-not-working') return <TroubleSection {...browserSide} />;
  if (place.section === 'privacy-and-backup') return <PrivacySection place={place} {...browserSide} />;
  if (typeof reading === 'object') return <Notice tone="warn">{reading.failed}</Notice>;
  if (reading === 'not yet') return null;
  switch (place.section) {
    case 'letters':
      return <LettersSection place={place} {...browserSide} />;
    case 'letters-and-replies':
      return <RepliesSection {...browserSide} />;
    case 'about-you':
    case 'your-employer':
      return <DetailsSection place={place} firstTime={firstTime} {...browserSide} />;
  }
}

/** The sections where details are typed. The disclosure and the first questions come first. */
function DetailsSection({
  place,
  firstTime: { stage, showNextSteps, leave },
  newEmailLink,
}: Pick<SectionProps, 'place' | 'firstTime'> & Pick<BrowserSide, 'newEmailLink'>) {
  if (stage === 'unknown') return null;
  if (stage !== 'done')
    return (
      <StartSection stage={stage} onAnswered={showNextSteps} onDone={leave} newEmailLink={newEmailLink} />
    );
  return place.section === 'your-employer' ? (
    <YourEmployerSection place={place} />
  ) : (
    <AboutYouSection place={place} />
  );
}

function SectionNav({ current, onGo }: { current: SectionId; onGo: () => void }) {
  return (
    <nav aria-label="Sections">
      {sections.map(({ id, title }) => (
        <a key={id} href={`#${id}`} aria-current={id === current ? 'page' : undefined} onClick={onGo}>
          {title}
        </a>
      ))}
    </nav>
  );
}
