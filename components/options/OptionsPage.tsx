import { useEffect, useRef, useState } from 'react';
import { DetailsContext, type DetailsStore, useDetails } from '../../lib/options/store';
import { ErrorBoundary, useFailures, Notice, NotShown, focusAndSay, useKeptFocus } from '../ui/focusAndSay';
import { AboutYouSection } from './about/AboutYouSection';
import type { BrowserSide } from './browserSide';
import { YourEmployerSection } from './employer/YourEmployerSection';
import { LettersSection } from './letters/LettersSection';
import { focusField, type Place, type SectionId, sections, usePlace } from './location';
import { SayBar, SECTION_TITLE, SectionHead, Disclosure } from './SectionHead';
import { PrivacySection } from './privacy/PrivacySection';
import { RepliesSection } from './replies/RepliesSection';
import { Keeping } from './replies/Keeping';
import { type FirstTime, StartSection, useFirstTime } from './start/StartSection';
import { TroubleSection } from './trouble/TroubleSection';
import { useToday } from '../ui/DateField';
import page from './options.module.css';

/** The options page of these details. */
export function OptionsPage({ details, ...browserSide }: BrowserSide & { details: DetailsStore }) {
  return (
    <DetailsContext value={details}>
      <Sections {...browserSide} />
    </DetailsContext>
  );
}

function Sections(browserSide: BrowserSide) {
  const place = usePlace();
  const firstTime = useFirstTime(place);
  const today = useToday();
  useSectionFocus(place);
  useKeptFocus('[data-answer]', `#${SECTION_TITLE}`);
  const [hasFailed, setFailed] = useState(false);
  useFailures(() => setFailed(true));
  return (
    <div className={page.page}>
      <header className={page.side}>
        <h1 className={page.title}>Dear Employer</h1>
        <SectionNav place={place} firstTime={firstTime} />
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
        <SayBar place={place} />
      </main>
    </div>
  );
}

/** Moves the focus to the title of a section that the user goes to, unless the link points to a field. */
function useSectionFocus(place: Place): void {
  const shown = useRef(place);
  useEffect(() => {
    const isOther = shown.current !== place;
    shown.current = place;
    if (isOther && place.field === '') focusField(SECTION_TITLE);
  }, [place]);
}

interface SectionProps {
  place: Place;
  firstTime: FirstTime;
  browserSide: BrowserSide;
}

function Section({ place, firstTime, browserSide }: SectionProps) {
  const reading = useDetails((state) => state.reading);
  // Help and privacy do not need the details, so they are shown even if the details could not be read.
  if (place.section === 'something-not-working') return <TroubleSection {...browserSide} />;
  if (place.section === 'privacy-and-backup') return <PrivacySection place={place} {...browserSide} />;
  if (typeof reading === 'object') return <Notice tone="warn">{reading.failed}</Notice>;
  const needsSentLetters = place.section === 'letters-and-replies';
  if (reading === 'not yet' || (needsSentLetters && reading !== 'done'))
    return <Opening section={place.section} />;
  switch (place.section) {
    case 'letters':
      return <LettersSection place={place} {...browserSide} />;
    case 'letters-and-replies':
      return firstTime.stage === 'disclosure' ? (
        <Disclosure section={place.section} />
      ) : (
        <RepliesSection {...browserSide} />
      );
    case 'about-you':
    case 'your-employer':
      return <DetailsSection place={place} firstTime={firstTime} {...browserSide} />;
  }
}

function Opening({ section }: { section: SectionId }) {
  return (
    <>
      <SectionHead title={sections.find(({ id }) => id === section)?.title ?? ''} />
      <p className={page.lead} role="status">
        Opening your details…
      </p>
    </>
  );
}

/** The sections where details are typed. The disclosure and the first questions come first. */
function DetailsSection({
  place,
  firstTime: { stage, showNextSteps, leave },
  newEmailLink,
}: Pick<SectionProps, 'place' | 'firstTime'> & Pick<BrowserSide, 'newEmailLink'>) {
  if (stage !== 'done')
    return (
      <StartSection
        place={place}
        stage={stage}
        onAnswered={showNextSteps}
        onDone={leave}
        newEmailLink={newEmailLink}
      />
    );
  return place.section === 'your-employer' ? (
    <YourEmployerSection place={place} />
  ) : (
    <AboutYouSection place={place} />
  );
}

interface SectionNavProps {
  place: Place;
  firstTime: FirstTime;
}

function SectionNav({ place, firstTime: { leave } }: SectionNavProps) {
  const go = (id: SectionId, title: string, event: { preventDefault: () => void }) => {
    leave();
    if (id !== place.section || place.recordId !== '') return;
    // Nothing would change, so it is said.
    event.preventDefault();
    focusAndSay(`#${SECTION_TITLE}`, `${title} is open.`);
  };
  return (
    <nav aria-label="Sections" className={page.sections}>
      {sections.map(({ id, title }) => (
        <a
          key={id}
          className={page.section}
          href={`#${id}`}
          aria-current={id === place.section ? 'page' : undefined}
          onClick={(event) => go(id, title, event)}
        >
          {title}
        </a>
      ))}
    </nav>
  );
}
