import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { detach } from '../../lib/failure/failure';
import { insertLetter, openOptions } from '../../lib/popup/actions';
import { lookAtTab } from '../../lib/popup/look';
import type { Opened } from '../../lib/popup/open';
import {
  currentDocument,
  isChanged,
  isDone,
  PopupContext,
  type PopupDeps,
  type PopupStore,
  showOutcome,
  usePopup,
  usePopupFields,
  usePopupStore,
} from '../../lib/popup/store';
import { describeWhereDone, describeWhere } from '../../lib/writing/drafts';
import { focusAndSay, Said, useKeptFocus, ErrorBoundary, useFailures } from '../ui/focusAndSay';
import { Fold } from '../ui/RowControls';
import { Choices, WhichEmail } from './Choices';
import { FirstVoice, Folds, PopupVoiceFold } from './Folds';
import { InsertButton, Ways, OutcomePanel } from './Insert';
import type { AnswerWay } from './Notes';
import type * as DoneScreens from './DoneScreen';
import type { ReplyNotice } from './TheirReply';
import rows from '../ui/RowControls.module.css';
import css from './popup.module.css';
import ui from '../ui/controls.module.css';

// Loaded only when needed: most popups show neither.
const FirstUse = lazy(async () => ({ default: (await import('./FirstUse')).FirstUse }));
const TheirReply = lazy(async () => ({ default: (await import('./TheirReply')).TheirReply }));
const WhatWillGoIn = lazy(async () => ({
  default: (await import('../letterOptions/LetterOptions')).WhatWillGoIn,
}));
const loadNotes = () => import('./Notes');
const LetterNotes = lazy(async () => ({ default: (await loadNotes()).LetterNotes }));
const MailboxWarning = lazy(async () => ({ default: (await loadNotes()).MailboxWarning }));
const AnswerRow = lazy(async () => ({ default: (await loadNotes()).AnswerRow }));
const ReplyNote = lazy(async () => ({ default: (await loadNotes()).ReplyNote }));
const SaidOfReply = lazy(async () => ({ default: (await loadNotes()).SaidOfReply }));
const LetterProblemNote = lazy(async () => ({
  default: (await import('./Trouble')).LetterProblemNote,
}));

const DiagnosisPanel = lazy(async () => ({ default: (await import('./Trouble')).DiagnosisPanel }));
const NotShown = lazy(async () => ({ default: (await import('./PopupNotShown')).PopupNotShown }));

/** The toolbar popup: the first questions, or letter, signer and employer; the main button and its outcome. */
function Popup() {
  const popup = usePopupStore();
  const { tab, where, first, letter, letterProblem, warnAboutMailbox } = usePopupFields(
    'tab',
    'where',
    'first',
    'letter',
    'letterProblem',
    'warnAboutMailbox',
  );
  const document = usePopup(currentDocument);
  const done = usePopup(isDone);
  const changed = usePopup(isChanged);
  const [reading, setReading] = useState<'not yet' | 'now' | 'done'>('not yet');
  const [answering, setAnswering] = useState<AnswerWay | null>(null);
  const [notice, setNotice] = useState<ReplyNotice | null>(null);
  const isReplyNext = notice?.isReplyNext === true;
  useKeptFocus('[data-answer]', '[aria-label="Outcome"]:not(:empty)', 'main select', 'h1');
  // Loaded before the letter is in. A lazy component, even a loaded one, would be shown up to 0.3 s later.
  const [afterwards, setAfterwards] = useState<typeof DoneScreens | null>(null);
  useEffect(() => detach(import('./DoneScreen').then(setAfterwards)), []);
  // The line below the title told of the email before the letter.
  const wasDone = useRef(done);
  useEffect(() => {
    if (wasDone.current && !done) detach(lookAtTab(popup));
    wasDone.current = done;
  }, [done, popup]);
  const openAnswering = (way: AnswerWay) => {
    setAnswering(way);
    focusAndSay(
      '#their-reply',
      way === 'help' ? 'Looking at the message open here.' : 'Paste or type their reply.',
    );
  };
  const isReading = first !== null && reading === 'now';
  const choices = (
    <>
      <Suspense>
        <AnswerRow onOpen={openAnswering} />
      </Suspense>
      <Choices />
      <Suspense>{letterProblem && <LetterProblemNote problem={letterProblem} />}</Suspense>
      <Suspense>
        <LetterNotes />
      </Suspense>
      <Folds />
    </>
  );
  const header = (
    <Header>
      {tab?.isOurs
        ? 'This is Dear Employer’s own page'
        : done
          ? describeWhereDone(where)
          : describeWhere(where)}
    </Header>
  );
  if (answering) {
    const close = (said: ReplyNotice | null) => {
      setNotice(said);
      setAnswering(null);
    };
    return (
      <>
        <Said />
        {header}
        <main className={css.main}>
          <div className={css.scroll}>
            <Suspense fallback={<p className={rows.hint}>Opening…</p>}>
              <TheirReply
                key={answering}
                way={answering}
                onPaste={() => openAnswering('paste')}
                onDone={close}
              />
            </Suspense>
          </div>
        </main>
        <Footer />
      </>
    );
  }
  return (
    <>
      <Said />
      {header}
      <main className={css.main} aria-busy={false}>
        {/* The outcome stays the same element in both screens: a new one would not be read out. */}
        {!done && (
          <div className={css.scroll}>
            <Suspense>
              <ReplyNote />
            </Suspense>
            <Suspense>{notice && <SaidOfReply notice={notice} />}</Suspense>
            {first && (
              <div className={`${rows.card} ${css.firstCard}`}>
                <Suspense>
                  {isReading ? (
                    <WhatWillGoIn letter={document} hasFocus />
                  ) : (
                    <FirstUse
                      answers={first}
                      onEnter={() =>
                        reading === 'not yet' || tab?.isOurs ? setReading('now') : detach(insertLetter(popup))
                      }
                    />
                  )}
                </Suspense>
              </div>
            )}
            <div className={rows.card}>
              <WhichEmail />
              {first && <FirstVoice />}
              {first ? (
                <Fold title="Change the letter" value={letter.title}>
                  {choices}
                </Fold>
              ) : (
                choices
              )}
            </div>
          </div>
        )}
        {!done && (
          <InsertButton
            isReplyNext={isReplyNext}
            {...(first && {
              read: { isOpen: isReading, toggle: () => setReading(isReading ? 'done' : 'now') },
            })}
          />
        )}
        <Suspense>{!done && (first || warnAboutMailbox) && <MailboxWarning />}</Suspense>
        <OutcomePanel />
        {done && afterwards && (
          <div className={css.scroll}>
            <afterwards.DoneScreen>
              {first && <PopupVoiceFold />}
              {choices}
            </afterwards.DoneScreen>
          </div>
        )}
        {done && afterwards && changed && <afterwards.NewVersion />}
        <Ways isReplyNext={isReplyNext} />
      </main>
      <Footer />
    </>
  );
}

function Footer() {
  const popup = usePopupStore();
  const [diagnosing, setDiagnosing] = useState(false);
  return (
    <footer className={css.footer}>
      <div className={css.footerLinks}>
        <button type="button" className={ui.link} onClick={() => openOptions(popup, 'about-you')}>
          About you and your employer
        </button>
        <button
          type="button"
          className={ui.link}
          aria-expanded={diagnosing}
          onClick={() => setDiagnosing(!diagnosing)}
        >
          Something not working?
        </button>
      </div>
      {diagnosing && (
        <ErrorBoundary
          fallback={
            <p className={rows.hint} role="alert">
              The report on this page could not be made. Close this, click the icon and try again.
            </p>
          }
        >
          <Suspense>
            <DiagnosisPanel />
          </Suspense>
        </ErrorBoundary>
      )}
    </footer>
  );
}

function Header({ children }: { children: string }) {
  return (
    <header className={css.header}>
      <h1 className={css.title} tabIndex={-1}>
        Dear Employer
      </h1>
      <p id="where" className={css.where} role="status">
        {children}
      </p>
    </header>
  );
}

/** Until the saved details are read. */
function Opening() {
  return (
    <>
      <Header>{describeWhere({ state: 'looking' })}</Header>
      <main className={css.main} aria-busy>
        <p className={`${css.scroll} ${rows.hint}`}>Opening your details…</p>
      </main>
    </>
  );
}

interface PopupPageProps {
  opening: Promise<Opened>;
  deps: PopupDeps;
}

/** The popup, or an error message if it cannot be shown or what it shows could not be read. */
export function PopupPage({ opening, deps }: PopupPageProps) {
  const [status, setStatus] = useState<'loading' | 'ready' | 'failed'>('loading');
  const [popup, setPopup] = useState<PopupStore | null>(null);
  useEffect(() => {
    const show = (opened: Opened) => {
      setPopup(opened.popup);
      // What failed meanwhile stays said.
      setStatus((before) => (before === 'failed' ? before : 'ready'));
    };
    detach(opening.then(show));
  }, [opening]);
  useFailures(() =>
    popup && status === 'ready' ? showOutcome(popup, { kind: 'did not work' }) : setStatus('failed'),
  );
  const notShown = (
    <Suspense>
      <NotShown deps={deps} popup={popup} />
    </Suspense>
  );
  return (
    <ErrorBoundary fallback={notShown}>
      {status === 'failed' ? (
        notShown
      ) : popup ? (
        <PopupContext value={popup}>
          <Popup />
        </PopupContext>
      ) : (
        <Opening />
      )}
    </ErrorBoundary>
  );
}
